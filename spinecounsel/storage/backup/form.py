"""What a backup is: one file with a copy of the vault, its key file, and a manifest of both.

A plain ZIP, stored.  The copy is encrypted under the vault's key, as the vault is; the key file is
of no use without a passphrase.  The manifest says nothing of patients, and is sealed with a key
that only an open vault has: so whoever can open the vault can tell its backups from anything else.
"""

import datetime as dt
import hashlib
import hmac
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from spinecounsel.archives import Archive, Unsound
from spinecounsel.frozen import Frozen, replaced
from spinecounsel.storage.database import connection
from spinecounsel.storage.errors.backup import BackupUnsound, Stopped
from spinecounsel.storage.errors.vault import VaultNewer
from spinecounsel.storage.files.anchor import Standing
from spinecounsel.storage.files.places import PAGE
from spinecounsel.wording import say

if TYPE_CHECKING:
    from sqlite_utils import Database

FORMAT = 1
SUFFIX = ".spinebackup"
MANIFEST, VAULT, KEYS = "manifest.json", "backup.vault", "backup.keys"
MOST_MANIFEST = 64 * 1024
MOST_KEYS = 16 * 1024 * 1024
_LARGEST = 2**62
_OPERATIONS = 500  # of SQLite between two looks at whether to stop

Progress = Callable[[float], bool]
Tell = Callable[[float], None]


class Part(Frozen, frozen=True, kw_only=True):
    """One file in a backup."""

    name: str
    size: int
    sha256: str


class Manifest(Frozen, frozen=True, kw_only=True):
    """What a backup holds: of which vault, made when and by which program, how far it had come.

    ``seal`` is an HMAC over all the rest, hex.
    """

    format: int
    vault: str
    made: dt.datetime
    schema: int
    program: str
    generation: int
    events: int
    head: str
    parts: tuple[Part, ...]
    seal: str = ""

    @property
    def standing(self) -> Standing:
        """How far the vault had come."""
        return Standing(self.generation, self.events, bytes.fromhex(self.head))

    def with_parts(self, parts: tuple[Part, ...], key: bytearray) -> "Manifest":
        """Give the manifest with what it names, sealed."""
        whole = replaced(self, parts=parts)
        return replaced(whole, seal=_seal_of(whole, key))

    def is_authentic(self, key: bytearray) -> bool:
        """Whether the seal was made with this key of a vault."""
        return hmac.compare_digest(self.seal.encode(), _seal_of(self, key).encode())


class _Format(msgspec.Struct):
    format: int


def encoded(manifest: Manifest) -> bytes:
    """Give a manifest as it stands in the file."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n"


def read_manifest(archive: Archive, path: Path) -> Manifest:
    """Read what a backup says of itself, and compare it with the outer form of the file.

    Raises:
        VaultNewer: a later version of the program made it.
        Unsound: it is no backup.
    """
    data = archive.read(MANIFEST, MOST_MANIFEST)
    try:
        if msgspec.json.decode(data, type=_Format).format > FORMAT:
            raise VaultNewer(path)
        manifest = msgspec.json.decode(data, type=Manifest)
        Standing(0, 0, bytes.fromhex(manifest.head))
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise Unsound from None
    if not _fits(manifest, archive):
        raise Unsound
    return manifest


def _seal_of(manifest: Manifest, key: bytearray) -> str:
    bare = msgspec.json.encode(replaced(manifest, seal=""), order="sorted")
    own = hmac.digest(bytes(key), b"spinecounsel backup 1", hashlib.sha256)
    return hmac.digest(own, bare, hashlib.sha256).hex()


def _fits(manifest: Manifest, archive: Archive) -> bool:
    sizes = {part.name: part.size for part in manifest.parts}
    return (
        archive.names == {MANIFEST, VAULT, KEYS}
        and len(manifest.parts) == len(sizes)
        and sizes.keys() == {VAULT, KEYS}
        and all(archive.size(name) == size for name, size in sizes.items())
        and all(archive.is_stored(name) for name in archive.names)
        and sizes[VAULT] >= PAGE
        and sizes[KEYS] <= MOST_KEYS
        and manifest.made.tzinfo is not None
        and all(0 <= n < _LARGEST for n in (manifest.generation, manifest.events))
    )


def telling(progress: Progress) -> Tell:
    """Give how work tells its share; it raises ``Stopped`` when ``progress`` says so."""

    def tell(share: float) -> None:
        if not progress(min(1.0, max(0.0, share))):
            raise Stopped

    return tell


def within(tell: Tell, start: float, end: float) -> Tell:
    """Give how one part of the work, from ``start`` to ``end`` of the whole, tells its share."""
    return lambda share: tell(start + (end - start) * share)


@contextmanager
def stoppable(db: "Database", tell: Tell, share: Callable[[], float]) -> Iterator[None]:
    """Let long statements on ``db`` be stopped by ``tell``, which is told ``share()`` meanwhile."""
    stopped = False

    def look() -> bool:
        nonlocal stopped
        try:
            tell(share())
        except Stopped:
            stopped = True
        return stopped

    db.conn.set_progress_handler(look, _OPERATIONS)
    try:
        yield
    except connection.sql_error():
        if stopped:
            raise Stopped from None
        raise
    finally:
        db.conn.set_progress_handler(None, 0)


def go_on(_share: float) -> bool:
    """Go on without telling anybody."""
    return True


def unsound(path: Path, what: str = "") -> BackupUnsound:
    """Give the sentence for a file that is no good backup."""
    return BackupUnsound(path, what or say("It is no backup of a vault, or it was cut short."))
