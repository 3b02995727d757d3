"""The library: today's consultations, drafts, finished ones; search as you type."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinecounsel.viewing.library import Filter, LibraryGroup, LibraryView
from spinecounsel.wording import say
from ui.pages.library_row import LibraryRowButton
from ui.pages.page import Page
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.icons import KindMark
from ui.widgets.scroll import Scroll
from ui.widgets.text import Heading, PageTitle, Text

PAUSE_MS = 120


class LibraryPage(Page):
    """Lists consultations.

    ``searched(text)``, ``filtered(Filter)``, ``begun()``, ``picked(id, is_draft)``.
    """

    searched = Signal(str)
    filtered = Signal(object)
    begun = Signal()
    picked = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("library")
        self._shown: tuple[LibraryGroup, ...] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._on_paused)
        self._chips: dict[Filter, Button] = {}
        self._make_controls()
        self._lay_out()

    def show_view(self, view: LibraryView) -> None:
        """Show the rows; they are made anew only when they differ."""
        for each, words, count in view.counts:
            self._chips[each].setText(f"{words} {count}")
            self._chips[each].setChecked(each is view.chosen)
        self._found.setText(view.found)
        if self._shown != view.groups or self._marked != view.text:
            self._shown, self._marked = view.groups, view.text
            self._fill(view)

    def initial_focus(self) -> QWidget:
        """Give the control to begin with."""
        return self._search

    def clear(self) -> None:
        """Forget all rows, so that nothing about a patient stays behind a lock."""
        self._shown = None
        self._search.clear()
        self._pause.stop()
        self._empty_list()

    def _make_controls(self) -> None:
        self._marked = ""
        self._search = QLineEdit()
        self._search.setObjectName("library.search")
        self._search.setAccessibleName(
            say("Search by name, hospital number, option, date or status")
        )
        self._search.setPlaceholderText(say("Name, hospital number, option, date or status"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._pause.start)
        self._search.returnPressed.connect(self._on_paused)
        self._new = Button(say("New consultation"), "primary", icon="plus")
        self._new.setObjectName("library.new")
        self._new.clicked.connect(self.begun)
        self._found = Text("", "row", "ink2")
        self._group = QButtonGroup(self)
        for each in Filter:
            chip = Button(str(each), "chip")
            chip.setObjectName(f"library.filter.{each}")
            chip.setCheckable(True)
            chip.set_icon("", when_checked="check")
            self._group.addButton(chip)
            self._chips[each] = chip
        self._group.buttonClicked.connect(self._on_chip)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 24, 40, 0)
        column.setSpacing(theme().px("m"))
        head = QHBoxLayout()
        head.addWidget(PageTitle(say("Consultations")), 1)
        head.addWidget(self._new)
        column.addLayout(head)
        search = QHBoxLayout()
        search.addWidget(KindMark("search"), 0, Qt.AlignmentFlag.AlignVCenter)
        search.addWidget(self._search, 1)
        column.addLayout(search)
        chips = QHBoxLayout()
        for chip in self._chips.values():
            chips.addWidget(chip)
        chips.addStretch(1)
        column.addLayout(chips)
        column.addWidget(self._found)
        self._scroll = Scroll()
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(6, 6, 6, 24)
        self._rows.addStretch(1)
        self._scroll.setWidget(self._list)
        column.addWidget(self._scroll, 1)

    def _fill(self, view: LibraryView) -> None:
        self._empty_list()
        for group in view.groups:
            self._rows.insertWidget(self._rows.count() - 1, Heading(group.title))
            self._rows.insertWidget(self._rows.count() - 1, self._card(group, view.text))

    def _card(self, group: LibraryGroup, searched: str) -> Card:
        card = Card(pad=0, spacing=0)
        for place, row in enumerate(group.rows):
            if place:
                card.add(Rule())
            button = LibraryRowButton(row, searched)
            button.picked.connect(self.picked)
            card.add(button)
        return card

    def _empty_list(self) -> None:
        while self._rows.count() > 1:
            item = self._rows.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()

    def _on_paused(self) -> None:
        self._pause.stop()
        self.searched.emit(self._search.text())

    def _on_chip(self, button: Button) -> None:
        chosen = next(each for each, chip in self._chips.items() if chip is button)
        self.filtered.emit(chosen)
