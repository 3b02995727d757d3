"""The first pages of a patient's copy: what was decided, who was there, what matters."""

from spinecounsel.dates import day
from spinecounsel.discussion.decision import Consent
from spinecounsel.document.clinic import again_words, write_clinic
from spinecounsel.document.look import TITLE
from spinecounsel.document.plain import CHAPTER, LEAD, QUIET, SAID, Plain
from spinecounsel.document.shown import shown
from spinecounsel.document.words import attendee, clinician, not_approved, representative
from spinecounsel.frozen import replaced
from spinecounsel.record.kinds import DocumentKind
from spinecounsel.record.record import ConsentRecord, Line
from spinecounsel.wording import say

_HEAD = replaced(TITLE, size=20, leading=25, after=2)
_HEAD_LARGE = replaced(TITLE, size=17.5, leading=22, after=3)


def write_front(plain: Plain, record: ConsentRecord) -> None:
    """Write all that stands before the options."""
    sheet = plain.sheet
    write_clinic(sheet, record, QUIET, stacked=plain.stacked)
    sheet.heading(1, say("Your talk about treatment"), _HEAD_LARGE if plain.stacked else _HEAD)
    sheet.paragraph(record.patient.name, LEAD)
    _write_decision(plain, record)
    if record.red_flag:
        sheet.framed(say("Get help at once"), record.red_flag, mark="warning", role="amber_edge")
    _write_people(plain, record)
    if record.values:
        sheet.section(say("What matters to you"), CHAPTER)
        plain.pairs((say("What"), say("How much")), record.values)
    _write_about(plain, record)


def _write_decision(plain: Plain, record: ConsentRecord) -> None:
    sheet = plain.sheet
    sheet.section(say("What you decided"), CHAPTER)
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
    sheet.paragraph(again_words(record), SAID)


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
    sheet.section(say("Who was there, and whom to ask"), CHAPTER)
    rows = (
        (say("Day of the talk"), day(record.started.date())),
        (say("You can ask"), clinician(record)),
    )
    plain.facts(Line(label=label, text=text) for label, text in rows)
    plain.kept([plain.blank(say("Telephone")), plain.blank(say("Next visit"))])
    others = "\n".join(attendee(each) for each in record.present)
    rows = (
        (say("Also there"), others),
        (say("Decides for you"), representative(record)),
    )
    plain.facts(Line(label=label, text=text) for label, text in rows)


def _write_about(plain: Plain, record: ConsentRecord) -> None:
    """Say what this paper is, what its numbers are not, and where the rest of it stands."""
    sheet = plain.sheet
    sheet.section(say("About this paper"), CHAPTER)
    words = [
        say("It tells what you talked about. It does not advise for or against anything."),
    ]
    if shown(record, DocumentKind.COPY):
        words += [
            say("Each number comes from a study of other people."),
            say("It cannot say how it will go for you."),
            say(
                "The first pages tell it in short. All the numbers you were shown stand at the end."
            ),
        ]
    sheet.paragraph(" ".join(words), SAID)
    if not record.content.approved_by:
        said = say("No reviewer of this clinic has checked the words and numbers in this paper.")
        sheet.framed(not_approved(), said, mark="warning", role="amber_edge")
