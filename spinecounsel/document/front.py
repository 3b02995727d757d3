"""The first page: who, when, what was decided, and what the patient said."""

from spinecounsel.case.languages import language_name
from spinecounsel.dates import day, moment, moment_with_zone
from spinecounsel.document.clinic import again_words, write_clinic
from spinecounsel.document.compact import (
    BOLD,
    HEAD,
    LEAD,
    NAME,
    NOTE,
    PART,
    QUIET,
    TEXT,
    TOPIC,
    Compact,
)
from spinecounsel.document.flow import Framed, Stack
from spinecounsel.document.references import References
from spinecounsel.document.sheet import marked
from spinecounsel.document.words import (
    attendee,
    certainty,
    clinician,
    not_approved,
    representative,
    title,
)
from spinecounsel.frozen import replaced
from spinecounsel.record.record import ConsentRecord, Line, RecordedScore
from spinecounsel.wording import say

_WHOLE = replaced(TEXT, size=NOTE.size)
_SHORT = 400  # characters of an answer that stays on one page
_SURE = ("very low", "low", "moderate", "high")


def write_head(paper: Compact, record: ConsentRecord) -> None:
    """Write over the whole width who it is about, what was decided and when to get help."""
    write_clinic(paper.sheet, record, replaced(BOLD, colour="ink2"), stacked=False)
    _write_head(paper, record)
    _write_decision(paper, record)
    paper.sheet.paragraph(again_words(record), TEXT)


def write_front(paper: Compact, record: ConsentRecord, references: References) -> None:
    """Write in columns all else that stands before the options."""
    _write_permissions(paper, record)
    paper.part(say("How the patient wanted to take part"))
    paper.facts((*record.preferences, *record.capacity), share=0.5)
    paper.part(say("The case"))
    paper.facts(record.case, share=0.5)
    for score in record.scores:
        _write_score(paper, score, references)
    _write_said(paper, record)
    _write_how_to_read(paper)


def _write_head(paper: Compact, record: ConsentRecord) -> None:
    sheet = paper.sheet
    sheet.paragraph(say("Record of a talk about treatment options"), replaced(NOTE, after=0))
    sheet.heading(1, title(record), HEAD)
    patient = record.patient
    sheet.paragraph(patient.name, NAME)
    known = (
        (say("Born"), day(patient.born)),
        (say("Hospital number"), patient.number),
        (say("Language"), language_name(patient.language)),
        (say("Decides for the patient"), representative(record)),
        (say("Clinician"), clinician(record)),
        (say("Also present"), "\n".join(attendee(each) for each in record.present)),
        (say("Talk began"), moment(record.started)),
        (say("Sealed"), moment_with_zone(record.sealed)),
        (say("Law of"), record.house.jurisdiction),
    )
    with paper.columns():
        paper.facts((Line(label=label, text=text) for label, text in known), 0.3)
        number = paper.fact(say("Record number"), record.id, paper.column, 0.3, _WHOLE)
        sheet.add(number)  # in one line: programs and people find it whole
    sheet.story[-1].spaceBefore = 0


def _write_decision(paper: Compact, record: ConsentRecord) -> None:
    """Write what was decided, and when to get help, each in a frame of its own."""
    sheet = paper.sheet
    inside = paper.width - 2 * Framed.INSIDE
    sheet.begin()
    head = sheet.heading_text(2, say("The decision"), replaced(PART, before=0, after=1, keep=False))
    rows = [paper.fact(e.label, e.text, inside, 0.27, LEAD) for e in record.decision_lines]
    sheet.add(Framed(Stack([head, *rows]), "action"))
    if record.red_flag:
        _write_warning(paper, say("Get help at once"), record.red_flag)
    if not record.content.approved_by:
        words = say("No reviewer of this clinic has checked the words and numbers in this paper.")
        _write_warning(paper, not_approved(), words)


def _write_warning(paper: Compact, head: str, words: str) -> None:
    between = " " if head.endswith((".", "!", "?")) else ". "
    text = paper.text(((head + between, BOLD), (words, TEXT)), TEXT)
    text.sign = marked("warning", paper.scaled(10.5))
    made = Framed(text, "amber_edge")
    made.spaceBefore, made.spaceAfter = 0, paper.scaled(5)
    paper.sheet.add(made)


def _write_permissions(paper: Compact, record: ConsentRecord) -> None:
    if record.permissions:
        heads = (say("Permission"), say("Answer"))
        paper.table(say("Separate permissions"), heads, record.permissions, 0.7)


def _write_score(paper: Compact, score: RecordedScore, references: References) -> None:
    sheet = paper.sheet
    sheet.heading(3, score.name, TOPIC)
    sheet.paragraph(score.result, replaced(TEXT, keep=True))
    if len(score.items) > 1:
        parts = "; ".join(f"{each.label}: {each.text.rstrip('.')}" for each in score.items)
        told = [paper.told(say("Parts"), f"{parts}.")]
    else:
        told = [paper.told(each.label, each.text) for each in score.items]
    for each in told:
        each.keepWithNext = 1
    limits = paper.told(say("Limits"), f"{score.limits} {references.mark(score.source)}", NOTE)
    sheet.add(*told, limits)


def _write_said(paper: Compact, record: ConsentRecord) -> None:
    """Write what the patient expected, weighed, understood and asked."""
    question, answer = say("Question"), say("Answer")
    tables = (
        (say("What the patient expected"), say("About"), say("Expected"), record.expectations),
        (say("What matters to the patient"), say("What"), say("How much"), record.values),
        (say("What was said back"), question, answer, record.understanding),
        (say("Did we explain it well?"), question, answer, record.knowledge),
        (say("Four plain questions"), question, answer, record.sure),
        (say("What the patient leaned to"), say("When"), say("Options"), record.leanings),
    )
    wide, even = (record.expectations, record.leanings), record.sure
    for heading, first, second, lines in tables:
        if lines:
            share = 0.36 if lines in wide else 0.5 if lines is even else 0.64
            paper.table(heading, (first, second), lines, share)
    paper.part(say("Questions and answers"))
    if not record.questions:
        paper.sheet.paragraph(say("No question was written down."), TEXT)
    for each in record.questions:
        paper.sheet.paragraph(each.text, replaced(BOLD, keep=True, after=0))
        style = TEXT if each.answer else QUIET
        short = len(each.answer) < _SHORT
        answered = each.answer or say("No answer yet.")
        paper.sheet.paragraph(answered, replaced(style, after=0.5, keep=short))
        about = say("About: {topic}.", topic=each.about) if each.about else ""
        asked = say("Asked {when}.", when=moment(each.when))
        paper.sheet.paragraph(f"{about} {asked}".strip(), replaced(NOTE, after=5))


def _write_how_to_read(paper: Compact) -> None:
    """Explain pictures, discs, ticks and numbers in brackets, once for the whole paper."""
    paper.part(say("How to read what follows"))
    grades = ", ".join(certainty(each)[1].lower() for each in _SURE)
    for words in (
        say(
            "In a picture each square is one of 100 people, or each dot one of 1,000. It is filled "
            "where the thing happened to them. Stripes show the likely range (95 % confidence "
            "interval)."
        ),
        say("One to four full discs say how sure a number is: {grades}.", grades=grades),
        say(
            "A tick and a time: this was talked about then. Set aside: by the patient’s wish it "
            "was not gone through. A star: this matters to the patient. [1]: the number of the "
            "source in the list at the end."
        ),
    ):
        paper.sheet.paragraph(words, TEXT)
