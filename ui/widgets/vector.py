"""Paths written as text, as in SVG, made into painter paths."""

import math
import re
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

_TOKEN = re.compile(r"([A-Za-z])|(-?(?:\d+\.?\d*|\.\d+))")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0, "O": 3, "R": 5}


@cache
def path_of(text: str) -> QPainterPath:
    """Give the path that ``text`` describes.

    SVG's commands; ``O`` is a circle, ``R`` a rounded rectangle.  The path is shared: copy it
    before changing it.  ``ValueError`` for a command that is not known.
    """
    pen = _Pen()
    for letter, numbers in _commands(text):
        pen.step(letter, numbers)
    return pen.path


def _commands(text: str) -> Iterator[tuple[str, list[float]]]:
    letter, numbers = "", list[float]()
    for found in _TOKEN.finditer(text):
        if found[1]:
            letter = found[1]
            if letter.upper() not in _COUNTS:
                raise ValueError(f"no such path command: {letter}")
            if letter in "zZ":
                yield letter, []
            continue
        numbers.append(float(found[2]))
        if len(numbers) == _COUNTS[letter.upper()]:
            yield letter, numbers
            numbers = []
            letter = {"M": "L", "m": "l"}.get(letter, letter)


class _Pen:
    def __init__(self) -> None:
        self.path = QPainterPath()
        self._last = QPointF()  # second control point of the last cubic curve

    def step(self, letter: str, n: list[float]) -> None:
        """Do one command; small letters count from where the pen is."""
        here = self.path.currentPosition()
        base = here if letter.islower() else QPointF()
        before, self._last = self._last, QPointF()
        points = [base + QPointF(x, y) for x, y in zip(n[::2], n[1::2], strict=False)]
        match letter.upper():
            case "M":
                self.path.moveTo(points[0])
            case "L":
                self.path.lineTo(points[0])
            case "H":
                self.path.lineTo(base.x() + n[0], here.y())
            case "V":
                self.path.lineTo(here.x(), base.y() + n[0])
            case "C":
                self._curve(points[0], points[1], points[2])
            case "S":
                self._curve(here if before.isNull() else here * 2 - before, points[0], points[1])
            case "Q":
                self.path.quadTo(points[0], points[1])
            case _:
                self._shape(letter, n)

    def _curve(self, one: QPointF, two: QPointF, end: QPointF) -> None:
        self.path.cubicTo(one, two, end)
        self._last = two

    def _shape(self, letter: str, n: list[float]) -> None:
        match letter.upper():
            case "A":
                base = self.path.currentPosition() if letter == "a" else QPointF()
                self._arc(n[0], large=n[3] != 0, sweep=n[4] != 0, end=base + QPointF(n[5], n[6]))
            case "O":
                self.path.addEllipse(QPointF(n[0], n[1]), n[2], n[2])
            case "R":
                self.path.addRoundedRect(QRectF(n[0], n[1], n[2], n[3]), n[4], n[4])
            case _:
                self.path.closeSubpath()

    def _arc(self, radius: float, *, large: bool, sweep: bool, end: QPointF) -> None:
        """Draw part of a circle from here to ``end`` (SVG's arc with equal radii)."""
        start = self.path.currentPosition()
        chord = end - start
        length = math.hypot(chord.x(), chord.y())
        radius = max(radius, length / 2)
        height = math.sqrt(max(0.0, radius**2 - length**2 / 4))
        side = 1 if large != sweep else -1
        normal = QPointF(-chord.y(), chord.x()) / length
        centre = (start + end) / 2 + normal * (side * height)
        first = _angle(start - centre)
        turn = (_angle(end - centre) - first) % 360  # counter-clockwise, as Qt counts
        if sweep:
            turn -= 360
        box = QRectF(centre.x() - radius, centre.y() - radius, radius * 2, radius * 2)
        self.path.arcTo(box, first, turn)


def _angle(vector: QPointF) -> float:
    return math.degrees(math.atan2(-vector.y(), vector.x()))
