"""Looking through a backup: every byte of it, in a private place, the vault untouched."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from spinecounsel.archives import Archive, Unsound, open_archive
from spinecounsel.storage.backup.form import (
    VAULT,
    Manifest,
    Part,
    Tell,
    read_manifest,
    stoppable,
    unsound,
    within,
)
from spinecounsel.storage.database import chain, connection, schema
from spinecounsel.storage.doors import checking, keyring
from spinecounsel.storage.doors.later import additions_are_sound
from spinecounsel.storage.errors.backup import BackupUnsound, OtherKey
from spinecounsel.storage.errors.people import OldKeys
from spinecounsel.storage.errors.vault import VaultDamaged, VaultNewer
from spinecounsel.storage.files.places import OldKeyFile, Places, read_keys
from spinecounsel.storage.keys import keys
from spinecounsel.wording import say

if TYPE_CHECKING:
    from sqlite_utils import Database

Unlock: TypeAlias = Callable[[Places], bytearray]
_ADDITIONS = 3  # the schema since which something can be added to a record


class Looked(NamedTuple):
    """A backup that is good: what it says of itself, its parts laid out as a vault, its key."""

    manifest: Manifest
    places: Places
    key: bytearray


def look_through(path: Path, place: Path, unlock: Unlock, tell: Tell) -> Looked:
    """Take a backup apart in ``place``, authenticate and check all of it.

    The key is asked for before the copy is opened: what a stranger made is never read as a vault.

    Args:
        path: of the backup.
        place: an empty folder.
        unlock: gives the key, from where the key file lies.
        tell: is told how far it is.

    Raises:
        BackupUnsound: it is not whole, not authentic, or not sound inside.
        VaultNewer: a later version of the program made it.
        Stopped: as ``tell`` wished.
        OSError: it cannot be read, or ``place`` has no room.
    """
    manifest = unpacked(path, place, within(tell, 0.0, 0.5))
    places = Places.of(place / VAULT)
    try:
        with keys.asking(lambda: tell(0.5)):  # a hostile key file takes long
            key = unlock(places)
        if not manifest.is_authentic(key):
            raise OtherKey(path)
        db = connection.connect(places.vault, key, mode="ro")
        try:
            _judge(db, manifest, path, within(tell, 0.5, 1.0))
            _judge_keys(db, manifest, places, key)
        finally:
            connection.close(db)
    except connection.sql_error():
        raise unsound(path, say("Its copy of the vault is damaged.")) from None
    except (VaultDamaged, OldKeys) as error:
        raise unsound(path, say("Its key file does not go with its copy.")) from error
    return Looked(manifest, places, key)


def unpacked(path: Path, place: Path, tell: Tell) -> Manifest:
    """Write the parts of a backup into ``place`` and compare them with what it says of them.

    Whether it says so itself, or somebody else, is only known once there is a key.
    """
    try:
        with open_archive(path) as archive:
            manifest = read_manifest(archive, path)
            whole = sum(part.size for part in manifest.parts)
            done = 0
            for part in manifest.parts:
                done = _unpack(archive, part, place / part.name, lambda n: tell(n / whole), done)
            return manifest
    except Unsound:
        raise unsound(path) from None


def _unpack(archive: Archive, part: Part, target: Path, tell: Tell, done: int) -> int:
    digest = hashlib.sha256()
    with target.open("xb") as file:
        for piece in archive.chunks(part.name):
            file.write(piece)
            digest.update(piece)
            done += len(piece)
            tell(done)
    if digest.hexdigest() != part.sha256:
        raise Unsound
    return done


def _judge(db: "Database", manifest: Manifest, path: Path, tell: Tell) -> None:
    if schema.is_ours(db) and schema.is_newer(db):
        raise VaultNewer(path)
    done = 0.0
    with stoppable(db, tell, lambda: done):
        for share, wrong in _steps(db, manifest):
            done = share
            tell(share)
            if wrong:
                raise BackupUnsound(path, wrong)


def _steps(db: "Database", manifest: Manifest) -> Iterator[tuple[float, str]]:
    """Check one thing after the other; each gives how far we are, and what is wrong or nothing."""
    yield 0.1, "" if schema.is_ours(db) else say("It is not a vault of this program.")
    yield 0.2, "" if _says_what_is_there(db, manifest) else say("Its manifest does not fit it.")
    torn = db.execute("PRAGMA cipher_integrity_check").fetchall()
    yield 0.4, say("Some of its bytes were changed or lost.") if torn else ""
    if manifest.parts[0].size <= checking.MOST_STRUCTURE:
        broken = db.execute("PRAGMA quick_check").fetchall() != [("ok",)]
        yield 0.6, say("The structure of its copy is broken.") if broken else ""
    if manifest.schema == schema.SCHEMA and not schema.has_its_triggers(db):
        yield 0.6, say("The protection of its records is gone.")
    yield 0.7, "" if chain.is_unbroken(db) else say("Its audit trail is broken.")
    records = db.execute("SELECT id FROM record ORDER BY number").fetchall()
    for number, (ident,) in enumerate(records):
        sound = checking.record_is_sound(db, ident) and (
            manifest.schema < _ADDITIONS or additions_are_sound(db, ident)
        )
        wrong = "" if sound else say("The record {id} in it is not what was filed.", id=ident)
        yield 0.7 + 0.3 * number / len(records), wrong


def _judge_keys(db: "Database", manifest: Manifest, places: Places, key: bytearray) -> None:
    file = read_keys(places)
    keyring.must_belong(db, places, file)
    whole = isinstance(file, OldKeyFile) or keys.is_of(file, key)
    if file.vault != manifest.vault or not whole:
        raise OldKeys(places.keys)


def _says_what_is_there(db: "Database", manifest: Manifest) -> bool:
    (ident,) = db.execute("SELECT ident FROM vault").fetchone()
    there = (ident, schema.version_of(db), chain.standing_of(db))
    return there == (manifest.vault, manifest.schema, manifest.standing)
