"""Names on paper that no room below has words for."""

from spinecounsel.case.languages import language_name
from spinecounsel.dates import clock
from spinecounsel.discussion.decision import Consent
from spinecounsel.discussion.people import Attendee, AttendeeRole
from spinecounsel.discussion.words import mode_name
from spinecounsel.record.kinds import DocumentKind
from spinecounsel.record.record import ConsentRecord, RecordedTopic
from spinecounsel.record.signature import Method, SignerRole
from spinecounsel.wording import say

# The mark that a kind of topic has on screen and paper; the others have none.
MARKS = {"benefit": "benefit", "risk": "risk", "course": "course", "not known": "not_known"}
# What became of a thing: the mark that stands for the one on screen.
SHUT_MARKS = {"not_known": "not_known", "hand": "does_not_apply", "lock": "to_do"}


def kind_name(kind: str) -> str:
    """Name one thing of a kind."""
    return {
        "benefit": say("Benefit"),
        "risk": say("Risk"),
        "course": say("How the illness goes"),
    }[kind]


def kind_title(kind: DocumentKind) -> str:
    """Name a document."""
    return {
        DocumentKind.RECORD: say("Consent record"),
        DocumentKind.COPY: say("The patient’s copy"),
        DocumentKind.LARGE_PRINT: say("The patient’s copy in large print"),
        DocumentKind.LETTER: say("Letter to the referring doctor"),
    }[kind]


def title(record: ConsentRecord) -> str:
    """Give the title of the paper by what came out of the talk."""
    return {
        Consent.PROVIDED: say("Consent given"),
        Consent.REFUSED: say("Treatment refused"),
        Consent.POSTPONED: say("Decision postponed"),
    }[record.decision.consent]


def not_approved() -> str:
    """Say that no clinic has approved the content."""
    return say("Content not yet approved by this clinic")


def attendee(person: Attendee) -> str:
    """Give name, part and way of taking part."""
    part = {
        AttendeeRole.RELATIVE: say("relative"),
        AttendeeRole.FRIEND: say("friend"),
        AttendeeRole.NURSE: say("nurse"),
        AttendeeRole.INTERPRETER: say("interpreter"),
        AttendeeRole.OTHER: say("somebody else"),
    }[person.role]
    if person.language:
        part = f"{part} ({language_name(person.language)})"
    return ", ".join(each for each in (person.name, part, _lowered(mode_name(person.mode))) if each)


def clinician(record: ConsentRecord) -> str:
    """Give name, role and registration of who led the talk."""
    who = record.clinician
    number = say("registration {number}", number=who.registration) if who.registration else ""
    return ", ".join(each for each in (who.name, who.role, number) if each)


def representative(record: ConsentRecord) -> str:
    """Give name, relation and authority of who decides for the patient; empty for nobody."""
    who = record.representative
    if who is None:
        return ""
    return ", ".join(each for each in (who.name, who.relation, who.authority) if each)


def signer(role: SignerRole) -> str:
    """Say in which role somebody signed."""
    return {
        SignerRole.PATIENT: say("Patient"),
        SignerRole.REPRESENTATIVE: say("Decides for the patient"),
        SignerRole.CLINICIAN: say("Clinician"),
        SignerRole.INTERPRETER: say("Interpreter"),
        SignerRole.WITNESS: say("Witness"),
    }[role]


def method(how: Method) -> str:
    """Say how it was signed."""
    return {
        Method.DRAWN: say("Drawn on the screen"),
        Method.TYPED: say("Signed by typing the name"),
        Method.MARK: say("Signed with a mark, before a witness"),
        Method.SPOKEN: say("Agreed by spoken word, before a witness"),
    }[how]


def certainty(how_sure: str) -> tuple[int, str]:
    """Give how many of four discs are full, and the word."""
    return {
        "high": (4, say("High")),
        "moderate": (3, say("Moderate")),
        "low": (2, say("Low")),
        "very low": (1, say("Very low")),
    }[how_sure]


def state(topic: RecordedTopic) -> tuple[str, str]:
    """Give the mark and the words for what became of a topic."""
    when = clock(topic.when) if topic.when else ""
    return {
        "discussed": ("done", say("Discussed {when}", when=when)),
        "set aside": ("does_not_apply", say("Set aside by the patient’s wish {when}", when=when)),
        "not opened": ("to_do", say("Not opened")),
        "not discussed": ("to_do", say("Not discussed")),
    }[topic.state]


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
