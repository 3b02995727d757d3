"""Overwriting memory that is free again, so that nothing of what it held can be read from it.

Python and SQLite free without wiping: words about patients would stay in a locked program until
something else happens to need their place, and would lie in a core dump.  So once everything that
can be let go is let go, free places of every size are taken, filled and given back.
"""

import ctypes
import sys

_BLOCKS = range(48, 513, 16)  # sizes of Python's own blocks that can hold a word
_BLOCKS_EACH = 4_000
_HEAD = sys.getsizeof(b"")
# of the C library, the largest first: what is left over of a place is taken by a smaller one
_LARGE = (240_000, 120_000, 64_000, 32_000, 21_000, 16_000, 12_000, 8_000, 6_000)
_PLACES = (*_LARGE, *range(4_600, 1_100, -100), *range(1_048, 24, -16))
_PLACES_EACH = 1_000_000  # bytes
_MOST_PLACES = 1_000


def forget_what_is_free() -> None:
    """Overwrite what is free, in some hundredths of a second; collect garbage before.

    The C library keeps some of it for the thread that freed it: each thread does it for itself.
    """
    for size in _BLOCKS:
        blocks = [bytes(size - _HEAD) for _ in range(_BLOCKS_EACH)]
        del blocks
    if sys.platform.startswith("linux"):
        _overwrite_places(ctypes.CDLL(None))
    else:
        large = [bytes(size) for size in _LARGE for _ in range(_PLACES_EACH // size)]
        del large


def _overwrite_places(library: ctypes.CDLL) -> None:
    """Take and fill places of the C library, then give whole pages back to the system.

    By ``malloc``, since ``calloc`` passes over those that were freed last.
    """
    take, give = library.malloc, library.free
    take.restype, take.argtypes = ctypes.c_void_p, (ctypes.c_size_t,)
    give.restype, give.argtypes = None, (ctypes.c_void_p,)
    taken = []
    for size in _PLACES:
        for _ in range(min(_MOST_PLACES, _PLACES_EACH // size)):
            if place := take(size):
                ctypes.memset(place, 0, size)
                taken.append(place)
    for place in taken:
        give(place)
    trim = getattr(library, "malloc_trim", None)  # GNU's only
    if trim is not None:
        trim(0)
