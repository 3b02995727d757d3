"""The right side: which document, its pages or its words, how large."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from spinecounsel.document import Passage
from spinecounsel.viewing.finished import FinishedView, page_place
from spinecounsel.wording import say
from ui.pages.finished.told import Told
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.preview import Preview
from ui.widgets.segments import Segments
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping

PAGES, WORDS = "pages", "words"


class Shelf(QWidget):
    """Shows one of the documents.

    ``kind_chosen(key)``; ``page_wanted(number, width)`` as of the preview; ``words_wanted()`` when
    the words are to be shown and were not given yet.
    """

    kind_chosen = Signal(str)
    page_wanted = Signal(int, int)
    words_wanted = Signal()

    def __init__(self, kinds: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.kinds = Segments(kinds, name=say("Document"))
        self.kinds.chosen.connect(self.kind_chosen)
        for key, _ in kinds:
            self.kinds.button(key).setObjectName(f"finished.kind.{key}")
        self._ways = Segments(((PAGES, say("Pages")), (WORDS, say("As text"))), name=say("Show"))
        for key in (PAGES, WORDS):
            self._ways.button(key).setObjectName(f"finished.show.{key}")
        self._ways.show_chosen(PAGES)
        self._ways.chosen.connect(self._on_way_chosen)
        self.preview = Preview()
        self.preview.setObjectName("finished.preview")
        self.preview.page_wanted.connect(self.page_wanted)
        self.preview.moved.connect(self._on_moved)
        self.told = Told()
        self._place = Text("", "row", "ink2")
        self._zoom = [
            self._zoomer("minus", say("Smaller pages"), "smaller", self.preview.shrink),
            self._zoomer("plus", say("Larger pages"), "larger", self.preview.grow),
        ]
        self._has_words = False
        self._lay_out()
        self._on_moved()

    def show_view(self, view: FinishedView) -> None:
        """Show which document is seen."""
        self.kinds.show_chosen(view.shown)

    def show_document(self, sizes: tuple[tuple[float, float], ...]) -> None:
        """Show another document: blank pages at first; none for a document that is being made."""
        self._has_words = False
        self.told.show_passages(())
        self.preview.show_document(sizes)
        if sizes and self._ways.chosen_key() == WORDS:
            self.words_wanted.emit()

    def show_words(self, passages: tuple[Passage, ...]) -> None:
        """Show the words of the document."""
        self._has_words = True
        self.told.show_passages(passages)

    def _zoomer(self, icon: str, name: str, ident: str, act: Callable[[], None]) -> Button:
        button = Button("", "icon", icon=icon, name=name)
        button.setObjectName(f"finished.{ident}")
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(theme().px("s"))
        column.addWidget(self.kinds)
        tools = QWidget()
        row = Wrapping(tools, spacing=theme().px("m"))
        row.addWidget(self._ways)
        beside = QWidget()
        line = QHBoxLayout(beside)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px("s"))
        for button in self._zoom:
            line.addWidget(button)
        line.addWidget(self._place)
        row.addWidget(beside)
        column.addWidget(tools)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.preview)
        self._stack.addWidget(self.told)
        column.addWidget(self._stack, 1)

    def _on_way_chosen(self, way: str) -> None:
        words = way == WORDS
        self._stack.setCurrentWidget(self.told if words else self.preview)
        for each in (*self._zoom, self._place):
            each.setVisible(not words)
        if words and not self._has_words and self.preview.pages:
            self.words_wanted.emit()

    def _on_moved(self) -> None:
        smaller, larger = self._zoom
        smaller.setEnabled(self.preview.may_shrink)
        larger.setEnabled(self.preview.may_grow)
        self._place.setText(page_place(self.preview.page, self.preview.pages))
