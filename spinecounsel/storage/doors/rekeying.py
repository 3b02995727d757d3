"""Another key for the vault: the whole file encrypted anew, every person's way in kept.

While it lasts, the key file leads to both keys.  The new file is made beside the old one and takes
its place whole.  When this is cut short before that, the old key stays; after that, the new one.
Backups made before keep the key they were made with.
"""

import datetime as dt
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from spinecounsel.files import CannotWrite
from spinecounsel.storage.database import chain, connection
from spinecounsel.storage.database.store import Store
from spinecounsel.storage.doors.keyring import Keyring
from spinecounsel.storage.errors.vault import CannotSave, VaultError
from spinecounsel.storage.files.anchor import Standing
from spinecounsel.storage.files.places import Places
from spinecounsel.storage.keys import keys
from spinecounsel.storage.keys.costs import KEY_BYTES
from spinecounsel.wording import say

if TYPE_CHECKING:
    from sqlite_utils import Database

Progress = Callable[[float], object]
_PAGES_AT_ONCE = 512


def rekey(store: Store, keyring: Keyring, *, now: dt.datetime, progress: Progress) -> None:
    """Encrypt the vault anew under a key that nobody has had.

    Args:
        store: the open vault.
        keyring: its key file.
        now: the moment.
        progress: is told now and then how much is done, 0.0 to 1.0.

    Raises:
        CannotSave, CannotWrite: everything is as before.
    """
    random = keyring.means.random
    old, new = keyring.key, bytearray(random(KEY_BYTES))
    both = keys.resealed(keyring.file, new, random, former=old)
    keyring.change(both, None)
    try:
        standing = _copied(store, new, now, progress)
        store.exchange(store.places.rekeyed, new, standing)
    except BaseException:
        with suppress(VaultError, CannotWrite):  # else it is done at the next opening
            undo(keyring, store.places)
        raise
    finish(store, keyring)


def bring_to_an_end(store: Store, keyring: Keyring) -> None:
    """Settle, at opening, what was cut short; which key the vault has is seen from the vault."""
    file = keyring.settle()
    if file.former and keys.is_of(file, keyring.key):
        finish(store, keyring)
    elif file.former:
        undo(keyring, store.places)
    _clear(store.places)


def finish(store: Store, keyring: Keyring) -> None:
    """Let nothing lead to the former key any more; what fails here is done at the next opening."""
    with suppress(VaultError, CannotWrite, OSError):
        if store.anchor.read() is None:  # it still needs the former key
            return
        keyring.change(keys.without_former(keyring.file, keyring.key), None)


def undo(keyring: Keyring, places: Places) -> None:
    """Stay with the old key, for which ``keyring.file`` is sealed to everybody again."""
    _clear(places)
    keyring.change(keyring.file, None)


def _copied(store: Store, key: bytearray, now: dt.datetime, progress: Progress) -> Standing:
    """Write all of the vault into a new file under ``key``, and what was done into its trail."""
    copy = store.places.rekeyed
    try:
        _clear(store.places)
        os.close(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        db = connection.connect(copy, key, mode="rw", writing=False)
        try:
            with store.reading() as source:
                _copy_pages(source, db, progress)
            connection.make_writable(db)  # only now: all pages would go through the log too
            standing = _told(db, store, now)
            _must_be_whole(db, copy)
        finally:
            connection.close(db)
    except connection.sql_error() as error:
        trouble = connection.saving_trouble(error, copy)
        if trouble is None:
            raise
        raise trouble from None
    except OSError:
        raise CannotSave(
            say("The disk did not take it: it is full, or it was unplugged.")
        ) from None
    return standing


def _clear(places: Places) -> None:
    """Remove what is left of a copy, journals too: one would be played into the next copy."""
    for end in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            places.rekeyed.with_name(places.rekeyed.name + end).unlink(missing_ok=True)


def _copy_pages(source: "Database", target: "Database", progress: Progress) -> None:
    def tell(_status: int, remaining: int, total: int) -> None:
        progress(1.0 - remaining / total if total else 1.0)

    source.conn.backup(target.conn, pages=_PAGES_AT_ONCE, progress=tell)


def _told(db: "Database", store: Store, now: dt.datetime) -> Standing:
    with db.atomic():
        event = chain.event(chain.NEW_KEY, at=now, by=store.by)
        standing = chain.appended(db, store.standing, event)
        db.execute("UPDATE vault SET generation = generation + 1")
    return Standing(standing.generation + 1, standing.events, standing.head)


def _must_be_whole(db: "Database", copy: Path) -> None:
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    if db.execute("PRAGMA cipher_integrity_check").fetchall():
        raise CannotSave(say("The new file “{file}” did not come out right.", file=copy.name))
