"""How a Linux desktop finds the program: its entry, its picture, and what a backup is called."""

import os
import shutil
from pathlib import Path

from installer.bundle import NAME, Bundle

_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_BACKUP = "application/x-spinecounsel-backup"


def entry(command: str) -> str:
    """Give the desktop entry of the program started by ``command``."""
    return (
        "[Desktop Entry]\n"
        "Type=Application\n"
        "Name=SpineCounsel\n"
        "GenericName=Consent for spinal tumours\n"
        "Comment=Goes through treatment options together, and records the talk\n"
        f'Exec="{command}" %F\n'
        f"MimeType={_BACKUP};application/pdf;\n"
        "InitialPreference=1\n"  # the least: a PDF stays with the program that shows it
        f"Icon={NAME}\n"
        "Terminal=false\n"
        "Categories=Science;MedicalSoftware;\n"
        f"StartupWMClass={NAME}\n"
    )


def mime_type() -> str:
    """Give the description of our backup files for the desktop."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">\n'
        f'  <mime-type type="{_BACKUP}">\n'
        "    <comment>SpineCounsel backup</comment>\n"
        '    <glob pattern="*.spinebackup"/>\n'
        "  </mime-type>\n"
        "</mime-info>\n"
    )


def write(made: Bundle, share: Path, *, command: str) -> None:
    """Write entry, type of files and pictures below ``share``."""
    for folder, name, text in (
        ("applications", f"{NAME}.desktop", entry(command)),
        ("mime/packages", f"{NAME}.xml", mime_type()),
    ):
        file = share / folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    for size in _SIZES:
        place = share / "icons" / "hicolor" / f"{size}x{size}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        shutil.copy(made.icons / f"{NAME}-{size}.png", place / f"{NAME}.png")


def set_modes_and_times(root: Path, moment: str) -> None:
    """Let nothing of the machine that builds stay in modes and times of files."""
    for path in (root, *sorted(root.rglob("*"))):
        if not path.is_symlink():
            starts = path.is_dir() or os.access(path, os.X_OK)
            path.chmod(0o755 if starts else 0o644)
        os.utime(path, (float(moment), float(moment)), follow_symlinks=False)
