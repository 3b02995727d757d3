"""The anchor: what the vault was last, kept outside it.

SQLite falls back without a word to an older state when its log is lost, and an old copy of the file
looks as good as the newest.  So each commit is followed by a note of how far the vault has come, in
one of two slots by turns (a torn write spoils one only), authenticated by a key that only an open
vault has.
"""

import hashlib
import hmac
import os
import struct
from pathlib import Path

from spinecounsel.frozen import Frozen

SLOT = 512
_MAGIC = b"SCA1"
_LAYOUT = struct.Struct(">4sQQ32s")
_TAG = hashlib.sha256().digest_size
GENESIS = bytes(32)


class Standing(Frozen, frozen=True):
    """How far a vault has come: commits ever made, audit events, digest of the last event."""

    generation: int = 0
    events: int = 0
    head: bytes = GENESIS


def write_anchor(file: Path, key: bytes, standing: Standing) -> None:
    """Note ``standing`` durably, in the older slot; ``OSError`` when that cannot be done."""
    _write(file, key, standing, standing.generation % 2)


def mend_anchor(file: Path, key: bytes, standing: Standing) -> None:
    """Note ``standing`` in both slots, one after the other: a torn one is whole again."""
    for slot in (standing.generation % 2, (standing.generation + 1) % 2):
        _write(file, key, standing, slot)


def read_anchor(file: Path, key: bytes) -> Standing | None:
    """Give the newest note that is authentic; None when there is none."""
    with file.open("rb") as anchor:
        data = anchor.read()
    if len(data) != 2 * SLOT:  # a crash can tear a slot, but not shorten the file
        return None
    found = [_authentic(data[start : start + SLOT], key) for start in (0, SLOT)]
    notes = [note for note in found if note is not None]
    return max(notes, key=lambda note: note.generation, default=None)


def _write(file: Path, key: bytes, standing: Standing, slot: int) -> None:
    body = _LAYOUT.pack(_MAGIC, standing.generation, standing.events, standing.head)
    note = (body + hmac.digest(key, body, hashlib.sha256)).ljust(SLOT, b"\0")
    handle = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "r+b", buffering=0) as anchor:
        if os.fstat(handle).st_size != 2 * SLOT:
            anchor.truncate(2 * SLOT)
        anchor.seek(SLOT * slot)
        anchor.write(note)
        os.fsync(handle)


def _authentic(slot: bytes, key: bytes) -> Standing | None:
    body, tag = slot[: _LAYOUT.size], slot[_LAYOUT.size : _LAYOUT.size + _TAG]
    if not hmac.compare_digest(tag, hmac.digest(key, body, hashlib.sha256)):
        return None
    magic, generation, events, head = _LAYOUT.unpack(body)
    return Standing(generation, events, head) if magic == _MAGIC else None
