"""Overwriting memory that is free again, so that nothing of what it held can be read from it.

Python and SQLite free without wiping: words about patients would stay in a locked program until
something else happens to need their place, and would lie in a core dump.  So once everything that
can be let go is let go, free places of every size are taken, filled and given back.
"""

import ctypes
import sys
from typing import Any

_BLOCKS = range(48, 513, 16)  # sizes of Python's own blocks that can hold a word
_BLOCKS_EACH = 4_000
_HEAD = sys.getsizeof(b"")
# sizes of places of the C library: what is left over of a place is taken by a smaller one
_PLACES = (*(2**power for power in range(16, 10, -1)), *range(1_032, 8, -16))
_AT_ONCE = 64
_MOST = 512 * 1024 * 1024  # bytes in all, should the end never be seen
_ARENA_MAX = -8  # of mallopt
_ELSEWHERE = (240_000, 64_000, 21_000, 8_000, 4_000, 2_000, 1_000)


def keep_memory_in_one_place() -> None:
    """Let all threads take memory from one place, which can then be overwritten from any of them.

    To be called before a second thread is started; the C library of Linux makes one for each.
    """
    if sys.platform.startswith("linux"):
        set_option = getattr(ctypes.CDLL(None), "mallopt", None)  # GNU's only
        if set_option is not None:
            set_option(_ARENA_MAX, 1)


def forget_what_is_free() -> None:
    """Overwrite what is free, in some hundredths of a second; collect garbage before.

    Each thread does it for itself, since the C library keeps the last that it freed.
    """
    for size in _BLOCKS:
        blocks = [bytes(size - _HEAD) for _ in range(_BLOCKS_EACH)]
        del blocks
    library = ctypes.CDLL(None) if sys.platform.startswith("linux") else None
    if library is not None and hasattr(library, "mallinfo2"):  # GNU's only
        _overwrite_places(library)
    else:
        large = [bytes(size) for size in _ELSEWHERE for _ in range(1_000_000 // size)]
        del large


class _Counts(ctypes.Structure):
    """What ``mallinfo2`` gives; ``top`` is what has never been in use, or was given back."""

    _names = ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks")
    _fields_ = [(name, ctypes.c_size_t) for name in (*_names, "fordblks", "top")]


def _overwrite_places(library: ctypes.CDLL) -> None:
    """Take and fill every free place of the C library, then give whole pages back to the system.

    A size is done once it is cut from the top, since every free place that is large enough is
    taken before.  By ``malloc``: ``calloc`` passes over those that were freed last.
    """
    take, give, room, counts = _of(library)
    taken: list[int] = []
    library.malloc_trim(0)
    filled = 0
    for size in _PLACES:
        top = counts().top
        while counts().top == top and filled < _MOST:
            for place in filter(None, [take(size) for _ in range(_AT_ONCE)]):
                ctypes.memset(place, 0, room(place))
                taken.append(place)
            filled += size * _AT_ONCE
    for place in taken:
        give(place)
    library.malloc_trim(0)


def _of(library: ctypes.CDLL) -> tuple[Any, Any, Any, Any]:
    """Give what takes a place, gives it back, tells its size, and counts."""
    take, give, room = library.malloc, library.free, library.malloc_usable_size
    take.restype, take.argtypes = ctypes.c_void_p, (ctypes.c_size_t,)
    give.restype, give.argtypes = None, (ctypes.c_void_p,)
    room.restype, room.argtypes = ctypes.c_size_t, (ctypes.c_void_p,)
    counts = library.mallinfo2
    counts.restype = _Counts
    return take, give, room, counts
