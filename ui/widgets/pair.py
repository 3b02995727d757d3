"""Two groups of people on one scale, and how many more there are in one of them."""

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from spinecounsel.wording import say, say_count
from ui.theme.theme import theme
from ui.widgets.axis import WORDS, axis_height, draw_axis
from ui.widgets.flow import ENDLESS, Flow, Run
from ui.widgets.pair_strip import PairStrip
from ui.widgets.people import People, state_of, tone_of

NAMES, GAP = 214, 20  # px at 100 % text: the column of names, and what is between columns
LEAST_STRIP = 420  # with less room for the people, the names go above them
MOST_STRIP = 700
LOW = 8  # between the people and the axis


class PairRow(NamedTuple):
    """One group: its name, two short lines in words, how many of how many, and the kind.

    ``number`` is what is printed large, where that is more than ``filled`` ("4 or 5").  A range
    goes from ``least`` (``filled`` where it is None) over ``filled`` to ``maybe`` more.
    """

    label: str
    words: str
    filled: int
    out_of: int = 100
    kind: str = "benefit"
    number: str = ""
    maybe: int = 0
    least: int | None = None


class Plan(NamedTuple):
    """Where things are at a width: ``heads`` is the room above the people for the names."""

    strip: PairStrip
    names: float
    heads: tuple[float, float]
    row: float
    bracket: float
    axis: float

    @property
    def height(self) -> float:
        """The height of the whole."""
        return sum(self.heads) + 2 * self.row + self.bracket + LOW + self.axis


class Pair(QWidget):
    """Shows two rows with one axis below; a bracket between them says the difference.

    There is no bracket where both are equal, are not counted out of the same number, or where one
    of them is not one number ("4 or 5", "fewer than 1").
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[PairRow, ...] = ()
        self._unit = ""
        self._people = People()
        # Layouts ask for the same widths again and again.
        self._flows: dict[tuple[str, str, float, Qt.AlignmentFlag], Flow] = {}
        self._plans: dict[float, Plan] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().themed.connect(self._on_themed)

    def show_pair(self, first: PairRow, second: PairRow, *, unit: str = "people") -> None:
        """Show ``first`` above ``second``; ``unit`` is what is counted."""
        self._rows, self._unit = (first, second), unit
        self._forget()
        told = [
            say(
                "{label}: {n} of {all} {unit}",
                label=row.label,
                n=number(row),
                all=row.out_of,
                unit=unit,
            )
            for row in self._rows
        ]
        self.setAccessibleName(". ".join(filter(None, (*told, self.difference()))))
        self.updateGeometry()
        self.update()

    def difference(self) -> str:
        """Say how many more there are in one row than in the other; empty when as many."""
        first, second = self._rows
        more = abs(first.filled - second.filled)
        exact = all(number(row).replace(",", "").isdigit() for row in self._rows)
        if not more or not exact or first.out_of != second.out_of:
            return ""
        if self._unit in {"", "people"}:
            return say_count("{n} more person", "{n} more people", more)
        return say("{n} more {unit}", n=more, unit=self._unit)

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height for a width."""
        return ceil(self._plan(width).height) if self._rows else 0

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        return QSize(1000, self.heightForWidth(1000))

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which people are told apart."""
        least = round(LEAST_STRIP * 0.7 + self._numbers_width())
        return QSize(least, self.heightForWidth(1000))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the people in the new size."""
        self._people.forget()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if not self._rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plan = self._plan(self.width())
        first, second = self._rows
        top = self._paint_row(painter, plan, first, plan.heads[0])
        if self.difference():
            self._paint_bracket(painter, plan, top)
        top = self._paint_row(painter, plan, second, top + plan.bracket + plan.heads[1])
        self._paint_axis(painter, plan, top + LOW)
        painter.end()

    def _plan(self, width: float) -> Plan:
        if width not in self._plans:
            self._plans[width] = self._planned(width)
        return self._plans[width]

    def _planned(self, width: float) -> Plan:
        scale = theme().text_scale
        room = width - self._numbers_width() - GAP
        names, heads = NAMES * scale, (0.0, 0.0)
        beside = room - names - GAP >= LEAST_STRIP
        if beside:
            room -= names + GAP
        else:
            names = width
            heights = [sum(flow.height for flow in self._names(row, width)) for row in self._rows]
            heads = (heights[0] + LOW, heights[1] + LOW)
        strip = self._strip(
            left=names + GAP if beside else 0.0,
            width=min(room, MOST_STRIP),
            out_of=max(row.out_of for row in self._rows),
        )
        row = max(strip.height, *(self._row_height(row, names, beside) for row in self._rows))
        bracket = theme().line_height("control") + 20
        return Plan(strip, names, heads, row, bracket, axis_height())

    def _strip(self, *, left: float, width: float, out_of: int) -> PairStrip:
        """Give the scale of both rows."""
        return PairStrip(left=left, width=width, out_of=out_of)

    def _row_height(self, row: PairRow, names: float, beside: bool) -> float:  # noqa: FBT001
        number_high = theme().line_height("number") + theme().line_height("body_strong")
        words = sum(flow.height for flow in self._names(row, names)) if beside else 0.0
        return max(number_high, words)

    def _names(self, row: PairRow, width: float) -> tuple[Flow, Flow]:
        side = self._side()
        return (
            self._flow(row.label, "heading", width, side),
            self._flow(row.words, "row", width, side),
        )

    def _numbers(self, row: PairRow) -> tuple[Flow, Flow]:
        out_of = say("out of {n}", n=f"{row.out_of:,}")
        return (
            self._flow(number(row), "number", ENDLESS),
            self._flow(out_of, "body_strong", ENDLESS),
        )

    def _flow(
        self,
        words: str,
        role: str,
        width: float,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> Flow:
        key = (words, role, width, side)
        if key not in self._flows:
            self._flows[key] = Flow((Run(words),) if words else (), role, width, side)
        return self._flows[key]

    def _numbers_width(self) -> float:
        return max((flow.width for row in self._rows for flow in self._numbers(row)), default=0) + 9

    def _paint_row(self, painter: QPainter, plan: Plan, row: PairRow, top: float) -> float:
        """Paint a row whose people begin at ``top``; give where it ends."""
        ink, second = theme().colour("ink"), theme().colour("ink2")
        label, words = self._names(row, plan.names)
        high = label.height + words.height
        above = plan.strip.left == 0
        y = top - high - LOW if above else top + (plan.row - high) / 2
        if above:  # the bracket goes behind the words
            wide = max(label.width, words.width) + LOW
            ground = QRectF(self._from(0, wide), y, wide, high)
            painter.fillRect(ground, theme().colour("sheet"))
        label.draw(painter, QPointF(self._from(0, plan.names), y), ink)
        words.draw(painter, QPointF(self._from(0, plan.names), y + label.height), second)
        self._paint_people(painter, plan, row, top + (plan.row - plan.strip.height) / 2)
        large, small = self._numbers(row)
        left = plan.strip.right + GAP
        y = top + (plan.row - large.height - small.height) / 2
        tone = tone_of(row.kind)
        large.draw(painter, QPointF(self._from(left, large.width), y), tone)
        small.draw(painter, QPointF(self._from(left, small.width), y + large.height), ink)
        return top + plan.row

    def _paint_people(self, painter: QPainter, plan: Plan, row: PairRow, top: float) -> None:
        ratio, strip = self.devicePixelRatioF(), plan.strip
        people = row.filled, row.maybe
        for place in range(strip.out_of):
            state = state_of(place, *(each * strip.out_of // row.out_of for each in people))
            box = strip.box(place)
            picture = self._people.picture(state, row.kind, box.size(), ratio, dots=strip.dots)
            left = self._from(box.left(), box.width())
            painter.drawPixmap(QPointF(left, top + box.top()), picture)

    def _paint_bracket(self, painter: QPainter, plan: Plan, top: float) -> None:
        first, second = self._rows
        tone = tone_of(first.kind)
        up, down = (self._from(plan.strip.x_of(row.filled)) for row in (first, second))
        spare = (plan.row - plan.strip.height) / 2
        middle, low = top + plan.bracket / 2, top + plan.bracket + plan.heads[1]
        path = QPainterPath(QPointF(up, top - spare + 3))
        for x, y in ((up, middle), (down, middle), (down, low + spare - 3)):
            path.lineTo(x, y)
        painter.strokePath(path, QPen(tone, 2))
        words = Flow((Run(self.difference(), bold=True),), "control", ENDLESS)
        high = words.height + 12
        box = QRectF(QPointF(), QSizeF(words.width + 32, high))
        box.moveCenter(QPointF((up + down) / 2, middle))
        box.moveLeft(max(1.0, min(self.width() - box.width() - 1, box.left())))
        painter.setPen(QPen(tone, 2))
        painter.setBrush(theme().colour("sheet"))
        painter.drawRoundedRect(box, high / 2, high / 2)
        words.draw(painter, QPointF(box.left() + 16, box.top() + 6), tone)

    def _paint_axis(self, painter: QPainter, plan: Plan, top: float) -> None:
        draw_axis(painter, plan.strip, top=top, unit=self._unit, place=self._from)
        self._paint_axis_name(painter, plan, top)

    def _paint_axis_name(self, painter: QPainter, plan: Plan, top: float) -> None:
        if plan.strip.left == 0:
            return
        words = Flow((Run(say("Both on one scale")),), "body", ENDLESS)
        left = plan.strip.left - GAP - words.width
        place = QPointF(self._from(left, words.width), top + WORDS)
        words.draw(painter, place, theme().colour("ink2"))

    def _from(self, left: float, width: float = 0.0) -> float:
        """Give the left edge of what begins ``left`` px from the side where lines begin."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self.width() - left - width if rtl else left

    def _side(self) -> Qt.AlignmentFlag:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft

    def _forget(self) -> None:
        self._flows.clear()
        self._plans.clear()

    def _on_themed(self) -> None:
        self._forget()
        self._people.forget()
        self.updateGeometry()
        self.update()


def number(row: PairRow) -> str:
    """Give what is printed large."""
    return row.number or str(row.filled)
