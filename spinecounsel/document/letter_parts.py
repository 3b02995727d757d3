"""The parts of the letter: decision, findings, options, and how the talk went."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from spinecounsel.case.languages import language_name
from spinecounsel.discussion.agenda import ILLNESS
from spinecounsel.document.flow import Framed, Row, Stack
from spinecounsel.document.lines import Spans
from spinecounsel.document.look import BODY, SECTION
from spinecounsel.document.sheet import Sheet
from spinecounsel.document.words import attendee, representative, title
from spinecounsel.frozen import replaced
from spinecounsel.record.record import ConsentRecord, Line, RecordedScore
from spinecounsel.wording import say, say_count

PLAIN = replaced(BODY, leading=14, after=3)
FACT = replaced(BODY, leading=13.4, after=1.5)
QUIET = replaced(FACT, colour="ink2", after=0)
STRESSED = replaced(FACT, bold=True, after=0)
HEAD = replaced(SECTION, size=12, leading=15.5, before=9, after=3)
_DOT = 11.0  # the column of dots
_LABEL = 0.3  # of the width, for labels


def write_decision(sheet: Sheet, record: ConsentRecord) -> None:
    """Write what came out of the talk, in a frame."""
    outcome = say("Outcome")
    head = sheet.heading_text(2, title(record), replaced(STRESSED, size=13, leading=17))
    column = _column(sheet) - Framed.INSIDE - 2
    rows = [
        Line(label=each.label, text=each.text)
        for each in record.decision_lines
        if each.label != outcome
    ]
    rows.append(Line(label=say("Decided by"), text=representative(record)))
    told = [sheet.fact(each.label, each.text, FACT, column=column) for each in rows if each.text]
    sheet.add(Framed(Stack([head, *told]), "action"))


def write_case(sheet: Sheet, record: ConsentRecord) -> None:
    """Write what was found, with scores and their limits; findings answered alike in one line."""
    _section(sheet, say("Findings"))
    answers = (say("Yes"), say("No"), say("Not known"))
    rows = [each for each in record.case if each.text not in answers]
    for answer in answers:
        alike = "; ".join(each.label for each in record.case if each.text == answer)
        rows.append(Line(label=answer, text=alike))
    _facts(sheet, rows)
    for score in record.scores:
        sheet.add(sheet.fact(score.name, _scored(score), FACT, column=_column(sheet)))


def _scored(score: RecordedScore) -> Spans:
    """Give result, items and limits of a score."""
    parts = [f"{each.label}: {each.text.rstrip('.')}" for each in score.items]
    items = f" {'; '.join(parts)}." if len(parts) > 1 else ""
    return (
        (score.result, STRESSED),
        (items, FACT),
        (f" {score.limits}" if score.limits else "", QUIET),
    )


def write_options(sheet: Sheet, record: ConsentRecord) -> None:
    """Write the names of what was gone through, and of what was not, with the reason."""
    _section(sheet, say("Options that were talked about"))
    whole = sheet.node("L", attributes={"List": {"ListNumbering": "/Disc"}})
    for option in record.options:
        if option.id == ILLNESS:
            continue
        item = whole.child("LI")
        dot = sheet.text("•", FACT, item.child("Lbl"))
        words = sheet.text(option.name, FACT, item.child("LBody"))
        sheet.add(Row([(0, _DOT, dot), (_DOT, sheet.page.width - _DOT, words)]))
    for reason, run in groupby(record.left_out, key=lambda each: each.reason):
        left = "; ".join(each.name for each in run)
        why = say("Why not: {reason}", reason=reason)
        _facts(sheet, [Line(label=say("Usual, not gone through"), text=f"{left}. {why}")])


def write_talk(sheet: Sheet, record: ConsentRecord) -> None:
    """Write who took part, what was wished, said back and asked."""
    _section(sheet, say("The talk"))
    shown = say("How numbers were shown")
    language = record.patient.language
    rows = [
        Line(label=say("Took part"), text="; ".join(attendee(each) for each in record.present)),
        Line(
            label=say("Language"),
            text="" if language == record.language else language_name(language),
        ),
        *record.capacity,
        *(each for each in record.preferences if each.label != shown),
        Line(label=say("Set aside"), text=_set_aside(record)),
        Line(label=say("Matters to the patient"), text=_valued(record)),
    ]
    rows += [
        Line(label=say("Said back"), text=_said_back(record)),
        Line(label=say("Permissions"), text=_by_answer(record.permissions)),
    ]
    open_ones = [each.text for each in record.questions if not each.answer]
    none = say("None") if record.questions else say("No question was written down.")
    rows.append(Line(label=say("Open questions"), text="\n".join(open_ones) or none))
    _facts(sheet, rows)


def _said_back(record: ConsentRecord) -> str:
    """Count the answers: the questions are worded for the patient."""
    counts = Counter(line.text for line in record.understanding)
    return "; ".join(f"{text}: {count}" for text, count in counts.items())


def _set_aside(record: ConsentRecord) -> str:
    count = sum(topic.state == "set aside" for option in record.options for topic in option.topics)
    if not count:
        return ""
    return say_count(
        "{n} topic, by the patient’s wish: it was not gone through",
        "{n} topics, by the patient’s wish: they were not gone through",
        count,
    )


def _valued(record: ConsentRecord) -> str:
    return "; ".join(f"{each.label.rstrip('.')} ({each.text})" for each in record.values)


def _by_answer(lines: tuple[Line, ...]) -> str:
    """Give each answer, and behind it all that was answered so."""
    answers = dict.fromkeys(each.text for each in lines)
    return "\n".join(
        f"{answer}: {_listed(each.label for each in lines if each.text == answer)}"
        for answer in answers
    )


def _listed(texts: Iterable[str]) -> str:
    """Join questions by a space, all else by semicolons."""
    return "; ".join(texts).replace("?;", "?")


def _section(sheet: Sheet, words: str) -> None:
    sheet.section(words, HEAD)


def _facts(sheet: Sheet, lines: list[Line]) -> None:
    column = _column(sheet)
    sheet.add(
        *(sheet.fact(each.label, each.text, FACT, column=column) for each in lines if each.text)
    )


def _column(sheet: Sheet) -> float:
    return sheet.page.width * _LABEL
