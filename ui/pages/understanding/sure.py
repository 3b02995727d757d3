"""Four plain questions before signing; what helps comes in place when the answer is no."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.understanding import Door, SureQuestion, UnderstandingView
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.segments import Segments
from ui.widgets.text import Heading, Text


class SureCard(Card):
    """Asks four questions.

    ``answered(field, key)``, the key empty when it was taken back; ``step_asked(step)``.
    """

    answered = Signal(str, str)
    step_asked = Signal(str)

    def __init__(self, view: UnderstandingView) -> None:
        super().__init__(pad=18, spacing=12)
        self.add(Heading(say("Before you decide")))
        self._rows: dict[str, _Row] = {}
        for question in view.sure:
            row = _Row(question, view.yes_no)
            row.answered.connect(self.answered)
            row.step_asked.connect(self.step_asked)
            if self._rows:
                self.add(Rule())
            self._rows[question.field] = row
            self.add(row)

    def show_questions(self, questions: Sequence[SureQuestion]) -> None:
        """Show the answers, and what helps where one is no."""
        for question in questions:
            self._rows[question.field].show_question(question)


class _Row(QWidget):
    answered = Signal(str, str)
    step_asked = Signal(str)

    def __init__(self, question: SureQuestion, yes_no: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._field = question.field
        self._shown: tuple[Door, ...] = ()
        self._segments = Segments(yes_no, name=question.question, may_clear=True)
        for key, _ in yes_no:
            button = self._segments.button(key)
            button.setObjectName(f"understanding.sure.{question.field}.{key}")
        self._segments.chosen.connect(self._on_chosen)
        self._help = Text("", "lead")
        self._doors = QBoxLayout(SIDE_BY_SIDE)
        self._doors.setSpacing(theme().px("l"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(question.question, "patient"))
        column.addWidget(self._segments, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._help)
        column.addLayout(self._doors)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_question(self, question: SureQuestion) -> None:
        """Show the answer, and what helps."""
        self._segments.show_chosen(question.answer)
        self._help.setText(question.help)
        self._help.setVisible(bool(question.help))
        if question.doors != self._shown:
            self._shown = question.doors
            self._make_doors()

    def _make_doors(self) -> None:
        while self._doors.count():
            item = self._doors.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        buttons: list[QWidget] = [self._door(door) for door in self._shown]
        for button in buttons:
            self._doors.addWidget(button)
        self._doors.addStretch(1)
        for before, after in pairwise([self._segments.last(), *buttons]):
            QWidget.setTabOrder(before, after)

    def _door(self, door: Door) -> Button:
        button = Button(door.words, small=True)
        button.setObjectName(f"understanding.sure.{self._field}.to.{door.step}")
        button.setProperty("step", door.step)
        button.clicked.connect(self._on_door)
        return button

    def _on_door(self) -> None:
        self.step_asked.emit(str(self.sender().property("step")))

    def _on_chosen(self, key: str) -> None:
        self.answered.emit(self._field, key)

    def _on_themed(self) -> None:
        self._doors.setDirection(FOLDED if theme().large_text else SIDE_BY_SIDE)
