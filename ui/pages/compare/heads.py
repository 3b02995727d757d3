"""The head of the table: names of the options, and the way to those that find no room."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.wording import say
from ui.pages.compare.line import CELL_SHARE, HEAD_SHARE, Form
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.certainty import Certainty
from ui.widgets.text import Text


class CompareHeads(QFrame):
    """Names the columns; ``moved(by)`` when other columns are wanted (-1 or +1)."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "well")
        self._names: list[Text] = []
        self._earlier = self._button("earlier", "prev", say("Option to the left"))
        self._later = self._button("later", "next", say("Option to the right"))
        self._earlier.clicked.connect(self._on_earlier)
        self._later.clicked.connect(self._on_later)
        self._place = Text("", "label", "ink2")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 0, 18, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._first(), HEAD_SHARE)

    def show_names(self, names: tuple[str, ...], form: Form, first: int) -> None:
        """Show the names of the columns from ``first`` on."""
        if [text.text() for text in self._names] != list(names):
            self._fill(names)
        last = first + form.shown
        for place, text in enumerate(self._names):
            text.setVisible(first <= place < last)
        self._way.setVisible(form.shown < len(names))
        self._key.setVisible(form.shown >= len(names))
        self._place.setText(
            say("{first} to {last} of {all}", first=first + 1, last=last, all=len(names))
        )
        self._earlier.setEnabled(first > 0)
        self._later.setEnabled(last < len(names))

    def _fill(self, names: tuple[str, ...]) -> None:
        for text in self._names:
            self._row.removeWidget(text)
            text.hide()
            text.deleteLater()
        self._names = [Text(name, "body_strong") for name in names]
        for text in self._names:
            text.setContentsMargins(14, 10, 10, 10)
            text.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            self._row.addWidget(text, CELL_SHARE)

    def _first(self) -> QWidget:
        """Give the first cell: what is counted, and the way or what the dots mean."""
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(14, 8, 6, 8)
        column.setSpacing(2)
        column.addWidget(Text(say("Out of 100 people"), "label"))
        self._key = QWidget()
        key = QHBoxLayout(self._key)
        key.setContentsMargins(0, 0, 0, 0)
        key.setSpacing(theme().px("s"))
        discs = Certainty(disc=10, word=False)
        discs.show_level("moderate")
        key.addWidget(discs)
        key.addWidget(Text(say("how sure"), "label"), 1)
        column.addWidget(self._key)
        self._way = QWidget()
        way = QHBoxLayout(self._way)
        way.setContentsMargins(0, 2, 0, 0)
        way.setSpacing(theme().px("s"))
        for widget in (self._earlier, self._later):
            way.addWidget(widget)
        way.addWidget(self._place, 1)
        self._place.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self._way)
        return cell

    def _button(self, what: str, icon: str, words: str) -> Button:
        button = Button("", "icon", icon=icon, name=words)
        button.setObjectName(f"compare.{what}")
        return button

    def _on_earlier(self) -> None:
        self.moved.emit(-1)

    def _on_later(self) -> None:
        self.moved.emit(+1)
