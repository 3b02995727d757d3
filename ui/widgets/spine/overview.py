"""The whole spine from the side, its regions to be pressed."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.flow import ENDLESS, Flow, Run
from ui.widgets.spine.bones import bones
from ui.widgets.spine.line import SHEET
from ui.widgets.spine.picture import Picture
from ui.widgets.spine.side import (
    Lies,
    bony_shapes,
    cord_shapes,
    ground_shapes,
    middles,
)
from ui.widgets.spine.strip import Strip

MARGIN, LABEL_LEFT, BRACKET = 8, 14, 9
LEAST_HEIGHT = 420


class Region(NamedTuple):
    """A part of the spine: its id, its name and its levels from above."""

    id: str
    name: str
    levels: tuple[str, ...]


class SpineOverview(QWidget):
    """Shows every level that is marked; ``region_chosen`` carries the id of a region.

    Arrow keys go from region to region, Space or Enter chooses.
    """

    region_chosen = Signal(str)

    def __init__(self, regions: Sequence[Region], *, place: str) -> None:
        super().__init__()
        self._regions = tuple(regions)
        self._marked: tuple[str, ...] = ()
        self._lies = Lies.UNKNOWN
        self._buttons: dict[str, Strip] = {}
        for region in regions:
            button = Strip(region.name, self)
            button.setObjectName(f"{place}.region.{region.id}")
            button.clicked.connect(self._on_clicked)
            self._buttons[region.id] = button
        self._widest = 0.0
        self._ground = Picture(self, self._to_drawing)
        self._bones = Picture(self, self._to_drawing)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_marks(self, marked: Sequence[str], lies: Lies, region: str) -> None:
        """Show the tumour at ``marked`` and which region is seen beside."""
        self._marked, self._lies = tuple(marked), lies
        for each in self._regions:
            button = self._buttons[each.id]
            button.setChecked(each.id == region)
            found = [level for level in marked if level in each.levels]
            button.setAccessibleDescription(", ".join(found))
        self.update()

    def width_for(self, height: int) -> int:
        """Give the width that the drawing needs at a height."""
        return round(self._label_width() + self._spine_width(height))

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        return QSize(self.width_for(540), 540)

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which nothing is cut."""
        return QSize(self.sizeHint().width(), LEAST_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key."""
        move = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        buttons = list(self._buttons.values())
        here = next((i for i, button in enumerate(buttons) if button.hasFocus()), None)
        if not move or here is None:
            super().keyPressEvent(event)
            return
        there = max(0, min(len(buttons) - 1, here + move))
        buttons[there].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new size."""
        super().resizeEvent(event)
        edges = [self._top() - 2.0]
        for above, below in pairwise(self._regions):
            edges.append((self._y_of(above.levels[-1]) + self._y_of(below.levels[0])) / 2)
        edges.append(self.height() - self._top() + 2.0)
        for region, (top, low) in zip(self._regions, pairwise(edges), strict=True):
            place = QRectF(6, top + 1, self.width() - 12, low - top - 2)
            self._buttons[region.id].setGeometry(place.toRect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_hover(painter)
        self._ground.paint(painter, "ground", ground_shapes)
        self._ground.paint_now(painter, cord_shapes(self._marked, self._lies))
        self._bones.paint(painter, "bones", bones)
        self._bones.paint_now(painter, bony_shapes(self._marked, self._lies))
        for region in self._regions:
            self._paint_region(painter, region)
        painter.end()

    def _to_drawing(self, painter: QPainter) -> None:
        left, top, _, _ = SHEET
        painter.translate(self._spine_left(), self._top())
        painter.scale(self._scale(), self._scale())
        painter.translate(-left, -top)

    def _paint_hover(self, painter: QPainter) -> None:
        for button in self._buttons.values():
            if button.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme().colour("well"))
                painter.drawRoundedRect(QRectF(button.geometry()), 8, 8)

    def _paint_region(self, painter: QPainter, region: Region) -> None:
        button = self._buttons[region.id]
        chosen = button.isChecked()
        flow = Flow((Run(region.name, bold=chosen),), "body", ENDLESS)
        middle = (self._y_of(region.levels[0]) + self._y_of(region.levels[-1])) / 2
        tone = theme().colour("ink" if chosen else "ink2")
        flow.draw(painter, QPointF(LABEL_LEFT, middle - flow.height / 2), tone)
        if chosen:
            self._paint_bracket(painter, button.geometry())

    def _paint_bracket(self, painter: QPainter, place: QRect) -> None:
        painter.setPen(QPen(theme().colour("action"), 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        right, top, low = self.width() - 1.0, place.top() + 4.0, place.bottom() - 4.0
        left = right - BRACKET
        painter.drawPolyline(
            [QPointF(right, top), QPointF(left, top), QPointF(left, low), QPointF(right, low)]
        )

    def _scale(self) -> float:
        across = self.width() - self._label_width() - BRACKET - 8
        return max(0.1, min((self.height() - 2 * MARGIN) / SHEET[3], across / SHEET[2]))

    def _spine_width(self, height: float) -> float:
        return SHEET[2] * (height - 2 * MARGIN) / SHEET[3] + BRACKET + 8

    def _spine_left(self) -> float:
        return self.width() - SHEET[2] * self._scale() - BRACKET - 6

    def _top(self) -> float:
        return max(float(MARGIN), (self.height() - SHEET[3] * self._scale()) / 2)

    def _y_of(self, level: str) -> float:
        return self._top() + (middles()[level][1] - SHEET[1]) * self._scale()

    def _label_width(self) -> float:
        if not self._widest:
            runs = [(Run(region.name, bold=True),) for region in self._regions]
            self._widest = max(Flow(each, "body", ENDLESS).width for each in runs)
        return LABEL_LEFT + self._widest

    def _on_themed(self) -> None:
        self._widest = 0.0
        self.updateGeometry()
        self.update()

    def _on_clicked(self) -> None:
        sender = self.sender()
        for ident, button in self._buttons.items():
            button.setChecked(button is sender)
            if button is sender:
                self.region_chosen.emit(ident)
        self.update()
