"""The paper as it is written: headings, paragraphs, facts, tables, in reading order."""

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable

from spinecounsel.document.flow import Framed, Row, Sign, Stack, Text
from spinecounsel.document.fonts import Fonts
from spinecounsel.document.lines import Spans, Typesetter
from spinecounsel.document.look import (
    BODY,
    LABEL,
    LABELS,
    PART,
    SECTION,
    STRONG,
    TITLE,
    TOPIC,
    WIDTH,
    Style,
    scaled,
)
from spinecounsel.document.marks import draw_mark
from spinecounsel.document.tagging import Node
from spinecounsel.frozen import replaced
from spinecounsel.record.record import Line

HEADINGS = {1: TITLE, 2: SECTION, 3: PART, 4: TOPIC}
OUTLINED = 3  # levels of headings that are bookmarks
_LEAST = 90.0  # a section begins only where there is as much room


class Sheet:
    """Collects what is printed, and its structure; one for each document.

    ``scale`` enlarges all text, as for large print.
    """

    def __init__(self, fonts: Fonts, scale: float = 1) -> None:
        self.scale = scale
        self.root = Node("Document")
        self.story: list[Flowable] = []
        self._setter = Typesetter(fonts)
        self._here = self.root
        self._count = 0

    def text(self, text: str | Spans, style: Style, node: Node) -> Text:
        """Give a text for ``node`` that is not put on the sheet yet."""
        spans = ((text, style),) if isinstance(text, str) else text
        style = scaled(style, self.scale)
        spans = tuple((each, scaled(of, self.scale)) for each, of in spans)
        words, base = self._setter.words(spans)
        pieces = [piece for word in words for piece in (*word.pieces, *word.space)]
        if any(piece.glyphs for piece in pieces):
            # On the page the pieces lie in the order of the eye.
            node.actual = "".join(piece.text for piece in pieces)
        return Text(self._setter, words, base, style, node)

    def node(self, kind: str, **more: Any) -> Node:
        """Give a new element behind all that is there."""
        return self._here.child(kind, **more)

    def add(self, *flowables: Flowable) -> None:
        """Put flowables on the sheet."""
        self.story.extend(flowables)

    def section(self, title: str, *, kept: bool = False) -> None:
        """Begin a section with a heading of the second level, ``kept`` with what stands above."""
        self._here = self.root.child("Sect")
        if not kept:
            self.add(CondPageBreak(_LEAST))
        self.heading(2, title)

    def heading(
        self, level: int, title: str, style: Style | None = None, *, mark: str = ""
    ) -> None:
        """Put a heading on the sheet, in the style of its level or another one."""
        self.add(self.heading_text(level, title, style, mark=mark))

    def heading_text(
        self, level: int, title: str, style: Style | None = None, *, mark: str = ""
    ) -> Text:
        """Give a heading that is not put on the sheet yet."""
        self._count += 1
        style = style or HEADINGS[level]
        node = self.node(f"H{level}", title=title, ident=f"h{self._count}")
        made = self.text(title, style, node)
        if mark:
            made.sign = marked(mark, style.size * self.scale * 1.05)
        if level <= OUTLINED:
            made.outline = (level - 1, title)
        return made

    def paragraph(self, text: str | Spans, style: Style = BODY) -> None:
        """Put a paragraph on the sheet; nothing for an empty text."""
        if text:
            self.add(self.text(text, style, self.node("P")))

    def fact(
        self,
        label: str,
        text: str,
        style: Style = BODY,
        *,
        column: float = LABEL,
        sign: Sign | None = None,
    ) -> Row:
        """Give a label and what stands beside it, as one paragraph to a listener.

        ``sign`` is drawn before the text.
        """
        node = self.node("P")
        labels = replaced(style, colour="ink2")
        value = self.text(text, style, Node("Span"))
        beside = self.text(label, labels, Node("Span"))
        node.children += [beside.node, value.node]
        value.sign = sign
        made = Row([(0, column - 8, beside), (column, WIDTH - column, value)])
        made.spaceAfter = style.after
        return made

    def facts(self, lines: Iterable[Line], *, column: float = LABEL) -> None:
        """Put facts on the sheet, those without a text left out."""
        self.add(*(self.fact(each.label, each.text, column=column) for each in lines if each.text))

    def table(
        self,
        heads: tuple[str, str],
        lines: Sequence[Line],
        *,
        column: float = WIDTH / 2,
        strong: bool = True,
    ) -> None:
        """Put a table of two columns on the sheet; the first one names the row."""
        styles = (BODY, STRONG if strong else BODY)
        table = self.node("Table")
        self._count += 1
        of_columns = [f"t{self._count}c{place}" for place in (0, 1)]
        row = table.child("THead").child("TR")
        cells = [
            row.child("TH", ident=ident, attributes={"Table": {"Scope": "/Column"}})
            for ident in of_columns
        ]
        head = self._row(list(zip(heads, cells, strict=True)), (LABELS, LABELS), column)
        head.keepWithNext = 1
        self.add(head)
        body = table.child("TBody")
        for place, line in enumerate(lines):
            row = body.child("TR")
            name = f"t{self._count}r{place}"
            side = row.child("TH", ident=name, attributes={"Table": {"Scope": "/Row"}})
            headers = [of_columns[1], name]
            cell = row.child("TD", attributes={"Table": {"Headers": headers}})
            made = self._row([(line.label, side), (line.text, cell)], styles, column)
            made.spaceAfter = 6 if line is lines[-1] else 0
            self.add(made)

    def framed(self, title: str, text: str, *, mark: str, role: str) -> None:
        """Put a box on the sheet; its title is said first."""
        head = self.text(title, STRONG, self.node("P"))
        head.sign = marked(mark, 12 * self.scale)
        self.add(Framed(Stack([head, self.text(text, BODY, self.node("P"))]), role))

    def _row(
        self, cells: list[tuple[str, Node]], styles: tuple[Style, Style], column: float
    ) -> Row:
        (label, side), (text, cell) = cells
        first = self.text(label, styles[0], side)
        second = self.text(text, styles[1], cell)
        return Row([(0, column - 10, first), (column, WIDTH - column, second)], pad=2.5, rule=True)


def marked(name: str, size: float) -> Sign:
    """Give the mark of a kind as the sign of a text."""

    def paint(canvas: Canvas, x: float, y: float) -> None:
        draw_mark(canvas, name, x, y - size * 0.14, size)

    return Sign(paint, size * 1.4)
