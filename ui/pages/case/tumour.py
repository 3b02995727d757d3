"""What kind of tumour it is: class, histology, and the findings that matter for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.case import TumourView
from spinecounsel.wording import say
from ui.pages.case.questions import QuestionCard
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.field import LineField
from ui.widgets.fold import FoldQuestion
from ui.widgets.question import RowQuestion


class TumourPart(QWidget):
    """Shows a ``TumourView``.

    ``answered(field, key)``, ``written("histology", text)``, ``unfolded(widget)``.
    """

    answered = Signal(str, str)
    written = Signal(str, str)
    unfolded = Signal(QWidget)

    def __init__(self, view: TumourView, problems: dict[str, str]) -> None:
        super().__init__()
        self._class = RowQuestion(view.tumour_class, place="case")
        self._class.answered.connect(self.answered)
        self._histology = FoldQuestion(view.histology, place="case")
        self._histology.answered.connect(self.answered)
        self._histology.unfolded.connect(self._on_unfolded)
        self._other = LineField(say("Which tumour?"), "case.histology.words")
        self._other.setContentsMargins(20, 4, 20, 14)
        self._other.written.connect(self._on_written)
        card = Card(pad=0, spacing=0)
        card.column.setContentsMargins(0, 4, 0, 4)
        card.add(self._histology)
        card.add(self._other)
        self._findings = QuestionCard(say("What else is known?"), remark=view.findings_remark)
        self._findings.answered.connect(self.answered)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 16)
        column.addWidget(Columns([[self._class, card], [self._findings]], (48, 52)))
        column.addStretch(1)
        self.show_view(view, problems)

    def show_view(self, view: TumourView, problems: dict[str, str]) -> None:
        """Show the answers; the field for another histology only when it is asked for."""
        self._class.show_view(view.tumour_class)
        self._histology.show_view(view.histology)
        self._other.setVisible(view.other_asked)
        self._other.show_words(view.other, problems.get("histology", ""))
        self._findings.show_questions(view.findings, problems, remark=view.findings_remark)

    def first(self) -> QWidget:
        """Give the control to begin with."""
        return self._class.first()

    def _on_written(self, text: str) -> None:
        self.written.emit("histology", text)

    def _on_unfolded(self) -> None:
        self.unfolded.emit(self._histology)
