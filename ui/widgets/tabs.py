"""Parts of a page as a row of tabs, each with the mark of what is done."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.flow import ENDLESS, Flow, Run
from ui.widgets.icons import draw_kind
from ui.widgets.pressing import ARROWS, press_by

SIDE, GAP, MARK = 13, 8, 20


class Tab(NamedTuple):
    """A tab: its key, its word, and what is done of it (``done``, ``part`` or ``to_do``)."""

    key: str
    title: str
    state: str


class Tabs(QWidget):
    """Tabs of which one is shown; ``picked`` carries the key of what a person pressed.

    Arrow keys go from one to the next, Space or Enter presses.
    """

    picked = Signal(str)

    def __init__(self, tabs: Sequence[Tab], *, place: str) -> None:
        super().__init__()
        self._buttons: dict[str, _TabButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 6, 6)
        row.setSpacing(8)
        for tab in tabs:
            button = _TabButton(tab)
            button.setObjectName(f"{place}.tab.{tab.key}")
            button.clicked.connect(self._on_clicked)
            self._buttons[tab.key] = button
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_tabs(self, tabs: Sequence[Tab], shown: str) -> None:
        """Show what is done of each, and which one is seen."""
        for tab in tabs:
            self._buttons[tab.key].show_tab(tab, shown=tab.key == shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key."""
        move = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            move = -move
        buttons = list(self._buttons.values())
        here = next((i for i, button in enumerate(buttons) if button.hasFocus()), None)
        if not move or here is None:
            super().keyPressEvent(event)
            return
        there = max(0, min(len(buttons) - 1, here + move))
        buttons[there].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self) -> None:
        sender = self.sender()
        self.picked.emit(next(key for key, each in self._buttons.items() if each is sender))


class _TabButton(QAbstractButton):
    def __init__(self, tab: Tab) -> None:
        super().__init__()
        self._tab = tab
        self._shown = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().themed.connect(self._on_themed)

    def show_tab(self, tab: Tab, *, shown: bool) -> None:
        """Show what is done, and whether this one is seen."""
        self._tab, self._shown = tab, shown
        states = {"done": say("done"), "part": say("begun"), "to_do": say("not begun")}
        seen = say("shown here") if shown else ""
        self.setAccessibleName(", ".join(filter(None, (tab.title, states[tab.state], seen))))
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        words = self._flow(bold=True)
        high = max(theme().px("size.target_min") + 2, round(words.height) + 18)
        return QSize(round(words.width + 1) + 2 * SIDE + self._side() + GAP, high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key."""
        if not press_by(self, event, others=ARROWS):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        words = self._flow(bold=self._shown)
        side, middle = self._side(), self.height() / 2
        left = (self.width() - words.width - side - GAP) / 2
        places = [left, left + side + GAP]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            places = [left + words.width + GAP, left]
        mark = "now" if self._shown else self._tab.state
        draw_kind(painter, mark, QRectF(places[0], middle - side / 2, side, side))
        words.draw(painter, QPointF(places[1], middle - words.height / 2), theme().colour("ink"))
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        if self._shown:
            painter.setBrush(theme().colour("sheet"))
            painter.setPen(QPen(theme().colour("action"), theme().px("line.chosen")))
        elif self.underMouse() or self.isDown():
            painter.setBrush(theme().colour("well"))
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            return
        radius = theme().px("radius.control")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)

    def _flow(self, *, bold: bool) -> Flow:
        return Flow((Run(self._tab.title, bold=bold),), "row", ENDLESS)

    def _side(self) -> int:
        return round(MARK * theme().text_scale)

    def _on_themed(self) -> None:
        self.updateGeometry()
        self.update()
