"""Papers that go with every package: licences of others, a list of parts (SBOM), and sums."""

import hashlib
import json
import uuid
from pathlib import Path
from typing import Any

from installer.bundle import NAME, Bundle
from installer.steps import run

SBOM_FORMAT = "1.6"  # CycloneDX


def write(made: Bundle) -> list[Path]:
    """Write THIRD-PARTY.txt and the SBOM: of all files of the bundle, and of nothing else."""
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


def _parts(made: Bundle) -> list[dict[str, Any]]:
    """Give name, version, licence and licence texts of all that the bundle's files come from."""
    shown = run([made.python, "-m", "installer.packages", made.folder], cwd=made.root)
    parts: list[dict[str, Any]] = json.loads(shown)
    return parts


def _third_party(made: Bundle, parts: list[dict[str, Any]]) -> str:
    notice = (made.root / "NOTICE").read_text(encoding="utf-8")
    texts = sorted((made.root / "resources" / "licences").glob("*.txt"))
    texts += sorted((made.root / "resources" / "fonts").glob("LICENSE-*.txt"))
    pieces = [notice, (made.root / "LICENSE").read_text(encoding="utf-8")]
    pieces += [f"{file.name}\n\n{file.read_text(encoding='utf-8')}" for file in texts]
    pieces += [_described(part) for part in parts]
    rule = "\n" + "-" * 100 + "\n\n"
    return rule.join(piece.strip() + "\n" for piece in pieces)


def _described(part: dict[str, Any]) -> str:
    """Give the words on one part: what it holds, and its licences."""
    head = f"{part['name']} {part['version']}: {part['licence']}"
    inside = [
        f"   {each['name']} {each['version']}".rstrip() + f": {each['licence']}"
        for each in part["parts"]
    ]
    holds = [f"Its files hold:\n{chr(10).join(inside)}"] if inside else []
    return "\n\n".join([head, *holds, part["texts"]])


def _sbom(made: Bundle, parts: list[dict[str, Any]]) -> str:
    components = [_component(part, "") for part in parts]
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
        "dependencies": [{"ref": NAME, "dependsOn": [each["bom-ref"] for each in components]}],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _component(part: dict[str, Any], within: str) -> dict[str, Any]:
    """Give one part as CycloneDX has it, with those that lie within its files."""
    ref = f"{within}{part.get('purl') or part['name']}"
    described = {
        "type": "library",
        "bom-ref": ref,
        "name": part["name"],
        "version": part["version"],
        "purl": part.get("purl"),
        "licenses": [{"license": {"name": part["licence"]}}],
        "components": [_component(each, f"{ref}#") for each in part.get("parts", ())],
    }
    return {name: value for name, value in described.items() if value}
