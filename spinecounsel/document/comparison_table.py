"""Options side by side as a table that runs over pages, and who was studied, by letters.

Numbers stand on one ground only where the record says what joins them.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from spinecounsel.document.characters import NO_BREAK
from spinecounsel.document.comparison_parts import Marks, TintedRow
from spinecounsel.document.flow import Row, Stack, Text
from spinecounsel.document.look import FINE, Style
from spinecounsel.document.running import Running
from spinecounsel.document.sheet import Sheet, marked
from spinecounsel.document.tagging import Node
from spinecounsel.document.words import MARKS, certainty
from spinecounsel.frozen import Frozen, replaced
from spinecounsel.record.side_by_side import (
    ComparedArm,
    ComparedCell,
    ComparedNote,
    ComparedRow,
    SideBySide,
)
from spinecounsel.wording import say

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_LONG = 60  # letters of a text that is easier to read over all columns
_WIDE = 130.0  # a cell this wide has its marks beside the number, not below


class TableLook(Frozen, frozen=True, kw_only=True):
    """How wide the table and its column of titles are (0: a title stands above its row)."""

    width: float
    titles: float
    text: Style
    heads: Style
    pad: float

    @property
    def bold(self) -> Style:
        """Give the style of numbers and titles."""
        return replaced(self.text, bold=True)

    @property
    def quiet(self) -> Style:
        """Give the style of what stands behind them."""
        return replaced(self.text, colour="ink2")


class TableMaker:
    """Makes the parts of one comparison.

    ``row_of`` names the row of a list in the same document that tells all about an estimate (by its
    id).  Where there is none, a letter leads to who was studied.
    """

    def __init__(
        self,
        sheet: Sheet,
        table: SideBySide,
        look: TableLook,
        row_of: Callable[[str], str] = lambda _estimate: "",
    ) -> None:
        self._sheet, self._table, self._look, self._row_of = sheet, table, look, row_of
        self._column = (look.width - look.titles) / len(table.options)
        self._letters: dict[ComparedNote, int] = {}

    @property
    def tells_in_words(self) -> bool:
        """Whether a number is missing because its source gives no share, and its row tells it."""
        arms = (arm for row in self._table.rows for cell in row.cells for arm in cell.arms)
        return any(not arm.number and self._row_of(arm.estimate) for arm in arms)

    def table(self) -> Running:
        """Give the whole table."""
        node = self._sheet.node("Table")
        row = node.child("THead").child("TR")
        first = 0 if self._look.titles else 1
        heads = (say("What may happen"), *self._table.options)[first:]
        attributes = {"Table": {"Scope": "/Column"}}
        cells = [
            row.child("TH", ident=f"c{place}", attributes=attributes)
            for place in range(first, first + len(heads))
        ]
        inside = node.child("TBody")
        make = self._beside if self._look.titles else self._below
        return Running(
            self._head(heads, cells),
            self._head(heads, [Node("Artifact") for _ in heads]),
            [make(inside, place, each) for place, each in enumerate(self._table.rows)],
        )

    def notes(self) -> list[Text]:
        """Give who was studied, by letters: of all that was made before."""
        made = []
        for note, number in self._letters.items():
            label = f"({letter(number)}) "
            spans = ((label, self._look.bold), (_told(note), self._look.text))
            made.append(self._sheet.text(spans, self._look.text, self._sheet.node("P")))
        return made

    def parts(
        self, node: Node, cell: ComparedCell, row: ComparedRow, wide: float, name: str = ""
    ) -> "list[Flowable]":
        """Give what a cell says, each part a paragraph in ``node``; ``name`` is its option's."""
        parts: list[Flowable] = []
        if cell.words:
            parts.append(self._sheet.text(cell.words, self._look.quiet, node.child("P")))
        parts += [self._arm(node, arm, row, wide, name) for arm in cell.arms]
        if cell.link and not row.link:
            parts.append(self._sheet.text(cell.link, self._look.quiet, node.child("P")))
        return parts

    def title(self, node: Node, row: ComparedRow) -> Text:
        """Give the title of a row, its time span, and what joins all its numbers."""
        told = "".join(f"  {each}" for each in (row.span, row.link and f"({row.link})") if each)
        spans = ((row.title, self._look.bold), (told, self._look.quiet))
        made = self._sheet.text(spans, self._look.text, node)
        if mark := MARKS.get(row.kind, ""):
            made.sign = marked(mark, self._look.text.size * self._sheet.scale)
        return made

    def _head(self, heads: tuple[str, ...], nodes: list[Node]) -> TintedRow:
        first = 0 if self._look.titles else 1
        cells: list[tuple[float, float, Flowable]] = []
        for place, (words, node) in enumerate(zip(heads, nodes, strict=True), start=first):
            style = replaced(self._look.heads, bold=place > 0, colour="ink" if place else "ink2")
            cells.append((*self._room(place), self._sheet.text(words, style, node)))
        return TintedRow(cells, pad=self._look.pad + 1, strong=True)

    def _beside(self, body: Node, number: int, row: ComparedRow) -> TintedRow:
        """Give a row with its title in a column of its own."""
        node = body.child("TR")
        side = node.child("TH", ident=f"r{number}", attributes={"Table": {"Scope": "/Row"}})
        head = (*self._room(0), self.title(side, row))
        return self._tinted(node, number, row, [head])

    def _below(self, body: Node, number: int, row: ComparedRow) -> Stack:
        """Give a row with its title above it, over all columns."""
        attributes = {"Table": {"Scope": "/Row", "ColSpan": len(self._table.options)}}
        node = body.child("TR").child("TH", ident=f"r{number}", attributes=attributes)
        title = Row([(0, self._look.width, self.title(node, row))], pad=self._look.pad)
        below = body.child("TR")
        if place := self._only_long(row):
            return Stack([title, self._one_told(below, number, row, place - 1)])
        return Stack([title, self._tinted(below, number, row, [])])

    def _only_long(self, row: ComparedRow) -> int:
        """Give the column (from 1) of the only cell with numbers, if it says more; else 0.

        So groups that had something else never stand in the column of an option.
        """
        told = [place for place, cell in enumerate(row.cells, start=1) if cell.arms]
        if len(told) != 1 or len(row.cells) < len(self._table.options):
            return 0
        arms = row.cells[told[0] - 1].arms
        letters = sum(len(arm.title) + len(arm.company) + len(self._words(arm)) for arm in arms)
        return told[0] if letters > _LONG or len(arms) > 1 else 0

    def _one_told(self, node: Node, number: int, row: ComparedRow, told: int) -> TintedRow:
        """Give a row whose one long text runs over all columns, by the name of its option."""
        attributes = {"Headers": [f"r{number}"], "ColSpan": len(self._table.options)}
        inner = node.child("TD", attributes={"Table": attributes})
        look, names = self._look, self._table.options
        empty: dict[str, list[str]] = {}
        for name, cell in zip(names, row.cells, strict=True):
            if cell.words:
                empty.setdefault(cell.words, []).append(name)
        x, wide = 6.0, look.width - 12
        parts: list[Flowable] = [self._sheet.text(names[told], look.bold, inner.child("P"))]
        parts += self.parts(inner, row.cells[told], row, wide)
        spans = []
        for words, of in empty.items():
            spans += [(f"{', '.join(of)}: ", look.text), (f"{words.rstrip('.')}. ", look.quiet)]
        if spans:
            parts.append(self._sheet.text(tuple(spans), look.text, inner.child("P")))
        return TintedRow([(x, wide, Stack(parts))], pad=look.pad)

    def _tinted(
        self,
        node: Node,
        number: int,
        row: ComparedRow,
        cells: list[tuple[float, float, "Flowable"]],
    ) -> TintedRow:
        tints = {}
        across = len(row.cells) < len(self._table.options)
        for place, cell in enumerate(row.cells, start=1):
            x, wide = self._room(place)
            held: dict[str, object] = {"Headers": [f"c{place}", f"r{number}"]}
            if across:
                wide = self._look.width - x - 6
                held["ColSpan"] = len(self._table.options)
            inner = node.child("TD", attributes={"Table": held})
            if cell.link:
                tints[len(cells)] = row.kind
            cells.append((x, wide, Stack(self.parts(inner, cell, row, wide))))
        return TintedRow(cells, pad=self._look.pad, tints=tints)

    def _arm(
        self, node: Node, arm: ComparedArm, row: ComparedRow, wide: float, name: str
    ) -> "Flowable":
        look = self._look
        span = f"  {arm.span}" if arm.span and not row.span else ""
        span += f"  {arm.company}." if arm.company else ""
        spans = (
            (f"{name}: " if name else "", look.text),
            (f"{arm.title}: " if arm.title else "", look.quiet),
            (arm.number, look.bold),
            (self._words(arm), look.text),
        )
        known = (f"{NO_BREAK}{self._known(arm)}", look.quiet)
        scale = look.text.size * self._sheet.scale / FINE.size
        below = bool(arm.number) and wide < _WIDE * scale
        behind = ((span, look.quiet),) if below else (known, (span, look.quiet))
        held = node.child("P")
        text = self._sheet.text((*spans, *behind), look.text, held)
        if not arm.number:
            return text
        sure, _ = certainty(arm.note.certainty)
        marks = Marks(arm, kind=row.kind, sure=sure, scale=scale)
        if not below:
            cells = [(0, wide - marks.width - 4, text), (wide - marks.width, marks.width, marks)]
            return Row(cells)
        place = self._sheet.text((known,), look.text, held.child("Span"))
        return Stack(
            [text, Row([(0, marks.width, marks), (marks.width, wide - marks.width, place)])]
        )

    def _words(self, arm: ComparedArm) -> str:
        """Give what is said of a number; a sentence without one stands in its row."""
        if not arm.number and self._row_of(arm.estimate):
            return say("told in words")
        return arm.text

    def _known(self, arm: ComparedArm) -> str:
        """Give the row of a number, or the letter of its note."""
        if row := self._row_of(arm.estimate):
            return row
        return f"({letter(self._letters.setdefault(arm.note, len(self._letters)))})"

    def _room(self, place: int) -> tuple[float, float]:
        """Give where a column begins, and how wide what is in it may be."""
        if not place:
            return 0, self._look.titles - 8
        return self._look.titles + (place - 1) * self._column + 6, self._column - 10


def letter(number: int) -> str:
    """Give a, b ... z, aa, ab ..."""
    more, last = divmod(number, 26)
    return (letter(more - 1) if more else "") + "abcdefghijklmnopqrstuvwxyz"[last]


def _told(note: ComparedNote) -> str:
    _, sure = certainty(note.certainty)
    parts = (
        note.people,
        note.range,
        say("how sure: {word}", word=sure.lower()),
        note.source,
    )
    return "; ".join(part.rstrip(".") for part in parts if part) + "."
