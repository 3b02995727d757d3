"""Earlier states of drafts: kept now and then, taken back, and gone with their draft."""

import datetime as dt
import zlib
from typing import TYPE_CHECKING

from spinecounsel.storage.database import listing
from spinecounsel.storage.database.store import Store
from spinecounsel.storage.doors.acting import Acting
from spinecounsel.storage.entry import Entry, Revision
from spinecounsel.storage.errors.vault import NotInVault
from spinecounsel.storage.rights import Act

if TYPE_CHECKING:
    from sqlite_utils import Database

GAP = dt.timedelta(minutes=1)


class Kept(tuple[str, dt.datetime]):
    """Of which draft an earlier state was kept last, and when."""

    __slots__ = ()


class Revisions:
    """Earlier states of drafts; reached as ``vault.revisions``.

    What a save replaces is kept when nothing of this draft was kept for a minute, or when a sitting
    begins.  All of it is removed when the draft is filed (the record is what counts then) or thrown
    away.
    """

    def __init__(self, store: Store, acting: Acting) -> None:
        self._store = store
        self._acting = acting
        self._last: Kept | None = None

    def of(self, ident: str) -> tuple[Revision, ...]:
        """Give the earlier states of a draft, newest first; none for what is no draft."""
        self._acting.must(Act.READ)
        with self._store.reading() as db:
            rows = db.execute(
                "SELECT number, at FROM revision WHERE draft_id = ? ORDER BY number DESC", [ident]
            ).fetchall()
        return tuple(
            Revision(number=number, at=dt.datetime.fromisoformat(at)) for number, at in rows
        )

    def body(self, ident: str, number: int) -> bytes:
        """Give one of them.

        Raises:
            NotInVault: this draft has none with this number.
        """
        self._acting.must(Act.READ)
        with self._store.reading() as db:
            found = db.execute(
                "SELECT body FROM revision WHERE draft_id = ? AND number = ?", [ident, number]
            ).fetchone()
        if found is None:
            raise NotInVault
        return zlib.decompress(found[0])

    def begin_sitting(self) -> None:
        """Keep what the next save replaces, however short ago the last was kept."""
        self._last = None

    def keep(self, db: "Database", entry: Entry, *, at_once: bool = False) -> Kept | None:
        """Keep what ``entry`` is about to replace, if it is time; give what to ``remember``.

        In the transaction of a save.  Between two times this asks nothing of the database.
        """
        if not at_once and self._last is not None and _is_early(self._last, entry):
            return self._last
        found = db.execute("SELECT fields, body FROM draft WHERE id = ?", [entry.id]).fetchone()
        if found is None:
            return Kept((entry.id, entry.updated))
        if found[1] == entry.body:
            return self._last
        _write(db, entry.id, listing.decoded(found[0]).updated, found[1])
        return Kept((entry.id, entry.updated))

    def remember(self, kept: Kept | None) -> None:
        """Go on from what ``keep`` gave, once its transaction is on the disk."""
        self._last = kept


def remove_revisions(db: "Database", ident: str) -> None:
    """Remove the earlier states of a draft."""
    db.execute("DELETE FROM revision WHERE draft_id = ?", [ident])


def _is_early(last: Kept, entry: Entry) -> bool:
    """Whether less than a minute went by; a clock that was set back counts as more."""
    ident, moment = last
    return ident == entry.id and dt.timedelta(0) <= entry.updated - moment < GAP


def _write(db: "Database", ident: str, at: dt.datetime, body: bytes) -> None:
    """Add a state, unless it is the one that was kept last."""
    packed = zlib.compress(body)
    last = db.execute(
        "SELECT body FROM revision WHERE draft_id = ? ORDER BY number DESC LIMIT 1", [ident]
    ).fetchone()
    if last is None or last[0] != packed:
        db.execute(
            "INSERT INTO revision(draft_id, at, body) VALUES (?, ?, ?)",
            [ident, at.isoformat(), packed],
        )
