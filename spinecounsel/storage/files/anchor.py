"""The anchor: what the vault was last, kept outside it.

SQLite falls back without a word to an older state when its log is lost, and an old copy of the file
looks as good as the newest.  So each commit is followed by a note of how far the vault has come, in
one of two slots (a torn write spoils one only), authenticated by a key that only an open vault has.
"""

import errno
import hashlib
import hmac
import os
import struct
from pathlib import Path

from spinecounsel.frozen import Frozen

SLOT = 512
MOST_WAITING = 32
_MAGIC = b"SCA1"
_LAYOUT = struct.Struct(">4sQQ32s")
_TAG = hashlib.sha256().digest_size
GENESIS = bytes(32)


class Standing(Frozen, frozen=True):
    """How far a vault has come: commits ever made, audit events, digest of the last event."""

    generation: int = 0
    events: int = 0
    head: bytes = GENESIS


class Anchor:
    """The notes of one open vault.

    A commit does not wait until its note is on the disk too: that would double what each costs, and
    a note may lag behind.  Only every ``MOST_WAITING``-th is waited for, and until then the other
    slot stays as it is, so that a power cut can spoil one only.

    Args:
        file: where they are.
        key: what authenticates them.
    """

    def __init__(self, file: Path, key: bytes) -> None:
        self._file = file
        self._key = key
        self._handle = -1
        self._slot = 0
        self._waiting = 0
        self._is_even = True  # whether both slots say the same, as far as is known

    def note(self, standing: Standing) -> None:
        """Note ``standing``; ``OSError`` when that cannot be done."""
        self._waiting += 1
        durable = self._waiting >= MOST_WAITING
        self._is_even = False
        self._write(standing, self._slot, durable=durable)
        if durable:
            self._slot, self._waiting = 1 - self._slot, 0

    def settle(self, standing: Standing) -> None:
        """Note ``standing`` in both slots, one after the other: a torn one is whole again."""
        if not self._is_even:
            for slot in (0, 1):
                self._write(standing, slot, durable=True)
            self._waiting, self._is_even = 0, True

    def take_up(self, standing: Standing) -> None:
        """Go on from what an earlier opening noted, which needs no writing when all is well."""
        known = read_notes(self._file, self._key)
        self._is_even = known == [standing, standing]
        self.settle(standing)

    def read(self) -> Standing | None:
        """Give the newest note that is authentic."""
        return read_anchor(self._file, self._key)

    def close(self) -> None:
        """Close the file."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def _write(self, standing: Standing, slot: int, *, durable: bool) -> None:
        body = _LAYOUT.pack(_MAGIC, standing.generation, standing.events, standing.head)
        note = (body + hmac.digest(self._key, body, hashlib.sha256)).ljust(SLOT, b"\0")
        handle = self._open_file()
        os.lseek(handle, SLOT * slot, os.SEEK_SET)  # pwrite is not to be had everywhere
        if os.write(handle, note) < SLOT:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if durable:
            os.fsync(handle)

    def _open_file(self) -> int:
        """Give the file, open; also after somebody took it away or put another in its place."""
        if self._handle >= 0:
            found = os.fstat(self._handle)
            if found.st_nlink and found.st_size == 2 * SLOT:
                return self._handle
            self.close()
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
        self._handle = os.open(self._file, flags, 0o600)
        if os.fstat(self._handle).st_size != 2 * SLOT:
            os.ftruncate(self._handle, 2 * SLOT)
        return self._handle


def mend_anchor(file: Path, key: bytes, standing: Standing) -> None:
    """Note ``standing`` durably in both slots; ``OSError`` when that cannot be done."""
    anchor = Anchor(file, key)
    try:
        anchor.take_up(standing)
    finally:
        anchor.close()


def read_anchor(file: Path, key: bytes) -> Standing | None:
    """Give the newest note that is authentic; None when there is none."""
    return newest(read_notes(file, key))


def read_notes(file: Path, key: bytes) -> list[Standing | None]:
    """Give what each slot says, None for one that is not authentic; nothing of a file that lacks.

    ``OSError`` when it cannot be read.
    """
    try:
        with file.open("rb", buffering=0) as anchor:
            data = anchor.read(2 * SLOT + 1)  # no more than tells that it is too long
    except FileNotFoundError:
        return []
    if len(data) != 2 * SLOT:  # a crash can tear a slot, but not shorten the file
        return []
    slots = [data[:SLOT], data[SLOT:]]
    notes = {slot: _authentic(slot, key) for slot in slots}  # once where both say the same
    return [notes[slot] for slot in slots]


def newest(notes: list[Standing | None]) -> Standing | None:
    """Give the note that is the furthest; None when there is none."""
    there = [note for note in notes if note is not None]
    return max(there, key=lambda note: note.generation, default=None)


def _authentic(slot: bytes, key: bytes) -> Standing | None:
    body, tag = slot[: _LAYOUT.size], slot[_LAYOUT.size : _LAYOUT.size + _TAG]
    if not hmac.compare_digest(tag, hmac.digest(key, body, hashlib.sha256)):
        return None
    magic, generation, events, head = _LAYOUT.unpack(body)
    return Standing(generation, events, head) if magic == _MAGIC else None
