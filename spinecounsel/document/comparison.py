"""Options side by side on one sheet, A4 across; nothing is cut: what does not fit is named."""

import io
from collections.abc import Sequence
from functools import partial

from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from spinecounsel.document.comparison_parts import (
    HEIGHT,
    PAGE,
    ComparisonCanvas,
    Marks,
    TintedRow,
)
from spinecounsel.document.composing import missing_characters
from spinecounsel.document.finish import finished
from spinecounsel.document.flow import Framed, Row, Stack
from spinecounsel.document.fonts import Fonts
from spinecounsel.document.look import FINE, LABELS, SECTION, STRONG
from spinecounsel.document.metadata import About
from spinecounsel.document.sheet import Sheet, marked
from spinecounsel.document.side_by_side import SheetArm, SheetCell, SheetNote, SheetRow, SideBySide
from spinecounsel.document.tagging import Node
from spinecounsel.document.words import MARKS, certainty
from spinecounsel.errors import DoesNotFit
from spinecounsel.frozen import replaced
from spinecounsel.wording import say, say_count

MARGIN, BOTTOM = 14 * mm, 17 * mm
WIDTH = PAGE[0] - 2 * MARGIN
LANGUAGE = "en"
HEAD = 50 * mm  # the column of the rows' titles
PAD = 2.2
WIDE = 130.0  # a column this wide has its marks beside the number, not below
GAP = 14.0

TEXT = replaced(FINE, colour="ink", leading=10.6, after=0)
BOLD = replaced(TEXT, bold=True)
QUIET = replaced(TEXT, colour="ink2")


def composed_comparison(table: SideBySide) -> bytes:
    """Give the sheet; ``DoesNotFit`` or ``CharacterMissing`` before anything is made."""
    fonts = Fonts()
    sheet = Sheet(fonts)
    _Maker(sheet, table).write()
    if fonts.missing:
        raise missing_characters(fonts.missing)
    rl_config.useA85 = 0
    out = io.BytesIO()
    frame = Frame(MARGIN, BOTTOM, WIDTH, HEIGHT, 0, 0, 0, 0)
    template = BaseDocTemplate(out, pagesize=PAGE, lang=LANGUAGE, invariant=1)
    template.addPageTemplates([PageTemplate(frames=[frame])])
    template.build(sheet.story, canvasmaker=partial(ComparisonCanvas, table))
    return finished(out.getvalue(), sheet.root, _about(table))


def _about(table: SideBySide) -> About:
    return About(
        title=say("Options side by side"),
        subject=", ".join(table.options),
        author=table.program,
        program=table.program,
        producer="ReportLab, pikepdf",
        language=LANGUAGE,
        keywords="side by side",
        when=table.when,
    )


class _Maker:
    """Writes one sheet."""

    def __init__(self, sheet: Sheet, table: SideBySide) -> None:
        self._sheet, self._table = sheet, table
        self._column = (WIDTH - HEAD) / len(table.options)
        self._letters: dict[SheetNote, int] = {}

    def write(self) -> None:
        """Put all on the sheet, or say what finds no room."""
        above = self._head()
        body = self._sheet.node("Table")
        heads = self._heads(body)
        rows, seen = [], []
        inside = body.child("TBody")
        for place, row in enumerate(self._table.rows):
            rows.append(self._row(inside.child("TR"), place, row))
            seen.append(len(self._letters))
        notes = self._notes()
        below = self._below()
        self._check([*above, heads, *below], rows, notes, seen)
        self._sheet.add(*above, heads, *rows, _in_two(notes), *below)

    def _head(self) -> list[Flowable]:
        title = self._sheet.heading_text(
            1,
            say("Options side by side"),
            replaced(SECTION, size=14, leading=17, before=0, after=2),
        )
        words = say(
            "Numbers on one tinted ground may be compared. All others stand apart. Dots: how sure. "
            "Letters: who was studied. This sheet does not advise for or against any option."
        )
        lead = self._sheet.text(words, replaced(QUIET, after=4), self._sheet.node("P"))
        return [title, lead]

    def _heads(self, table: Node) -> TintedRow:
        row = table.child("THead").child("TR")
        cells: list[tuple[float, float, Flowable]] = []
        for place, words in enumerate((say("What may happen"), *self._table.options)):
            attributes = {"Table": {"Scope": "/Column"}}
            node = row.child("TH", ident=f"c{place}", attributes=attributes)
            style = replaced(LABELS if not place else STRONG, size=9.5, leading=11.6, after=0)
            cells.append((*self._room(place), self._sheet.text(words, style, node)))
        return TintedRow(cells, pad=PAD + 1, strong=True)

    def _row(self, node: Node, place: int, row: SheetRow) -> TintedRow:
        attributes = {"Table": {"Scope": "/Row"}}
        side = node.child("TH", ident=f"r{place}", attributes=attributes)
        links = {cell.link for cell in row.cells if cell.link}
        link = links.pop() if len(links) == 1 else ""
        told = "".join(f"  {each}" for each in (row.span, link and f"({link})") if each)
        head = self._sheet.text(((row.title, BOLD), (told, QUIET)), TEXT, side)
        if mark := MARKS.get(row.kind, ""):
            head.sign = marked(mark, 8.5)
        cells: list[tuple[float, float, Flowable]] = [(*self._room(0), head)]
        tints = {}
        for at, cell in enumerate(row.cells, start=1):
            x, wide = self._room(at)
            across = len(row.cells) < len(self._table.options)
            if across:
                wide = WIDTH - x - 6
            held = {"Headers": [f"c{at}", f"r{place}"]}
            if across:
                held |= {"ColSpan": len(self._table.options)}  # type: ignore[dict-item]
            inner = node.child("TD", attributes={"Table": held})
            cells.append((x, wide, self._cell(inner, cell, row, wide)))
            if cell.link:
                tints[at] = row.kind
        return TintedRow(cells, pad=PAD, tints=tints)

    def _cell(self, node: Node, cell: SheetCell, row: SheetRow, wide: float) -> Stack:
        parts: list[Flowable] = []
        if cell.words:
            parts.append(self._sheet.text(cell.words, QUIET, node.child("P")))
        parts += [self._arm(node, arm, row, wide) for arm in cell.arms]
        if cell.link and len({each.link for each in row.cells if each.link}) > 1:
            parts.append(self._sheet.text(cell.link, QUIET, node.child("P")))
        return Stack(parts)

    def _arm(self, node: Node, arm: SheetArm, row: SheetRow, wide: float) -> Flowable:
        letter = _letter(self._letters.setdefault(arm.note, len(self._letters)))
        behind = f" ({letter})"
        span = f"  {arm.span}" if arm.span and not row.span else ""
        title = f"{arm.title}: " if arm.title else ""
        spans = ((title, QUIET), (arm.number, BOLD), (arm.text, TEXT), (behind + span, QUIET))
        text = self._sheet.text(spans, TEXT, node.child("P"))
        if not arm.number:
            return text
        marks = Marks(arm, row.kind, certainty(arm.note.certainty)[0])
        if wide < WIDE:
            return Stack([text, marks])
        return Row([(0, wide - marks.width - 4, text), (wide - marks.width, marks.width, marks)])

    def _notes(self) -> list[Flowable]:
        """Give who was studied, by letters."""
        made: list[Flowable] = []
        for note, number in self._letters.items():
            label = f"({_letter(number)}) "
            spans = ((label, BOLD), (_told(note), TEXT))
            made.append(self._sheet.text(spans, TEXT, self._sheet.node("P")))
        return made

    def _below(self) -> list[Flowable]:
        if not self._table.red_flag:
            return []
        style = replaced(TEXT, bold=True)
        head = self._sheet.text(say("Get help at once"), style, self._sheet.node("P"))
        head.sign = marked("warning", 9)
        text = self._sheet.text(self._table.red_flag, TEXT, self._sheet.node("P"))
        framed = Framed(Stack([head, text]), "amber_edge")
        framed.spaceAfter = 0
        return [framed]

    def _check(
        self,
        fixed: Sequence[Flowable],
        rows: Sequence[TintedRow],
        notes: Sequence[Flowable],
        seen: Sequence[int],
    ) -> None:
        """Say which rows find no room with all that must stand beside them."""
        left = HEIGHT - sum(_tall(each) for each in fixed)
        used, fitting = 0.0, 0
        for row, known in zip(rows, seen, strict=True):
            used += _tall(row)
            if used + _tall(_in_two(notes[:known])) > left:
                break
            fitting += 1
        if fitting < len(rows):
            raise _too_many(tuple(row.title for row in self._table.rows), fitting)

    def _room(self, place: int) -> tuple[float, float]:
        """Give where a column begins, and how wide what is in it may be."""
        if not place:
            return 0, HEAD - 8
        return HEAD + (place - 1) * self._column + 6, self._column - 10


def _too_many(titles: tuple[str, ...], fitting: int) -> DoesNotFit:
    left = titles[fitting:]
    return DoesNotFit(
        left,
        say_count(
            "One sheet holds the first {n} row of {all}. No room is left for: {rows}. Choose "
            "fewer rows, then print again.",
            "One sheet holds the first {n} rows of {all}. No room is left for: {rows}. Choose "
            "fewer rows, then print again.",
            fitting,
            all=len(titles),
            rows="; ".join(left),
        ),
    )


def _in_two(notes: Sequence[Flowable]) -> Row:
    """Give notes in two columns, the first no shorter than the second."""
    wide = (WIDTH - GAP) / 2
    tall = [each.wrap(wide, HEIGHT)[1] for each in notes]
    cut, used = 0, 0.0
    while cut < len(tall) and used < sum(tall) / 2:
        used += tall[cut]
        cut += 1
    halves = (Stack(notes[:cut]), Stack(notes[cut:]))
    made = Row([(place * (wide + GAP), wide, half) for place, half in enumerate(halves)])
    made.spaceBefore = 5
    return made


def _tall(each: Flowable) -> float:
    """Give how much room a flowable takes at most, with the gaps round it."""
    return each.wrap(WIDTH, HEIGHT)[1] + each.getSpaceBefore() + each.getSpaceAfter()


def _letter(number: int) -> str:
    """Give a, b ... z, aa, ab ..."""
    more, last = divmod(number, 26)
    return (_letter(more - 1) if more else "") + "abcdefghijklmnopqrstuvwxyz"[last]


def _told(note: SheetNote) -> str:
    _, sure = certainty(note.certainty)
    parts = (
        note.people,
        note.range,
        say("how sure: {word}", word=sure.lower()),
        note.source,
    )
    return "; ".join(part.rstrip(".") for part in parts if part) + "."
