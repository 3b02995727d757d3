"""The package for Debian and Ubuntu: ``dpkg-deb`` alone, the same bytes from the same files."""

import hashlib
import shutil
from pathlib import Path

from installer import desktop, needs, wiped
from installer.bundle import NAME, Bundle
from installer.steps import fresh, needed, run

FOLDER = Path("opt") / NAME
_ALSO = ["fontconfig"]  # lists the system's fonts once, or each person's home would get a list
_MAINTAINER = "the SpineCounsel authors <spinecounsel@localhost>"


def build(made: Bundle) -> list[Path]:
    """Build ``spinecounsel_<version>_<architecture>.deb``."""
    needed("dpkg-deb", "dpkg")
    root = fresh(made.work / "deb")
    shutil.copytree(made.folder, root / FOLDER, symlinks=True)
    desktop.write(made, root / "usr" / "share", command=f"/usr/bin/{NAME}")
    start = root / "usr" / "bin" / NAME
    start.parent.mkdir(parents=True)
    start.write_text(wiped.starter(f"/{FOLDER}/{NAME}"))
    start.chmod(0o755)
    _write_papers(made, root)
    architecture = run(["dpkg", "--print-architecture"]).strip()
    _write_control(made, root, architecture)
    desktop.set_modes_and_times(root, made.moment)
    file = made.out / f"{NAME}_{made.version}_{architecture}.deb"
    run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "-Sextreme", "--build", root, file],
        env={"SOURCE_DATE_EPOCH": made.moment},
    )
    return [file]


def _write_papers(made: Bundle, root: Path) -> None:
    folder = root / "usr" / "share" / "doc" / NAME
    folder.mkdir(parents=True)
    shutil.copy(made.out / "THIRD-PARTY.txt", folder / "copyright")


def _write_control(made: Bundle, root: Path, architecture: str) -> None:
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink()]
    sums = "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  "
        f"{path.relative_to(root)}\n"
        for path in files
    )
    size = sum(path.stat().st_size for path in files) // 1024
    control = root / "DEBIAN"
    control.mkdir()
    (control / "md5sums").write_text(sums)
    (control / "control").write_text(
        f"Package: {NAME}\n"
        f"Version: {made.version}\n"
        "Section: misc\n"
        "Priority: optional\n"
        f"Architecture: {architecture}\n"
        f"Maintainer: {_MAINTAINER}\n"
        f"Installed-Size: {size}\n"
        f"Depends: {', '.join([*_ALSO, *needs.packages(made.folder)])}\n"
        "Recommends: at-spi2-core\n"
        "Description: shared decisions and informed consent for spinal tumours, offline\n"
        " Leads a clinician and a patient through every treatment option for a spinal tumour\n"
        " with its benefits and risks, keeps the consultation in an encrypted file on this\n"
        " computer, and writes a sealed PDF.  It uses no network.\n"
    )
    for name, lines in _SCRIPTS.items():
        script = control / name
        script.write_text("\n".join(["#!/bin/sh", "set -e", *lines, ""]))
        script.chmod(0o755)


_REFRESH = [
    "command -v update-desktop-database >/dev/null && update-desktop-database -q || true",
    "command -v update-mime-database >/dev/null && update-mime-database /usr/share/mime || true",
    (
        "command -v gtk-update-icon-cache >/dev/null && "
        "gtk-update-icon-cache -q -f /usr/share/icons/hicolor || true"
    ),
]
# Nothing here touches a home folder: vaults stay, whatever happens to the package.
_SCRIPTS = {"postinst": _REFRESH, "postrm": _REFRESH}
