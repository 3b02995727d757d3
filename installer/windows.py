"""Windows: a setup program for one person (NSIS), and an MSI for administrators (WiX).

The program itself can only be built on Windows; ``rehearsal.py`` compiles and tries both scripts on
Linux.
"""

import os
import shutil
import sys
import uuid
from pathlib import Path
from xml.sax.saxutils import quoteattr

from installer import desktop, whole
from installer.bundle import NAME, Bundle
from installer.steps import Stop, fresh, needed, run

_HERE = Path(__file__).parent
_UPGRADE = uuid.uuid5(uuid.NAMESPACE_DNS, "spinecounsel.msi")


def build_setup(made: Bundle) -> list[Path]:
    """Build ``spinecounsel-<version>-setup.exe``."""
    payload = _checked(made)
    return [setup(made, payload, made.out / f"{NAME}-{made.version}-setup.exe")]


def build_msi(made: Bundle) -> list[Path]:
    """Build ``spinecounsel-<version>.msi``."""
    payload = _checked(made)
    return [msi(made, payload, made.out / f"{NAME}-{made.version}.msi")]


def _checked(made: Bundle) -> Path:
    payload = stage(made, made.work / "windows" / "payload")
    files = (path for path in payload.rglob("*") if path.is_file())
    packed = [path.relative_to(payload).as_posix() for path in files]
    whole.must_hold_all(made, packed)
    return payload


def stage(made: Bundle, folder: Path) -> Path:
    """Put together, in ``folder``, all that both of them install."""
    shutil.copytree(made.folder, fresh(folder), copy_function=_link, dirs_exist_ok=True)
    shutil.copy(made.out / "THIRD-PARTY.txt", folder)
    shutil.copy(made.icons / f"{NAME}.ico", folder)
    return folder


def _link(source: str, target: str) -> None:
    try:
        os.link(os.path.realpath(source), target)
    except OSError:  # a disk without links
        shutil.copy2(source, target)


def setup(made: Bundle, payload: Path, out: Path) -> Path:
    """Compile the setup program of ``payload``; a warning stops it."""
    desktop.set_modes_and_times(payload, made.moment)
    settings: dict[str, str | Path] = {
        "VERSION": made.version,
        "PAYLOAD": payload,
        "ICON": payload / f"{NAME}.ico",
        "SIDE": made.icons / f"{NAME}-setup.bmp",
        "STARTS": f"{NAME}.exe",
    }
    compiled(_HERE / "setup.nsi", out, settings, moment=made.moment)
    return out


def compiled(script: Path, out: Path, settings: dict[str, str | Path], *, moment: str) -> None:
    """Compile a script for NSIS with ``settings``; a warning stops it."""
    words = [f"-D{key}={value}" for key, value in {**settings, "RESULT": out}.items()]
    run(
        [needed("makensis", "nsis"), "-V2", "-WX", *words, script],
        env={"SOURCE_DATE_EPOCH": moment},
    )


def msi(made: Bundle, payload: Path, out: Path) -> Path:
    """Compile the MSI of ``payload``; a warning stops it."""
    script = payload.parent / f"{NAME}.wxs"
    for_wixl = sys.platform != "win32"
    script.write_text(source_of_msi(made, payload, for_wixl=for_wixl), encoding="utf-8")
    if for_wixl:
        words = [needed("wixl", "wixl"), "--arch", "x64"]
    else:
        words = [needed("wix", "the WiX toolset"), "build", "-arch", "x64", "-wx"]
    said = run([*words, "-o", out, script.name], cwd=script.parent)
    if for_wixl and said.strip():  # it ends well whatever it complains of
        raise Stop(said)
    return out


def source_of_msi(made: Bundle, payload: Path, *, for_wixl: bool) -> str:
    """Give the WiX source: a component for each file, so that an upgrade replaces it.

    Files are named from the folder that ``payload`` lies in.  ``for_wixl``: in the older language
    that wixl reads.
    """
    template = (_HERE / ("product-3.wxs" if for_wixl else "product-4.wxs")).read_text()
    # the older language says of each component that it is for 64 bits, the newer once for all
    parts = _Parts(payload, 'Win64="yes" ' if for_wixl else "")
    folders = "\n".join(parts.below(payload, "INSTALLDIR"))
    for key, value in {
        "@VERSION@": f"{made.version}.0",
        "@UPGRADE@": str(_UPGRADE),
        "@PRODUCT@": str(uuid.uuid5(_UPGRADE, f"{made.version} {made.moment}")),
        "@ICON@": f"{payload.name}/{NAME}.ico",
        "@FOLDERS@": folders,
        "@COMPONENTS@": "\n".join(f'<ComponentRef Id="{ident}"/>' for ident in parts.components),
    }.items():
        template = template.replace(key, value)
    return template


class _Parts:
    """The folders and files of the program as WiX names them."""

    def __init__(self, payload: Path, bits: str) -> None:
        self._payload, self._bits = payload, bits
        self.components: list[str] = []

    def below(self, folder: Path, ident: str) -> list[str]:
        """Give the lines for all that lies below ``folder``, which is called ``ident``."""
        lines = []
        for path in sorted(folder.iterdir()):
            key = "i" + uuid.uuid5(_UPGRADE, f"{ident}/{path.name}").hex
            if path.is_dir():
                lines.append(f"<Directory Id='{key}' Name={quoteattr(path.name)}>")
                lines += [*self.below(path, key), "</Directory>"]
            else:
                guid = uuid.uuid5(_UPGRADE, f"{ident}/{path.name}/guid")
                lines += self._component(path, key, guid)
        return lines

    def _component(self, path: Path, key: str, guid: uuid.UUID) -> list[str]:
        self.components.append(key)
        source = path.relative_to(self._payload.parent).as_posix()
        name = quoteattr(path.name)
        starts = path == self._payload / f"{NAME}.exe"
        return [
            f"<Component Id='{key}' {self._bits}Guid='{guid}'>",
            f"<File Id='f{key}' KeyPath='yes' Name={name} Source={quoteattr(source)}/>",
            (_HERE / "starts.wxs").read_text().replace("@FILE@", f"f{key}") if starts else "",
            "</Component>",
        ]
