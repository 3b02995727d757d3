"""Windows: a setup program for one person (NSIS), and an MSI for administrators (WiX).

The program itself can only be built on Windows.  On Linux the scripts are compiled with the Linux
files in its place: that shows that they are right, and what they would install.
"""

import shutil
import sys
import uuid
from pathlib import Path
from xml.sax.saxutils import quoteattr

from installer.bundle import NAME, Bundle
from installer.steps import fresh, needed, run, say

_HERE = Path(__file__).parent
_UPGRADE = uuid.uuid5(uuid.NAMESPACE_DNS, "spinecounsel.msi")


def build_setup(made: Bundle) -> list[Path]:
    """Build ``spinecounsel-<version>-setup.exe``."""
    return [_setup(made, made.out / f"{NAME}-{made.version}-setup.exe")]


def build_msi(made: Bundle) -> list[Path]:
    """Build ``spinecounsel-<version>.msi``."""
    return [_msi(made, made.out / f"{NAME}-{made.version}.msi")]


def rehearse(made: Bundle) -> list[Path]:
    """Compile both scripts with this system's files, in ``build``; nothing is to be shipped."""
    work = fresh(made.work / "windows")
    for what, file in (
        ("setup program", _setup(made, work / "rehearsal-setup.exe")),
        ("MSI", _msi(made, work / "rehearsal.msi")),
    ):
        say(f"  rehearsed: {what}, {file.stat().st_size / 1e6:.0f} MB, with Linux files")
    return []


def _setup(made: Bundle, out: Path) -> Path:
    compiler = needed("makensis", "nsis")
    settings = {
        "VERSION": made.version,
        "PAYLOAD": made.folder,
        "ICON": made.icons / f"{NAME}.ico",
        "LICENCE": made.out / "THIRD-PARTY.txt",
        "RESULT": out,
        "STARTS": made.program.name,
    }
    run(
        [
            compiler,
            "-V2",
            *(f"-D{key}={value}" for key, value in settings.items()),
            _HERE / "setup.nsi",
        ],
        env={"SOURCE_DATE_EPOCH": made.moment},
    )
    return out


def _msi(made: Bundle, out: Path) -> Path:
    script = made.work / "spinecounsel.wxs"
    script.write_text(source_of_msi(made), encoding="utf-8")
    if sys.platform == "win32":
        run([needed("wix", "the WiX toolset"), "build", "-arch", "x64", "-o", out, script])
    else:
        run([needed("wixl", "wixl"), "--arch", "x64", "-o", out, script])
    return out


def source_of_msi(made: Bundle) -> str:
    """Give the WiX source: a component for each file, so that an upgrade replaces it."""
    version3 = sys.platform != "win32"  # what wixl reads
    folders, components = _tree(made.folder, "INSTALLDIR")
    template = (_HERE / ("product-3.wxs" if version3 else "product-4.wxs")).read_text()
    for key, value in {
        "@VERSION@": f"{made.version}.0",
        "@UPGRADE@": str(_UPGRADE),
        "@FOLDERS@": folders,
        "@COMPONENTS@": "\n".join(f'<ComponentRef Id="{ident}"/>' for ident in components),
    }.items():
        template = template.replace(key, value)
    return template


def _tree(folder: Path, ident: str) -> tuple[str, list[str]]:
    pieces, components = [], []
    for path in sorted(folder.iterdir()):
        key = "i" + uuid.uuid5(_UPGRADE, f"{ident}/{path.name}").hex
        if path.is_dir():
            inner, more = _tree(path, key)
            pieces.append(f"<Directory Id='{key}' Name={quoteattr(path.name)}>{inner}</Directory>")
            components += more
        else:
            guid = uuid.uuid5(_UPGRADE, f"{ident}/{path.name}/guid")
            pieces.append(
                f"<Component Id='{key}' Guid='{guid}'><File Id='f{key}' KeyPath='yes' "
                f"Name={quoteattr(path.name)} Source={quoteattr(str(path.resolve()))}/></Component>"
            )
            components.append(key)
    return "\n".join(pieces), components


def listed(setup: Path, work: Path) -> set[str]:
    """Give the names of the files that a setup program would install (7z reads NSIS)."""
    folder = fresh(work)
    run([needed("7z", "p7zip-full"), "x", "-y", f"-o{folder}", setup])
    names = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    shutil.rmtree(folder)
    return names
