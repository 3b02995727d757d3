"""How fit the patient is, and what was there before."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.case import FitnessView
from spinecounsel.wording import say
from ui.pages.case.grade import GradeCard
from ui.pages.case.questions import QuestionCard
from ui.widgets.columns import Columns
from ui.widgets.field import NoteField


class FitnessPart(QWidget):
    """Shows a ``FitnessView``.

    ``answered(field, key)``, ``written("illnesses", text)``, ``score_asked(score)``,
    ``unfolded(widget)``.
    """

    answered = Signal(str, str)
    written = Signal(str, str)
    score_asked = Signal(str)
    unfolded = Signal(QWidget)

    def __init__(self, view: FitnessView, problems: dict[str, str]) -> None:
        super().__init__()
        self._ecog, self._kps = GradeCard(view.ecog), GradeCard(view.kps)
        for card in (self._ecog, self._kps):
            card.answered.connect(self.answered)
            card.score_asked.connect(self.score_asked)
            card.fold.unfolded.connect(self._on_unfolded)
        self._questions = QuestionCard(say("Before and beside the tumour"))
        self._questions.answered.connect(self.answered)
        self._illnesses = NoteField(say("Which illnesses?"), "case.illnesses")
        self._illnesses.written.connect(self._on_written)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 16)
        left = [self._ecog, self._kps]
        column.addWidget(Columns([left, [self._questions, self._illnesses]], (50, 50)))
        column.addStretch(1)
        self.show_view(view, problems)

    def show_view(self, view: FitnessView, problems: dict[str, str]) -> None:
        """Show the answers; the field for illnesses only when there is one."""
        self._ecog.show_view(view.ecog, problems.get("ecog", ""))
        self._kps.show_view(view.kps, problems.get("kps", ""))
        self._questions.show_questions(view.questions, problems)
        self._illnesses.setVisible(view.illnesses_asked)
        self._illnesses.show_words(view.illnesses, problems.get("illnesses", ""))

    def first(self) -> QWidget:
        """Give the control to begin with."""
        return self._ecog.fold.row

    def _on_written(self, text: str) -> None:
        self.written.emit("illnesses", text)

    def _on_unfolded(self) -> None:
        opened = self.sender()
        for card in (self._ecog, self._kps):
            if card.fold is not opened:
                card.fold.fold()
        self.unfolded.emit(opened)
