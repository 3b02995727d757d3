"""What packages of Python bring inside their compiled files, and under which licence.

Runs in the environment of the build, where the packages can be asked for versions.
"""

import json
import re
from collections.abc import Callable
from functools import partial
from importlib.metadata import Distribution
from typing import Any, NamedTuple


class Native(NamedTuple):
    """A library within a package: its name and licence, and how to learn its version."""

    name: str
    licence: str
    version: Callable[[], str]


def within(package: str, files: list[str], distribution: Distribution | None) -> list[Native]:
    """Give what ``package`` holds, given those of its files that are in the bundle."""
    found = list(_KNOWN.get(package, ()))
    if distribution is not None:
        found += _beside(files, distribution) + _crates(distribution)
    return found


def _beside(files: list[str], package: Distribution) -> list[Native]:
    """Give the libraries that lie beside the package, as put there by whoever made its wheel."""
    found = []
    for file in files:
        name = re.fullmatch(r".*[.]libs/(lib)?(\w+?)(-[0-9a-f]+)?[.](so[.]?|dll|dylib)(.*)", file)
        if name and name[2] in _BESIDE:
            real, licence = _BESIDE[name[2]]
            version = _named(package, real) or name[5]
            found.append(Native(real, licence, partial(str, version)))
        elif name and name[2] not in _ASKED:
            found.append(Native(name[2], "see its text", partial(str, name[5])))
    return found


def _named(package: Distribution, name: str) -> str:
    """Give the version of a library that the wheel's own lists name."""
    return next(
        (part["version"] for part in _listed(package) if name.lower() in part["name"].lower()), ""
    )


def _crates(package: Distribution) -> list[Native]:
    """Give the parts written in Rust, which the wheel lists; not what only built it."""
    return [
        Native(part["name"], _licence(part), partial(str, part["version"]))
        for part in _listed(package)
        if part.get("purl", "").startswith("pkg:cargo/") and part.get("scope") != "excluded"
    ]


def _licence(part: dict[str, Any]) -> str:
    first: dict[str, Any] = next(iter(part.get("licenses", ())), {})
    return str(first.get("expression") or "see its text")


def _listed(package: Distribution) -> list[dict[str, Any]]:
    """Give the parts that the wheel's lists (SBOM) name, each with a version."""
    lists = [file for file in package.files or () if "/sboms/" in str(file)]
    read = (json.loads(file.read_text()).get("components", ()) for file in sorted(lists))
    parts = [part for parts in read for part in parts]
    return [part for part in parts if part.get("version")]


def _qt() -> str:
    from PySide6.QtCore import qVersion

    return qVersion()


def _python_parts() -> dict[str, str]:
    import decimal
    import pyexpat

    return {
        "libmpdec": decimal.__libmpdec_version__,
        "Expat": pyexpat.EXPAT_VERSION.removeprefix("expat_"),
    }


def _sqlcipher(question: str) -> str:
    from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

    with dbapi2.connect(":memory:") as database:
        database.execute("PRAGMA key = 'only asked for versions'")
        return str(database.execute(question).fetchone()[0])


def _openssl_of_cryptography() -> str:
    from cryptography.hazmat.backends.openssl.backend import backend

    return _number(backend.openssl_version_text())


def _qpdf() -> str:
    import pikepdf

    return str(pikepdf.__libqpdf_version__)


def _pdfium() -> str:
    from pypdfium2 import PDFIUM_INFO  # type: ignore[import-untyped]

    return str(PDFIUM_INFO.version)


def _harfbuzz() -> str:
    import uharfbuzz  # type: ignore[import-untyped]

    return str(uharfbuzz.version_string())


def _number(text: str) -> str:
    found = re.search(r"\d+(\.\d+)+", text)
    return found[0] if found else ""


def _as_its_package() -> str:
    return ""


_KNOWN = {
    "CPython": (
        Native("Expat", "MIT", lambda: _python_parts()["Expat"]),
        Native("libmpdec", "BSD-2-Clause", lambda: _python_parts()["libmpdec"]),
    ),
    "pyside6-essentials": (
        Native("Qt", "LGPL-3.0-only", _qt),
        Native("ICU", "Unicode-3.0", _as_its_package),
        Native("PCRE2", "BSD-3-Clause", _as_its_package),
        Native("double-conversion", "BSD-3-Clause", _as_its_package),
        Native("TinyCBOR", "MIT", _as_its_package),
        Native("HarfBuzz", "MIT-Modern-Variant", _as_its_package),
        Native("libpng", "libpng-2.0", _as_its_package),
        Native("MD4C", "MIT", _as_its_package),
    ),
    "pikepdf": (Native("qpdf", "Apache-2.0", _qpdf),),
    "cryptography": (Native("OpenSSL", "Apache-2.0", _openssl_of_cryptography),),
    "sqlcipher3": (
        Native("SQLCipher", "BSD-3-Clause", lambda: _number(_sqlcipher("PRAGMA cipher_version"))),
        Native("SQLite", "blessing", lambda: _sqlcipher("SELECT sqlite_version()")),
        Native(
            "OpenSSL",
            "Apache-2.0",
            lambda: _number(_sqlcipher("PRAGMA cipher_provider_version")),
        ),
    ),
    "argon2-cffi-bindings": (Native("Argon2", "CC0-1.0 OR Apache-2.0", _as_its_package),),
    "pypdfium2": (
        Native("PDFium", "BSD-3-Clause AND Apache-2.0", _pdfium),
        Native("FreeType", "FTL", _as_its_package),
        Native("OpenJPEG", "BSD-2-Clause", _as_its_package),
        Native("Little CMS", "MIT", _as_its_package),
        Native("libjpeg-turbo", "IJG AND BSD-3-Clause", _as_its_package),
        Native("zlib", "Zlib", _as_its_package),
    ),
    "uharfbuzz": (Native("HarfBuzz", "MIT-Modern-Variant", _harfbuzz),),
}
_ASKED = ("qpdf",)  # whose version the package knows better than the name of its file
_BESIDE = {
    "Xau": ("libXau", "MIT-open-group"),
    "jpeg": ("libjpeg-turbo", "IJG AND BSD-3-Clause"),
    "lcms2": ("Little CMS", "MIT"),
    "lzma": ("liblzma", "0BSD"),
    "openjp2": ("OpenJPEG", "BSD-2-Clause"),
    "tiff": ("libtiff", "libtiff"),
    "xcb": ("libxcb", "X11"),
    "zstd": ("Zstandard", "BSD-3-Clause"),
}
