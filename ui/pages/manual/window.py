"""The manual in a window of its own: chapters at the left, the text at the right, a search."""

from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinecounsel.viewing.keys import Where, shortcuts
from spinecounsel.viewing.manual import Manual
from spinecounsel.viewing.manual_search import Index, words_of
from spinecounsel.wording import say, say_count
from ui.pages.manual.chapter import ChapterText
from ui.pages.manual.contents import ManualList
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import column
from ui.widgets.icons import icon
from ui.widgets.scroll import Scroll
from ui.widgets.text import Heading, Text

SIZE, LEAST_SIZE = QSize(1120, 720), QSize(560, 420)
LIST = 310  # px at 100 % text
NARROW = 760, 140  # px at 100 % text, and px: with less width, list and text take turns
EDGE = 40  # px: to the edge of the window that it opens over
PAUSE_MS = 80  # of whoever types, until the places are shown
MOST = 20  # places that are shown
_NO_LIMIT = 16_777_215  # Qt's QWIDGETSIZE_MAX


class _Place(NamedTuple):
    """Where one reads: the chapter and how far it is scrolled."""

    chapter: str
    scrolled: int


class ManualWindow(QWidget):
    """Shows the manual; it holds nothing of a patient.

    ``asked(act)`` for the keys of the whole program that were pressed here, named as in the list of
    keys.  Closing hides it, and it opens again where it was.
    """

    asked = Signal(str)

    def __init__(self, manual: Manual) -> None:
        super().__init__()
        self.setObjectName("manual")
        self.setWindowTitle(say("Manual of SpineCounsel"))
        self.setWindowIcon(icon("brand"))
        self.setMinimumSize(LEAST_SIZE)
        self._manual, self._index = manual, Index(manual)
        self._chapter = ""
        self._history: list[_Place] = []
        self._make_controls()
        self._lay_out()
        self._make_shortcuts()
        theme().themed.connect(self._show_parts)
        self._list.show_chapters(manual.groups)
        self._order()

    def open_over(self, window: QWidget) -> None:
        """Show it on the screen where ``window`` is, and nowhere else: another may be a patient's.

        It stays where somebody moved it on that screen.
        """
        if not self.isVisible():
            self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.isVisible() or self.screen() is not window.screen():
            room = window.screen().availableGeometry()
            self.setScreen(window.screen())
            if not room.contains(self.geometry()) or not self._chapter:
                size = SIZE.boundedTo(room.size() - QSize(2 * EDGE, 2 * EDGE))
                place = QRect(room.topLeft(), size)
                place.moveCenter(window.geometry().intersected(room).center())
                self.setGeometry(place)
        self.show()
        self.raise_()
        self.activateWindow()

    def go_to(self, chapter: str, block: int = 0) -> None:
        """Show a chapter, at a block of it; what was read before can be gone back to.

        What was searched for before is over.
        """
        self._end_search()
        self._go(chapter, block)

    def _go(self, chapter: str, block: int = 0) -> None:
        if self._chapter and chapter != self._chapter:
            self._history.append(_Place(self._chapter, self._bar.value()))
        self._show_chapter(chapter)
        self._scroll_to(block)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow lead from the search to the list."""
        if event.key() == Qt.Key.Key_Down and self._search.hasFocus():
            self._focus_list()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the list as there is room."""
        super().resizeEvent(event)
        self._show_parts()

    def _make_controls(self) -> None:
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._show_found)
        self._search = QLineEdit()
        self._search.setObjectName("manual.search")
        self._search.setAccessibleName(say("Search the manual"))
        self._search.setPlaceholderText(say("Search the manual"))
        self._search.textChanged.connect(self._pause.start)
        self._search.returnPressed.connect(self._on_return)
        self._said = Text("", "body", "ink2")
        self._said.hide()
        self._list = ManualList()
        self._list.picked.connect(self._on_picked)
        self._list.left.connect(self._focus_search)
        self._text = ChapterText(self._manual.picture)
        self._text.link_picked.connect(self._on_link)
        self._title = Heading(say("Manual"))
        self._contents = Button(say("Chapters"), icon="list", small=True)
        self._contents.setObjectName("manual.chapters")
        self._contents.setCheckable(True)
        self._contents.clicked.connect(self._on_contents)
        self._back = Button("", "quiet", icon="left", name=say("Back"), small=True)
        self._back.setObjectName("manual.back")
        self._back.clicked.connect(self._on_back)
        self._keys = Button("", "quiet", icon="keyboard", name=say("Keys"), small=True)
        self._keys.setObjectName("manual.keys")
        self._keys.clicked.connect(self._on_keys)
        self._close = Button("", "quiet", icon="clear", name=say("Close"), small=True)
        self._close.setObjectName("manual.close")
        self._close.clicked.connect(self.close)

    def _lay_out(self) -> None:
        self._side = QFrame()
        self._side.setProperty("kind", "rail")
        side = column(self._side, spacing=theme().px("s"))
        side.setContentsMargins(16, 16, 8, 0)
        side.addWidget(self._search)
        side.addWidget(self._said)
        self._listed = Scroll()
        self._listed.setWidget(self._list)
        side.addWidget(self._listed, 1)
        self._scroll = Scroll(say("Text of the chapter"))
        self._scroll.setObjectName("manual.text")
        self._scroll.setWidget(self._text)
        self._bar = self._scroll.verticalScrollBar()
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self._side)
        beside = QVBoxLayout()
        beside.setContentsMargins(6, 6, 6, 6)  # for the ring of the focus
        beside.addWidget(self._scroll)
        below.addLayout(beside, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head())
        whole.addLayout(below, 1)

    def _head(self) -> QWidget:
        head = QFrame()
        head.setProperty("kind", "banner")
        row = self._head_row = QHBoxLayout(head)
        row.setContentsMargins(24, 6, 16, 6)
        row.setSpacing(theme().px("s"))
        row.addWidget(self._title)
        row.addSpacing(theme().px("m"))
        row.addWidget(self._contents)
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self._keys)
        row.addWidget(self._close)
        return head

    def _make_shortcuts(self) -> None:
        slots = {
            "find": self._focus_search,
            "manual back": self._on_back,
            "chapter after": self._on_after,
            "chapter before": self._on_before,
            "close manual": self._on_escape,
        }
        slots |= dict.fromkeys(dict(shortcuts(Where.ALWAYS)), self._on_asked)
        for act, keys in shortcuts(Where.MANUAL, Where.ALWAYS):
            if act not in slots:
                continue
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setObjectName(act)
            shortcut.activated.connect(slots[act])

    def _show_chapter(self, chapter: str) -> None:
        self._chapter = chapter
        shown = self._manual.chapter(chapter)
        self._text.show_chapter(shown, words_of(self._search.text()))
        self._list.show_present(chapter)
        self._contents.setChecked(False)
        self._show_parts()
        self._scroll.setAccessibleName(shown.title)
        self._order()
        self._scroll.make_room(self._text)
        self._text.settle()
        self._bring_present()

    def _bring_present(self) -> None:
        """Bring the row of the chapter that is open into view."""
        row = self._list.present()
        if row is not None:
            self._listed.make_room(self._list)
            self._listed.ensureWidgetVisible(row)

    def _scroll_to(self, block: int) -> None:
        part = self._text.place_of(block)
        self._bar.setValue(0 if part is None else self._text.top_of(part) - theme().px("l"))

    def _order(self) -> None:
        """Let the Tab key go through what is there now, as one reads it."""
        head = [self._contents, self._back, self._keys, self._close, self._search]
        stops = [*head, *self._list.stops(), self._scroll, *self._text.stops()]
        for above, below in pairwise(stops):
            QWidget.setTabOrder(above, below)

    def _show_parts(self) -> None:
        """Show list and text, or one of them; hide the way back where there is none."""
        growing, fixed = NARROW
        scale = theme().text_scale
        folded = self.width() < fixed + growing * scale
        listed = not folded or self._contents.isChecked()
        self._contents.setVisible(folded)
        self._side.setVisible(listed)
        self._side.setMinimumWidth(0 if folded else round(LIST * scale))
        self._side.setMaximumWidth(_NO_LIMIT if folded else round(LIST * scale))
        self._scroll.setVisible(not (folded and listed))
        self._back.setVisible(bool(self._history))
        self._fold_head()

    def _fold_head(self) -> None:
        """Where the head lacks room, leave out the title, then the words of buttons with icons."""
        for titled, worded in ((True, True), (False, True), (False, False)):
            self._title.setVisible(titled)
            for button in (self._back, self._keys, self._close):
                button.setText(button.accessibleName() if worded else "")
            if self._head_row.sizeHint().width() <= self.width():
                break

    def _show_found(self) -> None:
        self._pause.stop()
        text = self._search.text()
        if not text.strip():
            self._said.hide()
            self._list.show_chapters(self._manual.groups)
            self._order()
            self._bring_present()
            return
        self._said.show()
        answer = self._index.search(text, MOST)
        self._said.setText(_count(answer.count))
        self._list.show_found(answer.first)
        self._listed.verticalScrollBar().setValue(0)
        self._order()

    def _on_return(self) -> None:
        if self._search.text().strip():
            self._show_found()
            self._list.pick_first()

    def _end_search(self) -> None:
        if self._search.text():
            self._search.clear()
            self._show_found()

    def _on_picked(self, chapter: str, block: int) -> None:
        """Open a chapter, or a place that was found: the other places stay listed."""
        self._go(chapter, block)
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_link(self, chapter: str) -> None:
        self.go_to(chapter)
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        if self._history:
            place = self._history.pop()
            self._show_chapter(place.chapter)
            self._bar.setValue(place.scrolled)
            self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_after(self) -> None:
        self._turn(+1)

    def _on_before(self) -> None:
        self._turn(-1)

    def _turn(self, by: int) -> None:
        order = [chapter.id for chapter in self._manual.chapters]
        there = order.index(self._chapter) + by
        if 0 <= there < len(order):
            self.go_to(order[there])

    def _on_escape(self) -> None:
        if self._search.hasFocus() and self._search.text():
            self._end_search()
        else:
            self.close()

    def _on_contents(self) -> None:
        self._show_parts()
        if self._contents.isChecked():
            self._focus_search()

    def _focus_search(self) -> None:
        self._contents.setChecked(True)
        self._show_parts()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _focus_list(self) -> None:
        row = self._list.first()
        if row is not None:
            row.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_keys(self) -> None:
        self.asked.emit("keys")

    def _on_asked(self) -> None:
        shortcut = self.sender()
        if isinstance(shortcut, QShortcut):
            self.asked.emit(shortcut.objectName())


def _count(found: int) -> str:
    if not found:
        return say("Nothing was found. Try a shorter word.")
    if found > MOST:
        return say("Found in {n} places. The first {most} are here.", n=found, most=MOST)
    return say_count("Found in {n} place", "Found in {n} places", found)
