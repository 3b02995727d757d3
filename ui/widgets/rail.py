"""The rail of steps, and the button that it folds into when text is large."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QStyle, QVBoxLayout, QWidget

from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.flow import Flow, Run
from ui.widgets.icons import draw_kind
from ui.widgets.pressing import press_by
from ui.widgets.scroll import Scroll

NOW = "now"
MARK = 22.0
BAR = 4  # px: the bar beside the present step


class RailStep(NamedTuple):
    """A step: its id, its word, its mark (done, now, part, to_do), and all of it in words."""

    id: str
    title: str
    state: str
    spoken: str


class Rail(QFrame):
    """All steps below each other; ``picked`` carries the id of one.

    Tab comes to the present step; the arrow keys go from step to step, Space or Enter picks.
    """

    picked = Signal(str)

    def __init__(self, place: str) -> None:
        """Name the steps ``<place>.<id>``."""
        super().__init__()
        self._place = place
        self.setProperty("kind", "rail")
        self.setAccessibleName(say("Steps of the consultation"))
        self._rows: dict[str, _Row] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 14, 0, 14)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_steps(self, steps: Sequence[RailStep]) -> None:
        """Show the steps; rows stay as long as the steps are the same ones."""
        if [step.id for step in steps] != list(self._rows):
            self._make_rows(steps)
        for step in steps:
            self._rows[step.id].show_step(step)

    def focus_now(self) -> None:
        """Give the focus to the present step."""
        for row in self._rows.values():
            if row.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                row.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus with the arrow keys."""
        rows = list(self._rows.values())
        here = next((place for place, row in enumerate(rows) if row.hasFocus()), None)
        there = {
            Qt.Key.Key_Up: -1 if here is None else here - 1,
            Qt.Key.Key_Down: -1 if here is None else here + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(rows) - 1,
        }.get(Qt.Key(event.key()))
        if there is None:
            super().keyPressEvent(event)
        elif 0 <= there < len(rows):
            rows[there].setFocus(Qt.FocusReason.TabFocusReason)

    def _make_rows(self, steps: Sequence[RailStep]) -> None:
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {step.id: _Row(f"{self._place}.{step.id}", step) for step in steps}
        for place, row in enumerate(self._rows.values()):
            row.picked.connect(self.picked)
            self._column.insertWidget(place, row)

    def _on_themed(self) -> None:
        widest = theme().line_height("control") * 7.2
        width = max(theme().px("size.rail"), round(widest + 60))
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.setMinimumWidth(width - bar)  # where it scrolls, the bar stands in its width
        self.setMaximumWidth(width)


class _Row(QAbstractButton):
    """One step."""

    picked = Signal(str)

    def __init__(self, name: str, step: RailStep) -> None:
        super().__init__()
        self.setObjectName(name)
        self._step = step
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        self._flows: dict[tuple[str, str, float], Flow] = {}
        theme().themed.connect(self._on_themed)
        self.show_step(step)

    def show_step(self, step: RailStep) -> None:
        if step == self._step and self.text():
            return
        self._step = step
        self.setText(step.title)
        self.setAccessibleName(step.spoken)
        now = step.state == NOW
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if now else Qt.FocusPolicy.ClickFocus)
        self.setProperty("ring_radius", 2)
        self.update()

    def sizeHint(self) -> QSize:
        height = max(theme().px("size.rail_row"), round(theme().line_height("control")) + 22)
        return QSize(theme().px("size.rail"), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        elif not press_by(self, event):
            event.ignore()  # the rail moves the focus

    def ringed_part(self) -> QRect:
        """The ring stays inside the rail."""
        return self.rect().adjusted(10, 6, -10, -6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        now = self._step.state == NOW
        if now:
            self._paint_now(painter, rtl=rtl)
        elif self.underMouse() or self.isDown():
            painter.fillRect(self.rect().adjusted(0, 1, 0, -1), theme().colour("action_soft"))
        side = MARK * theme().text_scale
        middle = self.height() / 2
        mark = QRectF(26, middle - side / 2, side, side)
        left = mark.right() + 12
        role = "strong" if now else "row"
        flow = self._set(role, self.width() - left - 8)
        if rtl:
            mark.moveRight(self.width() - 26)
            left = mark.left() - 12 - flow.width
        draw_kind(painter, self._step.state, mark)
        tone = "ink" if self._step.state in {NOW, "done"} else "ink2"
        flow.draw(painter, QPointF(left, middle - flow.height / 2), theme().colour(tone))
        painter.end()

    def _set(self, role: str, width: float) -> Flow:
        key = (self.text(), role, width)
        if key not in self._flows:
            self._flows[key] = Flow((Run(self.text()),), role, width)
        return self._flows[key]

    def _on_themed(self) -> None:
        self._flows.clear()
        self.updateGeometry()

    def _paint_now(self, painter: QPainter, *, rtl: bool) -> None:
        painter.fillRect(self.rect(), theme().colour("paper"))
        line = theme().colour("line")
        painter.fillRect(0, 0, self.width(), 1, line)
        painter.fillRect(0, self.height() - 1, self.width(), 1, line)
        bar = self.width() - BAR if rtl else 0
        painter.fillRect(bar, 0, BAR, self.height(), theme().colour("action"))

    def _on_clicked(self) -> None:
        self.picked.emit(self._step.id)


class FoldedRail(Button):
    """One button that says where we are and opens the rail; ``picked`` as of the rail."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__("", "secondary", icon="list")
        self.setObjectName("frame.steps")
        self._list = _Opened(self)
        self._list.rail.picked.connect(self._on_picked)
        self.clicked.connect(self._on_clicked)

    def show_steps(self, place: str, steps: Sequence[RailStep]) -> None:
        """Show where we are in words; the list has all steps."""
        self.setText(place)
        self.setAccessibleName(place)
        self.setAccessibleDescription(say("Opens the list of steps"))
        self._list.rail.show_steps(steps)

    def close_list(self) -> None:
        """Close the list when it is open."""
        self._list.hide()

    def _on_clicked(self) -> None:
        self._list.open_at(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _on_picked(self, step: str) -> None:
        self._list.hide()
        self.picked.emit(step)


class _Opened(QFrame):
    """The rail in a window of its own, open until a step is picked or Escape is pressed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "group")
        self.rail = Rail("frame.list")
        self._scroll = Scroll()
        self._scroll.setWidget(self.rail)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.addWidget(self._scroll)

    def open_at(self, place: QPoint) -> None:
        """Open with the upper corner at ``place``, moved up when there is no room below."""
        room = self.screen().availableGeometry()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        wanted = self.rail.sizeHint()
        height = min(wanted.height() + 4, room.height() - 16)
        self.resize(self.rail.maximumWidth() + bar + 4, height)
        self.move(place.x(), max(room.top() + 8, min(place.y(), room.bottom() - height - 8)))
        self.show()
        self.rail.focus_now()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
