"""The options that were gone through, topic by topic, and the usual ones that were not."""

from itertools import groupby

from reportlab.pdfgen.canvas import Canvas

from spinecounsel.discussion.agenda import TopicKind
from spinecounsel.discussion.words import topic_kind_name
from spinecounsel.document import pictograph
from spinecounsel.document.estimates import write_estimates
from spinecounsel.document.flow import Row, Sign, Text
from spinecounsel.document.look import BODY, FINE, LABEL, TOPIC, WIDTH, Style
from spinecounsel.document.marks import draw_star
from spinecounsel.document.sheet import Sheet, marked
from spinecounsel.document.words import state
from spinecounsel.frozen import replaced
from spinecounsel.record.record import ConsentRecord, Line, RecordedOption, RecordedTopic
from spinecounsel.wording import say

_STATE = pictograph.WIDTH  # the column with what became of a topic
_MARKS = {
    "benefit": "benefit",
    "risk": "risk",
    "course": "course",
    "not known": "not_known",
}


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
        _write_kind(sheet, kind, tuple(topics))


def _write_kind(sheet: Sheet, kind: str, topics: tuple[RecordedTopic, ...]) -> None:
    name = topic_kind_name(TopicKind(kind))
    mark = _MARKS.get(kind, "")
    alone = len(topics) == 1 and kind in {"about", "not known", "alternatives"}
    if not alone:
        sheet.heading(3, name, mark=mark)
    for topic in topics:
        if alone:
            heading = sheet.heading_text(3, topic.title, mark=mark)
        else:
            heading = sheet.heading_text(4, topic.title)
        _write_topic(sheet, topic, heading)


def _write_topic(sheet: Sheet, topic: RecordedTopic, heading: Text) -> None:
    content = bool(topic.sentences or topic.estimates or topic.wish)
    row = Row([(0, WIDTH - _STATE - 8, heading), (WIDTH - _STATE, _STATE, _state(sheet, topic))])
    row.spaceBefore, row.spaceAfter = heading.getSpaceBefore(), 3
    row.keepWithNext = int(content)
    sheet.add(row)
    if topic.wish:
        sheet.paragraph(say("In the patient’s words: “{wish}”", wish=topic.wish))
    column = LABEL if topic.kind == "about" else WIDTH * 0.36
    sheet.facts(_gathered(topic.sentences), column=column)
    write_estimates(sheet, topic)


def _state(sheet: Sheet, topic: RecordedTopic) -> Text:
    mark, words = state(topic)
    style = replaced(FINE, leading=14.5)
    if topic.material:
        words = f"{words}\n{say('Matters to the patient')}"
    return _with_signs(sheet.text(words, style, sheet.node("P")), mark, style, star=topic.material)


def _with_signs(text: Text, mark: str, style: Style, *, star: bool) -> Text:
    """Put the mark before the first line, and the star before the second."""
    sign = marked(mark, style.size)

    def paint(canvas: Canvas, x: float, y: float) -> None:
        sign.paint(canvas, x, y)
        if star:
            draw_star(canvas, x - 0.5, y - style.leading - 2, style.size + 1.5)

    text.sign = Sign(paint, sign.width)
    return text


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
