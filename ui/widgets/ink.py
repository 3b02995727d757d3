"""Ink: the line that a hand leaves, smooth, and wider where the hand presses."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

THIN, PRESSED = 1.2, 3.2  # px: the width without pressure, and what full pressure adds
ROUND = 6  # px round a segment that its ends may reach


class Dot(NamedTuple):
    """A point of a stroke: x and y in parts of width and height, time in ms, pressure."""

    x: float
    y: float
    t: int
    pressure: float


def draw_segment(
    painter: QPainter, dots: Sequence[Dot], place: int, size: QSize, colour: QColor
) -> QRect:
    """Draw what the dot at ``place`` adds: a curve through the middles; give where that is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(dots[place], colour))
    here = _on(dots[place], size)
    if place == 0:
        painter.drawPoint(here)
        return _round(QRectF(here, here))
    before = _on(dots[place - 1], size)
    path = QPainterPath(before if place == 1 else (_on(dots[place - 2], size) + before) / 2)
    path.quadTo(before, (before + here) / 2)
    painter.drawPath(path)
    return _round(path.boundingRect())


def draw_end(painter: QPainter, dots: Sequence[Dot], size: QSize, colour: QColor) -> QRect:
    """Draw what is left when a stroke ends: from the last middle to the last dot."""
    last = _on(dots[-1], size)
    before = _on(dots[-2], size) if len(dots) > 1 else last
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(dots[-1], colour))
    painter.drawLine((before + last) / 2, last)
    return _round(QRectF(before, last).normalized())


def _pen(dot: Dot, colour: QColor) -> QPen:
    width = THIN + PRESSED * dot.pressure
    return QPen(
        colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )


def _on(dot: Dot, size: QSize) -> QPointF:
    return QPointF(dot.x * size.width(), dot.y * size.height())


def _round(box: QRectF) -> QRect:
    return box.toAlignedRect().adjusted(-ROUND, -ROUND, ROUND, ROUND)
