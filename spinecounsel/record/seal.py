"""The one way to a record: through the gate, with every signature that it needs."""

import datetime as dt

from msgspec import UNSET

from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.people import Clinician
from spinecounsel.discussion.steps import Situation, before_signing
from spinecounsel.errors import SignatureMissing
from spinecounsel.frozen import Frozen, replaced
from spinecounsel.record import lines, talk
from spinecounsel.record.ahead import LookedAhead
from spinecounsel.record.clinic import NO_CLINIC, Clinic
from spinecounsel.record.codec import fingerprint
from spinecounsel.record.record import FORMAT, ConsentRecord, ContentStamp
from spinecounsel.record.recording import Material, recorded_left_out, recorded_options
from spinecounsel.record.side_by_side import SideBySide
from spinecounsel.record.signature import Method, Signature, SignerRole
from spinecounsel.record.statements import statements
from spinecounsel.wording import say


class LookedAt(Frozen, frozen=True, kw_only=True):
    """What was looked at beside the walk; None and empty where nobody looked."""

    comparison: SideBySide | None = None
    ahead: tuple[LookedAhead, ...] = ()


def seal(
    source: Material,
    signatures: tuple[Signature, ...],
    *,
    looked_at: LookedAt,
    clinic: Clinic = NO_CLINIC,
    when: dt.datetime,
    program: str,
) -> ConsentRecord:
    """Give the record of a discussion, or say what is missing.

    Args:
        source: the discussion with its pack, agenda and relevance.
        signatures: made under the present ``statements``; patient or representative, and clinician.
        looked_at: the comparison and what may lie ahead, as they stood on the pages.
        clinic: in whose house the talk was; one that says nothing of itself is not named.
        when: the time of sealing (aware).
        program: name and version of the program.

    Raises:
        NotYet: something is missing before anybody may sign; ``step`` cures it.
        SignatureMissing: a signature is missing, or was made under other statements.
    """
    said = source.discussion
    for first in before_signing(_situation(source)):
        raise first
    check_signatures(source.pack, said, signatures)
    record = replaced(
        _record(source, signatures, when=when, program=program),
        comparison=looked_at.comparison,
        ahead=looked_at.ahead,
        clinic=UNSET if clinic == NO_CLINIC else clinic,
    )
    return replaced(record, sha256=fingerprint(record))


def _situation(source: Material) -> Situation:
    return Situation(
        pack=source.pack,
        discussion=source.discussion,
        agenda=source.agenda,
        fits=source.fits,
        today=source.discussion.started.date(),
    )


def needed_roles(discussion: Discussion) -> tuple[SignerRole, ...]:
    """Give who has to sign: the patient or who decides for them, and the clinician."""
    decides = (
        SignerRole.REPRESENTATIVE if discussion.representative is not None else SignerRole.PATIENT
    )
    return (decides, SignerRole.CLINICIAN)


def check_signatures(
    pack: ContentPack, discussion: Discussion, signatures: tuple[Signature, ...]
) -> None:
    """Raise ``SignatureMissing`` for the first signature that is missing or does not count."""
    signed = {each.role for each in signatures}
    for role in needed_roles(discussion):
        if role not in signed:
            raise SignatureMissing(_missing_words(role))
    words = statements(pack, discussion)
    for each in signatures:
        if each.role is SignerRole.CLINICIAN and not _is_of(discussion.clinician, each):
            raise SignatureMissing(
                say(
                    "The clinician’s signature has the name {name}, but the clinician here is "
                    "{clinician}: sign again.",
                    name=each.name,
                    clinician=discussion.clinician.name,
                )
            )
        if each.statements != words:
            raise SignatureMissing(
                say("{name} signed other words than stand here now: sign again.", name=each.name)
            )
        if each.method is Method.DRAWN and not each.strokes:
            raise SignatureMissing(say("{name} has not signed yet.", name=each.name))
    without_hand = any(each.method in {Method.MARK, Method.SPOKEN} for each in signatures)
    if without_hand and SignerRole.WITNESS not in signed:
        raise SignatureMissing(say("A mark or spoken consent needs a witness who signs."))


def _is_of(clinician: Clinician, signature: Signature) -> bool:
    """Whether somebody signed by their own name; a typed one may have other capitals and blanks."""
    names = [" ".join(each.name.split()).casefold() for each in (clinician, signature)]
    return names[0] == names[1]


def _missing_words(role: SignerRole) -> str:
    return {
        SignerRole.PATIENT: say("The patient has not signed yet."),
        SignerRole.REPRESENTATIVE: say("The person who decides for the patient has not signed."),
        SignerRole.CLINICIAN: say("The clinician has not signed yet."),
    }[role]


def _record(
    source: Material, signatures: tuple[Signature, ...], *, when: dt.datetime, program: str
) -> ConsentRecord:
    pack, said = source.pack, source.discussion
    assert said.decision is not None  # noqa: S101 - before_signing asked for it
    return ConsentRecord(
        format=FORMAT,
        id=said.id,
        language=pack.manifest.language,
        program=program,
        started=said.started,
        sealed=when,
        content=_stamp(pack),
        clinician=said.clinician,
        patient=said.patient,
        referrer=said.referrer,
        present=said.present,
        preferences=lines.preferences(said),
        capacity=lines.capacity(said),
        representative=said.representative,
        case=lines.case_lines(said.case),
        scores=lines.scores(pack, said.case),
        options=recorded_options(source),
        left_out=recorded_left_out(source),
        expectations=talk.expectations(said),
        questions=talk.questions(said, source.agenda),
        leanings=talk.leanings(pack, said),
        values=talk.values(said),
        understanding=talk.understanding(said),
        knowledge=talk.knowledge(pack, said, source.agenda),
        sure=talk.sure(said),
        decision=said.decision,
        decision_lines=lines.decision_lines(pack, said.decision),
        permissions=lines.permissions(said),
        red_flag=lines.red_flag(pack),
        statements=statements(pack, said),
        signatures=signatures,
        replaces=said.replaces,
    )


def _stamp(pack: ContentPack) -> ContentStamp:
    manifest = pack.manifest
    return ContentStamp(
        id=manifest.id,
        title=manifest.title,
        version=manifest.version,
        sha256=pack.sha256,
        authors=manifest.authors,
        reviewers=manifest.reviewers,
        certified=manifest.certified,
        approved_by=manifest.approved_by,
        expires=manifest.expires,
    )
