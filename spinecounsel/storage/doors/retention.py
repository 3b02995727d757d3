"""How long a clinic keeps consultations, and which have been kept for longer.

Nothing is ever erased by itself: ``Parting`` does that when somebody says so.
"""

import datetime as dt
import json

from spinecounsel.storage.database import chain
from spinecounsel.storage.database.store import Store
from spinecounsel.storage.doors.acting import Acting
from spinecounsel.storage.entry import Held
from spinecounsel.storage.rights import Act

MOST_YEARS = 200
_KEY = "retention.years"


class Retention:
    """The rule of the clinic; reached as ``vault.retention``."""

    def __init__(self, store: Store, acting: Acting) -> None:
        self._store = store
        self._acting = acting

    @property
    def years(self) -> int | None:
        """How many years after the consultation it is kept; None: no rule was made."""
        with self._store.reading() as db:
            found = db.execute("SELECT value FROM setting WHERE key = ?", [_KEY]).fetchone()
        years: int | None = json.loads(found[0]) if found else None
        return years

    def set_years(self, years: int | None, *, now: dt.datetime) -> None:
        """Make the rule, 1 to 200 years, or take it back; the trail says so."""
        self._acting.must(Act.KEEP_VAULT)
        if years is not None and not 1 <= years <= MOST_YEARS:
            raise ValueError(years)
        with self._store.writing() as writing:
            writing.db.execute(
                "INSERT INTO setting(key, value) VALUES (?, ?) "
                "ON CONFLICT(key) DO UPDATE SET value = excluded.value",
                [_KEY, json.dumps(years)],
            )
            writing.record_event(chain.event(chain.RETENTION, at=now, payload={"years": years}))

    def due(self, today: dt.date) -> tuple[Held, ...]:
        """Give what has been kept for longer than the rule says, oldest first, without names."""
        self._acting.must(Act.KEEP_VAULT)
        years = self.years
        if years is None or today.year <= years:
            return ()
        with self._store.reading() as db:
            rows = db.execute(
                "SELECT id, consulted_on, sealed FROM listing WHERE consulted_on < ? "
                "ORDER BY consulted_on, id",
                [_years_before(today, years).isoformat()],
            ).fetchall()
        return tuple(
            Held(id=ident, consulted=dt.date.fromisoformat(day), sealed=bool(sealed))
            for ident, day, sealed in rows
        )


def _years_before(today: dt.date, years: int) -> dt.date:
    """Give the same day so many years ago; 29 February becomes the 28th."""
    try:
        return today.replace(year=today.year - years)
    except ValueError:
        return today.replace(year=today.year - years, day=28)
