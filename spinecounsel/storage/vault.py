"""The open vault, made by ``create_vault`` and ``open_vault``."""

import datetime as dt
import json
import secrets
from collections.abc import Mapping
from pathlib import Path

from spinecounsel.storage import attempts, chain, checking, keys, listing
from spinecounsel.storage.acting import Acting, Emergency
from spinecounsel.storage.entry import Entry, Event, Json, Person, Report, Row, StoredRecord
from spinecounsel.storage.errors import NoLongerDraft, NotInVault, VaultDamaged
from spinecounsel.storage.lock import Lock
from spinecounsel.storage.people import People
from spinecounsel.storage.places import read_keys
from spinecounsel.storage.rights import Act
from spinecounsel.storage.store import Store, Writing
from spinecounsel.wording import say


class Vault:
    """One connection, used by the thread that opened it only (``WrongThread`` otherwise).

    What a method has written is on the disk, whole, when it returns.  Every method can raise
    ``VaultClosed``; every reading one ``VaultDamaged``, ``CannotRead`` and ``CannotOpen``; every
    writing one ``CannotSave`` too, after which the vault is as before and goes on working once
    there is room.  A method that the person's roles do not allow raises ``NotAllowed``.
    """

    def __init__(self, store: Store, lock: Lock, person: Person) -> None:
        self._store = store
        self._lock = lock
        self._acting = Acting(store, person)
        self.people = People(store, self._acting)
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

    def save_draft(self, entry: Entry) -> None:
        """Keep a draft, in place of the one with the same id.

        Raises:
            NoLongerDraft: it has been filed as a record.
        """
        self._acting.must(Act.PREPARE)
        row = listing.row_of(entry, sealed=False)
        with self._store.writing() as writing:
            if _is_filed(writing, entry.id):
                raise NoLongerDraft
            writing.db.execute(
                "INSERT INTO draft(id, fields, body) VALUES (?, ?, ?) ON CONFLICT(id) "
                "DO UPDATE SET fields = excluded.fields, body = excluded.body",
                [entry.id, listing.encoded(row), entry.body],
            )
            listing.put(writing.db, row)

    def draft(self, ident: str) -> Entry:
        """Give one draft.

        Raises:
            NotInVault: there is none with this id.
        """
        self._acting.must(Act.READ)
        with self._store.reading() as db:
            found = db.execute("SELECT fields, body FROM draft WHERE id = ?", [ident]).fetchone()
        if found is None:
            raise NotInVault
        return listing.entry_of(listing.decoded(found[0]), found[1])

    def discard_draft(self, ident: str, *, now: dt.datetime) -> None:
        """Throw a draft away; that it was thrown away stays in the audit chain.

        Raises:
            NotInVault: there is no draft with this id.
        """
        self._acting.must(Act.PREPARE)
        with self._store.writing() as writing:
            if writing.db.execute("DELETE FROM draft WHERE id = ?", [ident]).rowcount == 0:
                raise NotInVault
            listing.remove(writing.db, ident)
            writing.record_event(chain.event(chain.DISCARDED, at=now, record_id=ident))

    def file_record(self, entry: Entry, document: bytes, sha256: str) -> None:
        """File a sealed record for good and remove its draft, all in one transaction.

        Args:
            entry: the record; ``updated`` is the moment of sealing.
            document: the document made of it, given back byte for byte.
            sha256: the record's own seal, kept beside it.

        Raises:
            NoLongerDraft: another record has this id.  Filing the very same once more is harmless.
        """
        self._acting.must(Act.SIGN)
        row = listing.row_of(entry, sealed=True)
        fields = listing.encoded(row)
        digests = checking.digests_of(fields, sha256, entry.body, document)
        with self._store.writing() as writing:
            if _is_filed(writing, entry.id):
                if chain.filing_of(writing.db, entry.id) == digests:
                    return
                raise NoLongerDraft
            writing.db.execute("DELETE FROM draft WHERE id = ?", [entry.id])
            writing.db.execute(
                "INSERT INTO record(id, fields, seal, body, document) VALUES (?, ?, ?, ?, ?)",
                [entry.id, fields, sha256, entry.body, document],
            )
            listing.put(writing.db, row)
            writing.record_event(
                chain.event(chain.FILED, at=entry.updated, record_id=entry.id, payload=digests)
            )

    def record(self, ident: str) -> StoredRecord:
        """Give a record after comparing it with the digests of its filing.

        Raises:
            NotInVault: there is no record with this id.
            VaultDamaged: it is not what was filed.
        """
        self._acting.must(Act.READ)
        with self._store.reading() as db:
            found = db.execute(
                "SELECT fields, seal, body, document FROM record WHERE id = ?", [ident]
            ).fetchone()
            if found is None:
                raise NotInVault
            if not checking.record_is_sound(db, ident):
                raise VaultDamaged(self.path, say("This record is not what was filed."))
        fields, seal, body, document = found
        entry = listing.entry_of(listing.decoded(fields), body)
        return StoredRecord(entry=entry, document=document, sha256=seal)

    def append_event(
        self, record_id: str, kind: str, payload: Mapping[str, Json], *, now: dt.datetime
    ) -> None:
        """Add to the audit chain that something was done (a document exported, a copy given)."""
        event = chain.event(kind, at=now, record_id=record_id, payload=payload)
        with self._store.writing() as writing:
            writing.record_event(event)

    def events(self, record_id: str) -> tuple[Event, ...]:
        """Give the events of one record or draft, oldest first; the vault's own have the id ""."""
        self._acting.must(Act.READ, Act.READ_TRAIL)
        with self._store.reading() as db:
            return chain.events_of(db, record_id)

    def search(
        self,
        text: str = "",
        *,
        status: str | None = None,
        on: dt.date | None = None,
        option: str | None = None,
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
            limit: at most so many rows, 1 to 500.
            after: the last row of the page before.
        """
        self._acting.must(Act.READ)
        question = listing.Question(
            text=text, status=status, on=on, option=option, limit=limit, after=after
        )
        with self._store.reading() as db:
            return listing.search(db, question)

    def setting(self, key: str, default: Json = None) -> Json:
        """Give a setting, or ``default`` when it was never set."""
        with self._store.reading() as db:
            found = db.execute("SELECT value FROM setting WHERE key = ?", [key]).fetchone()
        value: Json = json.loads(found[0]) if found else default
        return value

    def set_setting(self, key: str, value: Json) -> None:
        """Keep a setting."""
        self._acting.must(Act.KEEP_VAULT)
        with self._store.writing() as writing:
            writing.db.execute(
                "INSERT INTO setting(key, value) VALUES (?, ?) "
                "ON CONFLICT(key) DO UPDATE SET value = excluded.value",
                [key, json.dumps(value, allow_nan=False)],
            )

    def seal_keys(self) -> tuple[bytes, ...]:
        """Give all keys that documents were sealed with, the oldest first."""
        with self._store.reading() as db:
            found = db.execute("SELECT body FROM seal_key ORDER BY number").fetchall()
        return tuple(body for (body,) in found)

    def add_seal_key(self, body: bytes, name: str, *, now: dt.datetime) -> None:
        """Keep one more key, for good; ``name`` tells it apart in the audit chain."""
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
        self._store.copied_key()  # raises when closed, or in another thread
        self._unwrap(passphrase, now)

    def change_passphrase(
        self, old: str, new: str, *, now: dt.datetime, random: keys.Random = secrets.token_bytes
    ) -> None:
        """Wrap the key anew; the database itself stays as it is.

        Raises:
            WeakPassphrase: ``new`` is too easy to guess.
            WrongPassphrase, WaitFirst: ``old`` is not right, or it is too early to say.
            CannotWrite: the old passphrase still holds.
        """
        key = self._store.copied_key()
        keys.strong_enough(new)
        self._unwrap(old, now)
        before = read_keys(self._store.places)
        first = before.entries[0]
        cost = keys.Cost(time_cost=first.time_cost, memory_kib=first.memory_kib, lanes=first.lanes)
        after = keys.with_passphrase(before, self.person.id, key, new, random=random, cost=cost)
        keys.write_keys(self._store.places.keys, after)
        self.append_event("", chain.REKEYED, {}, now=now)

    def check(self) -> Report:
        """Verify all of the vault: pages, chain, anchor, records; seconds for each gigabyte."""
        self._acting.must(Act.KEEP_VAULT, Act.READ_TRAIL)
        return checking.full_report(self._store)

    def close(self) -> None:
        """Bring all into the vault file, forget the key, let others in; twice is harmless."""
        self._store.close()
        self._lock.release()

    def _unwrap(self, passphrase: str, now: dt.datetime) -> None:
        attempts.begin_try(self.path, now)
        keys.unwrapped(read_keys(self._store.places), passphrase, self.path, user=self.person.id)
        attempts.forget_tries(self.path)


def _is_filed(writing: Writing, ident: str) -> bool:
    found = writing.db.execute("SELECT 1 FROM record WHERE id = ?", [ident]).fetchone()
    return found is not None
