"""Signing on the screen: what is there and what is missing, who signs under which words."""

from collections.abc import Iterable, Mapping

from spinecounsel.dates import clock
from spinecounsel.discussion.decision import Consent, Decision
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.people import AttendeeRole
from spinecounsel.discussion.steps import Progress
from spinecounsel.errors import NotYet, SignatureMissing
from spinecounsel.frozen import Frozen
from spinecounsel.record.recording import Material
from spinecounsel.record.seal import check_signatures, needed_roles
from spinecounsel.record.signature import Method, Signature, SignerRole
from spinecounsel.record.statements import statements
from spinecounsel.viewing.answers import AnswerView
from spinecounsel.viewing.red_flags import warning_beside_decision
from spinecounsel.viewing.sign_list import CheckLine, check_lines
from spinecounsel.viewing.sure import SureView, sure_view
from spinecounsel.wording import say

Ink = tuple[tuple[str, tuple[tuple[float, float, int, float], ...]], ...]
"""Strokes as plain values: (device, points) for each."""

BY_WITNESS = frozenset({Method.MARK, Method.SPOKEN})


class Signing(Frozen, frozen=True, kw_only=True):
    """What is under way on the page and is not part of the discussion.

    ``added`` are roles that somebody asked for; ``dropped`` says that signatures were thrown away.
    ``asking`` is set while the passphrase is asked for, ``sealing`` while the record is made.
    ``may_sign`` says whether who has the vault open can seal; without that, nobody signs here.
    ``looked_since`` says that more was looked at since the first signature than was before.
    """

    signatures: tuple[Signature, ...] = ()
    added: tuple[SignerRole, ...] = ()
    shown: SignerRole | None = None
    dropped: bool = False
    asking: bool = False
    sealing: bool = False
    problem: str = ""
    may_sign: bool = True
    looked_since: bool = False


class SignerView(Frozen, frozen=True, kw_only=True):
    """Somebody who signs, or has signed (then ``signed`` says when, and ``method`` how).

    ``name_asked`` is the name of the field for the signer's own name, empty where it is known.
    ``sentence`` says what the signature means, ``typed_name`` names the field of a typed signature.
    """

    role: str
    title: str
    state: str
    sentence: str
    name: str
    name_asked: str
    typed_name: str
    methods: tuple[AnswerView, ...]
    signed: str
    method: str
    ink: Ink


class SignView(Frozen, frozen=True, kw_only=True):
    """Everything that the page shows.

    ``barred`` says to who may not seal that nobody can sign here, whatever is still missing.
    ``notice`` says why nobody can sign yet, that what was signed no longer holds, or that the
    record leaves out what was looked at later.  ``following``
    is the role that signs next, with ``next_words`` for its button; ``seal_why`` says why one can
    or cannot seal.  ``sure`` are the four plain questions, asked once more.
    """

    title: str
    sure: SureView
    lines: tuple[CheckLine, ...]
    statements: tuple[str, ...]
    signers: tuple[SignerView, ...]
    shown: str
    others: tuple[tuple[str, str], ...]
    barred: str
    notice: str
    is_open: bool
    following: str
    next_words: str
    may_seal: bool
    seal_why: str
    asking: bool
    asked_of: str
    sealing: bool
    problem: str
    red_flag: str


def sign_view(
    source: Material,
    missing: tuple[NotYet, ...],
    progress: Mapping[str, Progress],
    signing: Signing,
) -> SignView:
    """Give the view of the last step; ``missing`` is what stands before any signature."""
    said = source.discussion
    roles = _roles(said, signing)
    signed = {each.role: each for each in signing.signatures}
    needed = _needed(said, signing)
    following = next((role for role in needed if role not in signed), None)
    why = _why_not(source, missing, signing)
    shown = signing.shown if signing.shown in roles else roles[0]
    return SignView(
        title=_title(source, said.decision),
        sure=sure_view(said.sure_again),
        lines=(*check_lines(source, missing, progress), *_signature_lines(roles, needed, signed)),
        statements=statements(source.pack, said),
        signers=tuple(_signer(said, role, signed.get(role)) for role in roles),
        shown=str(shown),
        others=tuple(
            (str(role), role_title(role))
            for role in (SignerRole.INTERPRETER, SignerRole.WITNESS)
            if role not in roles
        ),
        barred="" if signing.may_sign else _barred(said),
        notice=_notice(missing, signing) if signing.may_sign else "",
        is_open=signing.may_sign and not missing and not signing.sealing,
        following=str(following) if following and shown in signed and following != shown else "",
        next_words=say("Next: {who}", who=_signs(following)) if following else "",
        may_seal=not why and not signing.sealing,
        seal_why=why or _may_be_sealed(said, signed),
        asking=signing.asking,
        asked_of=said.clinician.name,
        sealing=signing.sealing,
        problem=signing.problem,
        red_flag=warning_beside_decision(source.pack, said),
    )


def role_title(role: SignerRole) -> str:
    """Give the name of a role."""
    return {
        SignerRole.PATIENT: say("Patient"),
        SignerRole.REPRESENTATIVE: say("Representative"),
        SignerRole.CLINICIAN: say("Clinician"),
        SignerRole.INTERPRETER: say("Interpreter"),
        SignerRole.WITNESS: say("Witness"),
    }[role]


def known_name(said: Discussion, role: SignerRole) -> str:
    """Give the name of who signs in a role, as far as it is known."""
    if role is SignerRole.PATIENT:
        return said.patient.name
    if role is SignerRole.REPRESENTATIVE:
        return said.representative.name if said.representative else ""
    if role is SignerRole.CLINICIAN:
        return said.clinician.name
    interprets = role is SignerRole.INTERPRETER
    decides = said.representative.name if said.representative else ""
    found = (
        each.name
        for each in sorted(said.present, key=lambda one: one.role is not AttendeeRole.NURSE)
        if (each.role is AttendeeRole.INTERPRETER) is interprets and each.name != decides
    )
    return next(found, "")


def _needed(said: Discussion, signing: Signing) -> tuple[SignerRole, ...]:
    without_hand = any(each.method in BY_WITNESS for each in signing.signatures)
    return (*needed_roles(said), *((SignerRole.WITNESS,) if without_hand else ()))


def _roles(said: Discussion, signing: Signing) -> tuple[SignerRole, ...]:
    """Give whoever has a tab: who must sign, who was asked for, and an interpreter in the room."""
    present = any(each.role is AttendeeRole.INTERPRETER for each in said.present)
    wanted = {
        *_needed(said, signing),
        *signing.added,
        *(each.role for each in signing.signatures),
        *((SignerRole.INTERPRETER,) if present else ()),
    }
    return tuple(role for role in SignerRole if role in wanted)


def _title(source: Material, decision: Decision | None) -> str:
    if decision is None:
        return say("Sign")
    names = [source.pack.option(ident).short_name for ident in decision.options]
    what = say(" and ").join(names)
    if decision.consent is Consent.POSTPONED:
        return say("Sign that the decision waits")
    if decision.consent is Consent.REFUSED:
        return (
            say("Sign that you do not want: {what}", what=what)
            if what
            else say("Sign that you do not want these treatments")
        )
    return say("Sign for: {what}", what=what) if what else say("Sign")


def _barred(said: Discussion) -> str:
    if said.clinician.name:
        return say(
            "Your role does not let you seal a record, so nobody can sign here now. Let "
            "{clinician} or another clinician open this draft: then all sign, and it is sealed.",
            clinician=said.clinician.name,
        )
    return say(
        "Your role does not let you seal a record, so nobody can sign here now. Let a clinician "
        "open this draft: then all sign, and it is sealed."
    )


def _notice(missing: tuple[NotYet, ...], signing: Signing) -> str:
    looked = signing.signatures and signing.looked_since
    sentences = (
        say("Something was changed after signing. So please sign again.")
        if signing.dropped
        else "",
        say(
            "Something was looked at after the first signature. The paper will not say so. All "
            "that was signed still holds."
        )
        if looked
        else "",
        say("Nobody can sign yet. {what}", what=str(missing[0])) if missing else "",
    )
    return " ".join(filter(None, sentences))


def _why_not(source: Material, missing: tuple[NotYet, ...], signing: Signing) -> str:
    """Say what keeps the record from being sealed; empty when nothing does."""
    if not signing.may_sign:
        return say("A clinician has to seal it.")
    if missing:
        return say("Sealing opens when nothing is missing and all have signed.")
    try:
        check_signatures(source.pack, source.discussion, signing.signatures)
    except SignatureMissing as error:
        return str(error)
    return ""


def _may_be_sealed(said: Discussion, signed: Mapping[SignerRole, Signature]) -> str:
    """Say that it can be sealed, and whose signature the paper will say is not there."""
    ready = say("All is there. The clinician can seal it now.")
    interpreted = any(each.role is AttendeeRole.INTERPRETER for each in said.present)
    if not interpreted or SignerRole.INTERPRETER in signed:
        return ready
    unsigned = say("The interpreter has not signed. If it stays so, the paper will say it.")
    return f"{ready} {unsigned}"


def _signs(role: SignerRole) -> str:
    return {
        SignerRole.PATIENT: say("patient signs"),
        SignerRole.REPRESENTATIVE: say("representative signs"),
        SignerRole.CLINICIAN: say("clinician signs"),
        SignerRole.INTERPRETER: say("interpreter signs"),
        SignerRole.WITNESS: say("witness signs"),
    }[role]


def _signature_lines(
    roles: tuple[SignerRole, ...],
    needed: tuple[SignerRole, ...],
    signed: Mapping[SignerRole, Signature],
) -> Iterable[CheckLine]:
    for role in roles:
        made = signed.get(role)
        mark = "done" if made else "to_do" if role in needed else "part"
        yield CheckLine(
            key=f"signature.{role}",
            mark=mark,
            title=say("{who} signed, {time}", who=role_title(role), time=clock(made.when))
            if made
            else say("{who} signs", who=role_title(role)),
            sentence="" if made else say("on this page"),
            step="",
        )


def _signer(said: Discussion, role: SignerRole, made: Signature | None) -> SignerView:
    stranger = role in {SignerRole.INTERPRETER, SignerRole.WITNESS}
    return SignerView(
        role=str(role),
        title=role_title(role),
        state="done" if made else "to_do",
        sentence=_meaning(said, role),
        name=made.name if made else known_name(said, role),
        name_asked=say("Name of the {role}", role=str(role)) if stranger else "",
        typed_name=say("Type your full name as your signature"),
        methods=_methods(role),
        signed=_signed(made) if made else "",
        method=str(made.method) if made else "",
        ink=tuple((stroke.device, stroke.points) for stroke in made.strokes) if made else (),
    )


def _meaning(said: Discussion, role: SignerRole) -> str:
    return {
        SignerRole.PATIENT: say(
            "Please read this, or have it read to you. Sign only if every line is right."
        ),
        SignerRole.REPRESENTATIVE: say(
            "You sign for {patient}. Sign only if every line is right.", patient=said.patient.name
        ),
        SignerRole.CLINICIAN: _meaning_of_the_clinician(said),
        SignerRole.INTERPRETER: say(
            "You sign that you put this, as well as you could, into the patient’s language:"
        ),
        SignerRole.WITNESS: say("You sign that you saw or heard the patient agree to these words:"),
    }[role]


def _meaning_of_the_clinician(said: Discussion) -> str:
    """Only before a consent all has to be gone through; else the paper says what was."""
    if said.decision is not None and said.decision.consent is Consent.PROVIDED:
        return say("You sign that you talked it through, and that the patient said:")
    return say("You sign that this paper marks what you talked about, and that the patient said:")


def _methods(role: SignerRole) -> tuple[AnswerView, ...]:
    """Give the ways to sign without drawing; only who decides may need a witness."""
    typed = AnswerView(key=str(Method.TYPED), title=say("Type the name"))
    if role not in {SignerRole.PATIENT, SignerRole.REPRESENTATIVE}:
        return (typed,)
    return (
        typed,
        AnswerView(
            key=str(Method.MARK),
            title=say("Make a mark"),
            sentence=say("Any mark will do. A witness signs too."),
        ),
        AnswerView(
            key=str(Method.SPOKEN),
            title=say("Say it aloud"),
            sentence=say("A witness hears it and signs too."),
        ),
    )


def _signed(made: Signature) -> str:
    time = clock(made.when)
    return {
        Method.DRAWN: say("**{name}**, signed {time}", name=made.name, time=time),
        Method.TYPED: say("**{name}**, signed by typing {time}", name=made.name, time=time),
        Method.MARK: say("**{name}**, signed with a mark {time}", name=made.name, time=time),
        Method.SPOKEN: say("**{name}**, said it aloud {time}", name=made.name, time=time),
    }[made.method]
