"""Draws how each work grows with its load: small charts side by side, both axes logarithmic."""

import math
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from benchmarks.lines import Curve, number
from ui.theme.theme import theme

ACROSS = 2
WIDTH, HEIGHT, GAP = 640.0, 430.0, 24.0
LEFT, RIGHT, TOP, BOTTOM = 64.0, 148.0, 78.0, 44.0  # round the field; names stand at the right
TONES = ("benefit", "risk", "action")
DOT = 5.0
DENSE = 2  # pixels of the picture for one of ours
Range = tuple[float, float]


def draw(curves: Sequence[Curve], file: Path) -> None:
    """Draw ``curves``, those of one chart together, into a picture; needs an application."""
    charts = [list(each) for _, each in groupby(curves, key=lambda curve: curve.chart)]
    rows = -(-len(charts) // ACROSS)
    size = ACROSS * (WIDTH + GAP) + GAP, rows * (HEIGHT + GAP) + GAP
    picture = QImage(round(size[0] * DENSE), round(size[1] * DENSE), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(DENSE)
    picture.fill(theme().colour("paper"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, chart in enumerate(charts):
        row, column = divmod(place, ACROSS)
        left, top = GAP + column * (WIDTH + GAP), GAP + row * (HEIGHT + GAP)
        _Chart(painter, QRectF(left, top, WIDTH, HEIGHT), chart).draw()
    painter.end()
    if not picture.save(str(file)):
        raise OSError(f"{file} could not be written")


class _Chart:
    """One chart: its title, axes, the dotted line of what grows as its load, and the curves."""

    def __init__(self, painter: QPainter, place: QRectF, curves: Sequence[Curve]) -> None:
        self._painter, self._place, self._curves = painter, place, curves
        self._field = place.adjusted(LEFT, TOP, -RIGHT, -BOTTOM)
        points = [point for curve in curves for point in curve.points]
        self._across = _span([load for load, _ in points])
        self._up = _decades([value for _, value in points])

    def draw(self) -> None:
        """Draw it."""
        self._painter.fillRect(self._place, theme().colour("sheet"))
        first = self._curves[0]
        self._words(
            QPointF(self._place.left() + 16, self._place.top() + 30), first.chart, bold=True
        )
        self._words(
            QPointF(self._place.left() + 16, self._place.top() + 51),
            f"{first.unit}, by {first.load}",
        )
        self._axes()
        self._straight()
        names: list[float] = []
        for curve, tone in zip(self._curves, TONES, strict=False):
            self._curve(curve, theme().colour(tone), names)

    def _axes(self) -> None:
        field, line = self._field, QPen(theme().colour("line"), 1)
        for value in self._marks_up():
            y = self._point((self._across[0], value)).y()
            self._painter.setPen(line)
            self._painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
            self._words(QPointF(field.left() - 8, y + 5), number(value), end=True)
        loads = sorted({load for curve in self._curves for load, _ in curve.points})
        free = -math.inf
        for load in loads:
            x = self._point((load, self._up[0])).x()
            self._painter.setPen(line)
            self._painter.drawLine(QPointF(x, field.top()), QPointF(x, field.bottom() + 5))
            words = _load(load)
            half = QFontMetricsF(self._font()).horizontalAdvance(words) / 2
            if x - half > free:
                self._words(QPointF(x - half, field.bottom() + 24), words)
                free = x + half + 6

    def _marks_up(self) -> Iterator[float]:
        low, high = (math.log10(value) for value in self._up)
        for power in range(round(low), round(high) + 1):
            yield 10.0**power

    def _straight(self) -> None:
        """Draw what grows as its load does, from where the first curve begins."""
        load, value = self._curves[0].points[0]
        last = self._across[1]
        pen = QPen(theme().colour("edge"), 1.4, Qt.PenStyle.DotLine)
        self._painter.save()
        self._painter.setClipRect(self._field)
        self._painter.setPen(pen)
        end = (last, value * last / load)
        self._painter.drawLine(self._point((load, value)), self._point(end))
        self._painter.restore()

    def _curve(self, curve: Curve, colour: QColor, names: list[float]) -> None:
        places = [self._point(point) for point in curve.points]
        self._painter.setPen(QPen(colour, 2.4))
        for start, end in pairwise(places):
            self._painter.drawLine(start, end)
        self._painter.setBrush(colour)
        for place in places:
            box = QRectF(place.x() - DOT, place.y() - DOT, 2 * DOT, 2 * DOT)
            if curve is self._curves[0]:
                self._painter.drawEllipse(box)
            else:
                self._painter.drawRect(box.adjusted(0.6, 0.6, -0.6, -0.6))
        y = places[-1].y() - 4
        while any(abs(y - other) < 42 for other in names):
            y += 6
        names.append(y)
        at = QPointF(places[-1].x() + 12, y)
        self._words(at, f"{number(curve.points[-1][1])} {curve.unit}", colour=colour, bold=True)
        for row, words in enumerate(_folded(curve.name), start=1):
            self._words(at + QPointF(0, 18.0 * row), words, colour=colour)

    def _point(self, point: tuple[float, float]) -> QPointF:
        field = self._field
        x = field.left() + field.width() * _share(point[0], self._across)
        return QPointF(x, field.bottom() - field.height() * _share(point[1], self._up))

    def _words(
        self,
        at: QPointF,
        words: str,
        *,
        colour: QColor | None = None,
        bold: bool = False,
        end: bool = False,
    ) -> None:
        font = self._font(bold=bold)
        if end:
            at = at - QPointF(QFontMetricsF(font).horizontalAdvance(words), 0)
        self._painter.setFont(font)
        self._painter.setPen(colour or theme().colour("ink"))
        self._painter.drawText(at, words)

    @staticmethod
    def _font(*, bold: bool = False) -> QFont:
        return theme().font("strong" if bold else "body")


def _span(values: Sequence[float]) -> Range:
    return min(values), max(values)


def _decades(values: Sequence[float]) -> Range:
    """Give powers of ten round ``values``."""
    low, high = _span(values)
    least = math.floor(math.log10(low))
    return 10.0**least, 10.0 ** max(least + 1, math.ceil(math.log10(high)))


def _share(value: float, span: Range) -> float:
    """Give where ``value`` stands between the ends of a logarithmic axis, from 0 to 1."""
    low, high = (math.log10(end) for end in span)
    return (math.log10(value) - low) / (high - low) if high > low else 0.0


def _load(value: float) -> str:
    for unit, size in (("M", 1_000_000), ("k", 1_000)):
        if value >= size:
            return f"{value / size:g}{unit}"
    return f"{value:g}"


def _folded(words: str) -> list[str]:
    """Break a long name once, at a comma or blank."""
    if len(words) <= 14 or " " not in words:
        return [words]
    first, _, rest = words.partition(", ") if ", " in words else words.partition(" ")
    return [first, rest]
