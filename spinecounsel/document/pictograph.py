"""Pictures of 100 or 1,000 people: filled, striped within the likely range, outlined.

Counted by columns from the left, so that two pictures below one another can be compared by length.
"""

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from spinecounsel.document.fonts import BASE
from spinecounsel.document.look import FINE, colour
from spinecounsel.frozen import Frozen
from spinecounsel.record.record import RecordedEstimate
from spinecounsel.wording import say

WIDTH = 54 * mm
AXIS = 13.0
_GAP = 1.3  # more room after each quarter


class Grid(Frozen, frozen=True, kw_only=True):
    """How people are laid out."""

    columns: int
    rows: int

    @property
    def pitch(self) -> float:
        """Give the distance from one person to the next."""
        return (WIDTH - 3 * _GAP) / self.columns

    @property
    def height(self) -> float:
        """Give the height of all rows."""
        return self.rows * self.pitch

    def place(self, number: int) -> tuple[float, float]:
        """Give the lower left corner of a person, numbered from 0."""
        column, row = divmod(number, self.rows)
        gaps = column * 4 // self.columns
        return column * self.pitch + gaps * _GAP, self.height - (row + 1) * self.pitch


def grid(out_of: int) -> Grid:
    """Give the layout for 100 or 1,000 people."""
    return Grid(columns=20, rows=5) if out_of == 100 else Grid(columns=50, rows=20)


class Crowd:
    """The people of one estimate; its number must be one that is drawn."""

    def __init__(self, estimate: RecordedEstimate, *, role: str, axis: bool) -> None:
        self._count, self._out_of = estimate.count or 0, estimate.out_of or 100
        self._low, self._high = estimate.low, estimate.high
        self._role = role if role in {"benefit", "risk"} else "ink2"
        self._axis = axis
        self._grid = grid(self._out_of)
        self.height = self._grid.height + (AXIS if axis else 0)

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
        """Draw everybody, and the axis below."""
        canvas.saveState()
        canvas.translate(0, height - self._grid.height)
        canvas.setFillColor(colour(self._role))
        canvas.setLineCap(0)
        if self._out_of == 100:
            self._paint_people(canvas)
        else:
            self._paint_dots(canvas)
        canvas.restoreState()
        if self._axis:
            self._paint_axis(canvas, height)

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
        path = canvas.beginPath()
        inset = (self._grid.pitch - size) / 2
        for number in people:
            x, y = self._grid.place(number)
            path.rect(x + inset, y + inset, size, size)
        canvas.drawPath(path, stroke=int(not fill), fill=int(fill))

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

    def _paint_axis(self, canvas: Canvas, height: float) -> None:
        y = height - self._grid.height - 2
        canvas.setStrokeColor(colour("ink2"))
        canvas.setFillColor(colour("ink2"))
        canvas.setLineWidth(0.6)
        right = WIDTH - self._grid.pitch * 0.1
        canvas.line(0, y, right, y)
        canvas.setFont(BASE, FINE.size - 1)
        for quarter in range(5):
            x = quarter * right / 4
            canvas.line(x, y, x, y - 2.4)
            label = f"{self._out_of * quarter // 4:,}"
            draw = (
                canvas.drawString
                if not quarter
                else canvas.drawRightString
                if quarter == 4
                else canvas.drawCentredString
            )
            draw(x, y - 9.6, label)
