"""Lawful erasure: what belongs to a patient goes for good, and a tombstone says that it was there.

What stays: the number of the record, when, by whom and why it was erased, and what the trail said
of it before, which never holds a name or a clinical word (digests of what was filed among it).
What the disk itself keeps of blocks that files no longer use is out of reach of any program; they
are encrypted.  Backups from before hold the records still.
"""

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING

from spinecounsel.dates import day
from spinecounsel.storage.database import chain, folding, listing
from spinecounsel.storage.database.store import Store, Writing
from spinecounsel.storage.doors.acting import Acting
from spinecounsel.storage.doors.revisions import remove_revisions
from spinecounsel.storage.entry import Held, Row
from spinecounsel.storage.errors.vault import (
    CannotSave,
    Erased,
    NotCompacted,
    NotInVault,
    VaultError,
    VaultInUse,
)
from spinecounsel.storage.files import private_place
from spinecounsel.storage.rights import Act
from spinecounsel.wording import say

if TYPE_CHECKING:
    from sqlite_utils import Database

_DUE = "erasure.unfinished"


class Grounds(StrEnum):
    """Why something is erased; fixed words, so no clinical text."""

    PATIENT = "the patient asked for it"
    RETENTION = "the time of keeping is over"
    MISTAKE = "it was recorded by mistake"
    ORDER = "a court or an authority ordered it"


class Parting:
    """Erasure; reached as ``vault.parting``.  Names and clinical words are shown to nobody here."""

    def __init__(self, store: Store, acting: Acting) -> None:
        self._store = store
        self._acting = acting

    def find(self, number: str) -> tuple[Held, ...]:
        """Give what is kept of the patient with exactly this hospital number, oldest first.

        ``number`` may be that of one record too.  Blanks, case and punctuation do not count.
        """
        self._acting.must(Act.KEEP_VAULT)
        asked = folding.joined(number)
        if not asked:
            return ()
        with self._store.reading() as db:
            rows = _numbered(db, asked, number.strip())
        found = (Held(id=row.id, consulted=row.consulted.date(), sealed=row.sealed) for row in rows)
        return tuple(sorted(found, key=lambda each: (each.consulted, each.id)))

    def erase(self, idents: Sequence[str], grounds: Grounds, *, now: dt.datetime) -> None:
        """Erase records and drafts with all that belongs to them, in one transaction.

        Then the file is made anew, so that no trace of them is left in it or in its log.

        Raises:
            NotInVault, Erased: one of them is not there; nothing was erased.
            NotCompacted: all is erased, but the file could not be made anew: ``finish`` does it.
        """
        self._acting.must(Act.KEEP_VAULT)
        with self._store.erasing() as writing:
            for ident in dict.fromkeys(idents):
                _erase(writing, ident, grounds, now)
            writing.db.execute(
                "INSERT INTO setting(key, value) VALUES (?, 'true') ON CONFLICT(key) DO NOTHING",
                [_DUE],
            )
        self.finish()

    @property
    def unfinished(self) -> bool:
        """Whether something was erased and the file is still to be made anew."""
        with self._store.reading() as db:
            found = db.execute("SELECT 1 FROM setting WHERE key = ?", [_DUE]).fetchone()
        return found is not None

    def copies(self) -> tuple[str, ...]:
        """Give the names of copies that lie beside the vault: they hold still what was erased.

        Copies made before its schema changed, backups, vaults that were set aside, and what could
        not be cleared of copies that were looked at.
        """
        self._acting.must(Act.KEEP_VAULT)
        vault = self._store.places.vault
        beside = (each.name for each in vault.parent.iterdir() if each != vault)
        ours = (f"{vault.stem}-", private_place.prefix(vault))
        return tuple(sorted(each for each in beside if each.startswith(ours)))

    def finish(self) -> None:
        """Make the file anew of what is left in it; needs as much room again for a moment.

        Copies that a process left which was killed go before that: they may give the room.

        Raises:
            NotCompacted: there was no room for it, or somebody reads the file just now;
                ``unfinished`` stays true.
        """
        self._acting.must(Act.KEEP_VAULT)
        with suppress(OSError):  # what stays is named by ``copies``
            private_place.clear(self._store.places.vault)
        try:
            self._store.compact()
            with self._store.writing() as writing:
                writing.db.execute("DELETE FROM setting WHERE key = ?", [_DUE])
        except (CannotSave, VaultInUse) as error:
            raise NotCompacted from error


def _numbered(db: "Database", joined: str, ident: str) -> list[Row]:
    """Give the rows of one hospital number (folded, in one piece), and that of one record."""
    found = db.execute(
        "SELECT fields FROM listing WHERE place IN "
        "(SELECT rowid FROM listing_words WHERE listing_words MATCH ?) OR id = ?",
        [f'words : ("{" ".join(folding.words(joined))}")', ident],
    ).fetchall()
    rows = [listing.decoded(fields) for (fields,) in found]
    return [row for row in rows if row.id == ident or folding.joined(row.number) == joined]


def not_here(db: "Database", ident: str) -> VaultError:
    """Give the reason why there is no draft or record ``ident``: it was erased, or never there."""
    last = next((event for event in chain.events_of(db, ident) if event.kind == chain.ERASED), None)
    if last is None:
        return NotInVault()
    return Erased(day(last.at.date()), grounds_words(Grounds(str(last.payload["grounds"]))))


def grounds_words(grounds: Grounds) -> str:
    """Give the grounds in words, as they stand behind "because"."""
    return {
        Grounds.PATIENT: say("the patient asked for it"),
        Grounds.RETENTION: say("the time of keeping was over"),
        Grounds.MISTAKE: say("it had been recorded by mistake"),
        Grounds.ORDER: say("a court or an authority ordered it"),
    }[grounds]


def _erase(writing: Writing, ident: str, grounds: Grounds, now: dt.datetime) -> None:
    db = writing.db
    was_record = db.execute("SELECT 1 FROM record WHERE id = ?", [ident]).fetchone() is not None
    if was_record:
        db.execute("INSERT INTO erased(record_id, at) VALUES (?, ?)", [ident, now.isoformat()])
        db.execute("DELETE FROM addition WHERE record_id = ?", [ident])
        db.execute("DELETE FROM record WHERE id = ?", [ident])
    elif db.execute("DELETE FROM draft WHERE id = ?", [ident]).rowcount == 0:
        raise not_here(db, ident)
    remove_revisions(db, ident)
    listing.remove(db, ident)
    payload = {"grounds": str(grounds), "what": "record" if was_record else "draft"}
    writing.record_event(chain.event(chain.ERASED, at=now, record_id=ident, payload=payload))
