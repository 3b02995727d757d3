"""The audit chain: each event carries the digest of the one before it."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from spinecounsel.storage.anchor import GENESIS, Standing
from spinecounsel.storage.entry import Event, Json

if TYPE_CHECKING:
    from sqlite_utils import Database


def standing_of(db: "Database") -> Standing:
    """Read how far the vault has come."""
    (generation,) = db.execute("SELECT generation FROM vault").fetchone()
    last = db.execute("SELECT number, digest FROM event ORDER BY number DESC LIMIT 1").fetchone()
    return Standing(generation, *(last or (0, GENESIS)))


def appended(db: "Database", standing: Standing, event: Event) -> Standing:
    """Write ``event`` as the next of the chain, with its number; give the new standing."""
    number = standing.events + 1
    payload = _canonical(event, number)
    digest = hashlib.sha256(standing.head + payload.encode()).digest()
    db.execute(
        "INSERT INTO event(number, record_id, payload, previous, digest) VALUES (?, ?, ?, ?, ?)",
        [number, event.record_id, payload, standing.head, digest],
    )
    return Standing(standing.generation, number, digest)


def is_unbroken(db: "Database") -> bool:
    """Whether every event is there, in order, as it was written."""
    head = GENESIS
    rows = db.execute(
        "SELECT number, CAST(payload AS BLOB), previous, digest FROM event ORDER BY number"
    )
    for count, (number, payload, previous, digest) in enumerate(rows.fetchall(), start=1):
        head = hashlib.sha256(head + payload).digest() if previous == head else b""
        if number != count or head != digest:
            return False
    return True


def reaches(db: "Database", note: Standing) -> bool:
    """Whether the vault has come at least as far as ``note`` says, by the same way."""
    standing = standing_of(db)
    if standing.generation < note.generation or standing.events < note.events:
        return False
    row = db.execute("SELECT digest FROM event WHERE number = ?", [note.events]).fetchone()
    return (row[0] if row else GENESIS) == note.head


def events_of(db: "Database", record_id: str) -> tuple[Event, ...]:
    """Give the events of a record, oldest first."""
    rows = db.execute(
        "SELECT payload FROM event WHERE record_id = ? ORDER BY number", [record_id]
    ).fetchall()
    return tuple(_event(payload) for (payload,) in rows)


def filing_of(db: "Database", record_id: str) -> Mapping[str, Json] | None:
    """Give the payload of the event with which a record was filed."""
    filed = (event for event in events_of(db, record_id) if event.kind == FILED)
    event = next(filed, None)
    return event.payload if event else None


CREATED, FILED, DISCARDED, REKEYED, SEAL_KEY, BROKE_GLASS, RENAMED = (
    "vault created",
    "filed",
    "draft discarded",
    "passphrase changed",
    "key of seals",
    "emergency access",
    "person renamed",
)


def event(
    kind: str,
    *,
    at: dt.datetime,
    record_id: str = "",
    payload: Mapping[str, Json] | None = None,
    by: str = "",
) -> Event:
    """Make an event that has no number yet."""
    return Event(
        number=0, at=at, kind=kind, record_id=record_id, payload=dict(payload or {}), by=by
    )


def _canonical(event: Event, number: int) -> str:
    fields = {
        "at": event.at.isoformat(),
        "by": event.by,
        "kind": event.kind,
        "number": number,
        "payload": event.payload,
        "record": event.record_id,
    }
    return json.dumps(
        fields, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False
    )


def _event(payload: str) -> Event:
    fields = json.loads(payload)
    return Event(
        number=fields["number"],
        at=dt.datetime.fromisoformat(fields["at"]),
        kind=fields["kind"],
        record_id=fields["record"],
        payload=cast("dict[str, Json]", fields["payload"]),
        by=fields.get("by", ""),
    )
