"""Pictures of 100 or 1,000 people: filled, striped within the likely range, outlined.

Counted by columns from the left, so that two pictures below one another can be compared by length.
"""

from functools import cache

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from spinecounsel.document.look import colour
from spinecounsel.document.tagging import draw_squares
from spinecounsel.frozen import Frozen
from spinecounsel.record.record import RecordedEstimate
from spinecounsel.wording import say

WIDTH = 54 * mm
_GAP = 1.3  # more room after each quarter


class Grid(Frozen, frozen=True, kw_only=True):
    """How people are laid out."""

    columns: int
    rows: int
    width: float = WIDTH

    @property
    def pitch(self) -> float:
        """Give the distance from one person to the next."""
        return (self.width - 3 * _GAP) / self.columns

    @property
    def height(self) -> float:
        """Give the height of all rows."""
        return self.rows * self.pitch

    def place(self, number: int) -> tuple[float, float]:
        """Give the lower left corner of a person, numbered from 0."""
        return _places(self)[number]


@cache
def _places(layout: Grid) -> list[tuple[float, float]]:
    pitch, made = layout.pitch, []
    for column in range(layout.columns):
        x = column * pitch + column * 4 // layout.columns * _GAP
        made += [(x, (layout.rows - row - 1) * pitch) for row in range(layout.rows)]
    return made


def grid(out_of: int, width: float = WIDTH, *, flat: bool = False) -> Grid:
    """Give the layout for 100 or 1,000 people; ``flat`` is long and low, as a line of text."""
    columns, rows = (25, 4) if out_of == 100 else (50, 20)
    if flat:
        columns, rows = (50, 2) if out_of == 100 else (125, 8)
    return Grid(columns=columns, rows=rows, width=width)


class Crowd:
    """The people of one estimate; its number must be one that is drawn."""

    def __init__(
        self, estimate: RecordedEstimate, *, role: str, width: float = WIDTH, flat: bool = False
    ) -> None:
        self._count, self._out_of = estimate.count or 0, estimate.out_of or 100
        self._low, self._high = estimate.low, estimate.high
        self._role = role if role in {"benefit", "risk"} else "ink2"
        self._grid = grid(self._out_of, width, flat=flat)
        self.height = self._grid.height

    def alternative(self) -> str:
        """Say what the picture shows."""
        said = say(
            "Picture of {out_of} people: {count} are filled in, {rest} are outlined.",
            out_of=f"{self._out_of:,}",
            count=self._count,
            rest=f"{self._out_of - self._count:,}",
        )
        return f"{said} {self.range_words()}".strip()

    def range_words(self) -> str:
        """Say what is striped; empty without a range."""
        if self._low is None or self._high is None:
            return ""
        return say("Striped: the likely range, {low} to {high}.", low=self._low, high=self._high)

    def paint(self, canvas: Canvas, _width: float, height: float) -> None:
        """Draw everybody."""
        canvas.saveState()
        canvas.translate(0, height - self._grid.height)
        canvas.setFillColor(colour(self._role))
        canvas.setLineCap(0)
        if self._out_of == 100:
            self._paint_people(canvas)
        else:
            self._paint_dots(canvas)
        canvas.restoreState()

    def _paint_people(self, canvas: Canvas) -> None:
        filled, hollow = range(self._count), range(self._count, self._out_of)
        low, high = self._low or 0, self._high or 0
        size = self._grid.pitch * 0.8
        canvas.setStrokeColor(colour("hollow"))
        canvas.setLineWidth(0.55)
        self._squares(canvas, [n for n in hollow if not low <= n < high], size - 0.55, fill=False)
        canvas.setStrokeColor(colour(self._role))
        self._squares(canvas, [n for n in hollow if low <= n < high], size - 0.55, fill=False)
        self._squares(canvas, filled, size, fill=True)
        canvas.setLineWidth(0.8)
        self._stripes(canvas, [n for n in hollow if low <= n < high], size)
        canvas.setStrokeColor(colour("sheet"))
        self._stripes(canvas, [n for n in filled if low <= n < high], size)

    def _paint_dots(self, canvas: Canvas) -> None:
        pitch = self._grid.pitch
        low, high = self._low or 0, self._high or 0
        between = [n for n in range(self._count, self._out_of) if low <= n < high]
        rest = [n for n in range(self._count, self._out_of) if not low <= n < high]
        self._squares(canvas, range(self._count), pitch * 0.86, fill=True)
        canvas.setStrokeColor(colour(self._role))
        canvas.setLineWidth(0.45)
        self._squares(canvas, between, pitch * 0.62, fill=False)
        canvas.setFillColor(colour("hollow"))
        self._squares(canvas, rest, pitch * 0.34, fill=True)

    def _squares(
        self, canvas: Canvas, people: list[int] | range, size: float, *, fill: bool
    ) -> None:
        """Draw a square of ``size`` for each of ``people``, in the middle of its place."""
        if not people:
            return
        inset = (self._grid.pitch - size) / 2
        every = _places(self._grid)
        places = [every[number] for number in people]
        draw_squares(canvas, [(x + inset, y + inset) for x, y in places], size, fill=fill)

    def _stripes(self, canvas: Canvas, people: list[int], size: float) -> None:
        """Draw three slanting lines in the square of each of ``people``."""
        inset = (self._grid.pitch - size) / 2
        lines = []
        for number in people:
            x, y = self._grid.place(number)
            left, low, half = x + inset, y + inset, size / 2
            right, high = left + size, low + size
            lines += [(left, low + half, left + half, high), (left, low, right, high)]
            lines += [(left + half, low, right, low + half)]
        if lines:
            canvas.lines(lines)
