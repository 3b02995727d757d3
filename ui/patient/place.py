"""Where the tumour is: the whole spine from the side, and its part from the front."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from spinecounsel.case.case import Side
from spinecounsel.viewing.patient_place import PlaceView
from spinecounsel.wording import say
from ui.patient.measure import Measure
from ui.theme.theme import theme
from ui.widgets.flow import ENDLESS, Flow, Run
from ui.widgets.spine.front import (
    LEFT_OF_PATIENT,
    RIGHT_OF_PATIENT,
    ROW,
    front_shapes,
    half_width,
)
from ui.widgets.spine.line import SHEET
from ui.widgets.spine.paint import paint_shapes
from ui.widgets.spine.side import Lies, middles, side_shapes

SIDES: dict[str, tuple[float, ...]] = {
    Side.RIGHT: (RIGHT_OF_PATIENT,),
    Side.LEFT: (LEFT_OF_PATIENT,),
    Side.BOTH: (RIGHT_OF_PATIENT, LEFT_OF_PATIENT),
}
DRAWN = QSize(760, 860)  # px as drawn: its room
GAP = 40.0  # px as drawn, between the two drawings


class SpinePicture(QWidget):
    """Draws a ``PlaceView`` as high as its room; its accessible name says it in words."""

    def __init__(self, view: PlaceView, measure: Measure) -> None:
        super().__init__()
        self._view, self._measure = view, measure.within(DRAWN)
        self._lies = Lies(view.lies)
        self._levels = next(levels for _, levels in view.regions if {*levels} & {*view.levels})
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(view.words)

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        return QSize(self._measure.px(DRAWN.width()), self._measure.room.height())

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which levels are told apart."""
        return QSize(self._measure.px(DRAWN.width()), self._measure.px(DRAWN.height() / 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right = self._paint_whole(painter)
        self._paint_part(painter, right + self._measure.px(GAP))
        painter.end()

    def _paint_whole(self, painter: QPainter) -> float:
        """Paint the whole spine with the names of its parts; give where it ends."""
        left, top, width, height = SHEET
        scale = self.height() / height
        names = {
            name: self._words(name, bold=self._is_marked(levels))
            for name, levels in self._view.regions
        }
        start = max(flow.width for flow in names.values()) + self._measure.px(18)
        painter.save()
        painter.translate(start, 0)
        painter.scale(scale, scale)
        painter.translate(-left, -top)
        paint_shapes(painter, side_shapes(self._view.levels, self._lies))
        painter.restore()
        for name, levels in self._view.regions:
            high = (middles()[levels[0]][1] + middles()[levels[-1]][1]) / 2
            flow, tone = names[name], "ink" if self._is_marked(levels) else "ink2"
            y = (high - top) * scale - flow.height / 2
            flow.draw(painter, QPointF(0, y), theme().colour(tone))
        return start + width * scale

    def _paint_part(self, painter: QPainter, left: float) -> None:
        """Paint the part from the front: each level with its name, and the patient's sides."""
        sides = [self._words(words) for words in (say("Your right"), say("Your left"))]
        label = self._words("T12", bold=True).width + self._measure.px(20)
        head = sides[0].height + self._measure.px(12)
        room = QRectF(left + label, head, self.width() - left - label, self.height() - head)
        row = min(
            room.height() / len(self._levels), ROW * room.width() / (2 * half_width(self._levels))
        )
        top = head + (room.height() - row * len(self._levels)) / 2
        painter.save()
        painter.translate(room.center().x(), top)
        painter.scale(row / ROW, row / ROW)
        sided = SIDES.get(self._view.side, ())
        paint_shapes(painter, front_shapes(self._levels, self._view.levels, self._lies, sided))
        painter.restore()
        for place, level in enumerate(self._levels):
            middle = QPointF(left + label / 2, top + row * (place + 0.5))
            self._paint_level(painter, level, middle)
        ink = theme().colour("ink2")
        above = top - head
        sides[0].draw(painter, QPointF(room.left(), above), ink)
        sides[1].draw(painter, QPointF(room.right() - sides[1].width, above), ink)

    def _paint_level(self, painter: QPainter, level: str, middle: QPointF) -> None:
        marked = level in self._view.levels
        flow = self._words(level, bold=marked)
        if marked:
            pill = QRectF(0, 0, flow.width + self._measure.px(24), flow.height)
            pill.moveCenter(middle)
            painter.setPen(QPen(theme().colour("action"), theme().px("line.chosen")))
            painter.setBrush(theme().colour("action_soft"))
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        place = QPointF(middle.x() - flow.width / 2, middle.y() - flow.height / 2)
        flow.draw(painter, place, theme().colour("ink" if marked else "ink2"))

    def _words(self, words: str, *, bold: bool = False) -> Flow:
        return Flow((Run(words, bold=bold),), self._measure.role("meta"), ENDLESS)

    def _is_marked(self, levels: tuple[str, ...]) -> bool:
        return bool({*levels} & {*self._view.levels})
