"""The audit chain: each event carries the digest of the one before it."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from spinecounsel.storage.entry import Event, Json
from spinecounsel.storage.files.anchor import GENESIS, Standing

if TYPE_CHECKING:
    from sqlite_utils import Database


SLICE = 2_000
BEGINNING = Standing()
WALK = (
    "SELECT number, CAST(payload AS BLOB), previous, digest FROM event WHERE number > ? "
    "ORDER BY number LIMIT ?"
)


def standing_of(db: "Database") -> Standing:
    """Read how far the vault has come."""
    generation, number, digest = db.execute(
        "SELECT generation, number, digest FROM vault "
        "LEFT JOIN event ON number = (SELECT max(number) FROM event)"
    ).fetchone()
    return Standing(generation, number or 0, digest or GENESIS)


def appended(db: "Database", standing: Standing, event: Event) -> Standing:
    """Write ``event`` as the next of the chain, with its number; give the new standing."""
    number = standing.events + 1
    payload = canonical(event, number)
    digest = hashlib.sha256(standing.head + payload.encode()).digest()
    db.execute(
        "INSERT INTO event(number, record_id, payload, previous, digest) VALUES (?, ?, ?, ?, ?)",
        [number, event.record_id, payload, standing.head, digest],
    )
    return Standing(standing.generation, number, digest)


def followed(
    db: "Database", start: Standing = BEGINNING, *, most: int = SLICE
) -> tuple[Standing, int]:
    """Follow the chain from ``start`` for at most so many events.

    Give how far that is, and the number of the first event that is not as it was written, in its
    place (0 when there is none).
    """
    rows = db.execute(WALK, [start.events, most]).fetchall()
    if not rows:
        return start, 0
    numbers, payloads, before, digests = zip(*rows, strict=True)
    digested = hashlib.sha256
    found = tuple(digested(one + two).digest() for one, two in zip(before, payloads, strict=True))
    first = start.events + 1
    if (numbers, before, found) == (
        tuple(range(first, first + len(rows))),
        (start.head, *digests[:-1]),
        digests,
    ):
        return Standing(start.generation, numbers[-1], digests[-1]), 0
    return start, _first_broken(start, rows)


def _first_broken(start: Standing, rows: list[tuple[int, bytes, bytes, bytes]]) -> int:
    """Give the number that the first wrong one of ``rows`` should have."""
    head = start.head
    for number, row in enumerate(rows, start=start.events + 1):
        found, payload, previous, digest = row
        right = hashlib.sha256(head + payload).digest()
        if (found, previous, digest) != (number, head, right):
            return number
        head = digest
    return 0


def broken_at(db: "Database", start: Standing = BEGINNING) -> int:
    """Give the number of the first event after ``start`` that is not as it was written; 0: none."""
    while True:
        end, broken = followed(db, start)
        if broken or end == start:
            return broken
        start = end


def is_unbroken(db: "Database") -> bool:
    """Whether every event is there, in order, as it was written."""
    return broken_at(db) == 0


def reaches(db: "Database", standing: Standing, note: Standing) -> bool:
    """Whether a vault at ``standing`` has come as far as ``note`` says, by the same way."""
    if note in {standing, BEGINNING}:
        return True
    if standing.generation < note.generation or standing.events < note.events:
        return False
    return digest_of(db, note.events) == note.head


def digest_of(db: "Database", number: int) -> bytes:
    """Give the digest of an event; that of the beginning where there is none."""
    row = db.execute("SELECT digest FROM event WHERE number = ?", [number]).fetchone()
    return bytes(row[0]) if row else GENESIS


def events_of(db: "Database", record_id: str) -> tuple[Event, ...]:
    """Give the events of a record, oldest first."""
    rows = db.execute(
        "SELECT payload FROM event WHERE record_id = ? ORDER BY number", [record_id]
    ).fetchall()
    return tuple(read_event(payload) for (payload,) in rows)


def filing_of(db: "Database", record_id: str) -> Mapping[str, Json] | None:
    """Give the payload of the event with which a record was filed."""
    return next(iter(payloads_of(db, record_id, FILED)), None)


def payloads_of(db: "Database", record_id: str, kind: str) -> tuple[Mapping[str, Json], ...]:
    """Give the payloads of the events of one kind of a record, oldest first."""
    return tuple(event.payload for event in events_of(db, record_id) if event.kind == kind)


CREATED, FILED, DISCARDED, REKEYED, SEAL_KEY, BROKE_GLASS, RENAMED = (
    "vault created",
    "filed",
    "draft discarded",
    "passphrase changed",
    "key of seals",
    "emergency access",
    "person renamed",
)
BEGUN, CHANGED, TAKEN_BACK, ADDED, RETENTION, ERASED = (
    "draft begun",
    "draft changed",
    "earlier state taken back",
    "added to record",
    "time of keeping set",
    "erased",
)
PERSON_ADDED, PERSON_REMOVED, ROLES, GIVEN, NEW_CODE, CODE_USED = (
    "person added",
    "person removed",
    "roles changed",
    "passphrase given",
    "recovery code made",
    "recovery code used",
)
BACKED_UP, BACKUP_CHECKED, BACKUP_RULE, RESTORED = (
    "backup made",
    "backup checked",
    "rule of backups set",
    "restored from backup",
)
TAKEN_OUT, TAKEN_IN = "exported in an open form", "imported from another vault"
SET = "setting changed"
OPENED, LOCKED, FACTOR_ON, FACTOR_OFF, NEW_KEY = (
    "vault opened",
    "vault locked",
    "second factor on",
    "second factor off",
    "vault key changed",
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


def canonical(event: Event, number: int) -> str:
    """Give an event as it is written and digested."""
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


class UnreadableEvent(Exception):
    """An event was written by another hand than this program's."""


def read_event(payload: str) -> Event:
    """Read an event as it was written."""
    try:
        fields = json.loads(payload)
        return Event(
            number=fields["number"],
            at=dt.datetime.fromisoformat(fields["at"]),
            kind=fields["kind"],
            record_id=fields["record"],
            payload=cast("dict[str, Json]", fields["payload"]),
            by=fields.get("by", ""),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableEvent from error
