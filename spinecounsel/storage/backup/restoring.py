"""From a backup to a vault again, in rehearsal or for good; what is there is never written over."""

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from spinecounsel.files import FULL
from spinecounsel.frozen import Frozen
from spinecounsel.storage.backup.form import Manifest, Progress, go_on, telling
from spinecounsel.storage.backup.looking import Looked, Unlock, look_through
from spinecounsel.storage.backup.setting_aside import exchange, settle
from spinecounsel.storage.database import chain
from spinecounsel.storage.database.store import Store
from spinecounsel.storage.errors.backup import CannotRestore
from spinecounsel.storage.errors.people import MistypedCode
from spinecounsel.storage.errors.vault import CannotSave, VaultPresent
from spinecounsel.storage.files.anchor import mend_anchor
from spinecounsel.storage.files.lock import Lock
from spinecounsel.storage.files.places import Places, is_absent, read_keys
from spinecounsel.storage.files.private_place import private_place
from spinecounsel.storage.keys import codes, keys
from spinecounsel.wording import say

if TYPE_CHECKING:
    from sqlite_utils import Database

    from spinecounsel.storage.entry import Json


class CheckedBackup(Frozen, frozen=True, kw_only=True):
    """A backup that can be restored, and what it holds.

    ``still_held`` are the ids of records in it that were erased from the vault since.  ``behind``
    is how often the open vault was written to since; None without one, or of another vault.
    """

    vault: str
    made: dt.datetime
    program: str
    schema: int
    generation: int
    records: int
    drafts: int
    events: int
    still_held: tuple[str, ...] = ()
    behind: int | None = None


def check_backup(
    path: Path, vault: Path, secret: str, *, progress: Progress = go_on
) -> CheckedBackup:
    """Rehearse a restore of the backup at ``path`` without an open vault.

    Args:
        path: of the backup.
        vault: where one would be; copies lie beside it while this lasts, the vault is not touched.
        secret: a passphrase that opened the vault when the backup was made, or the recovery code.
        progress: is told shares from 0.0 to 1.0; when it gives False, all is undone.

    Raises:
        WrongPassphrase, BackupUnsound, VaultNewer, Stopped, CannotRestore: see their sentences.
    """
    return checked(path, vault, _Unlocking(secret), progress=progress)


def checked(
    path: Path,
    vault: Path,
    unlock: Unlock,
    *,
    progress: Progress,
    erased: frozenset[str] = frozenset(),
) -> CheckedBackup:
    """Do all of a restore in a private place, and say what came of it; errors as above."""
    with _laid_out(path, vault, unlock, progress) as looked:
        store = _store_of(looked)
        try:
            with store.reading() as db:
                return _contents(db, looked.manifest, erased)
        finally:
            store.close()


def restore_backup(
    path: Path,
    vault: Path,
    secret: str,
    *,
    now: dt.datetime,
    replacing: bool = False,
    progress: Progress = go_on,
) -> CheckedBackup:
    """Make a vault of the backup at ``path`` again, closed, with a note of it in its trail.

    It is made beside its place first; from there on nothing can stop it, and it is short.

    Args:
        path: of the backup.
        vault: where to (``<name>.vault``).
        secret: as for ``check_backup``.
        now: the moment.
        replacing: whether a vault that is there is set aside, whole; else it is in the way.
        progress: as for ``check_backup``; what it gives counts until the copy is made.

    Raises:
        VaultPresent: there is one already.
        VaultInUse, CannotOpen: another process holds the place.
        WrongPassphrase, BackupUnsound, VaultNewer, Stopped, CannotRestore: nothing was changed.
    """
    places = Places.of(vault)
    lock = _taken(places)
    try:
        _make_sure(places, now, replacing=replacing)
        unlock = _Unlocking(secret)
        with _laid_out(path, places.vault, unlock, progress) as looked:
            contents = _noted(looked, unlock.user, now)
            _must_be_finished(looked.places)
            exchange(places, partial(_move_in, looked.places, places), now=now)
        return contents
    finally:
        lock.release()


def _taken(places: Places) -> Lock:
    try:
        places.vault.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot(error) from error
    return Lock.taken(places.lock, places.vault)


def _make_sure(places: Places, now: dt.datetime, *, replacing: bool) -> None:
    """Put right what an earlier restore left half done, and see that nothing is in the way."""
    try:
        settle(places, now=now)
        absent = is_absent(places)
    except OSError as error:
        raise _cannot(error) from error
    if not (absent or replacing):
        raise VaultPresent(places.vault)


class _Unlocking:
    """Opens the key file of a backup by what somebody typed, and remembers who it was."""

    def __init__(self, secret: str) -> None:
        self._secret = secret
        self.user = ""

    def __call__(self, places: Places) -> bytearray:
        file = read_keys(places)
        with suppress(MistypedCode):
            code = codes.secret_of_code(self._secret)
            found = keys.unwrapped_by_code(file, code, places.vault)
            if found is not None:
                return found
        self.user, key = keys.unwrapped(file, self._secret, places.vault)
        return key


@contextmanager
def _laid_out(path: Path, vault: Path, unlock: Unlock, progress: Progress) -> Iterator[Looked]:
    """Give the backup as a vault of its own, in a private place, for as long as this lasts."""
    try:
        vault.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with private_place(vault) as place:
            looked = look_through(path, place, unlock, telling(progress))
            try:
                mend_anchor(
                    looked.places.anchor, keys.anchor_key(looked.key), looked.manifest.standing
                )
                yield looked
            finally:
                looked.key[:] = bytes(len(looked.key))
    except OSError as error:
        raise _cannot(error) from error


def _store_of(looked: Looked) -> Store:
    """Open the copy for writing, which brings it to the present schema."""
    store = Store(looked.places, bytearray(looked.key))
    store.standing = looked.manifest.standing
    store.open()
    return store


def _contents(db: "Database", manifest: Manifest, erased: frozenset[str]) -> CheckedBackup:
    records = [ident for (ident,) in db.execute("SELECT id FROM record ORDER BY number").fetchall()]
    (drafts,) = db.execute("SELECT count(*) FROM draft").fetchone()
    return CheckedBackup(
        vault=manifest.vault,
        made=manifest.made,
        program=manifest.program,
        schema=manifest.schema,
        generation=manifest.generation,
        records=len(records),
        drafts=drafts,
        events=manifest.events,
        still_held=tuple(ident for ident in records if ident in erased),
    )


def _noted(looked: Looked, user: str, now: dt.datetime) -> CheckedBackup:
    """Say in the trail of the copy that it was restored, and by whom; give what it holds."""
    made = looked.manifest.made.isoformat()
    payload: dict[str, Json] = {"made": made, "generation": looked.manifest.generation}
    store = _store_of(looked)
    try:
        store.by = user
        with store.writing() as writing:
            writing.record_event(chain.event(chain.RESTORED, at=now, payload=payload))
        with store.reading() as db:
            return _contents(db, looked.manifest, frozenset())
    except CannotSave as error:
        raise CannotRestore(
            say(
                "The disk did not take it: it is full, or it was unplugged. Make room, or plug it "
                "in again, then try again."
            )
        ) from error
    finally:
        store.close()


def _must_be_finished(inner: Places) -> None:
    """Bring the files of the copy to the disk; all of it has to be in them."""
    if inner.log.exists() and inner.log.stat().st_size:
        raise OSError("the copy was not brought to an end")
    for file in (inner.vault, inner.keys, inner.anchor):
        _bring_to_disk(file)


def _move_in(inner: Places, places: Places) -> None:
    """Give the files their names, the key file last; when that fails, none of them stays."""
    moved: list[tuple[Path, Path]] = []
    try:
        for source, target in (
            (inner.anchor, places.anchor),
            (inner.vault, places.vault),
            (inner.keys, places.keys),
        ):
            source.rename(target)
            moved.append((source, target))
    except OSError:
        for source, target in reversed(moved):
            target.rename(source)
        raise


def _bring_to_disk(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _cannot(error: OSError) -> CannotRestore:
    if error.errno in FULL:
        return CannotRestore(
            say("The disk has no room for it. Make room on the disk, then try again.")
        )
    return CannotRestore(
        say(
            "The backup or the place for the vault could not be reached ({reason}). Plug the drive "
            "in again, or ask for the right to write there, then try again.",
            reason=error.strerror or type(error).__name__,
        )
    )
