"""A number in a patient's copy: sentence, both sides of it, picture, who was studied, how sure."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from spinecounsel.document import pictograph
from spinecounsel.document.arms import Arm, arms_of, names_of
from spinecounsel.document.copy_sources import Sources
from spinecounsel.document.flow import Picture, Row, Sign, Stack
from spinecounsel.document.look import BODY
from spinecounsel.document.marks import draw_discs
from spinecounsel.document.plain import QUIET, SAID, STRONG_NUMBER, Plain
from spinecounsel.document.shown import Group, grouped
from spinecounsel.document.words import certainty
from spinecounsel.frozen import replaced
from spinecounsel.record.record import RecordedEstimate, RecordedTopic
from spinecounsel.wording import say

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_BETWEEN = 8 * mm
_DISC = 6.2
Fact = tuple[str, Callable[[RecordedEstimate], str]]
_WHOLE = 0.8  # of a page: a group that is higher is divided between its numbers


class EstimateWriter:
    """Writes the numbers of one option (``owner`` is its name)."""

    def __init__(self, plain: Plain, sources: Sources, owner: str) -> None:
        self._plain, self._sources, self._owner = plain, sources, owner
        self._beside = plain.width - pictograph.WIDTH - _BETWEEN

    def write(self, topic: RecordedTopic) -> None:
        """Write the estimates of a topic, the arms of one study below one another."""
        for group in grouped(topic.estimates):
            is_first = group[0] is topic.estimates[0] and not topic.sentences
            parts = [
                self._arm(arm) for arm in arms_of(group, topic, self._owner, below_title=is_first)
            ]
            for part in parts[1:]:
                part[0].spaceBefore = self._plain.scaled(8)
            facts = self._facts(group)
            facts[-1].spaceAfter = self._plain.scaled(10)
            # In large print they may begin a new page: with them, no other number would fit.
            blocks = [*parts, facts] if self._plain.stacked else [*parts[:-1], parts[-1] + facts]
            if self._height(blocks) < _WHOLE * self._plain.sheet.page.height:
                blocks = [[each for block in blocks for each in block]]
            for block in blocks:
                self._plain.kept(block)

    def _height(self, blocks: list[list["Flowable"]]) -> float:
        page = self._plain.sheet.page
        return sum(each.wrap(page.width, page.height)[1] for block in blocks for each in block)

    def _arm(self, arm: Arm) -> list["Flowable"]:
        """Give name, number and sentences, with the picture beside or below."""
        sheet, plain = self._plain.sheet, self._plain
        estimate = arm.estimate
        items: list[Flowable] = []
        if arm.title:
            title = plain.title(arm.title, sheet.node("P"))
            title.sign = plain.sign(arm.mark) if arm.mark else None
            items.append(title)
        if arm.remark:
            items.append(sheet.text(arm.remark, replaced(QUIET, after=0), sheet.node("P")))
        if estimate.number:
            style = replaced(STRONG_NUMBER, colour=arm.colour)
            items.append(sheet.text(estimate.number, style, sheet.node("P")))
        said = " ".join(filter(None, (estimate.sentence, estimate.framing)))
        if not estimate.drawn:
            return [*items, sheet.text(said, SAID, sheet.node("P"))]
        if plain.stacked:
            sentences = sheet.text(said, SAID, sheet.node("P"))
            return [*items, sentences, self._picture(arm, plain.width)]
        picture = self._picture(arm, pictograph.WIDTH)
        row = Row(
            [
                (0, self._beside, Stack(items)),
                (plain.width - pictograph.WIDTH, pictograph.WIDTH, picture),
            ]
        )
        row.spaceBefore, row.spaceAfter = 2, 3
        return [row, sheet.text(said, SAID, sheet.node("P"))]

    def _picture(self, arm: Arm, width: float) -> Picture:
        crowd = pictograph.Crowd(arm.estimate, role=arm.kind, width=width)
        node = self._plain.sheet.node("Figure", alt=crowd.alternative())
        drawn = Picture(width, crowd.height, crowd.paint, node)
        drawn.spaceBefore, drawn.spaceAfter = 3, self._plain.scaled(6)
        return drawn

    def _facts(self, group: Group) -> list["Flowable"]:
        """Give what is known about the numbers: once for all that share it."""
        made = []
        for label, of in self._kinds():
            if told := _by_arm(group, of):
                made.append(self._plain.short_fact(label, told))
        sign = self._discs(group[0]) if len({each.certainty for each in group}) == 1 else None
        sure = self._how_sure(group) if sign else _by_arm(group, self._how_sure_of)
        return [*made, self._plain.short_fact(say("How sure"), sure, sign=sign)]

    def _kinds(self) -> tuple[Fact, ...]:
        return (
            (say("Who was studied"), lambda each: each.population),
            (say("Time span"), lambda each: each.horizon),
            (say("Likely range"), _range),
        )

    def _how_sure_of(self, estimate: RecordedEstimate) -> str:
        return self._how_sure((estimate,))

    def _how_sure(self, group: Group) -> str:
        """Say it of numbers that are equally sure, and where they come from."""
        _, word = certainty(group[0].certainty)
        sources = dict.fromkeys(filter(None, (each.source for each in group)))
        numbers = [str(self._sources.number(each)) for each in sources]
        if not numbers:
            return word
        if len(numbers) == 1:
            return say("{word}  (source {n} at the end)", word=word, n=numbers[0])
        listed = say(" and ").join(numbers)
        return say("{word}  (sources {numbers} at the end)", word=word, numbers=listed)

    def _discs(self, estimate: RecordedEstimate) -> Sign:
        filled, _ = certainty(estimate.certainty)
        size = self._plain.scaled(_DISC)

        def paint(canvas: Canvas, x: float, y: float) -> None:
            draw_discs(canvas, filled, x, y + self._plain.scaled(BODY.size * 0.06), size)

        return Sign(paint, 5.5 * size)


def _range(estimate: RecordedEstimate) -> str:
    """Say how far the true number may lie from the printed one; empty where no source does."""
    if estimate.low is None or estimate.high is None or estimate.out_of is None:
        return ""
    words = say(
        "{low} to {high} of {out_of} {unit}",
        low=estimate.low,
        high=estimate.high,
        out_of=f"{estimate.out_of:,}",
        unit=estimate.unit,
    )
    return say("{range}, striped in the picture", range=words) if estimate.drawn else words


def _by_arm(group: Group, of: Callable[[RecordedEstimate], str]) -> str:
    """Give a fact of a group: once if all share it, else line by line with whose it is."""
    said = dict.fromkeys(of(each) for each in group)
    if len(said) == 1:
        return next(iter(said))
    names = names_of(group)
    lines = []
    for text in filter(None, said):
        owners = [names[at] for at, each in enumerate(group) if of(each) == text]
        lines.append(f"{', '.join(owners)}: {text}")
    return "\n".join(lines)
