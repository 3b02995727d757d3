"""The parts of the letter: decision, findings, options, and how the talk went."""

import re
from itertools import groupby

from spinecounsel.case.languages import language_name
from spinecounsel.discussion.agenda import ILLNESS, TopicKind
from spinecounsel.discussion.decision import Answer
from spinecounsel.discussion.understanding import Said
from spinecounsel.discussion.words import answer_name, said_name
from spinecounsel.document.flow import Framed, Stack
from spinecounsel.document.lines import Spans
from spinecounsel.document.look import BODY, SECTION
from spinecounsel.document.sheet import Sheet
from spinecounsel.document.shown import DISCUSSED, NOT_DISCUSSED
from spinecounsel.document.words import attendee, representative, title
from spinecounsel.frozen import replaced
from spinecounsel.record.record import ConsentRecord, Line, RecordedOption, RecordedScore
from spinecounsel.wording import say, say_count

PLAIN = replaced(BODY, leading=14, after=3)
FACT = replaced(BODY, leading=13.4, after=1.5)
QUIET = replaced(FACT, colour="ink2", after=0)
STRESSED = replaced(FACT, bold=True, after=0)
HEAD = replaced(SECTION, size=12, leading=15.5, before=9, after=3)
FINE = replaced(QUIET, size=9)
_POINTS = re.compile(r"(?:^|\s)(\d+) \w+\.?$")
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
    answers = {
        say("Yes"): say("Present"),
        say("No"): say("Not present"),
        say("Not known"): say("Not known"),
    }
    rows = [each for each in record.case if each.text not in answers]
    for answer, words in answers.items():
        alike = "; ".join(each.label for each in record.case if each.text == answer)
        rows.append(Line(label=words, text=alike))
    _facts(sheet, rows)
    for score in record.scores:
        sheet.add(sheet.fact(score.name, _scored(score), FACT, column=_column(sheet)))


def _scored(score: RecordedScore) -> Spans:
    """Give a score and its limits; of one that adds up parts the sum with its band, and these."""
    limits = (f" {score.limits}" if score.limits else "", FINE)
    if len(score.items) <= 1:
        return ((score.result, STRESSED), limits)
    band, dot, _ = score.result.partition(". ")
    parts = ", ".join(_part(each) for each in score.items)
    return ((f"{band}{dot.strip()}", STRESSED), (f" {parts}.", FACT), limits)


def _part(item: Line) -> str:
    """Give what a part of a score is about and its points; all of it where it has none."""
    points = _POINTS.search(item.text)
    name = item.label.partition(": ")[0]
    return f"{name} {points[1]}" if points else f"{name}: {item.text.rstrip('.')}"


def write_options(sheet: Sheet, record: ConsentRecord) -> None:
    """Write the names of what was discussed, and of what is usual but was not, with the reason."""
    _section(sheet, say("Options"))
    named: dict[str, list[str]] = {
        say("Discussed"): [],
        say("Discussed in part"): [],
        say("Chosen, not discussed yet"): [],
    }
    for option in record.options:
        if option.id != ILLNESS:
            [*named.values()][_how_far(option)].append(option.name)
    _facts(sheet, [Line(label=label, text="; ".join(names)) for label, names in named.items()])
    if not record.left_out:
        return
    label = sheet.text(say("Usual, not discussed, and why"), QUIET, sheet.node("P"))
    label.keepWithNext, label.spaceBefore = 1, FACT.after
    sheet.add(label)
    # Over the whole width, each with its names: one that stands on the next page says what it is.
    for reason, run in groupby(record.left_out, key=lambda each: each.reason):
        names = "; ".join(each.name for each in run)
        sheet.paragraph(((f"{names}: ", STRESSED), (reason, FACT)), FACT)


def _how_far(option: RecordedOption) -> int:
    """Give 0 where all that is asked for was gone through, 1 for some of it, 2 for nothing."""
    if not any(topic.state == DISCUSSED for topic in option.topics):
        return 2
    # How the time with an option may go is never asked for.
    asked = [topic for topic in option.topics if topic.kind != TopicKind.COURSE]
    return int(any(topic.state == NOT_DISCUSSED for topic in asked))


def write_talk(sheet: Sheet, record: ConsentRecord) -> None:
    """Write who took part, what was wished, said back and asked."""
    _section(sheet, say("The talk"))
    language = record.patient.language
    rows = [
        Line(label=say("Took part"), text="; ".join(attendee(each) for each in record.present)),
        Line(
            label=say("Language"),
            text="" if language == record.language else language_name(language),
        ),
        *record.capacity,
        *_wishes(record),
        Line(label=say("Set aside"), text=_set_aside(record)),
        Line(label=say("Matters to the patient"), text=_valued(record)),
        Line(label=say("Said back"), text=_said_back(record)),
        Line(label=say("Separate permissions"), text=_permitted(record.permissions)),
    ]
    _facts(sheet, rows)


def write_next(sheet: Sheet, record: ConsentRecord) -> None:
    """Write what is to come, as far as the record tells: it has no field for a date."""
    _section(sheet, say("What comes next"))
    labels = (say("Agreed to"), say("Not wanted"), say("Why it waits"))
    open_ones = [each.text for each in record.questions if not each.answer]
    none = say("None") if record.questions else say("No question was written down.")
    _facts(
        sheet,
        [
            *(each for each in record.decision_lines if each.label in labels),
            Line(label=say("Open questions"), text="\n".join(open_ones) or none),
            Line(label=say("Next visit"), text=say("No date is in the record.")),
        ],
    )


def _wishes(record: ConsentRecord) -> list[Line]:
    """Give how the patient wanted to take part: the questions are worded for the patient."""
    lifespan = say("Do you want to hear how long people live with this?")
    labels = {
        say("Who should decide?"): say("Wish: who decides"),
        say("How much do you want to know?"): say("Wish: how much to know"),
        lifespan: say("Wish: to hear length of life"),
    }
    return [
        Line(label=labels[each.label], text=f"“{each.text}”")
        for each in record.preferences
        if each.label in labels
    ]


def _said_back(record: ConsentRecord) -> str:
    """Count what was said back, and name the rest."""
    asked, said = record.understanding, said_name(Said.SAID)
    if not asked:
        return ""
    others = [each for each in asked if not each.text.startswith(said)]
    count = say("{n} of {all} asked", n=len(asked) - len(others), all=len(asked))
    return "\n".join([count, *(f"{each.text}: {each.label}" for each in others)])


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
    return "; ".join(
        f"{each.label.rstrip('.')} ({each.text[:1].lower()}{each.text[1:]})"
        for each in record.values
    )


def _permitted(lines: tuple[Line, ...]) -> str:
    """Give what was permitted and what not, line by line."""
    words = {
        answer_name(Answer.YES): say("Given"),
        answer_name(Answer.NO): say("Not given"),
        answer_name(Answer.NOT_NOW): say("Left open"),
    }
    answers = dict.fromkeys([*words, *(each.text for each in lines)])
    return "\n".join(
        f"{words.get(answer, answer)}: "
        f"{'; '.join(each.label for each in lines if each.text == answer)}"
        for answer in answers
        if any(each.text == answer for each in lines)
    )


def _section(sheet: Sheet, words: str) -> None:
    sheet.section(words, HEAD)


def _facts(sheet: Sheet, lines: list[Line]) -> None:
    """Put lines on the sheet, those without a text left out."""
    for each in filter(lambda line: line.text, lines):
        sheet.add(sheet.fact(each.label, each.text, FACT, column=_column(sheet)))


def _column(sheet: Sheet) -> float:
    return sheet.page.width * _LABEL
