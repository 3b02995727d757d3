"""One region of the spine from the front: a row to press for each vertebra."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.flow import ENDLESS, Flow, Run
from ui.widgets.spine.front import ROW, bone_shapes, half_width, tumour_shapes
from ui.widgets.spine.overview import Region
from ui.widgets.spine.picture import Picture
from ui.widgets.spine.side import Lies
from ui.widgets.spine.strip import Strip

MARGIN, SIDE = 4, 8
ROWS = 12  # the height is that of the region with the most vertebrae


class SpineRegion(QWidget):
    """Shows the vertebrae of one region; ``toggled`` carries the level of a row that was pressed.

    Arrow keys go from row to row, Space or Enter presses.  ``left_by`` says that an arrow key went
    beyond the last row (1) or the first (-1).
    """

    toggled = Signal(str)
    left_by = Signal(int)

    def __init__(self, regions: Sequence[Region], *, place: str) -> None:
        super().__init__()
        self._levels: tuple[str, ...] = ()
        self._marked: tuple[str, ...] = ()
        self._lies, self._sides = Lies.UNKNOWN, tuple[float, ...]()
        self._buttons: dict[str, Strip] = {}
        for region in regions:
            for level in region.levels:
                button = Strip(say("{level}, {region}", level=level, region=region.name), self)
                button.setObjectName(f"{place}.level.{level}")
                button.setProperty("level", level)
                button.clicked.connect(self._on_clicked)
                button.hide()
                self._buttons[level] = button
        self._widest = 0.0
        self._bones = Picture(self, self._to_drawing)
        policy = QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, policy)
        theme().themed.connect(self._on_themed)

    def show_region(self, region: Region) -> None:
        """Show the rows of another region."""
        if region.levels == self._levels:
            return
        self._levels = region.levels
        for level, button in self._buttons.items():
            button.setVisible(level in region.levels)
        self._place()

    def show_marks(self, marked: Sequence[str], lies: Lies, sides: Sequence[float]) -> None:
        """Show which rows are chosen, where the tumour lies there, and on which sides."""
        self._marked, self._lies, self._sides = tuple(marked), lies, tuple(sides)
        for level, button in self._buttons.items():
            button.setChecked(level in marked)
        self.update()

    def button_of(self, level: str) -> QAbstractButton:
        """Give the row of ``level``."""
        return self._buttons[level]

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        return QSize(336, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which nothing is cut."""
        return QSize(ceil(self._label_width()) + 200, self._least_row() * ROWS + 2 * MARGIN)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key."""
        move = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        here = next(
            (i for i, each in enumerate(self._levels) if self._buttons[each].hasFocus()), None
        )
        if not move or here is None:
            super().keyPressEvent(event)
        elif 0 <= here + move < len(self._levels):
            self._buttons[self._levels[here + move]].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.left_by.emit(move)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new size."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if not self._levels:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for level in self._levels:
            self._paint_ground(painter, level)
        self._paint_spine(painter)
        for level in self._levels:
            self._paint_label(painter, level)
        self._paint_sides(painter)
        painter.end()

    def _paint_spine(self, painter: QPainter) -> None:
        """The bones are drawn once; the tumour, which is pressed on and off, lies before them."""
        whole = self._marked if self._lies is Lies.UNKNOWN else ()
        self._bones.paint(painter, (self._levels, whole), lambda: bone_shapes(self._levels, whole))
        self._bones.paint_now(
            painter, tumour_shapes(self._levels, self._marked, self._lies, self._sides)
        )

    def _to_drawing(self, painter: QPainter) -> None:
        painter.translate(self._middle(), self._top())
        scale = self._row() / ROW
        painter.scale(scale, scale)

    def _paint_ground(self, painter: QPainter, level: str) -> None:
        button = self._buttons[level]
        place = QRectF(button.geometry()).adjusted(1, 2, -1, -2)
        if button.isChecked():
            painter.setBrush(theme().colour("action_soft"))
            painter.setPen(QPen(theme().colour("action"), theme().px("line.chosen")))
        elif button.underMouse():
            painter.setBrush(theme().colour("well"))
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            return
        painter.drawRoundedRect(place, 7, 7)

    def _paint_label(self, painter: QPainter, level: str) -> None:
        chosen = self._buttons[level].isChecked()
        place = QRectF(self._buttons[level].geometry())
        flow = Flow((Run(level, bold=chosen),), "body", ENDLESS)
        middle = QPointF(SIDE + 6 + self._label_width() / 2, place.center().y())
        if chosen:
            pill = QRectF(0, 0, self._label_width(), min(place.height() - 14, flow.height + 8))
            pill.moveCenter(middle)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("action"))
            painter.drawRoundedRect(pill, 6, 6)
        tone = theme().colour("on_action" if chosen else "ink2")
        flow.draw(painter, middle - QPointF(flow.width / 2, flow.height / 2), tone)

    def _paint_sides(self, painter: QPainter) -> None:
        """The patient's right and left, beside the first row."""
        y = self._top() + self._row() / 2
        reach = half_width(self._levels) * self._row() / ROW
        for letter, side in ((say("R"), -1), (say("L"), 1)):
            flow = Flow((Run(letter, bold=True),), "body", ENDLESS)
            x = self._middle() + side * (reach - flow.width / 2) - flow.width / 2
            flow.draw(painter, QPointF(x, y - flow.height / 2), theme().colour("ink2"))

    def _place(self) -> None:
        row, top = self._row(), self._top()
        for place, level in enumerate(self._levels):
            whole = QRectF(SIDE, top + place * row, self.width() - 2 * SIDE, row)
            self._buttons[level].setGeometry(whole.toRect())
        self.update()

    def _row(self) -> float:
        if not self._levels:
            return ROW
        high = (self.height() - 2 * MARGIN) / len(self._levels)
        across = self.width() - self._label_width() - 2 * SIDE - 16
        wide = ROW * across / (2 * half_width(self._levels))
        return max(float(self._least_row()), min(high, wide))

    def _top(self) -> float:
        return max(float(MARGIN), (self.height() - self._row() * len(self._levels)) / 2)

    def _middle(self) -> float:
        left = SIDE + 10 + self._label_width()
        return (left + self.width() - SIDE) / 2

    def _label_width(self) -> float:
        if not self._widest:
            self._widest = Flow((Run("T12", bold=True),), "body", ENDLESS).width + 20
        return self._widest

    def _least_row(self) -> int:
        return max(theme().px("size.vertebra_row"), ceil(theme().line_height("body")) + 16)

    def _on_themed(self) -> None:
        self._widest = 0.0
        self.updateGeometry()
        self._place()

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Strip):
            # The view says what is chosen; until it comes the row stays as it was.
            button.setChecked(not button.isChecked())
            self.toggled.emit(str(button.property("level")))
