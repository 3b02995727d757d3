"""Questions about a topic: those that were asked, and a place for a new one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from spinecounsel.viewing.walk_card import AskedView
from spinecounsel.viewing.walk_ideas import IdeaGroup
from spinecounsel.wording import say
from ui.pages.walk.ideas import IdeasPanel
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Rule, column
from ui.widgets.field import NoteField
from ui.widgets.flow import Run
from ui.widgets.text import Heading, Text


class QuestionPanel(QWidget):
    """Shows what was asked and what people ask, and writes a question with its answer down.

    ``asked(id, text, answer)`` comes with every letter, so nothing is lost; the id is empty as long
    as the question is new.  ``unfolded`` when the fields are
    there, ``folded`` when the person has done with them; ``looked`` when ``ideas`` are looked at.
    """

    asked = Signal(str, str, str)
    unfolded = Signal()
    folded = Signal()
    looked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ident = ""
        self._shown: tuple[AskedView, ...] = ()
        self._rows: dict[str, _Asked] = {}
        self._text = NoteField(say("The question"), "walk.question", lines=2)
        self._answer = NoteField(say("The answer"), "walk.answer", lines=2)
        self._text.written.connect(self._on_written)
        self._answer.written.connect(self._on_written)
        self.ideas = IdeasPanel()
        self.ideas.picked.connect(self._on_idea_picked)
        self.ideas.opened.connect(self.looked)
        self._save = Button(say("Done"), icon="check")
        self._save.setObjectName("walk.save_question")
        self._save.clicked.connect(self._on_save)
        self._lay_out()
        self.hide()

    def show_questions(self, asked: Sequence[AskedView]) -> None:
        """Show the questions that were asked here; the one being written is in the fields."""
        self._shown = tuple(asked)
        kept = {each.id for each in asked}
        for ident in [each for each in self._rows if each not in kept]:
            row = self._rows.pop(ident)
            self._before.removeWidget(row)
            row.hide()
            row.deleteLater()
        for each in asked:
            if each.id not in self._rows:
                self._rows[each.id] = row = _Asked(each.id)
                self._before.addWidget(row)
                row.picked.connect(self._on_picked)
            self._rows[each.id].show_asked(each)
        self._show_parts()

    def show_ideas(self, groups: Sequence[IdeaGroup]) -> None:
        """Show questions that people ask, below the field of a question."""
        self.ideas.show_ideas(groups)

    def unfold(self) -> None:
        """Show the fields, empty, for a new question."""
        self._take(AskedView(id="", text="", answer=""))

    def fold(self) -> None:
        """Put the fields away."""
        self._ident = ""
        self._fields.hide()
        self.ideas.fold()
        self._show_parts()

    def is_folded(self) -> bool:
        """Tell whether the fields are away."""
        return self._fields.isHidden()

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        rows = [row.change for row in self._rows.values()]
        return [*rows, self._text.edit, *self.ideas.stops(), self._answer.edit, self._save]

    def _lay_out(self) -> None:
        self._before = QVBoxLayout()
        self._before.setSpacing(theme().px("s"))
        self._fields = QWidget()
        fields = column(self._fields, spacing=theme().px("s"))
        fields.addWidget(self._text)
        fields.addWidget(self.ideas)
        fields.addWidget(self._answer)
        fields.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeading)
        self._fields.hide()
        whole = column(self, spacing=theme().px("m"))
        whole.addWidget(Rule())
        whole.addWidget(Heading(say("Questions")))
        whole.addLayout(self._before)
        whole.addWidget(self._fields)

    def _show_parts(self) -> None:
        for ident, row in self._rows.items():
            row.setVisible(self.is_folded() or ident != self._ident)
        self.setVisible(bool(self._shown) or not self.is_folded())

    def _take(self, asked: AskedView) -> None:
        self._ident = asked.id
        self._text.show_text(asked.text)
        self._answer.show_text(asked.answer)
        self._fields.show()
        self._show_parts()
        self._text.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.unfolded.emit()

    def _on_picked(self, ident: str) -> None:
        for each in self._shown:
            if each.id == ident:
                self._take(each)

    def _on_written(self, _text: str) -> None:
        before = {each.id for each in self._shown}
        self.asked.emit(self._ident, self._text.text(), self._answer.text())
        if not self._ident:  # what was shown just now says which id the new question was given
            self._ident = next((each.id for each in self._shown if each.id not in before), "")
            self._show_parts()

    def _on_idea_picked(self, text: str) -> None:
        """Take the words over; what was written in the patient's own words stays as it is."""
        before = self._text.text().strip()
        if (before and not self.ideas.knows(before)) or self._answer.text().strip():
            self._take(AskedView(id="", text="", answer=""))
        self._text.show_text(text)
        self.ideas.fold()
        if isinstance(self._text.edit, QPlainTextEdit):
            self._text.edit.moveCursor(QTextCursor.MoveOperation.End)
        self._text.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_written(text)
        self.unfolded.emit()  # less is shown now: the fields are brought into sight again

    def _on_save(self) -> None:
        self.fold()
        self.folded.emit()


class _Asked(QWidget):
    """A question that was asked, with a button to change it."""

    picked = Signal(str)

    def __init__(self, ident: str) -> None:
        super().__init__()
        self._ident = ident
        self._words, self._answer = Text("", "row"), Text("", "row", "ink2")
        self.change = Button(say("Change"), "quiet", icon="pen", small=True)
        self.change.setObjectName(f"walk.change.{ident}")
        self.change.clicked.connect(self._on_clicked)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._words)
        words.addWidget(self._answer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px("m"))
        row.addLayout(words, 1)
        row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)

    def show_asked(self, asked: AskedView) -> None:
        """Show question and answer."""
        self._words.show_runs((Run(asked.text, bold=True),))
        self._answer.setText(asked.answer or say("No answer yet"))
        self.change.setAccessibleName(say("Change: {question}", question=asked.text))

    def _on_clicked(self) -> None:
        self.picked.emit(self._ident)
