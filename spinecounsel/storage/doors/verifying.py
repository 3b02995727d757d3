"""The check of a whole vault, in slices: each takes some hundredths of a second.

So a window's worker can do a slice now and then while people work.  What was written after its
slice was done is not looked at again: this very program has just written it.
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from spinecounsel.storage.database import chain, schema
from spinecounsel.storage.database.listing import decoded, is_same
from spinecounsel.storage.database.store import Store
from spinecounsel.storage.doors.checking import record_is_sound
from spinecounsel.storage.doors.later import additions_are_sound
from spinecounsel.storage.entry import Report
from spinecounsel.storage.errors.vault import VaultDamaged
from spinecounsel.wording import say

if TYPE_CHECKING:
    from sqlite_utils import Database

Answer = TypeVar("Answer")
MOST_PROBLEMS = 20
RECORDS, DRAFTS, NAMED = 10, 20, 2_000  # in one slice
_EVENT = "SELECT record_id FROM event WHERE number = ?"
_RECORDS = "SELECT number, id FROM record WHERE number > ? ORDER BY number LIMIT ?"
_DRAFTS = (
    "SELECT draft.id, draft.fields, listing.fields, draft.body FROM draft "
    "LEFT JOIN listing USING (id) WHERE draft.id > ? ORDER BY draft.id LIMIT ?"
)
_NAMED = "SELECT DISTINCT record_id FROM event WHERE record_id > ? ORDER BY record_id LIMIT ?"
_KEPT = (
    "SELECT id FROM record WHERE id BETWEEN ?1 AND ?2 UNION "
    "SELECT id FROM draft WHERE id BETWEEN ?1 AND ?2 UNION "
    "SELECT record_id FROM erased WHERE record_id BETWEEN ?1 AND ?2"
)
_NO_ROWS: list[tuple[Any, ...]] = []


class Check:
    """A check that is under way; made by ``Vault.begin_check``.

    It looks for what reading would find, from the first to the last: the trail, each record with
    its document and what was added to it, each draft, and whether anything is gone.
    ``problem`` is the first thing that is wrong, in a sentence that names the event or the record.
    """

    def __init__(self, store: Store) -> None:
        self._slices = _slices(store)
        self.problem = ""

    def go_on(self) -> bool:
        """Check one slice more; whether there is more to do.

        Raises:
            VaultClosed, VaultInUse, CannotRead, CannotOpen: the vault cannot be asked now.
        """
        found = next(self._slices, None)
        self.problem = found or ""
        return found == ""


def full_report(store: Store) -> Report:
    """Verify everything: bytes, structure, search, then all that ``Check`` does."""
    try:
        with store.reading() as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            outside = [*_outside(db, store)]
        inside = filter(None, _slices(store))
        problems = (*outside, *islice(inside, MOST_PROBLEMS))
        with store.reading() as db:
            return Report(
                problems=problems,
                records=_count(db, "SELECT count(*) FROM record"),
                drafts=_count(db, "SELECT count(*) FROM draft"),
                events=_count(db, "SELECT count(*) FROM event"),
            )
    except VaultDamaged as error:
        return Report(problems=(error.what,), stopped=True, records=0, drafts=0, events=0)


def _outside(db: "Database", store: Store) -> Iterator[str]:
    """Look at the file as a file: every page, the structure, the search, the anchor."""
    if db.execute("PRAGMA cipher_integrity_check").fetchall():
        yield say("Some bytes of the file were changed or lost.")
    if db.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        yield say("The structure of the file is broken.")
    if not schema.has_its_triggers(db):
        yield say("The protection of the records is gone.")
    if not _is_anchored(store):
        yield say("The anchor file does not fit the vault.")


def _is_anchored(store: Store) -> bool:
    try:
        return store.anchor.read() == store.standing
    except OSError:
        return False


def _count(db: "Database", question: str) -> int:
    return int(db.execute(question).fetchone()[0])


def _slices(store: Store) -> Iterator[str]:
    """Check slice after slice; each gives what is wrong in it, or nothing."""
    yield from _trail(store)
    yield from _records(store)
    yield from _drafts(store)
    yield from _gone(store)


def _trail(store: Store) -> Iterator[str]:
    at, end = chain.BEGINNING, store.standing.events
    while at.events < end:
        start = at
        (at, broken), wrong = _asked(store, partial(chain.followed, start=at), (at, -1))
        if broken:
            yield _broken(store, broken if broken > 0 else at.events + 1, wrong)
            return
        if at == start:
            yield say("The audit trail ends too early, with event {n}.", n=at.events)
            return
        yield ""


def _broken(store: Store, number: int, wrong: str) -> str:
    """Name an event that is not as it was written, and the record it belongs to."""
    found, _ = _asked(store, _Rows(_EVENT, number), _NO_ROWS)
    if wrong:
        return say("From event {n} on, the audit trail cannot be read. {why}", n=number, why=wrong)
    if not found:
        return say("The audit trail is broken: event {n} is gone.", n=number)
    return say(
        "The audit trail is broken: event {n} is not what was written (record {id}).",
        n=number,
        id=found[0][0] or say("none"),
    )


def _records(store: Store) -> Iterator[str]:
    last = 0
    while True:
        found, wrong = _asked(store, _Rows(_RECORDS, last, RECORDS), _NO_ROWS)
        if wrong:
            yield say("The records cannot be listed. {why}", why=wrong)
        if not found:
            return
        yield from filter(None, (_record_problem(store, ident) for _, ident in found))
        yield ""
        if len(found) < RECORDS:
            return
        last = found[-1][0]


def _record_problem(store: Store, ident: str) -> str:
    sound, wrong = _asked(store, partial(record_is_sound, ident=ident), otherwise=False)
    if wrong:
        return say("The record {id} cannot be read. {why}", id=ident, why=wrong)
    if not sound:
        return say("The record {id} is not what was filed.", id=ident)
    sound, wrong = _asked(store, partial(additions_are_sound, record_id=ident), otherwise=False)
    if wrong or not sound:
        return say("What was added to the record {id} is not what was filed.", id=ident)
    return ""


def _drafts(store: Store) -> Iterator[str]:
    last = ""
    while True:
        found, wrong = _asked(store, _Rows(_DRAFTS, last, DRAFTS), _NO_ROWS)
        if wrong:
            yield say("The drafts from {id} on cannot be read. {why}", id=last, why=wrong)
        if not found:
            return
        for ident, fields, listed, _body in found:
            if not _is_listed(fields, listed):
                yield say("The draft {id} is not in the list as it was saved.", id=ident)
        yield ""
        if len(found) < DRAFTS:
            return
        last = found[-1][0]


def _is_listed(fields: str, listed: str | None) -> bool:
    try:
        return listed is not None and is_same(decoded(listed), decoded(fields))
    except msgspec.MsgspecError:
        return False


def _gone(store: Store) -> Iterator[str]:
    """Look for records that were filed, and neither are there nor were erased."""
    last = ""
    while True:
        nobody: tuple[str, list[str]] = ("", [])
        (last, missing), wrong = _asked(store, partial(_missing, last), nobody)
        if wrong:
            yield say("The audit trail cannot be read. {why}", why=wrong)
        if not last:
            return
        yield from (say("The record {id} is gone.", id=ident) for ident in missing)
        yield ""


def _missing(last: str, db: "Database") -> tuple[str, list[str]]:
    named = [ident for (ident,) in db.execute(_NAMED, [last, NAMED]).fetchall()]
    if not named:
        return "", []
    kept = {ident for (ident,) in db.execute(_KEPT, [named[0], named[-1]]).fetchall()}
    absent = (ident for ident in named if ident not in kept)
    return named[-1], [ident for ident in absent if chain.filing_of(db, ident) is not None]


class _Rows:
    """A question to the database, and the values for its places."""

    def __init__(self, question: str, *values: int | str) -> None:
        self._question, self._values = question, values

    def __call__(self, db: "Database") -> list[tuple[Any, ...]]:
        return list(db.execute(self._question, self._values).fetchall())


def _asked(
    store: Store, work: "Callable[[Database], Answer]", otherwise: Answer
) -> tuple[Answer, str]:
    """Ask the vault; give ``otherwise`` and what is wrong where it is damaged."""
    try:
        with store.reading() as db:
            return work(db), ""
    except VaultDamaged as error:
        return otherwise, error.what
