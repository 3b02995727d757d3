"""What of a drawing stays the same, drawn once and then copied."""

from collections.abc import Callable, Hashable, Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme
from ui.widgets.spine.line import Shape
from ui.widgets.spine.paint import paint_shapes


class Picture:
    """Keeps shapes of ``widget`` as one picture; ``place`` moves and scales a painter to them."""

    def __init__(self, widget: QWidget, place: Callable[[QPainter], None]) -> None:
        self._widget, self._place = widget, place
        self._key: Hashable = None
        self._drawn = QPixmap()
        theme().themed.connect(self._forget)

    def paint(
        self, painter: QPainter, what: Hashable, shapes: Callable[[], Iterable[Shape]]
    ) -> None:
        """Paint ``shapes``; they are drawn anew when ``what`` or the size is another."""
        ratio = self._widget.devicePixelRatioF()
        size = self._widget.size()
        key = (what, size.width(), size.height(), ratio)
        if key != self._key:
            self._drawn = QPixmap(size * ratio)
            self._drawn.setDevicePixelRatio(ratio)
            self._drawn.fill(Qt.GlobalColor.transparent)
            inner = QPainter(self._drawn)
            self.paint_now(inner, shapes())
            inner.end()
            self._key = key
        painter.drawPixmap(QPointF(0, 0), self._drawn)

    def paint_now(self, painter: QPainter, shapes: Iterable[Shape]) -> None:
        """Paint shapes that are not kept."""
        painter.save()
        self._place(painter)
        paint_shapes(painter, shapes)
        painter.restore()

    def _forget(self) -> None:
        self._key = None
