"""From a discussion or a sealed record to what the vault keeps, and back."""

import datetime as dt
import hashlib
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from spinecounsel.consultation.seals import sealing_key
from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.document import DocumentKind, compose, compose_addition, pages_as_png
from spinecounsel.errors import UserError
from spinecounsel.files import write_safely
from spinecounsel.frozen import Frozen
from spinecounsel.record.addition import Addition, made, superseded
from spinecounsel.record.codec import decode_discussion, decode_record, encode
from spinecounsel.record.record import ConsentRecord
from spinecounsel.sealing.head import Head
from spinecounsel.sealing.seal import seal
from spinecounsel.storage import Added, Entry, Erased, Json, NotInVault, StoredRecord, Vault
from spinecounsel.wording import say

DRAFT = "draft"
OPENED, DRAFT_OPENED, SHOWN, PRINTED, EXPORTED, COPY_GIVEN = (
    "opened",
    "draft opened",
    "document shown",
    "printed",
    "exported",
    "copy given",
)
"""What the window notes in the trail."""


class NotTheClinician(UserError):
    """A record was to be filed in the name of somebody else than who has the vault open."""

    def __init__(self, named: str, present: str) -> None:
        super().__init__(
            say(
                "This record names {named} as the clinician, but the vault was opened by "
                "{present}. Nothing was sealed, and nothing was lost. Open the draft once more "
                "from the list: whoever opens it signs it.",
                named=named or say("nobody"),
                present=present or say("somebody without a name"),
            )
        )


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
        replaces=discussion.replaces is not None,
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
        confirm_after=record.confirm_after,
    )


def save_draft(
    vault: Vault, discussion: Discussion, pack: ContentPack, *, now: dt.datetime
) -> dt.datetime:
    """Keep the draft and give the time; ``CannotSave`` when there is no room for it."""
    vault.save_draft(draft_entry(discussion, pack, now=now))
    return now


def file(vault: Vault, record: ConsentRecord, *, now: dt.datetime, pin: str = "") -> Filed:
    """Compose the document, seal it, and file it with its record in one step.

    The older record in whose place this one stands is marked as replaced in the same step.
    ``NotTheClinician`` unless it names who has the vault open as the clinician;
    ``CharacterMissing``, ``NoSiteKey``, ``PinNeeded`` or ``CannotSeal`` before anything is written,
    ``CannotSave`` when there is no room.
    """
    if record.clinician.name != vault.person.name:
        raise NotTheClinician(record.clinician.name, vault.person.name)
    document = sealed(vault, compose(record), now=now, pin=pin)
    replacing = _superseding(vault, record, now=now, pin=pin)
    entry = record_entry(record)
    vault.file_record(entry, document, record.sha256, replacing=replacing)
    return Filed(record=record, document=document)


def open_draft(vault: Vault, ident: str, *, now: dt.datetime) -> Discussion:
    """Give a draft to take up again; note the opening."""
    draft = decode_discussion(vault.draft(ident).body)
    vault.append_event(ident, DRAFT_OPENED, {}, now=now)
    return draft


def open_record(vault: Vault, ident: str, *, now: dt.datetime) -> Filed:
    """Give a filed record with its document, the very bytes that were filed; note the opening."""
    stored: StoredRecord = vault.record(ident)
    vault.append_event(ident, OPENED, {}, now=now)
    return Filed(record=decode_record(stored.entry.body), document=stored.document)


def document(
    vault: Vault, record: ConsentRecord, kind: DocumentKind, *, now: dt.datetime, pin: str = ""
) -> bytes:
    """Give another document of a filed record, sealed; errors as those of ``file``.

    That it was made, to be shown, is noted.
    """
    made = sealed(vault, compose(record, kind), now=now, pin=pin)
    vault.append_event(record.id, SHOWN, named(kind, made), now=now)
    return made


def note_printed(
    vault: Vault, *, ident: str, kind: DocumentKind, document: bytes, now: dt.datetime
) -> None:
    """Note that a document of a record went to a printer."""
    vault.append_event(ident, PRINTED, named(kind, document), now=now)


def named(kind: DocumentKind, document: bytes) -> dict[str, Json]:
    """Name a document for the trail: which one, and its digest; never a file's name."""
    return {"kind": str(kind), "sha256": hashlib.sha256(document).hexdigest()}


def pictures(document: bytes, *, dpi: int) -> tuple[bytes, ...]:
    """Draw each page of a document as a PNG, ``dpi`` dots per inch."""
    return pages_as_png(document, dots_per_inch=dpi)


def sealed(vault: Vault, made: bytes, *, now: dt.datetime, pin: str) -> bytes:
    """Seal a document that was made, with how far the trail has come; errors as of ``file``."""
    key = sealing_key(vault, now=now, pin=pin)
    ident, event, digest = vault.head
    return seal(made, key, when=now, head=Head(vault=ident, event=event, digest=digest))


def _superseding(
    vault: Vault, record: ConsentRecord, *, now: dt.datetime, pin: str
) -> Added | None:
    """Give what says of the older record that this one stands in its place.

    None when there is none, or when it was erased since this talk began.
    """
    if record.replaces is None:
        return None
    try:
        older = decode_record(vault.record(record.replaces.id).entry.body)
    except (Erased, NotInVault):
        return None
    addition = made(
        older,
        superseded(record),
        record.clinician,
        ident=str(uuid5(NAMESPACE_OID, record.id)),
        when=record.sealed,
        program=record.program,
    )
    return entry_of_addition(addition, sealed(vault, compose_addition(addition), now=now, pin=pin))


def entry_of_addition(addition: Addition, document: bytes) -> Added:
    """Give the vault's entry for an addition with its sealed document."""
    return Added(
        id=addition.id,
        record_id=addition.record.id,
        kind=str(addition.kind),
        at=addition.when,
        sha256=addition.sha256,
        body=encode(addition),
        document=document,
    )


def export(
    vault: Vault,
    ident: str,
    kind: DocumentKind,
    document: bytes,
    *,
    path: Path,
    now: dt.datetime,
) -> Path:
    """Write a document of record ``ident`` to ``path``, note that in the trail, give ``path``.

    Raises:
        CannotWrite: there is none at ``path``, and none is noted.
    """
    write_safely(path, document)
    vault.append_event(ident, EXPORTED, named(kind, document), now=now)
    return path
