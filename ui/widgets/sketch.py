"""The surgeon's sketch of one outcome: a line from worst to best, and where people came to be.

A square stands at the worst end, a star at the best.  The oval stands at the share of people for
whom it went well; a band behind it is the range, where a source prints one.
"""

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.flow import ENDLESS, Flow, Run
from ui.widgets.icons import draw_kind, square

END, OVAL = 22.0, 24.0  # px at 100 % text: the marks at the ends, and the oval
WIDE, HIGH = 1.24, 0.84  # the oval, in its size
BAND = 14.0
LINE = 2.4
GAP = 5.0  # between number and oval
SMALLEST = 200  # px


class Mark(NamedTuple):
    """For ``well`` of ``out_of`` it went well; ``low`` and ``high`` are the range, None for none.

    ``number`` is printed at the oval.
    """

    well: int
    out_of: int
    low: int | None
    high: int | None
    number: str


class Sketch(QWidget):
    """Draws one mark on a line of its own; its accessible name says the same in words."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = Mark(0, 100, None, None, "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme().themed.connect(self.updateGeometry)

    def show_mark(self, mark: Mark, *, words: str) -> None:
        """Show ``mark``; ``words`` is what the drawing says."""
        self._mark = mark
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        return QSize(400, self._high())

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which it is read."""
        number = ceil(self._number().width) + 2
        return QSize(max(number, round(SMALLEST * theme().text_scale ** 0.5)), self._high())

    def x_of(self, count: int) -> float:
        """Give where ``count`` stands on the line."""
        room = self._side(END) + self._side(OVAL) * WIDE / 2 + GAP
        across = room + (self.width() - 2 * room) * count / self._mark.out_of
        return self.width() - across if self._leftwards() else across

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() - self._side(OVAL) / 2 - 1
        self._paint_line(painter, middle)
        self._paint_range(painter, middle)
        here = QPointF(self.x_of(self._mark.well), middle)
        self._paint_oval(painter, here)
        number = self._number()
        left = here.x() - number.width / 2
        left = max(0.0, min(self.width() - number.width, left))
        number.draw(painter, QPointF(left, 0), theme().colour("ink"))
        painter.end()

    def _paint_line(self, painter: QPainter, middle: float) -> None:
        side = self._side(END)
        ends = [side / 2 + 1, self.width() - side / 2 - 1]
        painter.setPen(QPen(theme().colour("edge"), LINE))
        painter.drawLine(QPointF(ends[0], middle), QPointF(ends[1], middle))
        if self._leftwards():
            ends.reverse()
        for kind, across in zip(("worst_case", "best_case"), ends, strict=True):
            draw_kind(painter, kind, square(QPointF(across, middle), side))

    def _paint_range(self, painter: QPainter, middle: float) -> None:
        if self._mark.low is None or self._mark.high is None:
            return
        ends = sorted((self.x_of(self._mark.low), self.x_of(self._mark.high)))
        high = self._side(BAND)
        band = QRectF(ends[0], middle - high / 2, max(2.0, ends[1] - ends[0]), high)
        painter.setPen(QPen(theme().colour("action"), 1.5))
        painter.setBrush(theme().colour("action_soft"))
        painter.drawRoundedRect(band, 4, 4)

    def _paint_oval(self, painter: QPainter, here: QPointF) -> None:
        side = self._side(OVAL)
        oval = QRectF(
            here.x() - WIDE * side / 2, here.y() - HIGH * side / 2, WIDE * side, HIGH * side
        )
        painter.setPen(QPen(theme().colour("sheet"), 3))
        painter.setBrush(theme().colour("action"))
        painter.drawEllipse(oval)

    def _number(self) -> Flow:
        return Flow((Run(self._mark.number),), "body_strong", ENDLESS)

    def _high(self) -> int:
        return ceil(self._number().height + GAP + self._side(OVAL) + 2)

    def _side(self, size: float) -> float:
        return size * theme().text_scale

    def _leftwards(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft
