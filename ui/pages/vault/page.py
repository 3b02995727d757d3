"""The vault itself: who opens it, its copies, its trail; each in a section of its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from spinecounsel.wording import say
from ui.pages.page import HELP, Page
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.scroll import Scroll
from ui.widgets.text import PageTitle
from ui.widgets.wrapping import Wrapping

SIDE = 40  # px, left and right


class VaultPage(Page):
    """Shows one section at a time; ``picked(key)`` when a person chose one, ``closed()``.

    Sections are widgets that others make; each gets a scroll of its own.
    """

    picked = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("vault")
        self._tabs: dict[str, Button] = {}
        self._places: dict[str, Scroll] = {}
        self._bar = _Bar()
        self._bar.setAccessibleName(say("Parts of this page"))
        self._tab_row = Wrapping(self._bar, spacing=theme().px("s"))
        self._stack = QStackedWidget()
        self._close = Button(say("Back to all consultations"), "quiet")
        self._close.setObjectName("vault.close")
        self._close.clicked.connect(self.closed)
        self._lay_out()

    def add_section(self, key: str, title: str, section: QWidget) -> None:
        """Add a section after the others."""
        tab = Button(title)
        tab.setObjectName(f"vault.section.{key}")
        tab.setCheckable(True)
        tab.clicked.connect(self._on_tab)
        self._tabs[key] = tab
        self._tab_row.addWidget(tab)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(SIDE, theme().px("s"), SIDE, 24)
        column.addWidget(section)
        column.addStretch(1)
        place = Scroll()
        place.setWidget(ground)
        self._places[key] = place
        self._stack.addWidget(place)

    def show_section(self, key: str) -> None:
        """Show a section."""
        self.setProperty(HELP, f"vault.{key}")
        for each, tab in self._tabs.items():
            tab.setChecked(each == key)
        self._stack.setCurrentWidget(self._places[key])

    def show_allowed(self, keys: frozenset[str]) -> None:
        """Offer only these sections."""
        for key, tab in self._tabs.items():
            tab.setVisible(key in keys)

    def show_reading(self, *, allowed: bool) -> None:
        """Offer the way to the consultations, or the one that is for emergencies."""
        words = say("Back to all consultations") if allowed else say("Read in an emergency ...")
        self._close.setText(words)

    def scroll_of(self, key: str) -> Scroll:
        """Give the scroll of a section, to bring what was said there into view."""
        return self._places[key]

    def initial_focus(self) -> QWidget:
        """Give the control to begin with."""
        return next((tab for tab in self._tabs.values() if tab.isChecked()), self._close)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SIDE, 0, SIDE, 0)
        head.setSpacing(theme().px("l"))
        head.addWidget(PageTitle(say("The vault")), 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        bar = QHBoxLayout()
        bar.setContentsMargins(SIDE, 0, SIDE, 0)
        bar.addWidget(self._bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(theme().px("m"))
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)

    def _on_tab(self) -> None:
        sender = self.sender()
        self.picked.emit(next(key for key, tab in self._tabs.items() if tab is sender))


class _Bar(QWidget):
    """The tabs; arrow keys go from one to the next."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key."""
        move = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            move = -move
        tabs = [tab for tab in self.findChildren(Button) if tab.isVisible()]
        here = next((place for place, tab in enumerate(tabs) if tab.hasFocus()), None)
        if not move or here is None:
            super().keyPressEvent(event)
            return
        there = max(0, min(len(tabs) - 1, here + move))
        tabs[there].setFocus(Qt.FocusReason.TabFocusReason)
