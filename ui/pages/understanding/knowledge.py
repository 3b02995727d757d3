"""A short check of what was discussed: one question open at a time, and no score."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from spinecounsel.viewing.knowledge import KnowledgeRow
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.choice import Choice, ChoiceOption
from ui.widgets.row_button import RowButton
from ui.widgets.text import Heading, Text

SIDE = 18
BELOW_WORDS = 54  # px: the answers stand below the words of the question, behind its mark
MARK_IN = 6  # px: the marks of the answers stand so far in


class KnowledgeCard(Card):
    """Asks the questions.

    ``answered(question, choice)``; ``explain_asked(step, topic)`` for the card that explains one.
    The row of the first question is ``understanding.knowledge.1``, its answers
    ``understanding.knowledge.1.<choice>``.
    """

    answered = Signal(str, str)
    explain_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(pad=0, spacing=0)
        self._rows: dict[str, _Question] = {}
        self._just = ""
        top = QVBoxLayout()
        top.setContentsMargins(SIDE, 14, SIDE, 8)
        top.setSpacing(4)
        top.addWidget(Heading(say("Did we make this clear?")))
        self._nothing = Text("", "lead", "ink2")
        top.addWidget(self._nothing)
        self.column.addLayout(top)

    def show_questions(self, rows: Sequence[KnowledgeRow], nothing: str) -> None:
        """Show the questions; once one is answered as it is, the next one opens."""
        self._nothing.setText(nothing)
        self._nothing.setVisible(bool(nothing))
        new = [row.key for row in rows] != list(self._rows)
        if new:
            self._arrange(rows)
        for number, row in enumerate(rows, 1):
            self._rows[row.key].show_question(row, number)
        if new and not any(each.is_open() for each in self._rows.values()):
            self._open_next("")
        elif self._just and self._rows[self._just].is_done():
            self._open_next(self._just)
        self._just = ""

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        return [stop for row in self._rows.values() for stop in row.stops()]

    def _arrange(self, rows: Sequence[KnowledgeRow]) -> None:
        old, self._rows = self._rows, {}
        for row in rows:
            shown = old.pop(row.key, None) or self._new_row(row)
            self._rows[row.key] = shown
            self.add(shown)
        for shown in old.values():
            if shown.isAncestorOf(QApplication.focusWidget() or self):
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.column.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        for above, below in pairwise(self.stops()):
            QWidget.setTabOrder(above, below)

    def _new_row(self, row: KnowledgeRow) -> "_Question":
        shown = _Question(row)
        shown.answered.connect(self._on_answered)
        shown.toggled.connect(self._on_toggled)
        shown.explain_asked.connect(self.explain_asked)
        return shown

    def _open_next(self, after: str) -> None:
        """Open the first question that is still open, from ``after`` on; the focus goes along."""
        keys = list(self._rows)
        here = keys.index(after) + 1 if after else 0
        left = [key for key in keys[here:] + keys[:here] if not self._rows[key].is_done()]
        self._show_open(left[0] if left else "")
        if after:
            self._rows[left[0] if left else after].head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_open(self, key: str) -> None:
        for each, row in self._rows.items():
            row.show_open(is_open=each == key)

    def _on_toggled(self, key: str) -> None:
        self._show_open("" if self._rows[key].is_open() else key)

    def _on_answered(self, key: str, choice: str) -> None:
        self._just = key
        self.answered.emit(key, choice)


class _Head(RowButton):
    """The row of a question: its mark, its words, and what came of it."""

    def __init__(self) -> None:
        self._mark = "to_do"
        super().__init__("", "")

    def show_mark(self, mark: str) -> None:
        """Show how far it is."""
        self._mark = mark
        self.update()

    def mark(self) -> str:
        """Give the mark in front."""
        return self._mark


class _Question(QWidget):
    answered = Signal(str, str)
    toggled = Signal(str)
    explain_asked = Signal(str, str)

    def __init__(self, row: KnowledgeRow) -> None:
        super().__init__()
        self._key, self._topic, self._mark = row.key, row.topic, row.mark
        self._keys = [key for key, _ in row.choices]
        self.head = _Head()
        self.head.clicked.connect(self._on_head)
        options = [ChoiceOption(key, words) for key, words in row.choices]
        self._choice = Choice(options, name=row.question, close=True)
        self._choice.chosen.connect(self._on_chosen)
        self._explanation = Text("", "cell")
        self._look = Button(
            say("Look at it again"),
            icon="refresh",
            small=True,
            name=say("Look at it again: {question}", question=row.question),
        )
        self._look.clicked.connect(self._on_look)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(BELOW_WORDS, 0, SIDE, 14)
        inside.setSpacing(theme().px("s"))
        inside.addWidget(self._choice)
        again = QVBoxLayout()
        again.setContentsMargins(MARK_IN, 0, 0, 0)
        again.setSpacing(theme().px("s"))
        again.addWidget(self._explanation)
        again.addWidget(self._look, 0, Qt.AlignmentFlag.AlignLeading)
        inside.addLayout(again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (Rule(), self.head, self._inside):
            column.addWidget(part)
        self._inside.hide()

    def show_question(self, row: KnowledgeRow, number: int) -> None:
        """Show what was answered."""
        self._mark, self._topic = row.mark, row.topic
        self.head.show_words(row.question, row.remark)
        self.head.show_mark(row.mark)
        self._tell()
        self._choice.show_chosen(row.chosen)
        self._explanation.setText(row.explanation)
        self._explanation.setVisible(bool(row.explanation))
        self._look.setVisible(bool(row.topic))
        name = f"understanding.knowledge.{number}"
        self.head.setObjectName(name)
        self._look.setObjectName(f"{name}.explain")
        for key in self._keys:
            self._choice.row_of(key).setObjectName(f"{name}.{key}")

    def show_open(self, *, is_open: bool) -> None:
        """Show the answers, or only the row."""
        self._inside.setVisible(is_open)
        self._tell()

    def is_open(self) -> bool:
        """Tell whether the answers are shown."""
        return not self._inside.isHidden()

    def is_done(self) -> bool:
        """Tell whether it was answered as it is."""
        return self._mark == "done"

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        return [self.head, *(self._choice.row_of(key) for key in self._keys), self._look]

    def _tell(self) -> None:
        """Say in words what came of it, and what pressing the row does."""
        press = say("Close the answers") if self.is_open() else say("Open the answers")
        told = (self.head.sentence.text(), press)
        self.head.setAccessibleDescription(" ".join(filter(None, told)))

    def _on_head(self) -> None:
        self.toggled.emit(self._key)

    def _on_chosen(self, choice: str) -> None:
        self.answered.emit(self._key, choice)

    def _on_look(self) -> None:
        self.explain_asked.emit("walk", self._topic)
