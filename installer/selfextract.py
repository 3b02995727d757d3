"""A file for any Linux that installs for one person: a script with its payload behind it."""

import hashlib
import shutil
from pathlib import Path

from installer import desktop
from installer.bundle import NAME, Bundle, platform_tag
from installer.steps import fresh, needed, run

_TEMPLATE = Path(__file__).with_name("selfextract.sh")


def build(made: Bundle) -> list[Path]:
    """Build ``spinecounsel-<version>-<system>.run``."""
    needed("tar", "tar")
    needed("xz", "xz-utils")
    root = fresh(made.work / "run")
    shutil.copytree(made.folder, root / NAME, symlinks=True)
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
    script = _TEMPLATE.read_text()
    script = script.replace("@VERSION@", made.version)
    script = script.replace("@SHA256@", hashlib.sha256(body).hexdigest())
    lines = str(script.count("\n") + 1)
    script = script.replace("@FIRST_LINE@", lines)
    file = made.out / f"{NAME}-{made.version}-{platform_tag()}.run"
    file.write_bytes(script.encode() + body)
    file.chmod(0o755)
    return [file]
