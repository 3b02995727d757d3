"""Every number that a patient was shown, once: a row for each, by option, with both its sides.

People of one study stand together and share what is known of them.  The group that had something
else is named as such, so that its number is not taken for that of the option.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak

from spinecounsel.discussion.company import label as company_label
from spinecounsel.document import pictograph
from spinecounsel.document.arms import Arm, arms_of, named
from spinecounsel.document.copy_rows import Rows
from spinecounsel.document.copy_sources import Sources
from spinecounsel.document.flow import Picture, Row, Sign, Stack, Text
from spinecounsel.document.look import BODY, PART, Style
from spinecounsel.document.marks import draw_discs
from spinecounsel.document.page import PageSetup
from spinecounsel.document.plain import CHAPTER, CLOSE, CLOSE_BOLD, CLOSE_QUIET, SAID, Plain
from spinecounsel.document.reasons import short_reason
from spinecounsel.document.running import Running
from spinecounsel.document.shown import Group, grouped, told
from spinecounsel.document.tagging import Node
from spinecounsel.document.words import MARKS, certainty
from spinecounsel.frozen import replaced
from spinecounsel.record.record import (
    ConsentRecord,
    Line,
    RecordedEstimate,
    RecordedOption,
    RecordedTopic,
)
from spinecounsel.wording import say

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from spinecounsel.document.lines import Spans

_ENDS = (".", "?", "!", ":", "”", "…")
_SURE = ("high", "moderate", "low", "very low")
_STRIP, _NUMBER = 78.0, 112.0  # the strip of people and the column of numbers, at 12 points
_LARGE = 0.6  # of the width, the strip in large print
_GAP = 8.0
_PAD = 1.6
_DISC = 6.2
_NAME = replaced(PART, keep=False)
_WHOLE = 0.34  # of a page: a study that is higher is divided between its groups
Fact = Callable[[RecordedEstimate], str]


def write_numbers(plain: Plain, record: ConsentRecord, rows: Rows, sources: Sources) -> None:
    """Write all rows; nothing where no number was shown."""
    topics = [topic for option in record.options for topic in option.topics if told(topic)]
    estimates = [each for topic in topics for each in topic.estimates]
    if not estimates:
        return
    plain.sheet.section(say("All the numbers you were shown"), CHAPTER)
    _write_how(plain, drawn=any(each.drawn for each in estimates))
    written: set[str] = set()
    for option in record.options:
        _OptionNumbers(plain, option, rows, sources).write(written)


def _write_how(plain: Plain, *, drawn: bool) -> None:
    words = [
        say("Each number stands here once, in a row of its own."),
        say("Turn to a row when you want to know more about it."),
    ]
    if drawn:
        words += [
            say("In the strips, each square or dot is one person."),
            say("It is filled where the thing happened, and empty where it did not."),
            say("Stripes show how far the true number may lie from the one that is printed."),
        ]
    grades = ", ".join(certainty(each)[1].lower() for each in _SURE)
    words.append(say("“How sure” says how far a number can be trusted: {words}.", words=grades))
    words.append(say("“Why” gives the reason in short. The consent record has all of it."))
    words.append(say("“Other group” means people who had something else than this option."))
    plain.sheet.paragraph(" ".join(words), replaced(CLOSE, after=4))


class _OptionNumbers:
    """Writes the rows of one option: a table, or one below the other in large print."""

    def __init__(self, plain: Plain, option: RecordedOption, rows: Rows, sources: Sources) -> None:
        self._plain, self._option = plain, option
        self._rows, self._sources = rows, sources
        self._first = plain.width - plain.scaled(_STRIP + _NUMBER) - 2 * _GAP

    def write(self, written: set[str]) -> None:
        """Write what is not among the ``written`` ids yet, and where the rest stands."""
        groups: list[tuple[RecordedTopic, Group]] = []
        elsewhere: dict[str, list[RecordedEstimate]] = {}
        for topic in filter(told, self._option.topics):
            for group in grouped(topic.estimates):
                new = tuple(each for each in group if each.id not in written)
                if new:
                    groups.append((topic, new))
                old = [each for each in group if each.id in written]
                if old:
                    elsewhere.setdefault(topic.title, []).extend(old)
                written.update(each.id for each in group)
        if not (groups or elsewhere):
            return
        head = self._plain.sheet.heading_text(3, self._option.name, _NAME)
        above = [head, *self._elsewhere(elsewhere)]
        if not groups:
            self._plain.kept(above)
        else:
            self._write_groups(above, groups)

    def _elsewhere(self, found: dict[str, list[RecordedEstimate]]) -> list[Text]:
        """Say which numbers stand under another option already."""
        if not found:
            return []
        told_of = "; ".join(
            f"{title} {self._rows.names(estimates)}" for title, estimates in found.items()
        )
        words = say("These stand above, as they are from the same studies: {it}.", it=told_of)
        return [self._plain.sheet.text(words, SAID, self._plain.sheet.node("P"))]

    def _write_groups(self, above: list[Text], groups: list[tuple[RecordedTopic, Group]]) -> None:
        """Write the rows; a table begins where there is room for what is ``above`` and a row."""
        sheet = self._plain.sheet
        if self._plain.stacked:
            for topic, group in groups:
                *blocks, last = self._blocks(sheet.node("Sect"), topic, group)
                for block in (*blocks, last[:-1]):
                    self._plain.kept([*above, *block])
                    above = []
                sheet.add(last[-1])  # what is known of them may begin a new page
            return
        table = sheet.node("Table")
        heads = table.child("THead").child("TR")
        column = {"Table": {"Scope": "/Column"}}
        nodes = [heads.child("TH", attributes=column) for _ in (0, 1)]
        body = table.child("TBody")
        rows = [
            row for topic, group in groups for row in self._kept(self._blocks(body, topic, group))
        ]
        head = self._head(nodes)
        least = [*above, head, rows[0]]
        sheet.add(CondPageBreak(_height(least, sheet.page) + self._plain.scaled(12)), *above)
        made = Running(head, self._head([Node("Artifact") for _ in nodes]), rows)
        made.spaceAfter = self._plain.scaled(8)
        sheet.add(made)

    def _kept(self, blocks: "Iterator[list[Flowable]]") -> list[Stack]:
        """Give the groups of a study as one row, or each as its own where they are high."""
        parts = [Stack(each) for each in blocks]
        page = self._plain.sheet.page
        return parts if _height(parts, page) > _WHOLE * page.height else [Stack(parts)]

    def _head(self, nodes: list[Node]) -> Row:
        words = (say("What was counted, in whom, how sure"), say("In numbers"))
        first, second = (
            self._plain.sheet.text(each, CLOSE_QUIET, node)
            for each, node in zip(words, nodes, strict=True)
        )
        place = self._plain.width - self._plain.scaled(_NUMBER)
        return Row(
            [(0, self._first, first), (place, self._plain.scaled(_NUMBER), second)],
            pad=_PAD,
            rule=True,
        )

    def _blocks(self, node: Node, topic: RecordedTopic, group: Group) -> "Iterator[list[Flowable]]":
        """Give the groups of a study, then what is known of them; each stays on one page."""
        arms = list(arms_of(group, topic, self._option.name, below_title=True))
        told_before = group[0].id != grouped(topic.estimates)[0][0].id
        by_option = all(each.title == each.estimate.option for each in arms)
        headed = len(arms) > 1 and all(each.title for each in arms)
        headed = headed and (by_option or not told_before)
        above = [self._study(node, topic)] if headed else []
        for arm in arms[:-1]:
            yield [*above, *self._arm(node, topic, arm, headed=headed)]
            above = []
        last = self._arm(node, topic, arms[-1], headed=headed)
        yield [*above, *last, self._facts(node, group)]

    def _study(self, node: Node, topic: RecordedTopic) -> "Flowable":
        """Give the title over the groups of a study."""
        held = self._cell(node, "TH", Scope="/Row", ColSpan=2)
        title = self._plain.sheet.text(topic.title, CLOSE_BOLD, held)
        title.sign = self._mark(topic.kind)
        return self._across(title)

    def _mark(self, kind: str) -> Sign | None:
        return self._plain.sign(MARKS[kind]) if kind in MARKS else None

    def _arm(self, node: Node, topic: RecordedTopic, arm: Arm, *, headed: bool) -> "list[Flowable]":
        """Give the name, number and strip of an estimate, then what it says."""
        sheet, stacked = self._plain.sheet, self._plain.stacked
        estimate = arm.estimate
        title, remark = named(arm, topic, self._option.name)
        counted = estimate.number or say("told in words")
        style = replaced(CLOSE_BOLD, colour=arm.colour) if estimate.number else CLOSE_QUIET
        spans: Spans = ((f"{self._rows.name(estimate.id)} ", CLOSE_QUIET), (title, CLOSE_BOLD))
        if stacked:
            spans = (*spans, (": ", CLOSE_BOLD), (counted, style))
        row = node if stacked else node.child("TR")
        name = sheet.text(spans, CLOSE, self._cell(row, "TH", Scope="/Row", inside=True))
        if arm.mark or not headed:
            name.sign = self._mark(arm.kind if arm.mark else topic.kind)
        cell = self._cell(row, "TD", inside=True)
        number = [] if stacked else [sheet.text(counted, style, cell.child("P"))]
        strip = self._strip(arm, cell) if estimate.drawn else []
        said = " ".join(filter(None, (estimate.sentence, estimate.framing)))
        whose = " ".join(filter(None, (f"{remark}." if remark else "", self._note(topic, arm))))
        told_of: Spans = ((f"{whose} " if whose else "", CLOSE_QUIET), (said, CLOSE))
        below = sheet.text(told_of, CLOSE, self._cell(node, "TD", ColSpan=2))
        if stacked:
            below.spaceAfter = self._plain.scaled(3)
            return [name, *strip, below]
        return [self._beside(name, [*number, *strip]), self._across(below)]

    def _note(self, topic: RecordedTopic, arm: Arm) -> str:
        """Give the words that were shown above the numbers of a topic, with the first of them."""
        if arm.estimate.id != topic.estimates[0].id:
            return ""
        said = (replaced(each, label=_lead(each)) for each in topic.sentences)
        return " ".join(_sentence(each) for each in said)

    def _strip(self, arm: Arm, node: Node) -> list[Picture]:
        """Give the strip of people."""
        stacked = self._plain.stacked
        wide = self._plain.width * _LARGE if stacked else self._plain.scaled(_STRIP)
        crowd = pictograph.Crowd(arm.estimate, role=arm.kind, width=wide, flat=stacked)
        drawn = node.child("Figure", alt=crowd.alternative())
        picture = Picture(wide, crowd.height, crowd.paint, drawn)
        picture.spaceBefore = picture.spaceAfter = self._plain.scaled(2)
        return [picture]

    def _beside(self, name: Text, number: "list[Flowable]") -> Row:
        """Give name, strip and number in one line."""
        wide = self._plain.scaled(_NUMBER)
        place = self._plain.width - wide
        cells: list[tuple[float, float, Flowable]] = [(0, self._first, name)]
        cells.append((place, wide, number[0]))
        strip = self._plain.scaled(_STRIP)
        cells += [(self._first + _GAP, strip, each) for each in number[1:]]
        return Row(cells, pad=_PAD)

    def _facts(self, node: Node, group: Group) -> "Flowable":
        """Give what is known about the numbers of a study, once for all that share it."""
        kinds = (
            (say("How sure: "), lambda each: certainty(each.certainty)[1].lower()),
            (say("Why: "), lambda each: short_reason(each.certainty_why)),
            (say("Who: "), lambda each: each.population),
            (say("Time span: "), lambda each: each.horizon),
            (say("Likely range: "), _range),
            (say("Source: "), self._source),
        )
        spans: list[tuple[str, Style]] = []
        if self._plain.stacked:  # it may stand on another page than its numbers
            spans.append((f"{self._rows.names(group)} ", CLOSE_QUIET))
        for label, of in kinds:
            if words := self._by_row(group, of):
                spans += [(label, CLOSE_QUIET), (f"{words.rstrip('.')}. ", CLOSE)]
        held = self._cell(node, "TD", ColSpan=2)
        style = replaced(CLOSE, after=8) if self._plain.stacked else CLOSE
        made = self._plain.sheet.text(tuple(spans), style, held)
        if len({each.certainty for each in group}) == 1:
            made.sign = self._discs(group[0])
        if self._plain.stacked:
            return made
        return self._across(made, pad=_PAD, rule=True)

    def _by_row(self, group: Group, of: Fact) -> str:
        """Give a fact of a study: what all share once, the rest with the rows that it is of."""
        said = [of(each) for each in group]
        parts = [text.split("; ") for text in said]
        if len({len(each) for each in parts}) > 1 or len({each[0] for each in parts}) > 1:
            parts = [[text] for text in said]
        shared = []
        for each in zip(*parts, strict=True):
            owners: dict[str, list[RecordedEstimate]] = {}
            for text, estimate in zip(each, group, strict=True):
                owners.setdefault(text.rstrip("."), []).append(estimate)
            shared.append(self._told_apart(owners))
        return "; ".join(filter(None, shared))

    def _told_apart(self, owners: dict[str, list[RecordedEstimate]]) -> str:
        """Give one text for all, or each with its rows."""
        if len(owners) == 1:
            return next(iter(owners))
        return ", ".join(f"{self._rows.names(of)} {text}" for text, of in owners.items() if text)

    def _source(self, estimate: RecordedEstimate) -> str:
        return self._sources.number(estimate.source) if estimate.source else ""

    def _discs(self, estimate: RecordedEstimate) -> Sign:
        filled, _ = certainty(estimate.certainty)
        size = self._plain.scaled(_DISC)

        def paint(canvas: Canvas, x: float, y: float) -> None:
            draw_discs(canvas, filled, x, y + self._plain.scaled(BODY.size * 0.06), size)

        return Sign(paint, 5.5 * size, hanging=False)

    def _cell(self, node: Node, kind: str, *, inside: bool = False, **held: object) -> Node:
        """Give a cell of a new row, or of ``node`` itself; a paragraph in large print."""
        if self._plain.stacked:
            return node if kind == "TD" and inside else node.child("P")
        row = node if inside else node.child("TR")
        return row.child(kind, attributes={"Table": dict(held)} if held else {})

    def _across(self, text: Text, *, pad: float = 0, rule: bool = False) -> Row:
        return Row([(0, self._plain.width, text)], pad=pad, rule=rule)


def _height(flowables: "Sequence[Flowable]", page: PageSetup) -> float:
    return sum(each.wrap(page.width, page.height)[1] for each in flowables)


def _lead(line: Line) -> str:
    """Give the label of a line; none where the words beside a number say what they are about."""
    return "" if line.label == company_label() else line.label


def _sentence(line: Line) -> str:
    """Give a label and what it says as words that can stand before others."""
    parted = " " if line.label.endswith(_ENDS) else ": "
    said = line.text if not line.text or line.text.endswith(_ENDS) else f"{line.text}."
    return f"{line.label}{parted}{said}".rstrip() if line.label else said


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
