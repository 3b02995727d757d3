"""The first pages: who, when, what was decided, and what the patient said."""

from spinecounsel.case.languages import language_name
from spinecounsel.dates import day, moment
from spinecounsel.document.look import BODY, FINE, NUMBER, SMALL, WIDTH
from spinecounsel.document.sheet import Sheet
from spinecounsel.document.words import attendee, not_approved, title
from spinecounsel.frozen import replaced
from spinecounsel.record.record import ConsentRecord, Line, RecordedScore
from spinecounsel.wording import say

_TWO_THIRDS = WIDTH * 0.62
_NARROW, _WIDE = 56.0, 190.0


def write_front(sheet: Sheet, record: ConsentRecord) -> None:
    """Write all that stands before the options."""
    _write_head(sheet, record)
    _write_decision(sheet, record)
    sheet.section(say("How the patient wanted to take part"))
    sheet.facts((*record.preferences, *record.capacity), column=_WIDE)
    sheet.section(say("The case"))
    sheet.facts(record.case, column=_WIDE)
    for score in record.scores:
        _write_score(sheet, score)
    _write_said(sheet, record)


def _write_head(sheet: Sheet, record: ConsentRecord) -> None:
    sheet.paragraph(say("Record of a talk about treatment options"), SMALL)
    sheet.heading(1, title(record))
    patient = record.patient
    name = replaced(NUMBER, size=15, leading=19, after=5)
    sheet.paragraph(patient.name, name)
    if not record.content.approved_by:
        words = say("No reviewer of this clinic has checked the words and numbers in this paper.")
        sheet.framed(not_approved(), words, mark="warning", role="amber_edge")
    rows = (
        (say("Born"), day(patient.born)),
        (say("Hospital number"), patient.number),
        (say("Language"), language_name(patient.language)),
        (say("Talk began"), moment(record.started)),
        (say("Sealed"), moment(record.sealed)),
        (say("Record number"), record.id),
        (say("Clinician"), _clinician(record)),
        (say("Also present"), "\n".join(attendee(each) for each in record.present)),
        (say("Decides for the patient"), _representative(record)),
    )
    sheet.facts(Line(label=label, text=text) for label, text in rows)


def _clinician(record: ConsentRecord) -> str:
    who = record.clinician
    number = say("registration {number}", number=who.registration) if who.registration else ""
    return ", ".join(each for each in (who.name, who.role, number) if each)


def _representative(record: ConsentRecord) -> str:
    who = record.representative
    if who is None:
        return ""
    return ", ".join(each for each in (who.name, who.relation, who.authority) if each)


def _write_decision(sheet: Sheet, record: ConsentRecord) -> None:
    sheet.section(say("The decision"))
    sheet.facts(record.decision_lines)
    if record.permissions:
        sheet.heading(3, say("Separate permissions"))
        heads = (say("Permission"), say("Answer"))
        sheet.table(heads, record.permissions, column=_TWO_THIRDS)
    if record.red_flag:
        sheet.framed(say("Get help at once"), record.red_flag, mark="warning", role="amber_edge")


def _write_score(sheet: Sheet, score: RecordedScore) -> None:
    sheet.heading(3, score.name)
    sheet.paragraph(score.result, replaced(BODY, keep=True))
    if len(score.items) > 1:
        sheet.table((say("Part"), say("Finding")), score.items, strong=False)
    else:
        sheet.facts(score.items, column=_NARROW)
    small = replaced(FINE, before=3)
    sheet.add(sheet.fact(say("Limits"), score.limits, small, column=_NARROW))
    sheet.add(sheet.fact(say("Source"), score.source, FINE, column=_NARROW))


def _write_said(sheet: Sheet, record: ConsentRecord) -> None:
    """Write what the patient expected, weighed, understood and asked."""
    tables = (
        (say("What the patient expected"), say("About"), say("Expected"), record.expectations),
        (say("What matters to the patient"), say("What"), say("How much"), record.values),
        (say("What was said back"), say("Question"), say("Answer"), record.understanding),
        (
            say("Did we explain it well?"),
            say("Question"),
            say("Answer"),
            record.knowledge,
        ),
        (say("Four plain questions"), say("Question"), say("Answer"), record.sure),
        (say("What the patient leaned to"), say("When"), say("Options"), record.leanings),
    )
    for heading, first, second, lines in tables:
        if lines:
            sheet.section(heading)
            sheet.table((first, second), lines)
    sheet.section(say("Questions and answers"))
    if not record.questions:
        sheet.paragraph(say("No question was written down."))
    for each in record.questions:
        sheet.heading(3, each.text)
        sheet.paragraph(each.answer or say("No answer yet."), replaced(BODY, after=2))
        about = say("About: {topic}.", topic=each.about) if each.about else ""
        asked = say("Asked {when}.", when=moment(each.when))
        sheet.paragraph(f"{about} {asked}".strip(), FINE)
