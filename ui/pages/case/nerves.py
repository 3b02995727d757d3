"""How the nerves work and how far the cord is pressed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.case import NervesView
from spinecounsel.wording import say
from ui.pages.case.grade import GradeCard
from ui.pages.case.questions import QuestionCard
from ui.widgets.columns import Columns


class NervesPart(QWidget):
    """Shows a ``NervesView``.

    ``answered(field, key)``, ``score_asked(score)``, ``unfolded(widget)``.
    """

    answered = Signal(str, str)
    score_asked = Signal(str)
    unfolded = Signal(QWidget)

    def __init__(self, view: NervesView, problems: dict[str, str]) -> None:
        super().__init__()
        self._questions = QuestionCard(say("What the patient notices"))
        self._questions.answered.connect(self.answered)
        self._ais, self._escc = GradeCard(view.ais), GradeCard(view.escc)
        for card in (self._ais, self._escc):
            card.answered.connect(self.answered)
            card.score_asked.connect(self.score_asked)
            card.fold.unfolded.connect(self._on_unfolded)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 16)
        column.addWidget(Columns([[self._questions], [self._ais, self._escc]], (50, 50)))
        column.addStretch(1)
        self.show_view(view, problems)

    def show_view(self, view: NervesView, problems: dict[str, str]) -> None:
        """Show the answers."""
        self._questions.show_questions(view.questions, problems)
        self._ais.show_view(view.ais, problems.get("ais", ""))
        self._escc.show_view(view.escc, problems.get("escc", ""))

    def first(self) -> QWidget:
        """Give the control to begin with."""
        return self._questions.first()

    def _on_unfolded(self) -> None:
        opened = self.sender()
        for card in (self._ais, self._escc):
            if card.fold is not opened:
                card.fold.fold()
        self.unfolded.emit(opened)
