"""One thing that the patient says back: how far, in which words, and the way to explain again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.understanding import SaidBack
from spinecounsel.wording import say
from ui.pages.understanding.marked import Marked
from ui.theme.theme import theme
from ui.widgets.button import GAP, Button
from ui.widgets.card import Card
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.field import LineField
from ui.widgets.segments import Segments
from ui.widgets.text import Text


class ItemCard(Card):
    """Asks one thing.

    ``said_back(item, key)``, ``worded(item, words)``, ``explain_asked(step, topic)``.
    """

    said_back = Signal(str, str)
    worded = Signal(str, str)
    explain_asked = Signal(str, str)

    def __init__(self, item: SaidBack, answers: Sequence[tuple[str, str]]) -> None:
        super().__init__(pad=14, spacing=8)
        self._item, self._step, self._topic = item.item, item.step, item.topic
        place = f"understanding.{item.item}"
        self._segments = Segments(answers, name=item.question)
        self._keys = [key for key, _ in answers]
        for key in self._keys:
            self._segments.button(key).setObjectName(f"{place}.{key}")
        self._segments.chosen.connect(self._on_chosen)
        self._line = QBoxLayout(SIDE_BY_SIDE)
        self._line.addWidget(Text(item.question, "patient"), 1)
        self._line.addWidget(self._segments, 0, Qt.AlignmentFlag.AlignLeading)
        self._words = LineField(say("In your own words, if you like"), f"{place}.words")
        self._words.edit.setAccessibleName(
            say("{question} In your own words", question=item.question)
        )
        self._words.written.connect(self._on_written)
        self._explain = Button(
            say("Explain again"),
            icon="refresh",
            name=say("Explain again: {question}", question=item.question),
        )
        self._explain.setObjectName(f"{place}.explain")
        self._explain.clicked.connect(self._on_explain)
        self._asked = Text("", "body", "ink2")
        self._again = Marked("part")
        self._shown = Text("", "cell")
        self.add(self._again)
        self.column.addLayout(self._line)
        self.add(self._below())
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_item(self, item: SaidBack) -> None:
        """Show what was said back."""
        self._step, self._topic = item.step, item.topic
        self._segments.show_chosen(item.said)
        self._inside.setVisible(bool(item.said))
        self._words.show_words(item.words)
        self._explain.setVisible(bool(item.step))
        self._again.show_words(item.again)
        self._shown.setText(item.shown)
        self._shown.setVisible(bool(item.shown))
        self._asked.setText(item.asked)
        self._asked.setVisible(bool(item.asked))

    def first(self) -> QWidget:
        """Give the first answer, for the focus."""
        return self._segments.first()

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        answers = [self._segments.button(key) for key in self._keys]
        return [*answers, self._words.edit, self._explain]

    def _below(self) -> QWidget:
        """Give what comes when there is an answer."""
        self._inside = QWidget()
        self._foot = QBoxLayout(SIDE_BY_SIDE)
        self._foot.setSpacing(theme().px("m"))
        self._foot.addWidget(self._words, 1)
        self._foot.addWidget(self._explain, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._shown)
        column.addLayout(self._foot)
        asked = QHBoxLayout()
        asked.addWidget(self._asked, 1)
        column.addLayout(asked)
        self._inside.hide()
        return self._inside

    def _on_chosen(self, key: str) -> None:
        self.said_back.emit(self._item, key)

    def _on_written(self, words: str) -> None:
        self.worded.emit(self._item, words)

    def _on_explain(self) -> None:
        self.explain_asked.emit(self._step, self._topic)

    def _on_themed(self) -> None:
        large = theme().large_text
        for box in (self._line, self._foot):
            box.setDirection(FOLDED if large else SIDE_BY_SIDE)
            box.setSpacing(theme().px("s" if large else "m"))
        # Room for the tick, so that the words beside do not move when it comes.
        tick = 0 if self._segments.chosen_key() else theme().px("glyph.icon") + GAP
        self._segments.setMinimumWidth(0)
        self._segments.setMinimumWidth(self._segments.sizeHint().width() + tick)
