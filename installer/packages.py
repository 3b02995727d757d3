"""Prints what the bundle is made of, as JSON: name, version, licence, texts, parts and files.

Runs in the environment that the bundle was built in.  Every file must belong to something.
"""

import json
import re
import struct
import sys
import sysconfig
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

from installer import natives

_TEXT = re.compile(r"(?i)[.]dist-info/(licen[cs]es?/|[^/]*(licen[cs]e|copying|notice))")
_C_RUNTIME = re.compile(r"(?i)(vcruntime|msvcp|concrt|ucrtbase|api-ms-win).*[.]dll")
_BOOTLOADER = "PyInstaller's starter"
_OWN = re.compile(r"(spinecounsel|ui)/.*|LICENSE|NOTICE")
_FONTS = "spinecounsel/resources/fonts/"
_FONT_LICENCES = {"DejaVuSans": "Bitstream-Vera"}
OURS, PYTHON, C_RUNTIME = "SpineCounsel", "CPython", "Microsoft C runtime"
Part = dict[str, Any]


def main(folder: Path) -> None:
    """Print the list for the bundle in ``folder``, sorted by name."""
    packages = {key(each): each for each in distributions()}
    owners = _owners(packages)
    files: dict[str, list[str]] = {}
    nobodys = []
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue  # a link names a file that is there too
        name = path.relative_to(folder).as_posix().removeprefix("_internal/")
        owner = owners.get(name) or _other_owner(name)
        files.setdefault(owner, []).append(name)
        nobodys += [] if owner else [name]
    if nobodys:
        raise SystemExit(f"Whose files are these? {', '.join(nobodys[:40])}")
    parts = [
        _part(owner, names, packages.get(owner), folder)
        for owner, names in files.items()
        if owner != OURS
    ]
    json.dump(sorted(parts, key=lambda part: part["name"].lower()), sys.stdout, ensure_ascii=True)


def key(package: Distribution) -> str:
    """Give the name of a package in the form that all its spellings share."""
    return re.sub(r"[-_.]+", "-", package.metadata["Name"]).lower()


def _owners(packages: dict[str, Distribution]) -> dict[str, str]:
    """Give whose each installed file is, by its name in the bundle."""
    owners = {}
    for name, package in packages.items():
        for file in package.files or ():
            path = file.as_posix()
            owners[re.sub(r"[.]py$", ".pyc", path)] = name
            owners[path] = name
    return owners


def _other_owner(name: str) -> str:
    """Give whose a file is that no package brought; nothing where it is nobody's."""
    if name.startswith(_FONTS) and name.endswith(".ttf"):
        return f"font {Path(name).stem.split('_')[0].split('-')[0]}"
    if _OWN.fullmatch(name):
        return OURS
    if name in ("spinecounsel", "spinecounsel.exe") or name.startswith("_pyi_rth"):
        return _BOOTLOADER
    if _C_RUNTIME.fullmatch(name):
        return C_RUNTIME
    return PYTHON if _is_pythons(name) else ""


def _is_pythons(name: str) -> bool:
    library = Path(sysconfig.get_path("stdlib"))
    plain = re.sub(r"^(python3[.]\d+|base_library)/", "", name)
    places = (library, Path(sys.base_prefix, "DLLs"), Path(sys.base_prefix))
    return (
        re.fullmatch(r"libpython3.*|python3\d*[.]dll|base_library[.]zip", name) is not None
        or (library / re.sub(r"[.]pyc$", ".py", plain)).exists()
        or any((place / plain).exists() for place in places)
    )


def _part(owner: str, files: list[str], package: Distribution | None, folder: Path) -> Part:
    if package is not None:
        part = _of_package(package)
    elif owner.startswith("font "):
        part = _of_font(owner.removeprefix("font "), folder / "_internal" / files[0])
    else:
        part = _of_others(owner)
    inside = natives.within(owner, files, package)
    return part | {
        "files": len(files),
        "parts": [
            {"name": each.name, "version": each.version(), "licence": each.licence}
            for each in sorted(inside, key=lambda each: each.name.lower())
        ],
    }


def _of_package(package: Distribution) -> Part:
    meta = package.metadata
    classes = [line.rsplit(" :: ", 1)[-1] for line in meta.get_all("Classifier") or ()]
    licences = [word for word in classes if "License" in word]
    named = _field(package, "License-Expression") or "; ".join(licences)
    texts = [_read(file) for file in sorted(package.files or ()) if _TEXT.search(file.as_posix())]
    return {
        "name": meta["Name"],
        "version": package.version,
        "licence": (named or _field(package, "License") or "see its text").splitlines()[0],
        "texts": "\n\n".join(text.strip() for text in texts if text),
        "purl": f"pkg:pypi/{key(package)}@{package.version}",
    }


def _of_font(name: str, file: Path) -> Part:
    return {
        "name": name,
        "version": _font_version(file.read_bytes()),
        "licence": _FONT_LICENCES.get(name, "OFL-1.1"),
        "texts": "",  # they lie with our own
        "purl": "",
    }


def _of_others(owner: str) -> Part:
    if owner == _BOOTLOADER:
        (tool,) = (each for each in distributions() if key(each) == "pyinstaller")
        licence = "GPL-2.0-or-later WITH Bootloader-exception"
        return _of_package(tool) | {"name": owner, "licence": licence}
    if owner == C_RUNTIME:
        return {"name": owner, "version": "", "licence": "Microsoft", "texts": "", "purl": ""}
    version = ".".join(map(str, sys.version_info[:3]))
    text = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    return {
        "name": owner,
        "version": version,
        "licence": "PSF-2.0",
        "texts": text.read_text(encoding="utf-8") if text.exists() else "",
        "purl": f"pkg:generic/cpython@{version}",
    }


def _font_version(font: bytes) -> str:
    """Give the version that a font names for itself (its table of names, entry 5)."""
    count = struct.unpack_from(">H", font, 4)[0]
    tables = (struct.unpack_from(">4sIII", font, 12 + 16 * n) for n in range(count))
    start = next(place for tag, _, place, _ in tables if tag == b"name")
    _, names, texts = struct.unpack_from(">HHH", font, start)
    for n in range(names):
        entry = struct.unpack_from(">6H", font, start + 6 + 12 * n)
        if entry[3] == 5:
            at = start + texts + entry[5]
            form = "utf-16-be" if entry[0] in (0, 3) else "latin-1"
            found = re.search(r"\d+[.]\d+", font[at : at + entry[4]].decode(form))
            return found[0] if found else ""
    return ""


def _read(file: Any) -> str:
    try:
        return str(file.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, OSError):
        return ""


def _field(package: Distribution, name: str) -> str:
    return str(package.metadata.json.get(name.lower().replace("-", "_"), ""))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
