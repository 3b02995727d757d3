"""A file for any Linux that installs for one person: a script with its payload behind it."""

import hashlib
import math
import shutil
from pathlib import Path

from installer import desktop, wiped
from installer.bundle import NAME, Bundle, platform_tag
from installer.steps import fresh, needed, run

_TEMPLATE = Path(__file__).with_name("selfextract.sh")
_BLOCK = 4  # kB: what a file takes on a disk is a multiple of it


def build(made: Bundle) -> list[Path]:
    """Build ``spinecounsel-<version>-<system>.run``."""
    needed("tar", "tar")
    needed("xz", "xz-utils")
    root = fresh(made.work / "run")
    shutil.copytree(made.folder, root / NAME, symlinks=True)
    start = root / NAME / "start.sh"
    start.write_text(wiped.starter('"$(dirname "$(readlink -f "$0")")/spinecounsel"'))
    start.chmod(0o755)
    desktop.write(made, root / NAME / "share", command="@COMMAND@")
    shutil.copy(made.out / "THIRD-PARTY.txt", root / NAME / "THIRD-PARTY.txt")
    desktop.set_modes_and_times(root, made.moment)
    packed = made.work / "payload.tar.xz"
    run(
        [
            *("tar", "--create", "--file", packed, "--xz", "--sort=name", "--owner=0", "--group=0"),
            *("--numeric-owner", f"--mtime=@{made.moment}", "--directory", root, NAME),
        ],
        env={"XZ_OPT": "-9 -T1"},
    )
    body = packed.read_bytes()
    file = made.out / f"{NAME}-{made.version}-{platform_tag()}.run"
    file.write_bytes(_head(made.version, body, _kilobytes(root)).encode() + body)
    file.chmod(0o755)
    return [file]


def _head(version: str, body: bytes, kilobytes: int) -> str:
    script = _TEMPLATE.read_text()
    for key, value in {
        "@VERSION@": version,
        "@SHA256@": hashlib.sha256(body).hexdigest(),
        "@KILOBYTES@": str(kilobytes),
        "@FIRST_LINE@": str(script.count("\n") + 1),
    }.items():
        script = script.replace(key, value)
    return script


def _kilobytes(root: Path) -> int:
    """Give how much room the program takes once unpacked."""
    return sum(
        max(1, math.ceil(path.lstat().st_size / 1000 / _BLOCK)) * _BLOCK for path in root.rglob("*")
    )
