"""The paper as it is written: headings, paragraphs, facts, tables, in reading order."""

from collections.abc import Sequence
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
    Style,
    scaled,
)
from spinecounsel.document.marks import draw_mark
from spinecounsel.document.page import RECORD, PageSetup
from spinecounsel.document.running import Running
from spinecounsel.document.tagging import Node
from spinecounsel.frozen import Frozen, replaced
from spinecounsel.record.record import Line

HEADINGS = {1: TITLE, 2: SECTION, 3: PART, 4: TOPIC}
OUTLINED = 3  # levels of headings that are bookmarks
_LEAST = 90.0  # a section begins only where there is as much room


class TableShape(Frozen, frozen=True, kw_only=True):
    """How a table is set: the second column begins at ``column`` of ``width``."""

    width: float
    column: float
    gap: float = 10
    pad: float = 2.5
    text: Style = BODY
    heads: Style = LABELS


class Sheet:
    """Collects what is printed, and its structure; one for each document.

    ``scale`` enlarges all text, as for large print; ``page`` says how its pages are set up.
    """

    def __init__(self, fonts: Fonts, scale: float = 1, page: PageSetup = RECORD) -> None:
        self.scale, self.page = scale, page
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

    def section(self, title: str, style: Style | None = None, *, kept: bool = False) -> None:
        """Begin a section with a heading of the second level, ``kept`` with what stands above."""
        self.begin()
        if not kept:
            self.add(CondPageBreak(_LEAST * self.scale))
        self.heading(2, title, style)

    def begin(self) -> None:
        """Begin a section of the structure: what comes next stands in it."""
        self._here = self.root.child("Sect")

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
        text: str | Spans,
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
        made = Row([(0, column - 8, beside), (column, self.page.width - column, value)])
        made.spaceAfter = style.after
        return made

    def table(
        self,
        heads: tuple[str, str],
        lines: Sequence[Line],
        shape: TableShape,
    ) -> Running:
        """Give a table of two columns, with its head on each page; the first one names the row."""
        self._count += 1
        table = self.node("Table")
        name = f"t{self._count}"
        row = table.child("THead").child("TR")
        scope = {"Table": {"Scope": "/Column"}}
        cells = [row.child("TH", ident=f"{name}c{place}", attributes=scope) for place in (0, 1)]
        quiet = (shape.heads, shape.heads)
        first = self._row(heads, cells, quiet, shape)
        again = self._row(heads, [Node("Artifact"), Node("Artifact")], quiet, shape)
        body = table.child("TBody")
        rows = []
        for place, line in enumerate(lines):
            row = body.child("TR")
            ident = f"{name}r{place}"
            side = row.child("TH", ident=ident, attributes={"Table": {"Scope": "/Row"}})
            headers = {"Table": {"Headers": [f"{name}c1", ident]}}
            nodes = [side, row.child("TD", attributes=headers)]
            styles = (shape.text, replaced(shape.text, bold=True))
            rows.append(self._row((line.label, line.text), nodes, styles, shape))
        made = Running(first, again, rows)
        made.spaceAfter = 6 * self.scale
        return made

    def framed(self, title: str, text: str, *, mark: str, role: str) -> None:
        """Put a box on the sheet; its title is said first."""
        head = self.text(title, STRONG, self.node("P"))
        head.sign = marked(mark, 12 * self.scale)
        self.add(Framed(Stack([head, self.text(text, BODY, self.node("P"))]), role))

    def _row(
        self,
        texts: tuple[str, str],
        nodes: list[Node],
        styles: tuple[Style, Style],
        shape: TableShape,
    ) -> Row:
        first, second = (
            self.text(text, style, node)
            for text, style, node in zip(texts, styles, nodes, strict=True)
        )
        wide = shape.width - shape.column
        cells = [(0, shape.column - shape.gap, first), (shape.column, wide, second)]
        return Row(cells, pad=shape.pad, rule=True)


def marked(name: str, size: float, *, hanging: bool = True) -> Sign:
    """Give the mark of a kind as the sign of a text; ``hanging`` as of a sign."""

    def paint(canvas: Canvas, x: float, y: float) -> None:
        draw_mark(canvas, name, x, y - size * 0.14, size)

    return Sign(paint, size * 1.4, hanging)
