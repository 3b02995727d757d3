"""Reading a ZIP file that somebody brings: never without end, never more memory than agreed.

Nothing is ever unpacked under a name that stands in the file, so no name can lead astray.
"""

import io
import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from spinecounsel.files import open_to_read

CHUNK = 1024 * 1024
MOST_BY_NAME = 64 * 1024
# what the standard library raises for files that others made up
_ODD = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    MemoryError,
)


class Unsound(Exception):
    """The file is no whole archive, or not one of the kind that was asked for."""


class Archive:
    """An open ZIP file; its names are unique."""

    def __init__(self, entries: zipfile.ZipFile) -> None:
        self._entries = entries
        self._parts = {part.filename: part for part in entries.infolist()}
        if len(self._parts) != len(entries.infolist()):
            raise Unsound

    @property
    def names(self) -> frozenset[str]:
        """What is in it."""
        return frozenset(self._parts)

    @property
    def unpacked_size(self) -> int:
        """How many bytes all of it says it has."""
        return sum(part.file_size for part in self._parts.values())

    def size(self, name: str) -> int:
        """Give how many bytes ``name`` says it has; ``Unsound`` when there is none."""
        part = self._parts.get(name)
        if part is None:
            raise Unsound
        return part.file_size

    def is_stored(self, name: str) -> bool:
        """Whether ``name`` lies in it as it is, not compressed."""
        part = self._parts[name]
        return part.compress_type == zipfile.ZIP_STORED and part.compress_size == part.file_size

    def read(self, name: str, most: int) -> bytes:
        """Give the bytes of ``name``; ``Unsound`` when it is damaged, or has more than ``most``."""
        if self.size(name) > most:
            raise Unsound
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """Give the bytes of ``name`` piece by piece, never more than it says that it has.

        Raises:
            Unsound: it is damaged.
            OSError: the file cannot be read any further.
        """
        left = self.size(name)
        with _in_our_words(), self._entries.open(self._parts[name]) as part:
            while piece := part.read(CHUNK):
                left -= len(piece)
                if left < 0:
                    raise Unsound
                yield piece
        if left:
            raise Unsound


@contextmanager
def open_archive(path: Path, *, most_directory: int = MOST_BY_NAME) -> Iterator[Archive]:
    """Open the ZIP file at ``path`` for reading.

    Args:
        path: any file, or what is none.
        most_directory: how many bytes its list of contents may have.

    Raises:
        Unsound: it is no such file.
        OSError: it cannot be read.
    """
    with _Bounded(open_to_read(path), most_directory) as file:
        with _in_our_words():
            entries = zipfile.ZipFile(file)
        with entries:
            yield Archive(entries)


class _Bounded(io.BufferedReader):
    """A file that refuses to be read in too large pieces, which is how ``zipfile`` reads lists."""

    def __init__(self, raw: io.FileIO, most: int) -> None:
        super().__init__(raw)
        self._most = max(most, CHUNK)

    def read(self, size: int | None = -1, /) -> bytes:
        """Read ``size`` bytes; all that is left when that is little enough."""
        left = os.fstat(self.fileno()).st_size - self.tell()
        wanted = left if size is None or size < 0 else min(size, left)
        if wanted > self._most:
            raise zipfile.BadZipFile
        return super().read(max(0, wanted))


@contextmanager
def _in_our_words() -> Iterator[None]:
    try:
        yield
    except _ODD as error:
        raise Unsound from error
