"""The surgeon's sketch on paper: an upright line from worst to best, and where people came to be.

A star stands at the best end, a square at the worst.  The oval stands at the share of people for
whom it went well; a band behind it is the range, where a source prints one.
"""

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from spinecounsel.document.flow import Picture, Text
from spinecounsel.document.look import colour
from spinecounsel.document.marks import draw_mark
from spinecounsel.document.tagging import Drawn, Node
from spinecounsel.record.ahead import SketchMark

END, OVAL, BAND = 13.0, 15.0, 9.0  # the marks at the ends, the oval, the band; at the usual text
GAP = 5.0
LEAST = 60.0  # height


class Sketch(Drawn):
    """One mark on a line of its own; ``number`` is printed beside the oval, if there is one."""

    def __init__(self, mark: SketchMark, number: Text | None, node: Node, *, scale: float) -> None:
        super().__init__()
        self._mark, self._number, self._node, self._scale = mark, number, node, scale
        self.height = LEAST * scale

    def stretch(self, height: float) -> None:
        """Be as high as what stands beside it, within reason."""
        least = LEAST * self._scale
        self.height = min(max(least, height), 2 * least)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the width; the height is its own."""
        self.width = width
        if self._number:
            self._number.wrap(width - (OVAL + GAP) * self._scale, self.height)
        return width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Stay whole, above what is divided beside it."""
        return [self] if self.height <= height else []

    def draw(self) -> None:
        """Draw the line, then the number."""
        picture = Picture(OVAL * self._scale, self.height, self._paint, self._node)
        picture.drawOn(self.canv, 0, 0)
        if self._number is None:
            return
        tall = self._number.height
        y = self._at(self._mark.well, self.height) - tall / 2
        y = max(0, min(self.height - tall, y))
        self._number.drawOn(self.canv, (OVAL + GAP) * self._scale, y)

    def _at(self, count: int, height: float) -> float:
        """Give where ``count`` stands on the line."""
        room = (END + OVAL * 0.35 + 1) * self._scale
        return room + (height - 2 * room) * count / self._mark.out_of

    def _paint(self, canvas: Canvas, width: float, height: float) -> None:
        middle, end = width / 2, END * self._scale
        canvas.setStrokeColor(colour("edge"))
        canvas.setLineWidth(1.6 * self._scale)
        canvas.line(middle, end / 2, middle, height - end / 2)
        draw_mark(canvas, "best_case", middle - end / 2, height - end, end)
        draw_mark(canvas, "worst_case", middle - end / 2, 0, end)
        low, high = self._mark.low, self._mark.high
        if low is not None and high is not None:
            bottom, top = self._at(low, height), self._at(high, height)
            wide = BAND * self._scale
            canvas.setStrokeColor(colour("action"))
            canvas.setFillColor(colour("action_soft"))
            canvas.setLineWidth(0.9 * self._scale)
            box = (middle - wide / 2, bottom, wide, max(2.0, top - bottom))
            canvas.roundRect(*box, 2, stroke=1, fill=1)
        side = OVAL * self._scale
        draw_mark(canvas, "likely_case", 0, self._at(self._mark.well, height) - side / 2, side)
