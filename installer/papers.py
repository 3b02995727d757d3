"""Papers that go with every package: licences of others, a list of parts (SBOM), and sums."""

import hashlib
import json
import re
import uuid
from pathlib import Path

from installer.bundle import NAME, Bundle
from installer.steps import run

SBOM_FORMAT = "1.6"  # CycloneDX
_WANTED = re.compile(r"(?i)^(licen[cs]e|copying|notice|authors)")


def write(made: Bundle) -> list[Path]:
    """Write THIRD-PARTY.txt and the SBOM of what the bundle holds."""
    parts = _parts(made)
    third = made.out / "THIRD-PARTY.txt"
    third.write_text(_third_party(made, parts), encoding="utf-8")
    sbom = made.out / f"{NAME}-{made.version}.cdx.json"
    sbom.write_text(_sbom(made, parts), encoding="utf-8")
    return [third, sbom]


def write_sums(out: Path, files: list[Path]) -> None:
    """Write SHA256SUMS over ``files``, in the form that ``sha256sum --check`` reads."""
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (out / "SHA256SUMS").write_text("".join(sorted(lines, key=lambda line: line[66:])))


def _parts(made: Bundle) -> list[dict[str, str]]:
    """Give name, version, licence and licence texts of each package in the environment."""
    shown = run([made.python, "-m", "installer.packages"], cwd=made.root)
    parts: list[dict[str, str]] = json.loads(shown)
    return parts


def _third_party(made: Bundle, parts: list[dict[str, str]]) -> str:
    notice = (made.root / "NOTICE").read_text(encoding="utf-8")
    texts = sorted((made.root / "resources" / "licences").glob("*.txt"))
    texts += sorted((made.root / "resources" / "fonts").glob("LICENSE-*.txt"))
    pieces = [notice, (made.root / "LICENSE").read_text(encoding="utf-8")]
    pieces += [f"{file.name}\n\n{file.read_text(encoding='utf-8')}" for file in texts]
    pieces += [
        f"{part['name']} {part['version']}: {part['licence']}\n\n{part['texts']}" for part in parts
    ]
    rule = "\n" + "-" * 100 + "\n\n"
    return rule.join(piece.strip() + "\n" for piece in pieces)


def _sbom(made: Bundle, parts: list[dict[str, str]]) -> str:
    components = [
        {
            "type": "library",
            "bom-ref": f"pkg:pypi/{part['name'].lower()}@{part['version']}",
            "name": part["name"],
            "version": part["version"],
            "purl": f"pkg:pypi/{part['name'].lower()}@{part['version']}",
            "licenses": [{"license": {"name": part["licence"]}}],
        }
        for part in parts
    ]
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(components, sort_keys=True))
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": SBOM_FORMAT,
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": NAME,
                "name": NAME,
                "version": made.version,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            }
        },
        "components": components,
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"
