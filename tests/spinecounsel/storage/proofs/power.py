"""What a disk may hold after a power cut, by the record that the shim made of all changes.

The model is harsh: what a file was synced with is there; of what came after, any part, in sectors
of 512 bytes; names that were made, changed or taken away since their folder was synced may be as
before, in order up to any one of them.
"""

import struct
from dataclasses import dataclass, field
from pathlib import Path

WRITE, TRUNCATE, SYNC, UNLINK, RENAME = range(1, 6)
SECTOR = 512
POLICIES = ("none", "random", "torn", "all")
_HEAD = struct.Struct("<IIQQ")


@dataclass(frozen=True)
class Change:
    """One change: of what kind, to which file, where, and the bytes or the other name."""

    what: int
    name: str
    place: int
    data: bytes


@dataclass
class File:
    """What is surely on the disk, and what may be."""

    durable: bytearray = field(default_factory=bytearray)
    waiting: list[Change] = field(default_factory=list)


class Disk:
    """A folder as it comes to be, change by change, from a copy of what it was ``before``."""

    def __init__(self, before: Path, folder: Path) -> None:
        self._folder = str(folder)
        self._present = {
            file.name: File(bytearray(file.read_bytes()))
            for file in before.iterdir()
            if file.is_file() and not file.name.endswith(("-shm", "ack"))
        }
        self._durable = dict(self._present)
        self._names_waiting: list[dict[str, File]] = []

    def take(self, change: Change) -> None:
        """Follow one change."""
        if change.what == SYNC and change.name == self._folder:
            self._durable, self._names_waiting = dict(self._present), []
        elif change.what == SYNC:
            file = self._file(change.name)
            for each in file.waiting:
                apply(file.durable, each)
            file.waiting = []
        elif change.what == UNLINK:
            self._present.pop(change.name, None)
            self._names_waiting.append(dict(self._present))
        elif change.what == RENAME:
            self._present[Path(change.data.decode()).name] = self._present.pop(change.name)
            self._names_waiting.append(dict(self._present))
        else:
            self._file(change.name).waiting.append(change)

    def cut(self, dice) -> dict[str, bytes]:
        """Give what may be there when the power goes now."""
        names = dice.choice([self._durable, *self._names_waiting])
        policy = dice.choice(POLICIES)
        found: dict[int, bytes] = {}
        for file in names.values():
            if id(file) not in found:
                found[id(file)] = _after(file, policy, dice)
        return {name: found[id(file)] for name, file in names.items()}

    def _file(self, name: str) -> File:
        if name not in self._present:
            self._present[name] = File()
            self._names_waiting.append(dict(self._present))
        return self._present[name]


def changes_in(log: Path, folder: Path) -> list[Change]:
    """Read the record of the shim; names are those within the folder."""
    data, at, found = log.read_bytes(), 0, []
    while at < len(data):
        what, name_length, place, length = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        path = data[at : at + name_length].decode()
        at += name_length
        extra = b""
        if what in (WRITE, RENAME):
            extra = data[at : at + length]
            at += length
        name = path if path == str(folder) else Path(path).name
        found.append(Change(what, name, place, extra))
    return found


def apply(content: bytearray, change: Change) -> None:
    """Make one change to the bytes of a file."""
    end = change.place + len(change.data)
    if change.what == TRUNCATE:
        del content[change.place :]
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    if change.what == WRITE:
        content[change.place : end] = change.data


def _after(file: File, policy: str, dice) -> bytes:
    content = bytearray(file.durable)
    for change in file.waiting:
        if policy == "none" or (policy == "random" and dice.random() < 0.5):
            continue
        if change.what == WRITE and policy in ("random", "torn"):
            for part in _sectors(change):
                if dice.random() < 0.7:
                    apply(content, part)
        else:
            apply(content, change)
    return bytes(content)


def _sectors(change: Change):
    at, end = change.place, change.place + len(change.data)
    while at < end:
        stop = min(end, at - at % SECTOR + SECTOR)
        yield Change(WRITE, change.name, at, change.data[at - change.place : stop - change.place])
        at = stop
