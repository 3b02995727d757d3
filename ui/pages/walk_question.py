"""Questions about a topic: those that were asked, and a place for a new one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.walk_card import AskedView
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.columns import Columns
from ui.widgets.field import NoteField
from ui.widgets.text import Text


class QuestionPanel(QWidget):
    """Writes a question and its answer down; ``asked(id, text, answer)``, the id empty when new."""

    asked = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self._ident = ""
        self._shown: tuple[AskedView, ...] = ()
        self._text = NoteField(say("The question"), "walk.question", lines=2)
        self._answer = NoteField(say("The answer"), "walk.answer", lines=2)
        self._save = Button(say("Write it down"), "primary", small=True)
        self._save.setObjectName("walk.save_question")
        self._save.clicked.connect(self._on_save)
        self._text.written.connect(self._on_written)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("s"))
        self._before = QVBoxLayout()
        self._before.setSpacing(2)
        column.addLayout(self._before)
        column.addWidget(Columns(([self._text], [self._answer])))
        column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    def show_questions(self, asked: Sequence[AskedView]) -> None:
        """Show the questions that were asked here."""
        if tuple(asked) == self._shown:
            return
        self._shown = tuple(asked)
        while self._before.count():
            item = self._before.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        for each in self._shown:
            line = _Asked(each)
            line.picked.connect(self._on_picked)
            self._before.addWidget(line)

    def unfold(self) -> None:
        """Show the fields, empty, for a new question."""
        self._take(AskedView(id="", text="", answer=""))
        self.show()
        self._text.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self) -> None:
        """Hide the fields; what was not written down is not kept."""
        self.hide()

    def _take(self, asked: AskedView) -> None:
        self._ident = asked.id
        self._text.show_text(asked.text)
        self._answer.show_text(asked.answer)
        self._on_written()

    def _on_picked(self, ident: str) -> None:
        for each in self._shown:
            if each.id == ident:
                self._take(each)
                self._text.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_written(self, _text: str = "") -> None:
        self._save.setEnabled(bool(self._text.text().strip()) or bool(self._ident))

    def _on_save(self) -> None:
        text, answer = self._text.text().strip(), self._answer.text().strip()
        self.fold()
        self.asked.emit(self._ident, text, answer if text else "")


class _Asked(QWidget):
    """A question that was asked, with a button to change it."""

    picked = Signal(str)

    def __init__(self, asked: AskedView) -> None:
        super().__init__()
        self._ident = asked.id
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px("m"))
        words = f"**{asked.text}**  {asked.answer}" if asked.answer else f"**{asked.text}**"
        row.addWidget(Text(words, "row"), 1)
        change = Button(say("Change"), "link", small=True)
        change.setAccessibleName(say("Change: {question}", question=asked.text))
        change.clicked.connect(self._on_clicked)
        row.addWidget(change)

    def _on_clicked(self) -> None:
        self.picked.emit(self._ident)
