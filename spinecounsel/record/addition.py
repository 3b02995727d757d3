"""What is added to a finished record: an addendum, a withdrawal of consent, a newer record.

The record itself is never touched: an addition names it by number and fingerprint.
"""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import Literal

from msgspec import UNSET, UnsetType

from spinecounsel.case.patient import Patient
from spinecounsel.discussion.decision import Consent
from spinecounsel.discussion.people import Clinician
from spinecounsel.errors import UserError
from spinecounsel.frozen import Frozen, replaced
from spinecounsel.letters import cannot_show, undrawn
from spinecounsel.record.codec import digest
from spinecounsel.record.kinds import AdditionKind
from spinecounsel.record.record import ConsentRecord
from spinecounsel.record.signature import Method, Signature, SignerRole
from spinecounsel.wording import say

FORMAT = 1


class WithdrawnBy(StrEnum):
    """Who took the consent back."""

    PATIENT = "patient"
    REPRESENTATIVE = "representative"


class ToldHow(StrEnum):
    """On which way it was told."""

    IN_PERSON = "in person"
    TELEPHONE = "telephone"
    WRITING = "in writing"
    SOMEBODY = "through somebody else"


class Withdrawal(Frozen, frozen=True, kw_only=True):
    """That consent was taken back: by whom, when it was told and how.

    ``words`` are the person's own, if they are wanted; nobody has to give a reason.  ``name`` is
    that of a representative.
    """

    by: WithdrawnBy
    name: str = ""
    when: dt.datetime
    how: ToldHow
    words: str = ""


class Successor(Frozen, frozen=True, kw_only=True):
    """The newer record that stands in the place of this one."""

    id: str
    sha256: str
    started: dt.datetime
    sealed: dt.datetime


class Belongs(Frozen, frozen=True, kw_only=True):
    """The record that something is added to; ``statement`` is the first that was signed there.

    ``practice`` as in the clinic of that record.
    """

    id: str
    sha256: str
    started: dt.datetime
    sealed: dt.datetime
    statement: str
    practice: Literal[True] | UnsetType = UNSET


class Matter(Frozen, frozen=True, kw_only=True):
    """What is to be added: a text, or one of the two others."""

    kind: AdditionKind
    text: str = ""
    withdrawal: Withdrawal | None = None
    successor: Successor | None = None


class Addition(Frozen, frozen=True, kw_only=True):
    """What is kept.  ``sha256`` is the hex digest over the canonical JSON of all other fields.

    ``when`` is the moment of its seal, ``language`` that of the record's words.
    """

    format: int
    id: str
    language: str
    program: str
    when: dt.datetime
    record: Belongs
    patient: Patient
    matter: Matter
    clinician: Clinician
    signature: Signature
    sha256: str = ""

    @property
    def kind(self) -> AdditionKind:
        """What it is."""
        return self.matter.kind


class NotAdded(UserError):
    """This cannot be added to this record, or not so."""


def addendum(text: str) -> Matter:
    """Give what is added in words."""
    return Matter(kind=AdditionKind.ADDENDUM, text=text.strip())


def withdrawn(withdrawal: Withdrawal) -> Matter:
    """Give that consent was taken back."""
    return Matter(kind=AdditionKind.WITHDRAWAL, withdrawal=withdrawal)


def superseded(by: ConsentRecord) -> Matter:
    """Give that a newer record stands in the place of this one."""
    newer = Successor(id=by.id, sha256=by.sha256, started=by.started, sealed=by.sealed)
    return Matter(kind=AdditionKind.SUPERSESSION, successor=newer)


def possible(record: ConsentRecord, before: Iterable[Addition]) -> frozenset[AdditionKind]:
    """Give what may be added now: only a consent that stands can be taken back, and only once."""
    done = {each.kind for each in before}
    found = {AdditionKind.ADDENDUM}
    if AdditionKind.SUPERSESSION not in done:
        found.add(AdditionKind.SUPERSESSION)
        agreed = record.decision.consent is Consent.PROVIDED
        if agreed and AdditionKind.WITHDRAWAL not in done:
            found.add(AdditionKind.WITHDRAWAL)
    return frozenset(found)


def check(
    record: ConsentRecord, matter: Matter, before: Iterable[Addition], *, now: dt.datetime
) -> None:
    """Raise ``NotAdded`` with a sentence when ``matter`` cannot be added to ``record``."""
    if matter.kind not in possible(record, before):
        raise NotAdded(_refusals()[matter.kind])
    if matter.kind is AdditionKind.ADDENDUM and not matter.text:
        raise NotAdded(say("Write what is to be added."))
    if told := matter.withdrawal:
        _check_told(record, told, now)
    typed = matter.text + (f" {told.name} {told.words}" if told else "")
    if sentence := cannot_show(undrawn(typed)):
        raise NotAdded(sentence)


def _check_told(record: ConsentRecord, told: Withdrawal, now: dt.datetime) -> None:
    if told.by is WithdrawnBy.REPRESENTATIVE and not told.name.strip():
        raise NotAdded(say("Write the name of the person who decides for the patient."))
    if told.when > now:
        raise NotAdded(say("That time is still to come. Write when it was told."))
    if told.when.date() < record.sealed.astimezone(told.when.tzinfo).date():
        raise NotAdded(say("That is before the consent was signed. Write when it was told."))


def _refusals() -> dict[AdditionKind, str]:
    return {
        AdditionKind.ADDENDUM: say("Nothing can be added to this record."),
        AdditionKind.WITHDRAWAL: say(
            "There is no consent in this record that can be taken back: none was given, it was "
            "taken back before, or a newer record stands in its place."
        ),
        AdditionKind.SUPERSESSION: say("A newer record stands in the place of this one already."),
    }


def made(
    record: ConsentRecord,
    matter: Matter,
    clinician: Clinician,
    *,
    ident: str,
    when: dt.datetime,
    program: str,
) -> Addition:
    """Give the addition, signed by ``clinician`` with the passphrase that was asked for."""
    signature = Signature(
        name=clinician.name,
        role=SignerRole.CLINICIAN,
        when=when,
        method=Method.TYPED,
        statements=(statement(matter.kind),),
    )
    new = Addition(
        format=FORMAT,
        id=ident,
        language=record.language,
        program=program,
        when=when,
        record=Belongs(
            id=record.id,
            sha256=record.sha256,
            started=record.started,
            sealed=record.sealed,
            statement=next(iter(record.statements), ""),
            practice=record.house.practice,
        ),
        patient=record.patient,
        matter=matter,
        clinician=clinician,
        signature=signature,
    )
    return replaced(new, sha256=digest(new))


def statement(kind: AdditionKind) -> str:
    """Give what the clinician signs."""
    return {
        AdditionKind.ADDENDUM: say(
            "I add this to the record. The record itself stays as it was sealed."
        ),
        AdditionKind.WITHDRAWAL: say(
            "The consent was taken back as told here. The record itself stays as it was sealed."
        ),
        AdditionKind.SUPERSESSION: say(
            "A newer record stands in the place of this one. The older record itself stays as it "
            "was sealed."
        ),
    }[kind]
