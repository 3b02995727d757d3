"""A trail down the page, part by part: a stop beside each, another mark where nothing is told."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.icons import draw_icon, draw_kind, kind_shapes

STOP = 26.0  # px at 100 % text
LINE = 2.4


class Trail(QWidget):
    """Draws the trail beside one part of the page, as high as that part.

    ``mark`` is an icon or the mark of a kind that stands in place of the stop; empty where
    something is told.  ``first`` and ``last`` say where the trail begins and ends.  Its accessible
    name is empty: the part beside it says in words what is known.
    """

    def __init__(self, mark: str = "", *, first: bool = False, last: bool = False) -> None:
        super().__init__()
        self._mark, self._first, self._last = mark, first, last
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme().themed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        side = round(STOP * theme().text_scale)
        return QSize(side + 2, side + 2)

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which it is seen."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = STOP * theme().text_scale
        middle = self.width() / 2
        stop = QPointF(middle, max(side / 2 + 1, theme().line_height("heading") / 2))
        pen = QPen(theme().colour("edge"), LINE)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        if not self._first:
            painter.drawLine(QPointF(middle, 0), QPointF(middle, stop.y() - side / 2))
        if not self._last:
            painter.drawLine(QPointF(middle, stop.y() + side / 2), QPointF(middle, self.height()))
        self._paint_stop(painter, stop, side)
        painter.end()

    def _paint_stop(self, painter: QPainter, stop: QPointF, side: float) -> None:
        place = QRectF(stop.x() - side / 2, stop.y() - side / 2, side, side)
        if self._mark in kind_shapes():
            draw_kind(painter, self._mark, place)
            return
        if self._mark:
            draw_icon(painter, self._mark, place.adjusted(2, 2, -2, -2), theme().colour("ink2"))
            return
        painter.setPen(QPen(theme().colour("action"), LINE))
        painter.setBrush(theme().colour("sheet"))
        edge, core = side * 0.12, side * 0.34
        painter.drawEllipse(place.adjusted(edge, edge, -edge, -edge))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("action"))
        painter.drawEllipse(place.adjusted(core, core, -core, -core))
