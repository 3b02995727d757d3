"""Reading the audit trail: page by page, of one record, of one person."""

from spinecounsel.storage.database import chain
from spinecounsel.storage.database.store import Store
from spinecounsel.storage.doors.acting import Acting
from spinecounsel.storage.entry import Event
from spinecounsel.storage.rights import Act

MOST_EVENTS = 500


class Trail:
    """The events of the vault; reached as ``vault.trail``."""

    def __init__(self, store: Store, acting: Acting) -> None:
        self._store = store
        self._acting = acting

    def page(
        self, *, before: int = 0, record_id: str = "", person: str = "", limit: int = 100
    ) -> tuple[Event, ...]:
        """Give events, newest first.

        Args:
            before: only those with a smaller number: that of the last event of the page before.
            record_id: only those of this record or draft.
            person: only what was done by the person with this id.
            limit: at most so many, 1 to 500.
        """
        self._acting.must(Act.READ_TRAIL)
        conditions = {
            "number < ?": before,
            "record_id = ?": record_id,
            "json_extract(payload, '$.by') = ?": person,
        }
        asked = {condition: value for condition, value in conditions.items() if value}
        where = f"WHERE {' AND '.join(asked)} " if asked else ""
        with self._store.reading() as db:
            rows = db.execute(
                f"SELECT payload FROM event {where}"  # noqa: S608 - the conditions are constants
                "ORDER BY number DESC LIMIT ?",
                [*asked.values(), max(1, min(limit, MOST_EVENTS))],
            ).fetchall()
        return tuple(chain.read_event(payload) for (payload,) in rows)
