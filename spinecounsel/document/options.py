"""The options that were gone through, topic by topic, and the usual ones that were not."""

from itertools import groupby
from typing import TYPE_CHECKING

from spinecounsel.discussion.agenda import TopicKind
from spinecounsel.discussion.words import topic_kind_name
from spinecounsel.document import pictograph
from spinecounsel.document.estimates import write_estimates
from spinecounsel.document.flow import Row, Sign, Stack, Text
from spinecounsel.document.look import BODY, FINE, LABEL, SMALL, TOPIC, WIDTH
from spinecounsel.document.marks import draw_star
from spinecounsel.document.sheet import Sheet, marked
from spinecounsel.document.words import MARKS, state
from spinecounsel.frozen import replaced
from spinecounsel.record.record import ConsentRecord, Line, RecordedOption, RecordedTopic
from spinecounsel.wording import say

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_STATE = pictograph.WIDTH  # the column with what became of a topic


def write_options(sheet: Sheet, record: ConsentRecord) -> None:
    """Write each option, then those left out."""
    for option in record.options:
        _write_option(sheet, option)
    if record.left_out:
        sheet.section(say("Usual options that were not gone through"))
    for each in record.left_out:
        sheet.heading(3, each.name, TOPIC)
        usual = sheet.fact(say("Why it is usual"), each.why_usual)
        usual.keepWithNext = 1
        sheet.add(usual, sheet.fact(say("Why not now"), each.reason))


def _write_option(sheet: Sheet, option: RecordedOption) -> None:
    sheet.section(option.name)
    for rule in option.why:
        mark = "not_usual" if rule.label == say("Not usual here") else "usual"
        sheet.add(sheet.fact(rule.label, rule.text, sign=marked(mark, BODY.size)))
    for kind, topics in groupby(option.topics, key=lambda topic: topic.kind):
        _write_kind(sheet, kind, tuple(topics), option.name)


def _write_kind(sheet: Sheet, kind: str, topics: tuple[RecordedTopic, ...], owner: str) -> None:
    name = topic_kind_name(TopicKind(kind))
    mark = MARKS.get(kind, "")
    alone = len(topics) == 1 and kind in {"about", "not known", "alternatives"}
    if not alone:
        sheet.heading(3, name, mark=mark)
    for topic in topics:
        if alone:
            heading = sheet.heading_text(3, topic.title, mark=mark)
        else:
            heading = sheet.heading_text(4, topic.title)
        _write_topic(sheet, topic, heading, owner)


def _write_topic(sheet: Sheet, topic: RecordedTopic, heading: Text, owner: str) -> None:
    left: list[Flowable] = [heading]
    if topic.material:
        words = sheet.text(say("Matters to the patient"), SMALL, sheet.node("P"))
        words.sign = Sign(draw_star, 13)
        left.append(words)
    state = _state(sheet, topic)
    row = Row([(0, WIDTH - _STATE - 8, Stack(left)), (WIDTH - _STATE, _STATE, state)])
    row.spaceBefore, row.spaceAfter = heading.getSpaceBefore(), 3
    row.keepWithNext = int(bool(topic.sentences or topic.estimates or topic.wish))
    sheet.add(row)
    if topic.wish:
        sheet.paragraph(say("In the patient’s words: “{wish}”", wish=topic.wish))
    column = LABEL if topic.kind == "about" else WIDTH * 0.36
    sheet.facts(_gathered(topic.sentences), column=column)
    write_estimates(sheet, topic, owner)


def _state(sheet: Sheet, topic: RecordedTopic) -> Text:
    mark, words = state(topic)
    made = sheet.text(words, replaced(FINE, leading=TOPIC.leading), sheet.node("P"))
    made.sign = marked(mark, FINE.size)
    return made


def _gathered(lines: tuple[Line, ...]) -> list[Line]:
    """Join lines under one label: sentences follow one another, names are parted."""
    made: list[Line] = []
    for line in lines:
        if line.label or not made:
            made.append(line)
        else:
            before = made[-1].text
            parted = " " if before.endswith((".", "?", "!", "”")) else "; "
            made[-1] = replaced(made[-1], text=f"{before}{parted}{line.text}")
    return made
