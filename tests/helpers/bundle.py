"""A bundle as the installers pack it, without building one."""

import sys
from pathlib import Path

from installer.bundle import Bundle

STARTED = "#!/bin/sh\necho started\n"


def small_bundle(root: Path, *, program: str = STARTED, version: str = "1.2.3") -> Bundle:
    """Give a bundle of a program and two files, below ``root``, as if it had been built."""
    folder = root / "build" / "bundle" / "spinecounsel"
    (folder / "_internal" / "fonts").mkdir(parents=True, exist_ok=True)
    start = folder / "spinecounsel"
    start.write_text(program)
    start.chmod(0o755)
    (folder / "_internal" / "a & b.txt").write_text("data")
    (folder / "_internal" / "fonts" / "übung.ttf").write_text("font")
    (root / "dist").mkdir(exist_ok=True)
    (root / "dist" / "THIRD-PARTY.txt").write_text("licences")
    icons = root / "build" / "icons"
    icons.mkdir(exist_ok=True)
    for size in (16, 24, 32, 48, 64, 128, 256, 512):
        (icons / f"spinecounsel-{size}.png").write_bytes(b"png")
    return Bundle(
        root=root,
        folder=folder,
        out=root / "dist",
        version=version,
        moment="1700000000",
        python=Path(sys.executable),
    )
