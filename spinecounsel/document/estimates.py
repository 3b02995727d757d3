"""Numbers on paper: sentence, number, picture, and beside each who, how long, how sure, whence."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from spinecounsel.document import pictograph
from spinecounsel.document.flow import Picture, Row, Sign, Stack
from spinecounsel.document.lines import Spans
from spinecounsel.document.look import BODY, FINE, NUMBER, SMALL, STRONG, WIDTH
from spinecounsel.document.marks import draw_discs
from spinecounsel.document.sheet import Sheet
from spinecounsel.document.words import certainty
from spinecounsel.frozen import replaced
from spinecounsel.record.record import RecordedEstimate, RecordedTopic
from spinecounsel.wording import say

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_LABELS = 56.0
_TEXT = WIDTH - pictograph.WIDTH - 8 * mm
_DISC = 5.6

Group = tuple[RecordedEstimate, ...]
Fact = tuple[str, Callable[[RecordedEstimate], str]]


def write_estimates(sheet: Sheet, topic: RecordedTopic, owner: str) -> None:
    """Write the estimates of a topic, the arms of one study directly below one another.

    ``owner`` is the name of the option whose topic it is; a number of another option says so.
    """
    for group in grouped(topic.estimates):
        for each in group:
            title = "" if topic.estimates == (each,) and each.title == topic.title else each.title
            of = each.option if each.option not in {"", owner} else ""
            heading = ((title, STRONG), (f"  {of}" if title else of, SMALL))
            axis = len(group) > 1 and each is group[-1]
            sheet.add(_arm(sheet, each, heading, axis=axis))
        facts = _facts(sheet, group)
        facts[-1].spaceAfter = 9
        sheet.add(*facts)


def grouped(estimates: tuple[RecordedEstimate, ...]) -> tuple[Group, ...]:
    """Give the estimates in groups: each with its pair, where both were shown."""
    groups: list[list[RecordedEstimate]] = []
    for each in estimates:
        for group in groups:
            if any(each.pair == other.id or other.pair == each.id for other in group):
                group.append(each)
                break
        else:
            groups.append([each])
    return tuple(tuple(group) for group in groups)


def _arm(sheet: Sheet, estimate: RecordedEstimate, heading: Spans, *, axis: bool) -> Row:
    """Give title, number and sentence of an estimate, with its picture at the right."""
    items: list[Flowable] = []
    if any(text for text, _ in heading):
        items.append(sheet.text(heading, STRONG, sheet.node("P")))
    kind = estimate.kind if estimate.kind in {"benefit", "risk"} else "ink"
    if estimate.number:
        style = replaced(NUMBER, colour=kind)
        items.append(sheet.text(estimate.number, style, sheet.node("P")))
    sentences = " ".join(each for each in (estimate.sentence, estimate.framing) if each)
    items.append(sheet.text(sentences, BODY, sheet.node("P")))
    wide = _TEXT if estimate.drawn else WIDTH
    cells: list[tuple[float, float, Flowable]] = [(0, wide, Stack(items))]
    if estimate.drawn:
        left = WIDTH - pictograph.WIDTH
        cells.append((left, pictograph.WIDTH, _picture(sheet, estimate, axis=axis)))
    row = Row(cells)
    row.spaceBefore, row.spaceAfter, row.keepWithNext = 2, 6, 1
    return row


def _picture(sheet: Sheet, estimate: RecordedEstimate, *, axis: bool) -> Stack:
    crowd = pictograph.Crowd(estimate, axis=axis)
    node = sheet.node("Figure", alt=crowd.alternative())
    items: list[Flowable] = [Picture(pictograph.WIDTH, crowd.height, crowd.paint, node)]
    if words := crowd.range_words():
        legend = sheet.text(words, replaced(FINE, before=3), sheet.node("P"))
        items.append(legend)
    return Stack(items)


def _facts(sheet: Sheet, group: Group) -> list[Row]:
    """Give what is known about the numbers: once for all that share it."""
    rows = []
    for label, of in _kinds():
        told = {of(each): each for each in reversed(group)}
        for text, owner in reversed(told.items()):
            if text:
                named = text if len(told) == 1 else f"{owner.title}: {text}"
                sign = _discs(owner) if of is _how_sure else None
                rows.append(sheet.fact(label, named, FINE, column=_LABELS, sign=sign))
    return rows


def _discs(estimate: RecordedEstimate) -> Sign:
    filled, _ = certainty(estimate.certainty)

    def paint(canvas: Canvas, x: float, y: float) -> None:
        draw_discs(canvas, filled, x, y, _DISC)

    return Sign(paint, 5.4 * _DISC)


def _kinds() -> tuple[Fact, ...]:
    return (
        (say("Who"), lambda each: each.population),
        (say("Time span"), lambda each: each.horizon),
        (say("Range"), _range),
        (say("How sure"), _how_sure),
        (say("Source"), lambda each: each.source),
        (say("Take care"), lambda each: each.caution),
    )


def _range(estimate: RecordedEstimate) -> str:
    if estimate.low is None or estimate.high is None or estimate.out_of is None:
        return ""
    return say(
        "{low} to {high} of {out_of} {unit} (95 % confidence interval)",
        low=estimate.low,
        high=estimate.high,
        out_of=f"{estimate.out_of:,}",
        unit=estimate.unit,
    )


def _how_sure(estimate: RecordedEstimate) -> str:
    _, word = certainty(estimate.certainty)
    why = estimate.certainty_why
    return say("{how_sure}: {why}", how_sure=word, why=why) if why else word
