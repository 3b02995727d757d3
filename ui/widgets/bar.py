"""A number as the length of a bar, on a scale from none to all; and two of them on one scale."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.axis import axis_height, draw_axis
from ui.widgets.pair import LOW, MOST_STRIP, Pair, PairRow, Plan
from ui.widgets.pair_strip import PairStrip
from ui.widgets.people import soft_tone_of, tone_of

HIGH, PAIR_HIGH = 40, 56  # px at 100 % text: a bar alone, one of two
RADIUS = 6.0
LEAST = 4.0  # px that a number, and what is left of it, take at least: neither looks like nothing
HATCH, HATCH_LINE = 9.0, 2.6  # distance and width of the lines, px
NUMBER_LINE, BEYOND = 3.0, 4.0  # px: the line at the number inside a range, beyond the bar
SMALLEST = 260  # px: narrower than this, the words on the axis have no room


class BarStrip(PairStrip):
    """The scale of bars: without gaps, so that length is the number."""

    def __init__(self, *, left: float, width: float, out_of: int, high: float = HIGH) -> None:
        super().__init__(left=left, width=width, out_of=out_of)
        self._bar_high = high * theme().text_scale

    @property
    def height(self) -> float:
        """The height of a bar."""
        return self._bar_high

    def x_of(self, count: float) -> float:
        """Give where ``count`` ends; all but none and all of them leave a part to be seen."""
        end = self.tick_of(count)
        if 0 < count < self.out_of:
            return min(max(end, self.left + LEAST), self.right - LEAST)
        return end

    def tick_of(self, count: float) -> float:
        """Give where ``count`` is on the axis."""
        return self.left + (self.right - self.left) * count / self.out_of


class Bar(QWidget):
    """Shows a number as a filled bar; the rest is an outline, a range is hatched.

    Its accessible name says the same in words.
    """

    def __init__(self) -> None:
        super().__init__()
        self._row, self._unit = PairRow("", "", 0), ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().themed.connect(self._on_themed)

    def show_bar(self, row: PairRow, *, unit: str = "people", words: str) -> None:
        """Show the number of ``row``; ``unit`` is what is counted, ``words`` its name."""
        self._row, self._unit = row, unit
        self.setAccessibleName(words)
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, _width: int) -> int:
        """Give the height, at any width."""
        return ceil(HIGH * theme().text_scale + LOW + axis_height() + BEYOND)

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        return QSize(MOST_STRIP, self.heightForWidth(MOST_STRIP))

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which it is read."""
        return QSize(SMALLEST, self.heightForWidth(SMALLEST))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = min(self.width(), MOST_STRIP * theme().text_scale)
        strip = BarStrip(left=1.0, width=wide - 2.0, out_of=self._row.out_of)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        _paint_bar(painter, strip, self._row, BEYOND, self.width() if rtl else None)
        draw_axis(
            painter, strip, top=BEYOND + strip.height + LOW, unit=self._unit, place=self._from
        )
        painter.end()

    def _from(self, left: float, width: float) -> float:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self.width() - left - width if rtl else left

    def _on_themed(self) -> None:
        self.updateGeometry()
        self.update()


class BarPair(Pair):
    """Shows two numbers as bars on one scale, and how much more one is than the other."""

    def _strip(self, *, left: float, width: float, out_of: int) -> PairStrip:
        return BarStrip(left=left, width=width, out_of=out_of, high=PAIR_HIGH)

    def _paint_people(self, painter: QPainter, plan: Plan, row: PairRow, top: float) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        _paint_bar(painter, plan.strip, row, top, self.width() if rtl else None)


def _paint_bar(
    painter: QPainter, strip: PairStrip, row: PairRow, top: float, turned: float | None
) -> None:
    """Paint a bar; ``turned`` is the width of a place where one reads from the right."""
    painter.save()
    if turned is not None:
        painter.translate(turned, 0)
        painter.scale(-1, 1)
    whole = QRectF(strip.left, top, strip.right - strip.left, strip.height)
    shape = QPainterPath()
    shape.addRoundedRect(whole, RADIUS, RADIUS)
    number, high = strip.x_of(row.filled), strip.x_of(row.filled + row.maybe)
    low = strip.x_of(row.filled if row.least is None else row.least)
    tone, soft = tone_of(row.kind), soft_tone_of(row.kind)
    painter.setClipPath(shape)
    painter.fillRect(QRectF(strip.left, top, number - strip.left, whole.height()), tone)
    if high > number:
        draw_range(painter, QRectF(number, top, high - number, whole.height()), row.kind)
        painter.fillRect(QRectF(high - 1, top, 2, whole.height()), tone)
    _hatch(painter, QRectF(low, top, number - low, whole.height()), QPen(soft, HATCH_LINE))
    painter.setClipping(False)
    painter.strokePath(shape, QPen(theme().colour("hollow"), 1.6))
    if low < high and row.filled > 0:
        mark = QRectF(
            number - NUMBER_LINE / 2, top - BEYOND, NUMBER_LINE, whole.height() + 2 * BEYOND
        )
        painter.fillRect(mark, theme().colour("ink"))
    painter.restore()


def draw_range(painter: QPainter, box: QRectF, kind: str) -> None:
    """Draw a piece of a range, as bars show it."""
    painter.fillRect(box, soft_tone_of(kind))
    _hatch(painter, box, QPen(tone_of(kind), HATCH_LINE))


def _hatch(painter: QPainter, box: QRectF, pen: QPen) -> None:
    if box.width() <= 0:
        return
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setPen(pen)
    across = box.left() - box.height()
    while across < box.right():
        painter.drawLine(QPointF(across, box.bottom()), QPointF(across + box.height(), box.top()))
        across += HATCH
    painter.restore()
