"""Qt's library of Unicode data without the tables that nothing here asks for.

Qt brings all of ICU's data: a sixth of the package.  Of ICU it asks for the order of names
(file dialogs), upper and lower case, zones of time and converters; Qt has names of languages,
months, countries and money of its own.  So these stay: the order of every language, what the
other tables lean on, and the converters that need no table (UTF-8, UTF-16, Latin-1).
"""

import re
import struct
from pathlib import Path
from typing import NamedTuple

from installer.steps import Stop, fresh, needed, run

LIBRARY = "libicudata.so"
_KEPT = re.compile(
    r"coll/.*|[^/]*\.nrm|(cnvalias|uemoji|ulayout)\.icu|"
    r"(root|pool|res_index|supplementalData|zoneinfo64|timezoneTypes|windowsZones|metaZones|"
    r"metadata|keyTypeData|likelySubtags|langInfo|numberingSystems|icuver|icustd)\.res"
)
_FORMAT = b"CmnD"  # of a package of tables: header, list of names and places, tables
_ALIGNED = 16


class Table(NamedTuple):
    """One table: its whole name, and its bytes."""

    name: bytes
    data: bytes


def reduced(library: str, work: Path) -> str:
    """Give the path of a library like ``library``, with only the tables that are kept.

    Raises:
        Stop: it has another shape than the ICU that this was written for.
    """
    version = Path(library).name.removeprefix(f"{LIBRARY}.").split(".")[0]
    header, tables = read(Path(library).read_bytes())
    kept = [table for table in tables if _KEPT.fullmatch(_short(table))]
    if not any(_short(table) == "coll/ucadata.icu" for table in kept):
        raise Stop(f"{library} has no order of names; installer/icu.py must learn its shape.")
    folder = fresh(work / "icu")
    (folder / "tables.dat").write_bytes(written(header, kept))
    (folder / "tables.s").write_text(_ASSEMBLY.replace("@SYMBOL@", f"icudt{version}_dat"))
    run([needed("as", "binutils"), "-o", "tables.o", "tables.s"], cwd=folder)
    made = f"{LIBRARY}.{version}"
    run(
        [
            *(needed("ld", "binutils"), "-shared", "-soname", made, "--build-id=none"),
            *("-z", "noexecstack", "-o", made, "tables.o"),
        ],
        cwd=folder,
    )
    return str(folder / made)


def read(library: bytes) -> tuple[bytes, list[Table]]:
    """Give the header of the package that lies in ``library``, and its tables."""
    start = library.find(_FORMAT) - 12
    if start < 0 or library[start + 2 : start + 4] != b"\xda\x27" or library[start + 8]:
        raise Stop("The Unicode data of Qt has a new shape; installer/icu.py must learn it.")
    size = struct.unpack_from("<H", library, start)[0]
    body = memoryview(library)[start + size :]
    count = struct.unpack_from("<I", body)[0]
    places = [struct.unpack_from("<II", body, 4 + 8 * n) for n in range(count)]
    ends = [*(place for _, place in places[1:]), len(body)]
    return library[start : start + size], [
        Table(bytes(body[name : name + 200]).split(b"\0", 1)[0], bytes(body[place:end]))
        for (name, place), end in zip(places, ends, strict=True)
    ]


def written(header: bytes, tables: list[Table]) -> bytes:
    """Give the package of ``tables``, which stay in the order of their names."""
    names = b"".join(table.name + b"\0" for table in tables)
    name, place = 4 + 8 * len(tables), _up(4 + 8 * len(tables) + len(names))
    listed, bodies = [struct.pack("<I", len(tables))], []
    for table in tables:
        listed.append(struct.pack("<II", name, place))
        bodies.append(table.data.ljust(_up(len(table.data)), b"\xaa"))
        name += len(table.name) + 1
        place += len(bodies[-1])
    top = b"".join((*listed, names))
    return b"".join((header, top.ljust(_up(len(top)), b"\xaa"), *bodies))


def _short(table: Table) -> str:
    return table.name.decode("ascii").split("/", 1)[-1]


def _up(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED


_ASSEMBLY = """\
.section .rodata
.balign 16
.globl @SYMBOL@
.type @SYMBOL@, @object
@SYMBOL@:
.incbin "tables.dat"
.size @SYMBOL@, . - @SYMBOL@
.section .note.GNU-stack, "", %progbits
"""
