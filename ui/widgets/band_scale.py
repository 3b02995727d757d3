"""A scale cut into bands, with a mark where the value is."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.flow import Flow, Run

MARK, BAR, GAP = 14, 14, 6


class Band(NamedTuple):
    """A part of the scale: its name, its values as words and as numbers, ``here`` has the value."""

    label: str
    span: str
    low: int
    high: int
    here: bool


class BandScale(QWidget):
    """Shows ``bands``; without a value there is no mark."""

    def __init__(self) -> None:
        super().__init__()
        self._bands: tuple[Band, ...] = ()
        self._value: int | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().themed.connect(self._on_themed)

    def show_bands(self, bands: Sequence[Band], value: int | None, *, name: str) -> None:
        """Show ``bands`` in order and the mark at ``value``; ``name`` says it all in words."""
        self._bands, self._value = tuple(bands), value
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        return QSize(420, self.heightForWidth(420))

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which nothing is cut."""
        return QSize(240, self.heightForWidth(420))

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height for a width."""
        words = [self._words(band, width) for band in self._bands]
        highest = max((label.height + span.height for label, span in words), default=0.0)
        return ceil(MARK + GAP + BAR + GAP + highest)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for band in self._bands:
            self._paint_band(painter, band)
        if self._value is not None:
            self._paint_mark(painter, self._x_of(self._value))
        painter.end()

    def _paint_band(self, painter: QPainter, band: Band) -> None:
        left, right = self._edges(band, self.width())
        bar = QRectF(left + 1, MARK + GAP, right - left - 2, BAR)
        painter.setBrush(theme().colour("action" if band.here else "well"))
        painter.setPen(QPen(theme().colour("action" if band.here else "edge"), 1.2))
        painter.drawRoundedRect(bar, 4, 4)
        label, span = self._words(band, self.width())
        y = bar.bottom() + GAP
        for flow, tone in ((label, "ink"), (span, "ink2")):
            flow.draw(painter, QPointF(left, y), theme().colour(tone))
            y += flow.height

    def _paint_mark(self, painter: QPainter, x: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("ink"))
        tip = QPointF(x, MARK + 2)
        painter.drawPolygon(QPolygonF([QPointF(x - 9, 0), QPointF(x + 9, 0), tip]))

    def _words(self, band: Band, width: float) -> tuple[Flow, Flow]:
        left, right = self._edges(band, width)
        middle = Qt.AlignmentFlag.AlignHCenter
        return (
            Flow((Run(band.label, bold=band.here),), "body", right - left, middle),
            Flow((Run(band.span),), "label", right - left, middle),
        )

    def _edges(self, band: Band, width: float) -> tuple[float, float]:
        """A band reaches to half-way between its last value and the next band's first."""
        first, last = self._bands[0], self._bands[-1]
        whole = max(1, last.high - first.low)
        low = band.low - (0 if band is first else 0.5)
        high = band.high + (0 if band is last else 0.5)
        return (low - first.low) / whole * width, (high - first.low) / whole * width

    def _x_of(self, value: int) -> float:
        first, last = self._bands[0], self._bands[-1]
        along = (value - first.low) / max(1, last.high - first.low) * self.width()
        return max(9.0, min(self.width() - 9.0, along))

    def _on_themed(self) -> None:
        self.updateGeometry()
        self.update()
