"""What the bundle asks of Debian: the package of every library that it loads and does not bring."""

import re
from pathlib import Path

from installer.steps import Stop, needed, run

# By name of the library.  Where a newer release has another name for the package, either will do.
_PACKAGES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libbz2.so.1.0": "libbz2-1.0",
    "libcrypto.so.3": "libssl3t64 | libssl3",
    "libcups.so.2": "libcups2t64 | libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libffi.so.8": "libffi8",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "liblzma.so.5": "liblzma5",
    "libsqlite3.so.0": "libsqlite3-0",
    "libssl.so.3": "libssl3t64 | libssl3",
    "libstdc++.so.6": "libstdc++6",
    "libuuid.so.1": "libuuid1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
_OF_LIBC = re.compile(r"(libc|libm|libpthread|libdl|librt|libutil|ld-linux.*)\.so\.\d+")
_MAGIC = b"\x7fELF"


def packages(folder: Path) -> list[str]:
    """Give what Debian must have for the program in ``folder``, sorted.

    Raises:
        Stop: a library is neither in the folder nor known to be in a package.
    """
    files = [path for path in folder.rglob("*") if path.is_file() and _is_compiled(path)]
    brought = {path.name for path in files}
    asked, libc = set(), (2, 17)
    for file in sorted(files):
        shown = run([needed("readelf", "binutils"), "--wide", "--dynamic", "--version-info", file])
        asked |= set(re.findall(r"\(NEEDED\).*\[(.+?)\]", shown))
        versions = re.findall(r"Name: GLIBC_(\d+)\.(\d+)", shown)
        libc = max([libc, *((int(major), int(minor)) for major, minor in versions)])
    others = {name for name in asked - brought if not _OF_LIBC.fullmatch(name)}
    unknown = sorted(others - _PACKAGES.keys())
    if unknown:
        raise Stop(f"No package of Debian is named in needs.py for {', '.join(unknown)}.")
    return sorted({f"libc6 (>= {libc[0]}.{libc[1]})", *(_PACKAGES[name] for name in others)})


def _is_compiled(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC
