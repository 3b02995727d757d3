"""The open vault, made by ``create_vault`` and ``open_vault``."""

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from spinecounsel.storage.backup.backups import Backups
from spinecounsel.storage.database import chain, listing
from spinecounsel.storage.database.store import Store, Writing
from spinecounsel.storage.doors import checking, verifying
from spinecounsel.storage.doors.acting import Acting, Emergency
from spinecounsel.storage.doors.keyring import Keyring
from spinecounsel.storage.doors.later import Later, write_addition
from spinecounsel.storage.doors.parting import Parting, not_here
from spinecounsel.storage.doors.people import People
from spinecounsel.storage.doors.records import filing, write_record
from spinecounsel.storage.doors.rekeying import Progress, rekey
from spinecounsel.storage.doors.retention import Retention
from spinecounsel.storage.doors.revisions import Revisions, remove_revisions
from spinecounsel.storage.doors.second_factor import SecondFactor
from spinecounsel.storage.doors.settings import Settings
from spinecounsel.storage.doors.trail import Trail
from spinecounsel.storage.doors.transfer import Transfer
from spinecounsel.storage.entry import (
    Added,
    Entry,
    Event,
    Json,
    Person,
    Report,
    Row,
    StoredRecord,
)
from spinecounsel.storage.errors.vault import NoLongerDraft, NotInVault, VaultDamaged, VaultError
from spinecounsel.storage.files.lock import Lock
from spinecounsel.storage.files.mark import Mark
from spinecounsel.storage.rights import Act
from spinecounsel.wording import say

if TYPE_CHECKING:
    from sqlite_utils import Database


class Vault:
    """One connection, used by the thread that opened it only (``WrongThread`` otherwise).

    What a method has written is on the disk, whole, when it returns.  Every method can raise
    ``VaultClosed``; every reading one ``VaultDamaged``, ``CannotRead`` and ``CannotOpen``; every
    writing one ``CannotSave`` too, after which the vault is as before and goes on working once
    there is room.  A method that the person's roles do not allow raises ``NotAllowed``.
    """

    def __init__(
        self,
        store: Store,
        lock: Lock,
        person: Person,
        keyring: Keyring,
        *,
        recovery_code: str = "",
    ) -> None:
        self._store = store
        self._lock = lock
        self._acting = Acting(store, person)
        self._keyring = keyring
        self._changing = ""  # the draft of which the trail says already that it is changed
        self.recovery_code = recovery_code  # just after it was made; for paper only
        self.people = People(store, self._acting, keyring, offered=recovery_code)
        self.second_factor = SecondFactor(store, self._acting, keyring)
        self.revisions = Revisions(store, self._acting)
        self.later = Later(store, self._acting)
        self.retention = Retention(store, self._acting)
        self.settings = Settings(store, self._acting)
        self.parting = Parting(store, self._acting)
        self.trail = Trail(store, self._acting)
        self.backups = Backups(store, self._acting)
        self.transfer = Transfer(store, self._acting)
        self.mark = Mark(store.places.vault)
        store.by = person.id

    @property
    def person(self) -> Person:
        """Who opened the vault."""
        return self._acting.person

    @property
    def rights(self) -> frozenset[Act]:
        """What this person may do in it now."""
        return self._acting.rights

    def break_glass(self, reason: Emergency, *, now: dt.datetime) -> None:
        """Let this person read records until the vault is closed, and note it in the trail."""
        self._acting.break_glass(reason, now=now)

    @property
    def path(self) -> Path:
        """The vault file."""
        return self._store.places.vault

    def save_draft(self, entry: Entry, *, taking_back: bool = False) -> None:
        """Keep a draft, in place of the one with the same id.

        The first change of a sitting is noted in the trail; what follows is not.
        ``taking_back`` puts an earlier state back: what is there now is kept first, whenever the
        last was kept, so that this can be undone.

        Raises:
            NoLongerDraft: it has been filed as a record.
        """
        self._acting.must(Act.PREPARE)
        row = listing.row_of(entry, sealed=False)
        with self._store.writing() as writing:
            if _is_filed(writing, entry.id):
                raise NoLongerDraft
            kept = self.revisions.keep(writing.db, entry, at_once=taking_back)
            changing = self._changing
            if taking_back:
                writing.record_event(_event(chain.TAKEN_BACK, entry))
            elif changing != entry.id and (kind := _what_happens(writing.db, entry)):
                writing.record_event(_event(kind, entry))
                changing = entry.id
            writing.db.execute(
                "INSERT INTO draft(id, fields, body) VALUES (?, ?, ?) ON CONFLICT(id) "
                "DO UPDATE SET fields = excluded.fields, body = excluded.body",
                [entry.id, listing.encoded(row), entry.body],
            )
            listing.put(writing.db, row)
        self._changing = changing
        self.revisions.remember(kept)

    def draft(self, ident: str) -> Entry:
        """Give one draft, with which a sitting begins.

        Raises:
            NotInVault, Erased: there is none with this id.
        """
        self._acting.must(Act.READ)
        with self._store.reading() as db:
            found = db.execute("SELECT fields, body FROM draft WHERE id = ?", [ident]).fetchone()
            if found is None:
                raise not_here(db, ident)
        self._changing = ""
        self.revisions.begin_sitting()
        return listing.entry_of(listing.decoded(found[0]), found[1])

    def discard_draft(self, ident: str, *, now: dt.datetime) -> None:
        """Throw a draft away with its earlier states; that it was stays in the audit chain.

        Raises:
            NotInVault: there is no draft with this id.
        """
        self._acting.must(Act.PREPARE)
        with self._store.writing() as writing:
            if writing.db.execute("DELETE FROM draft WHERE id = ?", [ident]).rowcount == 0:
                raise NotInVault
            remove_revisions(writing.db, ident)
            listing.remove(writing.db, ident)
            writing.record_event(chain.event(chain.DISCARDED, at=now, record_id=ident))

    def file_record(
        self, entry: Entry, document: bytes, sha256: str, *, replacing: Added | None = None
    ) -> None:
        """File a sealed record for good and remove its draft, all in one transaction.

        The draft's earlier states go with it: what was said before it was signed counts no more.

        Args:
            entry: the record; ``updated`` is the moment of sealing.
            document: the document made of it, given back byte for byte.
            sha256: the record's own seal, kept beside it.
            replacing: what is filed with the older record that this one replaces, saying so.

        Raises:
            NoLongerDraft: another record has this id.  Filing the very same once more is harmless.
        """
        self._acting.must(Act.SIGN)
        filed = filing(entry, document, sha256)
        with self._store.writing() as writing:
            if _is_filed(writing, entry.id):
                if chain.filing_of(writing.db, entry.id) == filed.digests:
                    return
                raise NoLongerDraft
            writing.db.execute("DELETE FROM draft WHERE id = ?", [entry.id])
            remove_revisions(writing.db, entry.id)
            write_record(writing, filed)
            if replacing is not None:
                write_addition(writing, replacing)

    def record(self, ident: str) -> StoredRecord:
        """Give a record after comparing it with the digests of its filing.

        Raises:
            NotInVault, Erased: there is no record with this id.
            VaultDamaged: it is not what was filed.
        """
        self._acting.must(Act.READ)
        with self._store.reading() as db:
            found = db.execute(
                "SELECT fields, seal, body, document FROM record WHERE id = ?", [ident]
            ).fetchone()
            if found is None:
                raise not_here(db, ident)
            if not checking.record_is_sound(db, ident):
                raise VaultDamaged(self.path, say("This record is not what was filed."))
        fields, seal, body, document = found
        entry = listing.entry_of(listing.decoded(fields), body)
        return StoredRecord(entry=entry, document=document, sha256=seal)

    def append_event(
        self, record_id: str, kind: str, payload: Mapping[str, Json], *, now: dt.datetime
    ) -> None:
        """Add to the audit chain that something was done (a document exported, a copy given)."""
        self._acting.must(*Act)
        event = chain.event(kind, at=now, record_id=record_id, payload=payload)
        with self._store.writing() as writing:
            writing.record_event(event)

    @property
    def head(self) -> tuple[str, int, str]:
        """How far the trail has come: the vault's ident, the last event's number and digest."""
        with self._store.reading() as db:
            (ident,) = db.execute("SELECT ident FROM vault").fetchone()
        standing = self._store.standing
        return ident, standing.events, standing.head.hex()

    def has_come_to(self, event: int, digest: str) -> bool:
        """Whether the trail has an event with this number and this digest (hex)."""
        with self._store.reading() as db:
            return chain.digest_of(db, event) == bytes.fromhex(digest)

    def events(self, record_id: str) -> tuple[Event, ...]:
        """Give the events of one record or draft, oldest first; the vault's own have the id ""."""
        self._acting.must(Act.READ, Act.READ_TRAIL)
        with self._store.reading() as db:
            return chain.events_of(db, record_id)

    def search(  # noqa: PLR0913 - each narrows the search
        self,
        text: str = "",
        *,
        status: str | None = None,
        on: dt.date | None = None,
        option: str | None = None,
        sealed: bool | None = None,
        limit: int = 50,
        after: Row | None = None,
    ) -> tuple[Row, ...]:
        """Find drafts and records, newest change first.

        Args:
            text: what was typed: begun words of name, number, option, status or date, in any order;
            case,
                accents and punctuation do not count; any script.
            status: exactly this status.
            on: consultations of this day, in the zone they were noted in.
            option: begun words of an option's name.
            sealed: records only, or drafts only.
            limit: at most so many rows, 1 to 500.
            after: the last row of the page before.
        """
        self._acting.must(Act.READ)
        question = listing.Question(
            text=text,
            status=status,
            on=on,
            option=option,
            sealed=sealed,
            limit=limit,
            after=after,
        )
        with self._store.reading() as db:
            return listing.search(db, question)

    def count(
        self,
        text: str = "",
        *,
        status: str | None = None,
        on: dt.date | None = None,
        sealed: bool | None = None,
        most: int = 1_000,
    ) -> int:
        """Count what ``search`` would find, ``most`` at most, so that it never takes long."""
        self._acting.must(Act.READ)
        question = listing.Question(
            text=text, status=status, on=on, option=None, sealed=sealed, limit=most, after=None
        )
        with self._store.reading() as db:
            return listing.count(db, question)

    def seal_keys(self) -> tuple[bytes, ...]:
        """Give all keys that documents were sealed with, the oldest first."""
        self._acting.must(*Act)
        with self._store.reading() as db:
            found = db.execute("SELECT body FROM seal_key ORDER BY number").fetchall()
        return tuple(body for (body,) in found)

    def add_seal_key(self, body: bytes, name: str, *, now: dt.datetime) -> None:
        """Keep one more key, for good; ``name`` tells it apart in the audit chain.

        It is made when a document is to be sealed for the first time, whoever asks for one.
        """
        self._acting.must(Act.READ, Act.KEEP_VAULT)
        with self._store.writing() as writing:
            writing.db.execute(
                "INSERT INTO seal_key(made, body) VALUES (?, ?)", [now.isoformat(), body]
            )
            writing.record_event(chain.event(chain.SEAL_KEY, at=now, payload={"name": name}))

    def confirm(self, passphrase: str, *, now: dt.datetime) -> None:
        """Make sure that the person at the keyboard knows the passphrase, before a signature.

        Raises:
            WrongPassphrase, WaitFirst: as when the vault is opened, with the same count.
        """
        self._keyring.confirm(self.person.id, passphrase, now=now)

    def change_passphrase(self, old: str, new: str, *, now: dt.datetime) -> None:
        """Change one's own passphrase, as ``people.change_passphrase``."""
        self.people.change_passphrase(old, new, now=now)

    def rekey(self, *, now: dt.datetime, progress: Progress) -> None:
        """Encrypt the vault anew under another key; passphrases and recovery code stay.

        Whoever has only an old key file, or an old backup's, opens nothing of it any more.
        ``progress`` is told how much is done, 0.0 to 1.0.

        Raises:
            CannotSave, CannotWrite: everything is as before.
        """
        self._acting.must(Act.KEEP_PEOPLE)
        rekey(self._store, self._keyring, now=now, progress=progress)

    def check(self) -> Report:
        """Verify all of the vault: pages, chain, anchor, records; seconds for each gigabyte."""
        self._acting.must(Act.KEEP_VAULT, Act.READ_TRAIL)
        return verifying.full_report(self._store)

    def begin_check(self) -> verifying.Check:
        """Give a check of all that reading would find wrong, to be done slice by slice."""
        return verifying.Check(self._store)

    def lock(self, *, now: dt.datetime) -> None:
        """Note in the trail that the vault is locked, as far as that can be, and close it."""
        try:
            with suppress(VaultError), self._store.writing() as writing:
                writing.record_event(chain.event(chain.LOCKED, at=now))
        finally:
            self.close()

    def close(self) -> None:
        """Bring all into the vault file, forget the key, let others in; twice is harmless."""
        try:
            self.mark.wipe()
        finally:
            try:
                self._store.close()
            finally:
                if self._store.is_closed:  # it is not, when another thread asked
                    self._lock.release()


def _is_filed(writing: Writing, ident: str) -> bool:
    found = writing.db.execute("SELECT 1 FROM record WHERE id = ?", [ident]).fetchone()
    return found is not None


def _what_happens(db: "Database", entry: Entry) -> str:
    """Give the kind of event that saving ``entry`` is; empty when nothing of it is new."""
    found = db.execute("SELECT body FROM draft WHERE id = ?", [entry.id]).fetchone()
    if found is None:
        return chain.BEGUN
    return "" if found[0] == entry.body else chain.CHANGED


def _event(kind: str, entry: Entry) -> Event:
    return chain.event(kind, at=entry.updated, record_id=entry.id)
