"""What goes into the installed program: everything that it imports and shows, and nothing else.

Left out, with the reason:

- Qt's network, declarative and database modules: nothing here uses them, and without QtNetwork
  nothing in Qt could open a connection.
- Platforms for devices without a desktop (eglfs, linuxfb, vnc, minimal), the GTK theme (it brings
  forty libraries and another look), input methods on screen, and picture formats we never read.
- Shells of Wayland for cars and kiosks, and its ways to share pictures of graphics cards: a
  desktop speaks xdg-shell, and our windows are drawn by the processor.
- Most of ICU's tables (icu.py): Qt asks for few of them, and they were a sixth of the package.
- Qt's translations, but for those of languages that a content pack has.
- Modules of the standard library for developers, second ways of what is there in C, and Pillow's
  formats that no document needs.
- Pictures for the README.

Kept, with the reason:

- QtCore, QtGui, QtWidgets: the window.  QtPrintSupport: paper.  QtDBus: to lock before sleep, and
  what the xcb and Wayland platforms ask for.  QtTest: its clicks and keys play the demonstration.
- The platforms ``offscreen`` (the self-test), ``xcb`` and ``wayland``; input methods (ibus and
  compose) for letters that a keyboard lacks; the portal for a desktop's own file dialogs.
- The order of names in every language, for file dialogs.
- Codecs of older encodings: Python does not start where the system uses one.
- aiohttp, with what it brings: pyHanko imports it, and it is never asked to fetch.

``installer/packages.py`` lists the packages, and every file of the bundle belongs to one of them.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from installer import icu

Entry = tuple[str, str, str]  # name in the bundle, file on the disk, kind

_BARCODES = (
    "code39 code93 code128 common dmtx eanbc ecc200datamatrix fourstate lto qr qrencoder usps"
)
# imported by names that are put together while the program runs
IMPORTED_BY_NAME = [
    *("sqlcipher3._sqlite3", "_cffi_backend", "PySide6.support.deprecated"),
    *(f"reportlab.graphics.barcode.{name}" for name in f"{_BARCODES} usps4s widgets".split()),
]
_PICTURES = (  # not TIFF: by it a JPEG says which way is up, and logos may be JPEG
    "Avif Blp Bmp Bufr Cur Dcx Dds Eps Fits Fli Fpx Ftex Gbr Gif Grib Hdf5 Icns Ico Im Imt Iptc "
    "Jpeg2K Mcidas Mic Mpeg Mpo Msp Palm Pcd Pcx Pdf Pixar Psd Qoi Sgi Spider Sun Tga Wal "
    "WebP Wmf Xbm Xpm XVThumb"
)
LEFT_OUT_MODULES = [
    *("tkinter", "unittest", "pydoc", "pydoc_data", "test", "lib2to3", "idlelib", "ensurepip"),
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql"),
    *("pandas", "numpy", "IPython", "setuptools", "pkg_resources", "hatchling", "pip"),
    *("lxml", "readline", "curses", "charset_normalizer", "cffi", "pycparser"),
    *(f"PIL.{name}ImagePlugin" for name in _PICTURES.split()),
    *("PIL._avif", "PIL._webp", "PIL._imagingft", "_pydecimal", "xmlrpc", "multiprocessing"),
    *("PIL._imagingmorph", "PIL._imagingtk", "PIL.ImageTk", "PIL.ImageQt", "distutils", "doctest"),
]
_LIBRARIES = (
    *("Qt6Quick", "Qt6Qml", "Qt6QmlModels", "Qt6QmlMeta", "Qt6QmlWorkerScript", "Qt6OpenGL"),
    *("Qt6Pdf", "Qt6VirtualKeyboard", "Qt6EglFS", "Qt6EglFSDeviceIntegration", "Qt6Network"),
    *("Qt6EglFsKmsSupport", "Qt6Sql", "Qt6Svg", "opengl32sw"),
)
_PLUGINS = (
    *("platforms/libqeglfs", "platforms/libqlinuxfb", "platforms/libqvnc", "platforms/libqvkkhr"),
    *(
        "platforms/libqminimal",
        "platforms/qminimal",
        "platforms/qdirect2d",
        "egldeviceintegrations/",
    ),
    *("platforminputcontexts/libqtvirtualkeyboard", "platforminputcontexts/qtvirtualkeyboard"),
    *("imageformats/", "iconengines/", "networkinformation/", "tls/", "qmltooling/", "sqldrivers/"),
    *("generic/", "platformthemes/libqgtk3", "wayland-graphics-integration-server"),
    *("vectorimageformats/", "wayland-decoration-client/libadwaita"),
    "wayland-graphics-integration-client",
    *(f"wayland-shell-integration/lib{name}" for name in ("fullscreen", "ivi", "qt-", "wl-")),
)
_NOT_PACKED = {"pictures"}


def data_files(root: Path) -> list[tuple[str, str]]:
    """Give the files of ours that are not code, and the folders they go to."""
    kept = sorted(path for path in (root / "resources").iterdir() if path.is_dir())
    files = [
        (str(path), f"spinecounsel/resources/{path.name}")
        for path in kept
        if path.name not in _NOT_PACKED
    ]
    return files + [(str(root / name), ".") for name in ("LICENSE", "NOTICE")]


def icon_for_this_system(root: Path) -> str | None:
    """Give the file with the program's picture that this system wants inside a program."""
    icon = {"win32": "spinecounsel.ico", "darwin": "spinecounsel.icns"}.get(sys.platform)
    file = root / "build" / "icons" / icon if icon else None
    return str(file) if file is not None and file.exists() else None


def may_strip() -> bool:
    """Whether symbols for developers may be removed: only where the tools for it are ours."""
    return sys.platform.startswith("linux")


def pruned(
    binaries: list[Entry], datas: list[Entry], work: Path
) -> tuple[list[Entry], list[Entry]]:
    """Give what stays of the libraries and files that were gathered; ``work`` takes new ones."""
    binaries = [each for each in binaries if _stays(each[0])]
    datas = [each for each in datas if _stays(each[0])]
    if sys.platform.startswith("linux"):
        reached = _reached(binaries)
        binaries = [each for each in binaries if _is_ours(each, reached)]
        datas = [each for each in datas if each[2] != "SYMLINK" or _name(each) in reached]
        binaries = [_lighter(each, work) for each in binaries]
    return sorted(binaries), sorted(datas)


def _lighter(entry: Entry, work: Path) -> Entry:
    name, file, kind = entry
    if not _name(entry).startswith(icu.LIBRARY):
        return entry
    return name, icu.reduced(file, work), kind


def _stays(name: str) -> bool:
    path = name.replace("\\", "/")
    stem = path.rsplit("/", 1)[-1].split(".so")[0].removesuffix(".dll").removeprefix("lib")
    if stem in _LIBRARIES:
        return False
    if any(part in path for part in _PLUGINS):
        return False
    return "/translations/" not in path and not path.endswith((".pyi", "/py.typed"))


def _is_ours(entry: Entry, reached: set[str]) -> bool:
    """Whether a library is ours to bring: used by what is kept, and not the system's own."""
    name, file, _kind = entry
    if _is_start(entry):
        return True
    if _name(entry) not in reached:
        return False
    return "/" in name or "libpython" in name or "site-packages" in os.path.realpath(file)


def _is_start(entry: Entry) -> bool:
    """Whether a library is asked for by name: a module of Python, or a plugin of Qt."""
    name, _file, kind = entry
    return kind == "EXTENSION" or ("/" in name and "/Qt/lib/" not in name)


def _reached(binaries: Iterable[Entry]) -> set[str]:
    """Give the names of all libraries that are loaded, directly or not, by what is no library."""
    files: dict[str, list[str]] = {}
    for entry in binaries:
        files.setdefault(_name(entry), []).append(entry[1])
    start = [entry[1] for entry in binaries if _is_start(entry)]
    waiting = [*start, *(file for name in files if "libpython" in name for file in files[name])]
    reached = {Path(file).name for file in waiting}
    seen: set[str] = set()
    while waiting:
        file = waiting.pop()
        if file not in seen and Path(file).is_file():
            seen.add(file)
            for name in _needed(file):
                reached.add(name)
                waiting += files.get(name, [])
    return reached


def _needed(file: str) -> list[str]:
    shown = subprocess.run(  # noqa: S603 - a fixed command on our own files
        ["readelf", "-d", file],  # noqa: S607 - from binutils, wherever it lies
        capture_output=True,
        text=True,
        check=False,
    )
    return re.findall(r"NEEDED.*\[(.+?)\]", shown.stdout)


def _name(entry: Entry) -> str:
    return Path(entry[0]).name
