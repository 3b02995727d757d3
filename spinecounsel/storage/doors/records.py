"""Filing a record: what is written for it, whether it comes from a talk or another vault."""

from typing import NamedTuple

from spinecounsel.storage.database import chain, listing
from spinecounsel.storage.database.store import Writing
from spinecounsel.storage.doors import checking
from spinecounsel.storage.entry import Entry, Json, Row


class Filing(NamedTuple):
    """A record on its way into the vault."""

    row: Row
    fields: str
    seal: str
    body: bytes
    document: bytes
    digests: dict[str, Json]


def filing(entry: Entry, document: bytes, sha256: str) -> Filing:
    """Give what is written for a record; the trail gets the digests."""
    row = listing.row_of(entry, sealed=True)
    fields = listing.encoded(row)
    digests = checking.digests_of(fields, sha256, entry.body, document)
    return Filing(row, fields, sha256, entry.body, document, digests)


def write_record(writing: Writing, filed: Filing) -> None:
    """Write a record in a transaction that is under way."""
    row = filed.row
    writing.db.execute(
        "INSERT INTO record(id, fields, seal, body, document) VALUES (?, ?, ?, ?, ?)",
        [row.id, filed.fields, filed.seal, filed.body, filed.document],
    )
    listing.put(writing.db, row)
    event = chain.event(chain.FILED, at=row.updated, record_id=row.id, payload=filed.digests)
    writing.record_event(event)
