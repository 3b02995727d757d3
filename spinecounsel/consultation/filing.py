"""From a discussion or a sealed record to what the vault keeps, and back."""

import datetime as dt

from spinecounsel.consultation.seals import sealing_key
from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.document import DocumentKind, compose, pages_as_png
from spinecounsel.frozen import Frozen
from spinecounsel.record.codec import decode_discussion, decode_record, encode
from spinecounsel.record.record import ConsentRecord
from spinecounsel.sealing.seal import seal
from spinecounsel.storage import Entry, StoredRecord, Vault

DRAFT = "draft"


class Filed(Frozen, frozen=True, kw_only=True):
    """A sealed record and its document (PDF), as they lie in the vault."""

    record: ConsentRecord
    document: bytes


def draft_entry(discussion: Discussion, pack: ContentPack, *, now: dt.datetime) -> Entry:
    """Give the vault's entry for a discussion that is under way."""
    return Entry(
        id=discussion.id,
        name=discussion.patient.name,
        number=discussion.patient.number,
        born=discussion.patient.born,
        consulted=discussion.started,
        updated=now,
        status=DRAFT,
        options=tuple(pack.option(ident).name for ident in discussion.options),
        body=encode(discussion),
    )


def record_entry(record: ConsentRecord) -> Entry:
    """Give the vault's entry for a sealed record; its status is the outcome of the talk."""
    return Entry(
        id=record.id,
        name=record.patient.name,
        number=record.patient.number,
        born=record.patient.born,
        consulted=record.started,
        updated=record.sealed,
        status=str(record.decision.consent),
        options=tuple(option.name for option in record.options),
        body=encode(record),
    )


def save_draft(
    vault: Vault, discussion: Discussion, pack: ContentPack, *, now: dt.datetime
) -> dt.datetime:
    """Keep the draft and give the time; ``CannotSave`` when there is no room for it."""
    vault.save_draft(draft_entry(discussion, pack, now=now))
    return now


def file(vault: Vault, record: ConsentRecord, *, now: dt.datetime, pin: str = "") -> Filed:
    """Compose the document, seal it, and file it with its record in one step.

    ``CharacterMissing``, ``NoSiteKey``, ``PinNeeded`` or ``CannotSeal`` before anything is written,
    ``CannotSave`` when there is no room.
    """
    document = _sealed(vault, compose(record), now=now, pin=pin)
    vault.file_record(record_entry(record), document, record.sha256)
    return Filed(record=record, document=document)


def open_draft(vault: Vault, ident: str) -> Discussion:
    """Give a draft to take up again."""
    return decode_discussion(vault.draft(ident).body)


def open_record(vault: Vault, ident: str, *, now: dt.datetime) -> Filed:
    """Give a filed record with its document, the very bytes that were filed; note the opening."""
    stored: StoredRecord = vault.record(ident)
    vault.append_event(ident, "opened", {}, now=now)
    return Filed(record=decode_record(stored.entry.body), document=stored.document)


def document(
    vault: Vault, record: ConsentRecord, kind: DocumentKind, *, now: dt.datetime, pin: str = ""
) -> bytes:
    """Give another document of a filed record, sealed; errors as those of ``file``."""
    return _sealed(vault, compose(record, kind), now=now, pin=pin)


def pictures(document: bytes, *, dpi: int) -> tuple[bytes, ...]:
    """Draw each page of a document as a PNG, ``dpi`` dots per inch."""
    return pages_as_png(document, dots_per_inch=dpi)


def _sealed(vault: Vault, made: bytes, *, now: dt.datetime, pin: str) -> bytes:
    return seal(made, sealing_key(vault, now=now, pin=pin), when=now)
