"""Creating and opening a vault: nothing is ever overwritten, a damaged one is never opened half."""

import datetime as dt
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from spinecounsel.files import CannotWrite
from spinecounsel.storage import attempts, chain, checking, connection, keys, schema
from spinecounsel.storage.anchor import Standing, mend_anchor
from spinecounsel.storage.entry import Person
from spinecounsel.storage.errors import (
    CannotCreate,
    CannotOpen,
    CannotRead,
    VaultAbsent,
    VaultPresent,
)
from spinecounsel.storage.lock import Lock
from spinecounsel.storage.people import person_of
from spinecounsel.storage.places import KeyFile, Places, is_absent, look_whole, read_keys
from spinecounsel.storage.store import Store
from spinecounsel.storage.vault import Vault
from spinecounsel.wording import say

if TYPE_CHECKING:
    from sqlite_utils import Database


def create_vault(  # noqa: PLR0913 - the last two are for tests
    path: Path,
    passphrase: str,
    *,
    now: dt.datetime,
    name: str = "",
    title: str = "",
    random: keys.Random = secrets.token_bytes,
    cost: keys.Cost = keys.FULL_COST,
) -> Vault:
    """Create the vault ``path`` (``<name>.vault``), with its folder, and leave it open.

    Args:
        path: where; nothing may be there yet.
        passphrase: 10 characters or more.
        now: the moment, timezone-aware.
        name: of the first person, who is its clinician and its administrator.
        title: what stands beside the name in each record.
        random: gives so many unpredictable bytes; another one in tests only.
        cost: of one guess; cheaper in tests only.

    Raises:
        WeakPassphrase, VaultPresent, VaultInUse, CannotCreate: see their sentences.
    """
    keys.strong_enough(passphrase)
    places = Places.of(path)
    try:
        places.vault.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_create(places, error) from error
    person = Person(id=random(8).hex(), name=name, title=title, roles=schema.FIRST_ROLES)
    file, key = keys.new_keys(person.id, passphrase, now=now, random=random, cost=cost)
    with _locked(places, CannotCreate) as lock:
        if not is_absent(places):
            raise VaultPresent(places.vault)
        _clear(places)  # the pieces of a creation that was cut short
        try:
            _build(places, file, key, person, now)
        except (OSError, CannotWrite, connection.sql_error()) as error:
            _clear(places)
            with suppress(OSError):
                places.vault.unlink(missing_ok=True)
            raise _cannot_create(places, error) from None
        return _opened(places, key, person.id, lock)


def open_vault(path: Path, passphrase: str, *, now: dt.datetime, person: str = "") -> Vault:
    """Open a vault after checking that it is what was last written.

    ``person`` is the id of who opens it; without one, whoever has this passphrase.

    Raises:
        VaultAbsent, VaultInUse, VaultNewer, VaultDamaged, WrongPassphrase, WaitFirst, CannotOpen,
        CannotRead: see their sentences.
    """
    places = Places.of(path)
    try:
        if is_absent(places):
            raise VaultAbsent(places.vault)
        with _locked(places, CannotOpen) as lock:
            look_whole(places)
            file = read_keys(places)
            attempts.begin_try(places.vault, now)
            user, key = keys.unwrapped(file, passphrase, places.vault, user=person)
            attempts.forget_tries(places.vault)
            checking.inspect(places, file, key)
            with suppress(CannotWrite):  # the key is found under its other name too
                keys.finish_keys(places)
            return _opened(places, key, user, lock)
    except OSError as error:
        raise CannotRead(places.vault) from error


@contextmanager
def _locked(places: Places, refused: type[CannotOpen] | type[CannotCreate]) -> Iterator[Lock]:
    """Take the lock, and give it back only when what follows fails."""
    try:
        lock = Lock.taken(places.lock, places.vault)
    except CannotOpen as error:
        raise refused(places.vault, error.reason) from error
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


def _opened(places: Places, key: bytearray, user: str, lock: Lock) -> Vault:
    store = Store(places, key)
    store.open()
    store.mend_anchor()
    return Vault(store, lock, person_of(store, user))


def _build(places: Places, file: KeyFile, key: bytearray, person: Person, now: dt.datetime) -> None:
    """Make the files under names of their own; the key file gets its true name last."""
    keys.write_keys(places.begun_keys, file)
    os.close(os.open(places.begun_vault, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    db = connection.connect(places.begun_vault, key, mode="rw")
    try:
        standing = _first_commit(db, file, person, now)
    finally:
        connection.close(db)
    mend_anchor(places.anchor, keys.anchor_key(key), standing)
    places.begun_vault.rename(places.vault)
    keys.finish_keys(places)


def _first_commit(db: "Database", file: KeyFile, person: Person, now: dt.datetime) -> Standing:
    schema.migrate(db)
    with db.atomic():
        db.execute(
            "INSERT INTO vault(id, ident, created, generation) VALUES (1, ?, ?, 1)",
            [file.vault, now.isoformat()],
        )
        schema.add_person(db, person)
        db.execute("INSERT INTO key_file(id, present, next) VALUES (1, ?, '')", [file.sha256])
        event = chain.event(chain.CREATED, at=now, payload={"vault": file.vault}, by=person.id)
        standing = chain.appended(db, Standing(), event)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return Standing(1, standing.events, standing.head)


def _clear(places: Places) -> None:
    """Remove what belongs to a creation only."""
    begun = places.begun_vault
    logs = [begun.with_name(begun.name + end) for end in ("-wal", "-shm")]
    for piece in (begun, *logs, places.anchor, places.begun_keys):
        with suppress(OSError):
            piece.unlink(missing_ok=True)


def _cannot_create(places: Places, error: Exception) -> CannotCreate:
    if isinstance(error, CannotWrite) and isinstance(error.__cause__, OSError):
        error = error.__cause__
    if isinstance(error, OSError) and error.strerror:
        return CannotCreate(
            places.vault,
            say(
                "The folder “{folder}” did not take it: {reason}.",
                folder=str(places.vault.parent),
                reason=error.strerror,
            ),
        )
    return CannotCreate(places.vault, say("The disk is full, or it was unplugged."))
