"""The open database of one vault: one connection, one thread, every write whole and durable.

After an error the connection is given up (SQLCipher's stays spoilt) and made anew at the next use.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from spinecounsel.files import bring_to_disk
from spinecounsel.storage.database import chain, connection, schema
from spinecounsel.storage.entry import Event
from spinecounsel.storage.errors.vault import (
    CannotRead,
    CannotSave,
    VaultClosed,
    VaultDamaged,
    VaultError,
    WrongThread,
)
from spinecounsel.storage.files.anchor import Anchor, Standing
from spinecounsel.storage.files.places import PAGE, Places, has_log, size_of
from spinecounsel.storage.keys.keys import anchor_key
from spinecounsel.wording import say

if TYPE_CHECKING:
    from sqlite3 import DatabaseError as SqlError

    from sqlite_utils import Database

    Looked: TypeAlias = tuple[Database, Standing]


class Writing:
    """One transaction under way."""

    def __init__(
        self, db: "Database", standing: Standing, by: str, *, emergency: bool = False
    ) -> None:
        self.db = db
        self.standing = standing
        self._by = by
        self._emergency = emergency

    def record_event(self, event: Event) -> None:
        """Add ``event`` to the chain in this transaction, with who did it."""
        marks = {"emergency": True} if self._emergency else {}
        signed = msgspec.structs.replace(
            event, by=event.by or self._by, payload=event.payload | marks
        )
        self.standing = chain.appended(self.db, self.standing, signed)

    def step_forward(self) -> None:
        """Count this commit."""
        self.db.execute("UPDATE vault SET generation = generation + 1")
        self.standing = Standing(
            self.standing.generation + 1, self.standing.events, self.standing.head
        )


class Store:
    """Used by ``Vault``; belongs to the thread that made it."""

    def __init__(self, places: Places, key: bytearray) -> None:
        self.places = places
        self.standing = Standing()
        self.by = ""  # the id of the person at the keyboard, for the trail
        self.emergency = False  # whether this person reads without the role for it
        self._key = key
        self.anchor = Anchor(places.anchor, anchor_key(key))
        self._owner = threading.get_ident()
        self._db: Database | None = None
        self._looked: Looked | None = None
        self._closed = False
        self._before_migrating: Callable[[int], None] | None = None

    def open(
        self,
        before_migrating: Callable[[int], None] | None = None,
        looked: "Looked | None" = None,
    ) -> None:
        """Open now, rather than at the first use, and bring the schema up to date.

        ``before_migrating`` is called with the version of an older schema, before it changes.
        ``looked`` is a connection that looked at the vault, and is used from now on, with how far
        it found the vault to be.

        Raises:
            VaultDamaged, VaultInUse, CannotOpen, CannotRead: see their sentences.
        """
        self._before_migrating = before_migrating
        self._looked = looked
        with self.reading():
            pass

    @contextmanager
    def reading(self) -> Iterator["Database"]:
        """Give the database to read from."""
        try:
            yield self._database()
        except chain.UnreadableEvent as error:
            raise VaultDamaged(self.places.vault, say("Its audit trail is broken.")) from error
        except connection.sql_error() as error:
            raise self._told(error, connection.opening_trouble) from None

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """Give one transaction; when this ends it is on the disk, whole, or nothing of it is."""
        try:
            db = self._database()
            with db.atomic():
                writing = Writing(db, self.standing, self.by, emergency=self.emergency)
                yield writing
                writing.step_forward()
        except connection.sql_error() as error:
            raise self._told(error, connection.saving_trouble) from None
        except CannotRead:
            raise CannotSave(say("Its folder or its drive is not there.")) from None
        self.standing = writing.standing
        self.write_anchor()

    @contextmanager
    def erasing(self) -> Iterator[Writing]:
        """Give one transaction that may delete records; what is deleted is overwritten."""
        db = self._database()
        try:
            connection.free(db)
            db.execute("PRAGMA secure_delete = ON").fetchall()
            connection.restrict(db, erasing=True)
            with self.writing() as writing:
                yield writing
        finally:
            if self._db is not None:
                connection.free(self._db)
                self._db.execute("PRAGMA secure_delete = OFF").fetchall()
                connection.restrict(self._db)

    def compact(self) -> None:
        """Write the file anew of what is in it, words of the search too, and empty the log.

        It takes as much memory, and for a moment as much room on the disk, as the file is large.
        """
        try:
            db = self._database()
            connection.free(db)
            db.execute("INSERT INTO listing_words(listing_words) VALUES ('rebuild')")
            db.execute("VACUUM")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            connection.restrict(db)
        except connection.sql_error() as error:
            raise self._told(error, connection.saving_trouble) from None
        except CannotRead:
            raise CannotSave(say("Its folder or its drive is not there.")) from None

    def exchange(self, copy: Path, key: bytearray, standing: Standing) -> None:
        """Go on with ``copy``, which has another key, in the place of the vault file.

        Raises:
            CannotSave: the vault file stands as before.
        """
        if self._db is not None:
            with suppress(connection.sql_error()):
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        self._give_up()
        try:
            if has_log(self.places):  # it would be read into the new file
                raise CannotSave(say("Another program holds the vault."))
            copy.replace(self.places.vault)
        except OSError:
            raise CannotSave(say("Another program holds the vault.")) from None
        with suppress(OSError):
            bring_to_disk(self.places.vault.parent)
        self._key[:] = key
        self.anchor = Anchor(self.places.anchor, anchor_key(key))
        self.standing = standing
        self.mend_anchor()

    def write_anchor(self) -> None:
        """Note outside how far the vault has come.

        The commit is on the disk already, so a failure here loses nothing: the note lags behind,
        which is allowed, until the next commit.
        """
        with suppress(OSError):
            self.anchor.note(self.standing)

    def mend_anchor(self) -> None:
        """Note it in both slots, after opening."""
        with suppress(OSError):
            self.anchor.take_up(self.standing)

    def copied_key(self) -> bytearray:
        """Give the database key, to be wrapped anew."""
        self._check_use()
        return bytearray(self._key)

    def close(self) -> None:
        """Close for good, whatever has become of the drive; twice is harmless.

        Raises:
            WrongThread: nothing was closed.
        """
        if self._closed:
            return
        self._check_use()
        try:
            if self._db is not None:
                self._bring_in(self._db)
        finally:
            self._closed = True
            self._key[:] = bytes(len(self._key))
            with suppress(OSError):
                self.anchor.close()
            self._give_up()

    @property
    def is_closed(self) -> bool:
        """Whether it was closed for good."""
        return self._closed

    def _check_use(self) -> None:
        if threading.get_ident() != self._owner:
            raise WrongThread("the vault belongs to the thread that opened it")
        if self._closed:
            raise VaultClosed

    def _database(self) -> "Database":
        self._check_use()
        if self._db is None:
            self._db = self._connected()
        return self._db

    def _connected(self) -> "Database":
        try:
            size = size_of(self.places.vault)
        except OSError as error:
            raise CannotRead(self.places.vault) from error
        if size is None:
            raise CannotRead(self.places.vault)
        if size < PAGE:
            raise VaultDamaged(self.places.vault, say("The file was cut short."))
        looked, self._looked = self._looked, None
        db, standing = looked or (
            connection.connect(self.places.vault, self._key, mode="rw", writing=False),
            None,
        )
        try:
            connection.make_writable(db)
            schema.migrate(db, self._before_migrating)
            self._take_standing(db, standing)
            connection.restrict(db)
        except BaseException:
            connection.close(db)
            raise
        return db

    def _take_standing(self, db: "Database", found: Standing | None) -> None:
        """Go on from what is on the disk, no older than what was last acknowledged."""
        if not schema.has_its_triggers(db):
            raise VaultDamaged(self.places.vault, say("The protection of its records is gone."))
        found = found or chain.standing_of(db)
        if not chain.reaches(db, found, self.standing):
            raise VaultDamaged(self.places.vault, older())
        self.standing = found

    def _told(
        self, error: "SqlError", trouble: "Callable[[SqlError, Path], VaultError | None]"
    ) -> Exception:
        """Give the sentence for an error, or the error itself when it is our own fault."""
        self._give_up()
        return trouble(error, self.places.vault) or error

    def _bring_in(self, db: "Database") -> None:
        """Bring the log into the file, and the anchor up to it, as far as that can be."""
        with suppress(connection.sql_error(), OSError):
            if has_log(self.places):
                db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        with suppress(OSError):
            self.anchor.settle(self.standing)

    def _give_up(self) -> None:
        if self._db is not None:
            connection.close(self._db)
            self._db = None


def older() -> str:
    """Say that the vault is not as new as it was."""
    return say(
        "It is older than what was last saved: a file was lost, or an old copy was put back."
    )
