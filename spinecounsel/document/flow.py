"""What flows over the pages: texts, rows of cells, stacks, pictures, frames."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from spinecounsel.document.drawing import draw_lines
from spinecounsel.document.lines import Line, Typesetter, Word
from spinecounsel.document.look import HAIRLINE, Style, colour
from spinecounsel.document.tagging import Area, Drawn, Node

Paint = Callable[[Canvas, float, float], None]


class Sign(NamedTuple):
    """Something drawn before a text: how, and how much room it takes.

    Where it is not ``hanging`` only the first line leaves room for it.
    """

    paint: Callable[[Canvas, float, float], None]
    width: float
    hanging: bool = True


class Text(Drawn):
    """A paragraph with its node; its lines leave room for its ``sign``.

    With a ``url`` its node is a link, and all of it answers to the pointer.
    """

    def __init__(
        self, setter: Typesetter, words: tuple[Word, ...], base: int, style: Style, node: Node
    ) -> None:
        super().__init__()
        self._setter, self._words, self._base = setter, words, base
        self._style, self.node = style, node
        self._lines: tuple[Line, ...] = ()
        self._broken = -1.0  # the width that the lines were broken for
        self.url = ""
        self.sign: Sign | None = None
        self.outline: tuple[int, str] | None = None
        self.to_right = False
        self.on_page = False  # in two columns: it may run on into the next one, not over the page
        self.spaceBefore, self.spaceAfter = style.before, style.after
        self.keepWithNext = int(style.keep)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Break the lines for ``width``, once."""
        if width != self._broken:
            room = width - self._indent(1)
            first = width - self._indent(0) - room
            self._lines = self._setter.lines(self._words, self._base, room, first)
            self._broken = width
        self.width, self.height = width, len(self._lines) * self._style.leading
        return self.width, self.height

    def reach(self, most: float) -> float:
        """Give how wide it is where it may be ``most`` wide."""
        self.wrap(most, 0)
        return max((line.width for line in self._lines), default=0) + self._indent(0)

    def split(self, width: float, height: float) -> list[Flowable]:
        """Give two texts, with no line of one alone on a page; nothing if there is no room."""
        self.wrap(width, height)
        count, fit = len(self._lines), int(height / self._style.leading + 1e-6)
        if fit >= count:
            return [self]
        fit = min(fit, count - 2) if count > 3 else 0
        if fit < 2:
            return []
        head, tail = self._of(self._lines[:fit]), self._of(self._lines[fit:])
        head.outline = self.outline
        head.sign = self.sign
        if self.sign:
            tail.sign = Sign(_nothing, self._indent(1))
        head.spaceAfter = tail.spaceBefore = 0
        head.to_right = tail.to_right = self.to_right
        head.url = tail.url = self.url
        return [head, tail]

    def draw(self) -> None:
        """Draw mark and lines."""
        if not self._lines:
            return
        if self.outline:
            level, title = self.outline
            key = f"place{self.node.ident}"
            self.paper.bookmarkHorizontal(key, 0, self.height + self._style.before)
            self.paper.addOutlineEntry(title, key, level, closed=level > 0)
        above = (self._style.leading + 0.68 * self._style.size) / 2
        if self.sign:
            with self.paper.decoration():
                self.sign.paint(self.paper, 0, self.height - above)
        with self.paper.content(self.node):
            top = self.height - above
            draw_lines(
                self.paper,
                (
                    (line, self._start(line, place), top - place * self._style.leading)
                    for place, line in enumerate(self._lines)
                ),
            )
        if self.url:
            self._lay_link()

    def _start(self, line: Line, place: int) -> float:
        """Give where a line begins: at the right edge where it is read from there."""
        if line.base and len(self._lines) > 1:
            return self.width - line.width - line.hanging
        return self.width - line.width if self.to_right else self._indent(place)

    def _lay_link(self) -> None:
        left, low = self.paper.absolutePosition(self._indent(1), 0)
        right, high = self.paper.absolutePosition(self.width, self.height)
        page = self.paper.getPageNumber() - 1
        self.node.children.append(Area(page, (left, low, right, high), self.url))

    def _indent(self, line: int) -> float:
        """Give the room left of a line, counted from 0."""
        return self.sign.width if self.sign and (self.sign.hanging or not line) else 0

    def _of(self, lines: tuple[Line, ...]) -> "Text":
        words = tuple(word for line in lines for word in line.words)
        made = Text(self._setter, words, self._base, self._style, self.node)
        made.keepWithNext = 0
        return made


def _nothing(_canvas: Canvas, _x: float, _y: float) -> None:
    """Draw nothing: the rest of a text leaves the same room, but has no sign of its own."""


class Picture(Drawn):
    """A drawing with words for those who do not see it."""

    def __init__(self, width: float, height: float, paint: Paint, node: Node) -> None:
        super().__init__()
        self.width, self.height = width, height
        self._paint, self.node = paint, node

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Give its size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it, and note where it lies."""
        left, low = self.paper.absolutePosition(0, 0)
        right, high = self.paper.absolutePosition(self.width, self.height)
        self.node.attributes["Layout"] = {
            "BBox": [left, low, right, high],
            "Placement": "/Block",
            "Width": self.width,
            "Height": self.height,
        }
        with self.paper.content(self.node):
            self._paint(self.paper, self.width, self.height)


class Rule(Drawn):
    """A line as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.spaceAfter = 3

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the width."""
        self.width, self.height = width, HAIRLINE
        return width, HAIRLINE

    def draw(self) -> None:
        """Draw it."""
        with self.paper.decoration():
            self.paper.setStrokeColor(colour("ink2"))
            self.paper.setLineWidth(HAIRLINE)
            self.paper.line(0, 0, self.width, 0)


class Stack(Drawn):
    """Flowables below one another, as one."""

    def __init__(self, items: Sequence[Flowable]) -> None:
        super().__init__()
        self._items = list(items)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Wrap each."""
        self.width, self.height = width, 0.0
        for place, each in enumerate(self._items):
            self.height += each.wrap(width, height)[1] + self._gap(place)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Give two stacks, divided between or inside the items."""
        for place, each in enumerate(self._items):
            gap = self._gap(place)
            tall = each.wrap(width, height)[1] + gap
            if tall > height + 1e-6:
                parts = each.split(width, height - gap)
                before, after = self._items[:place], self._items[place + 1 :]
                if len(parts) == 2:
                    return [Stack([*before, parts[0]]), Stack([parts[1], *after])]
                return [Stack(before), Stack([each, *after])] if before else []
            height -= tall
        return [self]

    def draw(self) -> None:
        """Draw each below the one before."""
        y = self.height
        for place, each in enumerate(self._items):
            y -= each.height + self._gap(place)
            each.drawOn(self.canv, 0, y)

    def _gap(self, place: int) -> float:
        if not place:
            return 0
        return max(self._items[place - 1].getSpaceAfter(), self._items[place].getSpaceBefore())


class Whole(Stack):
    """A stack that is divided only where it finds no room on a page of its own."""

    def __init__(self, items: Sequence[Flowable], most: float) -> None:
        super().__init__(items)
        self._most = most

    def split(self, width: float, height: float) -> list[Flowable]:
        """Give nothing while it fits in ``most``."""
        return super().split(width, height) if self.wrap(width, height)[1] > self._most else []


class Row(Drawn):
    """Cells side by side, each (x, width, flowable); a hairline below where ``rule`` is True."""

    def __init__(
        self, cells: Sequence[tuple[float, float, Flowable]], *, pad: float = 0, rule: bool = False
    ) -> None:
        super().__init__()
        self._cells, self._pad, self._rule = list(cells), pad, rule

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Wrap each cell in its own width."""
        tallest = max(cell.wrap(wide, height)[1] for _, wide, cell in self._cells)
        self.width, self.height = width, tallest + 2 * self._pad
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Give two rows; nothing if a cell finds no room."""
        if self.wrap(width, height)[1] <= height + 1e-6:
            return [self]
        heads, tails = [], []
        for x, wide, cell in self._cells:
            parts = cell.split(wide, height - 2 * self._pad)
            if not parts:
                return []
            heads.append((x, wide, parts[0]))
            tails += [(x, wide, each) for each in parts[1:]]
        if not tails:
            return []
        head = Row(heads, pad=self._pad)
        tail = Row(tails, pad=self._pad, rule=self._rule)
        head.spaceBefore, tail.spaceAfter = self.getSpaceBefore(), self.getSpaceAfter()
        return [head, tail]

    def draw(self) -> None:
        """Draw the cells from the top, then the line below."""
        for x, _, cell in self._cells:
            cell.drawOn(self.canv, x, self.height - self._pad - cell.height)
        if self._rule:
            with self.paper.decoration():
                self.paper.setStrokeColor(colour("line"))
                self.paper.setLineWidth(HAIRLINE)
                self.paper.line(0, 0, self.width, 0)


class Framed(Drawn):
    """A flowable in a box with a bar at its left."""

    INSIDE = 9.0

    def __init__(self, inner: Flowable, role: str) -> None:
        super().__init__()
        self._inner, self._role = inner, role
        self.spaceBefore, self.spaceAfter = 6, 8

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Wrap what is inside."""
        tall = self._inner.wrap(width - 2 * self.INSIDE, height)[1]
        self.width, self.height = width, tall + 1.5 * self.INSIDE
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Give two boxes."""
        parts = self._inner.split(width - 2 * self.INSIDE, height - 1.5 * self.INSIDE)
        return [Framed(each, self._role) for each in parts]

    def draw(self) -> None:
        """Draw the box, then what is inside."""
        with self.paper.decoration():
            self.paper.setStrokeColor(colour(self._role))
            self.paper.setFillColor(colour(self._role))
            self.paper.setLineWidth(HAIRLINE)
            self.paper.rect(0, 0, self.width, self.height, stroke=1, fill=0)
            self.paper.rect(0, 0, 3.2, self.height, stroke=0, fill=1)
        self._inner.drawOn(self.canv, self.INSIDE + 2, 0.75 * self.INSIDE)
