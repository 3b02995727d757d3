"""Adding to a finished record: checked, signed, sealed and filed in one step."""

import datetime as dt

from spinecounsel.consultation.filing import entry_of_addition, sealed
from spinecounsel.discussion.people import Clinician
from spinecounsel.document import compose_addition
from spinecounsel.frozen import Frozen
from spinecounsel.record.addition import Addition, Matter, check, made
from spinecounsel.record.codec import decode_record, decode_sealed
from spinecounsel.storage import Added, Vault


class FiledAddition(Frozen, frozen=True, kw_only=True):
    """An addition and its document (PDF), as they lie in the vault."""

    addition: Addition
    document: bytes


class Adding(Frozen, frozen=True, kw_only=True):
    """What is to be added to which record, and the number it gets."""

    record_id: str
    ident: str
    matter: Matter
    program: str


def add(vault: Vault, adding: Adding, *, now: dt.datetime, pin: str = "") -> FiledAddition:
    """Add to a record in the name of who has the vault open; their passphrase was asked before.

    ``NotAdded`` says why this cannot be added; other errors as those of ``filing.file``, and
    nothing is written then.
    """
    record = decode_record(vault.record(adding.record_id).entry.body)
    before = tuple(each.addition for each in additions(vault, record.id))
    check(record, adding.matter, before, now=now)
    who = Clinician(name=vault.person.name, role=vault.person.title)
    addition = made(
        record, adding.matter, who, ident=adding.ident, when=now, program=adding.program
    )
    document = sealed(vault, compose_addition(addition), now=now, pin=pin)
    vault.later.file(entry_of_addition(addition, document))
    return FiledAddition(addition=addition, document=document)


def additions(vault: Vault, record_id: str) -> tuple[FiledAddition, ...]:
    """Give what was added to a record, oldest first."""
    return tuple(_filed(each) for each in vault.later.of(record_id))


def _filed(added: Added) -> FiledAddition:
    addition = decode_sealed(added.body, Addition)
    return FiledAddition(addition=addition, document=added.document)
