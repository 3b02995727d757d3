"""Numbers on paper: sentence, number, picture, and beside each who, how long, how sure, whence."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from spinecounsel.document import pictograph
from spinecounsel.document.flow import Picture, Row, Sign, Stack
from spinecounsel.document.look import BODY, FINE, NUMBER, SMALL, STRONG, WIDTH
from spinecounsel.document.marks import draw_discs
from spinecounsel.document.sheet import Sheet, marked
from spinecounsel.document.words import MARKS, certainty, kind_name
from spinecounsel.frozen import Frozen, replaced
from spinecounsel.record.record import RecordedEstimate, RecordedTopic
from spinecounsel.wording import say

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_LABELS = 56.0
_TEXT = WIDTH - pictograph.WIDTH - 8 * mm
_DISC = 5.6

COLOURED = {"benefit", "risk"}

Group = tuple[RecordedEstimate, ...]
Fact = tuple[str, Callable[[RecordedEstimate], str]]


class Arm(Frozen, frozen=True, kw_only=True):
    """An estimate as it is set: ``remark`` and ``mark`` say where it is of another kind or option.

    ``kind`` gives the colour: one for all arms of a study.
    """

    estimate: RecordedEstimate
    kind: str
    title: str
    remark: str
    mark: str
    axis: bool


def write_estimates(sheet: Sheet, topic: RecordedTopic, owner: str) -> None:
    """Write the estimates of a topic, the arms of one study directly below one another.

    ``owner`` is the name of the option whose topic it is; a number of another option says so.
    """
    for group in grouped(topic.estimates):
        for arm in _arms(group, topic, owner):
            sheet.add(_arm(sheet, arm))
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


def _arms(group: Group, topic: RecordedTopic, owner: str) -> Iterator[Arm]:
    kinds = {each.kind for each in group}
    kind = kinds.pop() if len(kinds) == 1 else topic.kind
    other = kind != topic.kind
    told = {each.title for each in group} == {topic.title}
    drawn = [each for each in group if each.drawn]
    for each in group:
        title = each.title
        if told:  # by the heading above: only the option tells the arms apart
            title = each.option if len(group) > 1 else ""
        of = each.option if each.option not in {owner, title} else ""
        yield Arm(
            estimate=each,
            kind=kind,
            title=title,
            remark=", ".join(filter(None, (kind_name(kind) if other else "", of))),
            mark=MARKS.get(kind, "") if other else "",
            axis=len(drawn) > 1 and each is drawn[-1],
        )


def _arm(sheet: Sheet, arm: Arm) -> Row:
    """Give title, number and sentence of an estimate, with its picture at the right."""
    estimate = arm.estimate
    items: list[Flowable] = []
    if arm.title or arm.remark:
        gap = "   " if arm.title and arm.remark else ""
        spans = ((arm.title, STRONG), (gap + arm.remark, SMALL))
        title = sheet.text(spans, STRONG, sheet.node("P"))
        if arm.mark:
            title.sign = marked(arm.mark, STRONG.size)
        items.append(title)
    if estimate.number:
        style = replaced(NUMBER, colour=arm.kind if arm.kind in COLOURED else "ink")
        items.append(sheet.text(estimate.number, style, sheet.node("P")))
    sentences = " ".join(filter(None, (estimate.sentence, estimate.framing)))
    items.append(sheet.text(sentences, BODY, sheet.node("P")))
    wide = _TEXT if estimate.drawn else WIDTH
    cells: list[tuple[float, float, Flowable]] = [(0, wide, Stack(items))]
    if estimate.drawn:
        cells.append((WIDTH - pictograph.WIDTH, pictograph.WIDTH, _picture(sheet, arm)))
    row = Row(cells)
    row.spaceBefore, row.spaceAfter, row.keepWithNext = 2, 6, 1
    return row


def _picture(sheet: Sheet, arm: Arm) -> Stack:
    crowd = pictograph.Crowd(arm.estimate, role=arm.kind, axis=arm.axis)
    node = sheet.node("Figure", alt=crowd.alternative())
    items: list[Flowable] = [Picture(pictograph.WIDTH, crowd.height, crowd.paint, node)]
    if words := crowd.range_words():
        items.append(sheet.text(words, replaced(FINE, before=3), sheet.node("P")))
    return Stack(items)


def _facts(sheet: Sheet, group: Group) -> list[Row]:
    """Give what is known about the numbers: once for all that share it."""
    names = _names(group)
    rows = []
    for label, of in _kinds():
        told = list(dict.fromkeys(of(each) for each in group))
        shown = label
        for text in filter(None, told):
            owners = [at for at, each in enumerate(group) if of(each) == text]
            whose = "" if len(told) == 1 else ", ".join(names[at] for at in owners) + ": "
            sign = _discs(group[owners[0]]) if of is _how_sure else None
            rows.append(sheet.fact(shown, whose + text, FINE, column=_LABELS, sign=sign))
            shown = ""
    return rows


def _names(group: Group) -> list[str]:
    """Name the arms of a group by what tells them apart, the number first."""
    ways = (
        [each.number for each in group],
        [each.option for each in group],
        [each.title for each in group],
    )
    return next((way for way in ways if all(way) and len(set(way)) == len(way)), ways[-1])


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
