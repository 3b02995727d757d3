"""The axis below what is counted: marks at each quarter, and what is counted at its end."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from ui.theme.theme import theme
from ui.widgets.flow import ENDLESS, Flow, Run

MARKS = (0, 25, 50, 75, 100)  # in % of what is counted
LONG, SHORT, WORDS = 9, 6, 11  # px below the line: where marks end and words begin
APART = 16  # px, the least between two words


class Scale(Protocol):
    """Says where a number is, in px from the side where lines begin."""

    left: float
    right: float
    out_of: int

    def tick_of(self, count: int) -> float:
        """Give where the mark of ``count`` is."""


def axis_height() -> float:
    """Give the height that an axis needs."""
    return theme().line_height("body") + 12


def draw_axis(
    painter: QPainter,
    scale: Scale,
    *,
    top: float,
    unit: str,
    place: Callable[[float, float], float],
) -> None:
    """Draw the axis of ``scale`` below ``top``; ``place(left, width)`` turns it for the reader.

    Words that would run into those at the end are left out; the marks stay.
    """
    ink = theme().colour("ink2")
    painter.setPen(QPen(ink, 1.6))
    painter.drawLine(QPointF(place(scale.left, 0), top), QPointF(place(scale.right, 0), top))
    end = scale.right
    for mark in reversed(MARKS):
        value = mark * scale.out_of // 100
        x = scale.tick_of(value)
        painter.setPen(QPen(ink, 1.6))
        long = LONG if mark % 50 == 0 else SHORT
        painter.drawLine(QPointF(place(x, 0), top), QPointF(place(x, 0), top + long))
        words = f"{value:,}" if mark < 100 else f"{value:,} {unit}"
        flow = Flow((Run(words),), "body", ENDLESS)
        left = x if mark == 0 else x - flow.width if mark == 100 else x - flow.width / 2
        if mark == 100 or left + flow.width + APART <= end:
            flow.draw(painter, QPointF(place(left, flow.width), top + WORDS), ink)
            end = left
