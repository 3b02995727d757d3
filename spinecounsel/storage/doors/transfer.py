"""Records that leave the vault in an open form, and records that come from another vault."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from spinecounsel.frozen import Frozen
from spinecounsel.storage.database import chain
from spinecounsel.storage.database.store import Store
from spinecounsel.storage.doors.acting import Acting
from spinecounsel.storage.doors.later import write_addition
from spinecounsel.storage.doors.parting import not_here
from spinecounsel.storage.doors.records import filing, write_record
from spinecounsel.storage.entry import Added, Entry, Json
from spinecounsel.storage.errors.vault import Erased, NoLongerDraft
from spinecounsel.storage.rights import Act

if TYPE_CHECKING:
    from sqlite_utils import Database


class Arrival(Frozen, frozen=True, kw_only=True):
    """A record from another vault, with what was added to it there; ``sha256`` is its digest."""

    entry: Entry
    document: bytes
    sha256: str
    additions: tuple[Added, ...]


class Taken(StrEnum):
    """What became of a record that arrived.

    NEW: it is filed here now; MORE: it was here, what was added to it later came with it; SAME: all
    of it was here; OTHER: another one, or a draft, has its number here, or that of something that
    was added to it; ERASED: it was erased here.
    """

    NEW = "new"
    MORE = "more"
    SAME = "same"
    OTHER = "other"
    ERASED = "erased"


class Transfer:
    """Records on their way out and in; reached as ``vault.transfer``."""

    def __init__(self, store: Store, acting: Acting) -> None:
        self._store = store
        self._acting = acting

    @property
    def ident(self) -> str:
        """The number that the vault got when it was made."""
        with self._store.reading() as db:
            return str(db.execute("SELECT ident FROM vault").fetchone()[0])

    def record_ids(self) -> tuple[str, ...]:
        """Give the ids of all records, in the order in which they were filed."""
        self._acting.must(Act.READ)
        self._acting.must(Act.KEEP_VAULT)
        with self._store.reading() as db:
            rows = db.execute("SELECT id FROM record ORDER BY number").fetchall()
        return tuple(ident for (ident,) in rows)

    def note_export(self, idents: Sequence[str], name: str, *, now: dt.datetime) -> None:
        """Note in the trail of each record that it leaves the vault, readable for anybody.

        ``name`` is the digest of the list of contents, which tells the file apart.
        """
        self._acting.must(Act.READ)
        with self._store.writing() as writing:
            for ident in idents:
                writing.record_event(
                    chain.event(
                        chain.TAKEN_OUT, at=now, record_id=ident, payload={"contents": name}
                    )
                )

    def take(self, arrival: Arrival, *, source: str, name: str, now: dt.datetime) -> Taken:
        """File a record from another vault, with a note of it, all of it in one transaction.

        Args:
            arrival: what to file.
            source: the number of the vault that it comes from.
            name: the digest of the list of contents of the file that it comes from.
            now: the moment.

        Raises:
            CannotSave: nothing of it was filed.
        """
        self._acting.must(Act.KEEP_VAULT)
        ident = arrival.entry.id
        with self._store.reading() as db:
            taken = _compared(db, arrival)
        if taken not in {Taken.NEW, Taken.MORE}:
            return taken
        note: dict[str, Json] = {"contents": name, "vault": source}
        try:
            with self._store.writing() as writing:
                if taken is Taken.NEW:
                    write_record(writing, filing(arrival.entry, arrival.document, arrival.sha256))
                for added in arrival.additions:
                    write_addition(writing, added)
                writing.record_event(
                    chain.event(chain.TAKEN_IN, at=now, record_id=ident, payload=note)
                )
        except NoLongerDraft:  # another addition has the number of one of these
            return Taken.OTHER
        return taken


def _compared(db: "Database", arrival: Arrival) -> Taken:
    ident = arrival.entry.id
    filed = chain.filing_of(db, ident)
    here = db.execute("SELECT 1 FROM record WHERE id = ?", [ident]).fetchone()
    if here is None:
        if isinstance(not_here(db, ident), Erased):
            return Taken.ERASED
        draft = db.execute("SELECT 1 FROM draft WHERE id = ?", [ident]).fetchone()
        return Taken.OTHER if draft or _is_of_another(db, arrival) else Taken.NEW
    same = filed is not None and all(
        filed[part] == digest for part, digest in _digests(arrival).items()
    )
    if not same:
        return Taken.OTHER
    known = {each["addition"]: each for each in chain.payloads_of(db, ident, chain.ADDED)}
    changed = any(not _is_same(each, known.get(each.id)) for each in arrival.additions)
    if changed or _is_of_another(db, arrival):
        return Taken.OTHER
    return Taken.SAME if all(each.id in known for each in arrival.additions) else Taken.MORE


def _is_of_another(db: "Database", arrival: Arrival) -> bool:
    """Whether an addition has a number that one to another record has here."""
    query = "SELECT 1 FROM addition WHERE id = ? AND record_id != ?"
    return any(
        db.execute(query, [each.id, arrival.entry.id]).fetchone() for each in arrival.additions
    )


def _is_same(added: Added, known: Mapping[str, Json] | None) -> bool:
    """Whether an addition is not here yet, or is here word for word."""
    return known is None or (known["body"], known["document"]) == (
        hashlib.sha256(added.body).hexdigest(),
        hashlib.sha256(added.document).hexdigest(),
    )


def _digests(arrival: Arrival) -> dict[str, str]:
    """Give what must be the same; what the list shows of a record is made of its words."""
    return {
        "body": hashlib.sha256(arrival.entry.body).hexdigest(),
        "document": hashlib.sha256(arrival.document).hexdigest(),
        "seal": arrival.sha256,
    }
