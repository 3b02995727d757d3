"""Whether the patient wants to hear about length of life, asked again where it is shut."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from spinecounsel.viewing.answers import QuestionView
from ui.pages.walk.told import WHY_MARK
from ui.theme.theme import theme
from ui.widgets.card import column
from ui.widgets.question import SegmentQuestion


class WishPanel(QWidget):
    """Asks the question; ``wished(wish)`` carries the key of the answer.

    Its buttons are ``walk.wish.<key>``.
    """

    wished = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._question: SegmentQuestion | None = None
        self._column = column(self)
        self.hide()
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_question(self, view: QuestionView | None) -> None:
        """Show the question and its answer, or nothing."""
        if view is None:
            self.hide()
            return
        if self._question is None:
            self._question = SegmentQuestion(view, place="walk")
            self._question.setObjectName("walk.prognosis")
            self._question.answered.connect(self._on_answered)
            self._column.addWidget(self._question)
        self._question.show_view(view)
        self.show()

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        return [*self.findChildren(QAbstractButton)]

    def _on_themed(self) -> None:
        """Stand below the words of why it is shut, not below their sign."""
        mark = round(WHY_MARK * theme().text_scale)
        self._column.setContentsMargins(mark + theme().px("l"), 0, 0, 0)

    def _on_answered(self, _field: str, key: str) -> None:
        self.wished.emit(key)
