"""The first pages of a patient's copy: what was decided, who was there, what matters."""

from spinecounsel.dates import day
from spinecounsel.discussion.decision import Consent
from spinecounsel.document.look import TITLE
from spinecounsel.document.plain import LEAD, QUIET, SAID, Plain
from spinecounsel.document.shown import shown
from spinecounsel.document.words import attendee, certainty, clinician, not_approved, representative
from spinecounsel.frozen import replaced
from spinecounsel.record.kinds import DocumentKind
from spinecounsel.record.record import ConsentRecord, Line
from spinecounsel.wording import say

_HEAD = replaced(TITLE, size=20, leading=25, after=2)
_HEAD_LARGE = replaced(TITLE, size=17.5, leading=22, after=3)
_SURE = ("high", "moderate", "low", "very low")


def write_front(plain: Plain, record: ConsentRecord) -> None:
    """Write all that stands before the options."""
    sheet = plain.sheet
    sheet.heading(1, say("Your talk about treatment"), _HEAD_LARGE if plain.stacked else _HEAD)
    sheet.paragraph(record.patient.name, LEAD)
    _write_decision(plain, record)
    if record.red_flag:
        sheet.framed(say("Get help at once"), record.red_flag, mark="warning", role="amber_edge")
    _write_people(plain, record)
    if record.values:
        sheet.section(say("What matters to you"))
        plain.pairs((say("What"), say("How much")), record.values)
    _write_how_to_read(plain, record)


def _write_decision(plain: Plain, record: ConsentRecord) -> None:
    sheet = plain.sheet
    sheet.section(say("What you decided"))
    if record.representative:
        who = say("{name} decided for you.", name=record.representative.name)
        sheet.paragraph(who, replaced(SAID, keep=True))
    label, what = _outcome(record)
    if label and what:
        sheet.paragraph(label, replaced(QUIET, after=1, keep=True))
    sheet.paragraph(what, LEAD)
    told = _your_words(record)
    leads = {say("Outcome"), say("Agreed to"), say("Not wanted")}
    plain.facts(
        Line(label=told.get(each.label, each.label), text=each.text)
        for each in record.decision_lines
        if each.label not in leads
    )


def _outcome(record: ConsentRecord) -> tuple[str, str]:
    """Give what came out: what to say first, and the main words."""
    lines = {each.label: each.text for each in record.decision_lines}
    decided = bool(record.representative)
    if record.decision.consent is Consent.PROVIDED:
        label = say("Agreed to for you") if decided else say("You agreed to")
        return label, lines.get(say("Agreed to"), "")
    if record.decision.consent is Consent.POSTPONED:
        return "", say("Nothing is decided yet.") if decided else say("You have not decided yet.")
    if named := lines.get(say("Not wanted"), ""):
        return say("Not wanted for you") if decided else say("You do not want"), named
    if decided:
        return "", say("No to all the treatments that you talked about.")
    return "", say("You said no to all the treatments that you talked about.")


def _your_words(record: ConsentRecord) -> dict[str, str]:
    """Give the labels of the decision as they are said to the patient."""
    if record.representative:
        return {}
    return {
        say("Leaning to"): say("You lean to"),
        say("Reason"): say("Your reason"),
        say("In the patient’s own words"): say("In your own words"),
    }


def _write_people(plain: Plain, record: ConsentRecord) -> None:
    sheet = plain.sheet
    sheet.section(say("Who was there, and whom to ask"))
    rows = (
        (say("Day of the talk"), day(record.started.date())),
        (say("You can ask"), clinician(record)),
    )
    plain.facts(Line(label=label, text=text) for label, text in rows)
    sheet.add(plain.blank(say("Telephone")))
    others = "\n".join(attendee(each) for each in record.present)
    rows = (
        (say("Also there"), others),
        (say("Decides for you"), representative(record)),
    )
    plain.facts(Line(label=label, text=text) for label, text in rows)


def _write_how_to_read(plain: Plain, record: ConsentRecord) -> None:
    sheet = plain.sheet
    numbers = shown(record, DocumentKind.COPY)
    sheet.section(say("How to read the numbers") if numbers else say("About this copy"))
    others = say(
        "Each number comes from a study of other people. It cannot say how it will go for you."
    )
    words = say(
        "This copy tells what you talked about. It does not advise for or against anything."
    )
    sheet.paragraph(f"{others} {words}" if numbers else words, SAID)
    if any(each.drawn for each in numbers):
        words = say(
            "In the pictures, each square or dot is one person. It is filled where the thing "
            "happened, and empty where it did not. Stripes show how far the true number may lie "
            "from the one that is printed."
        )
        sheet.paragraph(words, SAID)
    if numbers:
        grades = ", ".join(certainty(each)[1].lower() for each in _SURE)
        words = say("“How sure” says how far a number can be trusted: {words}.", words=grades)
        sheet.paragraph(words, SAID)
    if not record.content.approved_by:
        words = say("No reviewer of this clinic has checked the words and numbers in this paper.")
        sheet.framed(not_approved(), words, mark="warning", role="amber_edge")
