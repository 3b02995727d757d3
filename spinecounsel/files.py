"""Writing a file whole or not at all; opening one that somebody brings without waiting for it."""

import errno
import io
import os
import stat
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from spinecounsel.errors import UserError
from spinecounsel.wording import say

FULL = frozenset({errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC})
CLOSED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
GONE = frozenset({errno.ENOENT, errno.ENOTDIR})
TOO_LONG = frozenset({errno.ENAMETOOLONG, errno.EINVAL})
TOO_LARGE = frozenset({errno.EFBIG})
UNPLUGGED = frozenset({errno.EIO, errno.ENODEV, errno.ENXIO})
PART = ".part"


class CannotWrite(UserError):
    """A file could not be written; what stood there before stands there still.

    Args:
        path: the file that was to be written.
        sentence: what happened and what to do next, ready to be shown.
    """

    def __init__(self, path: Path, sentence: str) -> None:
        self.path = path
        super().__init__(sentence)


def write_safely(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``: a reader finds the old file or the whole new one, never a part.

    A temporary file in the same folder gets rights for its owner only before the first byte, is
    brought to the disk, then takes the place of ``path``.

    Raises:
        CannotWrite: with what to do next; ``path`` is as before, the temporary file is gone.
    """
    stream_safely(path, lambda file: file.write(data))


def stream_safely(
    path: Path,
    fill: Callable[[BinaryIO], object],
    *,
    check: Callable[[Path], object] | None = None,
    prefix: str = ".writing-",
) -> None:
    """Write to ``path`` as ``write_safely`` does, what is too large to be held in memory.

    Args:
        path: where to.
        fill: writes into the open file.
        check: looks at the file once it is on the disk, before it takes its place.
        prefix: how the temporary file's name begins.

    Raises:
        CannotWrite: as ``write_safely`` does, also for an ``OSError`` of ``fill`` and ``check``.
        Exception: what ``fill`` and ``check`` raise; ``path`` is as before then, too.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=prefix, suffix=PART)
    except OSError as error:
        raise cannot_write(path, error) from error
    temporary = Path(name)
    try:
        _fill(handle, fill)
        if check is not None:
            check(temporary)
        _take_place(temporary, path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    with suppress(OSError):  # the file is whole by now; some network drives know no such order
        bring_to_disk(path.parent)


def cannot_write(path: Path, error: OSError) -> CannotWrite:
    """Give the plain sentence for ``error``, met while writing to ``path``."""
    return CannotWrite(path, _sentence(path, error))


def open_to_read(path: Path) -> io.FileIO:
    """Open a file of any kind that somebody names; a pipe is not waited for.

    Raises:
        OSError: it cannot be read, or is no file.
    """
    file = io.FileIO(path, "r", opener=without_waiting)
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "no regular file")
    return file


def without_waiting(path: str, flags: int) -> int:
    """Open what may be a pipe without waiting for somebody to write into it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _fill(handle: int, fill: Callable[[BinaryIO], object]) -> None:
    """Fill an open file, which ``mkstemp`` made for its owner only, and close it."""
    with os.fdopen(handle, "wb") as file:
        fill(file)
        file.flush()
        os.fsync(file.fileno())


def _take_place(temporary: Path, path: Path) -> None:
    """Put the whole file where ``path`` is; Windows refuses while a program has that one open."""
    try:
        temporary.replace(path)
    except PermissionError as error:
        if not path.is_file():
            raise
        sentence = say(
            "“{name}” was not replaced: it is open in another program, or protected. "
            "Nothing was lost. Close it there, then save again, or choose another name.",
            name=path.name,
        )
        raise CannotWrite(path, sentence) from error


def bring_to_disk(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system lets a folder be opened."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # of a name that is too long even to be asked about
        return False


def _sentence(path: Path, error: OSError) -> str:
    name, folder, number = path.name, str(path.parent), error.errno
    if number in FULL:
        return say(
            "The disk is full, so “{name}” was not saved. Nothing was lost. "
            "Make room on the disk, then save again.",
            name=name,
        )
    if number in TOO_LONG:
        return say(
            "The name “{name}” is too long or has a character this disk does not take. "
            "Nothing was lost. Choose another name.",
            name=name,
        )
    if _is_folder(path):
        return say(
            "“{name}” is a folder, so no file can be saved under that name. Nothing was lost. "
            "Choose another name.",
            name=name,
        )
    if number in CLOSED:
        return say(
            "The folder “{folder}” cannot be written to, so “{name}” was not saved. "
            "Nothing was lost. Choose another folder, or ask for the right to write there.",
            folder=folder,
            name=name,
        )
    if number in GONE:
        return say(
            "The folder “{folder}” is not there, so “{name}” was not saved. Nothing was lost. "
            "Choose another folder, or plug the drive in again.",
            folder=folder,
            name=name,
        )
    return _sentence_of_drive(name, error)


def _sentence_of_drive(name: str, error: OSError) -> str:
    if error.errno in UNPLUGGED:
        return say(
            "The drive stopped answering, so “{name}” was not saved: it was pulled out, or it is "
            "faulty. Nothing was lost. Plug it in again, or take another drive.",
            name=name,
        )
    if error.errno in TOO_LARGE:
        return say(
            "“{name}” is larger than this drive takes in one file, so it was not saved. Nothing "
            "was lost. Choose another drive, or one that was formatted as exFAT.",
            name=name,
        )
    return say(
        "“{name}” could not be saved ({reason}). Nothing was lost. "
        "Try again, or choose another folder.",
        name=name,
        reason=error.strerror or type(error).__name__,
    )
