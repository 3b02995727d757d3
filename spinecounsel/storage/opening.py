"""Creating and opening a vault: nothing is ever overwritten, a damaged one is never opened half."""

import datetime as dt
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from spinecounsel.files import CannotWrite
from spinecounsel.storage.backup.before_migrating import copy_before_migrating
from spinecounsel.storage.backup.setting_aside import set_logs_aside, settle
from spinecounsel.storage.database import chain, connection, schema
from spinecounsel.storage.database.store import Store
from spinecounsel.storage.doors import checking
from spinecounsel.storage.doors.keyring import Deed, Keyring
from spinecounsel.storage.doors.people import active_person, fit_name, person_of
from spinecounsel.storage.doors.rekeying import bring_to_an_end
from spinecounsel.storage.doors.second_factor import factor_of, keep_factor
from spinecounsel.storage.entry import Json, Person
from spinecounsel.storage.errors.people import CodeNeeded, OldKeys, WrongRecoveryCode
from spinecounsel.storage.errors.vault import (
    CannotCreate,
    CannotOpen,
    CannotRead,
    CannotSave,
    VaultAbsent,
    VaultPresent,
    WrongPassphrase,
)
from spinecounsel.storage.files import attempts
from spinecounsel.storage.files.anchor import Standing, mend_anchor
from spinecounsel.storage.files.lock import Lock
from spinecounsel.storage.files.places import (
    KEYS_FORMAT,
    AnyKeyFile,
    KeyFile,
    OldKeyFile,
    Opener,
    Places,
    is_absent,
    look_whole,
    openers,
    read_keys,
)
from spinecounsel.storage.keys import keys
from spinecounsel.storage.keys.codes import new_code, secret_of_code
from spinecounsel.storage.keys.costs import Cost, cost_of_this_machine
from spinecounsel.storage.keys.secrecy import secret_of, strong_enough
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
    cost: Cost | None = None,
) -> Vault:
    """Create the vault ``path`` (``<name>.vault``), with its folder, and leave it open.

    Its ``recovery_code`` is to be printed: it is kept nowhere, and opens nothing before
    ``people.use_recovery_code``.

    Args:
        path: where; nothing may be there yet.
        passphrase: 10 characters or more.
        now: the moment, timezone-aware.
        name: of the first person, who is its clinician and its administrator.
        title: what stands beside the name in each record.
        random: gives so many unpredictable bytes; another one in tests only.
        cost: of one guess; cheaper in tests only, else what suits this machine.

    Raises:
        WeakPassphrase, NameUnfit, VaultPresent, VaultInUse, CannotCreate: see their sentences.
    """
    strong_enough(passphrase)
    places, person = Places.of(path), _first_person(name, title, random)
    _make_folder(places)
    means = keys.Means(random, cost or cost_of_this_machine())
    opener = Opener(id=person.id, name=person.name)
    file, key = keys.new_keys(opener, passphrase, now=now, means=means)
    with _locked(places, CannotCreate) as lock:
        _make_room(places, now)
        _build_or_nothing(places, file, key, person, now)
        store = _opened(places, checking.Inspected(key), now)
        keyring = Keyring(store, random, cost)
        return Vault(store, lock, person, keyring, recovery_code=new_code(random)[0])


def _first_person(name: str, title: str, random: keys.Random) -> Person:
    return Person(
        id=random(8).hex(), name=fit_name(name), title=fit_name(title), roles=schema.FIRST_ROLES
    )


def open_vault(  # noqa: PLR0913 - the last two are for tests
    path: Path,
    passphrase: str,
    *,
    now: dt.datetime,
    person: str = "",
    code: str = "",
    random: keys.Random = secrets.token_bytes,
    cost: Cost | None = None,
) -> Vault:
    """Open a vault after checking that it is what was last written.

    Args:
        path: the vault file.
        passphrase: of whoever opens it.
        now: the moment.
        person: the id of who opens it; without one, whoever has this passphrase.
        code: the digits of the second factor, of who uses one.
        random: as for ``create_vault``.
        cost: as for ``create_vault``.

    Raises:
        CodeNeeded: the passphrase is right, and ``code`` is missing; this is no wrong try.
        VaultAbsent, VaultInUse, VaultNewer, VaultDamaged, OldKeys, WrongPassphrase,
        WrongSecondCode, WaitFirst, CannotOpen, CannotRead: see their sentences.
    """
    with _at_the_door(path, now) as (places, file, lock):
        attempt = attempts.begin_try(places.vault, now)
        user, key = _unwrapped(file, passphrase, places, person)
        attempt.take_back()
        store = _opened(places, checking.inspect(places, file, key), now)
        try:
            keyring = Keyring(store, random, cost)
            if isinstance(file, OldKeyFile):
                _upgrade(keyring, file, person_of(store, user), passphrase)
            bring_to_an_end(store, keyring)
            return Vault(store, lock, _admitted(store, user, code, now, attempt), keyring)
        except BaseException:
            store.close()
            raise


def recover_vault(  # noqa: PLR0913 - the last two are for tests
    path: Path,
    code: str,
    passphrase: str,
    *,
    person: str,
    now: dt.datetime,
    random: keys.Random = secrets.token_bytes,
    cost: Cost | None = None,
) -> Vault:
    """Give a person another passphrase by means of the recovery code, and open the vault.

    ``recovery_code`` is the next one, to be printed: once it is used (``use_recovery_code``), the
    one before opens nothing.  A second factor of this person is off, since it may be lost too.

    Raises:
        MistypedCode, WeakPassphrase: before anything is tried.
        WrongRecoveryCode, WaitFirst: this is not the code, or it is too early to say.
        VaultAbsent, VaultInUse, VaultNewer, VaultDamaged, OldKeys, NobodyThere, CannotOpen,
        CannotRead, CannotWrite, CannotSave: see their sentences; nothing was changed.
    """
    secret = secret_of_code(code)
    strong_enough(passphrase)
    with _at_the_door(path, now) as (places, file, lock):
        attempts.begin_try(places.vault, now)
        key = keys.unwrapped_by_code(file, secret, places.vault)
        if key is None:
            raise WrongRecoveryCode
        attempts.forget_tries(places.vault)
        store = _opened(places, checking.inspect(places, file, key), now)
        try:
            keyring = Keyring(store, random, cost)
            bring_to_an_end(store, keyring)
            who = _recovered(keyring, active_person(store, person), passphrase, now)
            return Vault(store, lock, who, keyring, recovery_code=new_code(random)[0])
        except BaseException:
            store.close()
            raise


@contextmanager
def _at_the_door(path: Path, now: dt.datetime) -> Iterator[tuple[Places, AnyKeyFile, Lock]]:
    """Give the files, the key file, and the lock, which is given back when what follows fails."""
    places = Places.of(path)
    try:
        if is_absent(places.found()):
            raise VaultAbsent(places.vault)
        with _locked(places, CannotOpen) as lock:
            settle(places, now=now)
            look_whole(places)
            yield places, read_keys(places), lock
    except OSError as error:
        raise CannotRead(places.vault) from error


def _unwrapped(
    file: AnyKeyFile, passphrase: str, places: Places, person: str
) -> tuple[str, bytearray]:
    """Give who it is, and the key; where names are chosen from, a wrong one may be chosen."""
    try:
        return keys.unwrapped(file, passphrase, places.vault, user=person)
    except WrongPassphrase:
        raise WrongPassphrase(of_several=bool(person) and len(openers(file)) > 1) from None


def _upgrade(keyring: Keyring, old: OldKeyFile, person: Person, passphrase: str) -> None:
    """Write a key file of format 1 anew; this is the one moment at which that can be done."""
    blank = KeyFile(format=KEYS_FORMAT, vault=old.vault, created=old.created, entries=())
    who = Opener(id=person.id, name=person.name)
    file = keys.with_entry(blank, keyring.key, who, secret_of(passphrase), keyring.means)
    keyring.change(file, None)


def _admitted(
    store: Store, user: str, code: str, now: dt.datetime, attempt: attempts.Try
) -> Person:
    """Ask for the second factor of who uses one, and note in the trail who came in."""
    person = person_of(store, user)
    if not person.active:
        raise OldKeys(store.places.keys)
    places, factor = store.places, factor_of(store, user)
    if factor is not None:
        if not code.strip():
            raise CodeNeeded
        attempts.begin_try(places.vault, now)
        factor = msgspec.structs.replace(factor, used=factor.step_of(code, now))
    wrong: dict[str, Json] = {"wrong tries": attempt.wrong_before} if attempt.wrong_before else {}
    try:
        with store.writing() as writing:
            if factor is not None:
                keep_factor(writing, user, factor)
            writing.record_event(chain.event(chain.OPENED, at=now, payload=wrong, by=user))
    except CannotSave:
        if factor is not None:  # the digits could be used once more
            raise
    attempts.forget_tries(places.vault)
    return person


def _recovered(keyring: Keyring, person: Person, passphrase: str, now: dt.datetime) -> Person:
    """Give ``person`` a passphrase; the code holds till the next one is on paper."""
    means, who = keyring.means, Opener(id=person.id, name=person.name)
    file = keys.with_entry(keyring.file, keyring.key, who, secret_of(passphrase), means)
    person = msgspec.structs.replace(person, temporary=False)
    deed = Deed(kind=chain.CODE_USED, at=now, by=person.id, payload={"person": person.id})
    keyring.change(file, deed, people=(person,), factor_off=(person.id,))
    return person


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


def _opened(places: Places, found: checking.Inspected, now: dt.datetime) -> Store:
    with suppress(CannotWrite):  # the key is found under its other name too
        keys.finish_keys(places)
    store = Store(places, found.key)
    copying = partial(copy_before_migrating, places, found.key, now=now)
    looked = (found.db, found.standing) if found.db is not None else None
    store.open(before_migrating=copying, looked=looked)
    if not found.is_noted:
        store.mend_anchor()
    return store


def _make_folder(places: Places) -> None:
    try:
        places.vault.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_create(places, error) from error


def _make_room(places: Places, now: dt.datetime) -> None:
    """See that no vault is there, nor a log of one that is gone: it would be played into this."""
    try:
        settle(places, now=now)
        if not is_absent(places):
            raise VaultPresent(places.vault)
        set_logs_aside(places, now=now)
    except OSError as error:
        raise _cannot_create(places, error) from error


def _build_or_nothing(
    places: Places, file: KeyFile, key: bytearray, person: Person, now: dt.datetime
) -> None:
    _clear(places)  # the pieces of a creation that was cut short
    try:
        _build(places, file, key, person, now)
    except (OSError, CannotWrite, connection.sql_error()) as error:
        _clear(places)
        with suppress(OSError):
            places.vault.unlink(missing_ok=True)
        raise _cannot_create(places, error) from None


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
    logs = [begun.with_name(begun.name + end) for end in ("-wal", "-shm", "-journal")]
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
