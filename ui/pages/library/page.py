"""The library: today's consultations, drafts, finished ones; search as you type."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from spinecounsel.viewing.library import Filter, LibraryGroup, LibraryView, counted
from spinecounsel.wording import say
from ui.pages.library.row import LibraryRowButton
from ui.pages.page import Page
from ui.theme.focus_ring import AROUND_PROPERTY
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.icons import KindMark
from ui.widgets.scroll import Scroll
from ui.widgets.text import Heading, PageTitle, Text

PAUSE_MS = 120
SIDE = 40  # px, left and right
_BELOW = 3  # what stands below the rows: words where there are none, the practice, a stretch


class LibraryPage(Page):
    """Lists consultations.

    ``searched(text)``, ``filtered(Filter)``, ``begun()``, ``picked(id, is_draft)``,
    ``discard_asked(id, name)``, ``earlier_asked(id)``, ``verify_asked()``, ``practice_asked()``
    where nothing is there yet, and ``more_asked()`` near the end of the rows.  Arrow keys go from
    the search to the rows and from row to row.
    """

    searched = Signal(str)
    filtered = Signal(object)
    begun = Signal()
    picked = Signal(str, bool)
    discard_asked = Signal(str, str)
    earlier_asked = Signal(str)
    verify_asked = Signal()
    practice_asked = Signal()
    more_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("library")
        self._shown: tuple[tuple[LibraryGroup, ...], str] | None = None
        self._cards: list[tuple[Card, list[LibraryRowButton]]] = []
        self._searching = False
        self._offers_practice = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._on_paused)
        self._chips: dict[Filter, Button] = {}
        self._search = QLineEdit()
        self._clear = Button(say("Clear"), "quiet", icon="clear", small=True)
        self._new = Button(say("New consultation"), "primary", icon="plus")
        self._verify = Button(say("Check a PDF"), "secondary", icon="seal")
        self._practise = Button(say("Practise with a made-up patient"))
        self._found = Text("", "body", "ink2")
        self._empty = Text("", "lead", "ink2")
        self._make_controls()
        self._make_chips()
        self._lay_out()
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_view(self, view: LibraryView) -> None:
        """Show the rows; they are made anew only when they differ."""
        for each, words, count in view.counts:
            self._chips[each].setText(f"{words} {counted(count)}")
            self._chips[each].setChecked(each is view.chosen)
        self._found.setText(view.found)
        self._searching = bool(view.text.strip())
        self._empty.setText(view.empty)
        self._empty.setVisible(bool(view.empty))
        self._practise.setVisible(view.is_new and self._offers_practice)
        if self._shown != (view.groups, view.text):
            shown, self._shown = self._shown, (view.groups, view.text)
            if shown is not None and shown[1] == view.text and _goes_on(shown[0], view.groups):
                self._extend(view)
            else:
                self._fill(view)
        self._on_themed()

    def offer_new(self, *, offered: bool) -> None:
        """Offer to begin a consultation, to who may."""
        self._new.setVisible(offered)

    def offer_practice(self, *, offered: bool) -> None:
        """Offer to practise as long as there is no consultation; a practice does not."""
        self._offers_practice = offered

    def initial_focus(self) -> QWidget:
        """Give the control to begin with."""
        return self._search

    def clear(self) -> None:
        """Forget all rows and words, so that nothing about a patient stays behind a lock."""
        self._shown = None
        self._search.clear()
        self._pause.stop()
        self._empty_list()
        for text in (self._found, self._empty):
            text.setText("")
        self._practise.hide()
        for chip in self._chips.values():
            chip.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search to the first row with the arrow key."""
        if event.key() == Qt.Key.Key_Down and self._list_of:
            self._on_moved(1)
        else:
            super().keyPressEvent(event)

    def _on_moved(self, step: int) -> None:
        rows = self._list_of
        here = next((place for place, row in enumerate(rows) if row.hasFocus()), -1)
        if here + step < 0:
            self._search.setFocus(Qt.FocusReason.BacktabFocusReason)
            return
        row = rows[min(len(rows) - 1, here + step)]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(row, 0, 24)

    def _make_controls(self) -> None:
        self._search.setObjectName("library.search")
        self._search.setProperty("role", "bare")
        self._search.setAccessibleName(
            say("Search by name, hospital number, option, date or status")
        )
        self._search.setPlaceholderText(say("Name, hospital number, option, date or status"))
        self._search.textChanged.connect(self._on_typed)
        self._search.returnPressed.connect(self._on_paused)
        self._clear.setObjectName("library.clear")
        self._clear.clicked.connect(self._on_clear)
        self._clear.hide()
        self._new.setObjectName("library.new")
        self._new.clicked.connect(self.begun)
        self._verify.setObjectName("library.verify")
        self._verify.clicked.connect(self.verify_asked)
        self._practise.setObjectName("library.practise")
        self._practise.clicked.connect(self.practice_asked)
        self._practise.hide()

    def _make_chips(self) -> None:
        group = QButtonGroup(self)
        for each in Filter:
            chip = Button(str(each), "chip")
            chip.setObjectName(f"library.filter.{each}")
            chip.setCheckable(True)
            chip.set_icon("", when_checked="check")
            group.addButton(chip)
            self._chips[each] = chip
        group.buttonClicked.connect(self._on_chip)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(theme().px("l"))
        head = QHBoxLayout()
        head.setContentsMargins(SIDE, 0, SIDE, 0)
        head.addWidget(PageTitle(say("Consultations")), 1)
        head.setSpacing(theme().px("l"))
        head.addWidget(self._verify)
        head.addWidget(self._new)
        column.addLayout(head)
        column.addLayout(self._search_field())
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar.setContentsMargins(SIDE, 0, SIDE, 0)
        self._bar.setSpacing(theme().px("m"))
        chips = QHBoxLayout()
        chips.setSpacing(10)
        for chip in self._chips.values():
            chips.addWidget(chip)
        chips.addStretch(1)
        self._bar.addLayout(chips, 3)
        self._bar.addWidget(self._found, 2)
        column.addLayout(self._bar)
        self._scroll = Scroll()
        ground = QWidget()
        self._rows = QVBoxLayout(ground)
        self._rows.setContentsMargins(SIDE, 0, SIDE, 24)
        self._rows.setSpacing(theme().px("s"))
        self._rows.addWidget(self._empty)
        self._rows.addWidget(self._practise, 0, Qt.AlignmentFlag.AlignLeading)
        self._rows.addStretch(1)
        self._scroll.setWidget(ground)
        self._scroll.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        column.addWidget(self._scroll, 1)

    def _search_field(self) -> QHBoxLayout:
        frame = QFrame()
        frame.setProperty("kind", "field")
        frame.setProperty(AROUND_PROPERTY, True)  # noqa: FBT003 - Qt's own order
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(20, 2, 8, 2)
        inside.setSpacing(14)
        inside.addWidget(KindMark("search"), 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(self._search, 1)
        inside.addWidget(self._clear)
        place = QHBoxLayout()
        place.setContentsMargins(SIDE, 0, SIDE, 0)
        place.addWidget(frame)
        return place

    def _fill(self, view: LibraryView) -> None:
        self._empty_list()
        for group in view.groups:
            self._add_group(group, view.text)

    def _extend(self, view: LibraryView) -> None:
        """Add the rows that are new at the ends of the groups; the others stay."""
        for number, group in enumerate(view.groups):
            if number < len(self._cards):
                self._add_rows(number, group, view.text)
            else:
                self._add_group(group, view.text)

    def _add_group(self, group: LibraryGroup, searched: str) -> None:
        title = Heading(group.title)
        title.setContentsMargins(0, 8, 0, 0)
        card = Card(pad=1, spacing=0)
        self._cards.append((card, []))
        self._add_rows(len(self._cards) - 1, group, searched)
        for part in (title, card):
            self._rows.insertWidget(self._rows.count() - _BELOW, part)

    def _add_rows(self, number: int, group: LibraryGroup, searched: str) -> None:
        card, buttons = self._cards[number]
        for row in group.rows[len(buttons) :]:
            if buttons:
                card.add(Rule())
            button = LibraryRowButton(row, searched)
            button.picked.connect(self.picked)
            button.moved.connect(self._on_moved)
            button.discard_asked.connect(self.discard_asked)
            button.earlier_asked.connect(self.earlier_asked)
            buttons.append(button)
            card.add(button)

    def _empty_list(self) -> None:
        self._cards.clear()
        while self._rows.count() > _BELOW:
            item = self._rows.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()

    @property
    def _list_of(self) -> list[LibraryRowButton]:
        return [button for _, buttons in self._cards for button in buttons]

    def _on_scrolled(self, place: int) -> None:
        bar = self._scroll.verticalScrollBar()
        if bar.maximum() - place < bar.pageStep():
            self.more_asked.emit()

    def _on_typed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._pause.start()

    def _on_clear(self) -> None:
        self._search.clear()
        self._search.setFocus()

    def _on_paused(self) -> None:
        self._pause.stop()
        self.searched.emit(self._search.text())

    def _on_chip(self, button: Button) -> None:
        chosen = next(each for each, chip in self._chips.items() if chip is button)
        self.filtered.emit(chosen)

    def _on_themed(self) -> None:
        large = theme().large_text
        ways = QBoxLayout.Direction
        self._bar.setDirection(ways.TopToBottom if large else ways.LeftToRight)
        end = Qt.AlignmentFlag.AlignLeading if large else Qt.AlignmentFlag.AlignTrailing
        self._found.setVisible(self._searching or not large)  # the chips say how many, too
        self._found.setAlignment(end | Qt.AlignmentFlag.AlignVCenter)


def _goes_on(shown: tuple[LibraryGroup, ...], groups: tuple[LibraryGroup, ...]) -> bool:
    """Whether ``groups`` are those shown, with more rows at their ends or more groups behind."""
    return len(shown) <= len(groups) and all(
        (new.title, new.rows[: len(old.rows)]) == (old.title, old.rows)
        for old, new in zip(shown, groups, strict=False)
    )
