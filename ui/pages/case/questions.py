"""A card of questions with short answers; which ones there are may change."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spinecounsel.viewing.answers import QuestionView
from ui.widgets.card import Card, Rule
from ui.widgets.question import SegmentQuestion
from ui.widgets.text import Heading, Text


class QuestionCard(Card):
    """Shows questions below each other; ``answered(field, key)``."""

    answered = Signal(str, str)

    def __init__(self, title: str = "", *, remark: str = "") -> None:
        super().__init__(pad=20, spacing=10)
        self._rows: dict[str, SegmentQuestion] = {}
        self._rules: list[Rule] = []
        self._remark = Text(remark, "body", "ink2")
        if title:
            self.add(Heading(title))
        self.add(self._remark)
        self._remark.setVisible(bool(remark))
        self._above = self.column.count()

    def show_questions(
        self, questions: Sequence[QuestionView], problems: dict[str, str], *, remark: str = ""
    ) -> None:
        """Show ``questions``; a row that was there stays as it is."""
        if remark:
            self._remark.setText(remark)
            self._remark.show()
        if [each.field for each in questions] != list(self._rows):
            self._arrange(questions)
        for each in questions:
            self._rows[each.field].show_view(each)
            self._rows[each.field].show_problem(problems.get(each.field, ""))

    def first(self) -> QWidget:
        """Give the first answer of the first question."""
        return next(iter(self._rows.values())).first()

    def _arrange(self, questions: Sequence[QuestionView]) -> None:
        old, self._rows = self._rows, {}
        for rule in self._rules:
            _drop(rule)
        self._rules = []
        for place, each in enumerate(questions):
            if place:
                self._rules.append(Rule())
                self.column.insertWidget(self._above + 2 * place - 1, self._rules[-1])
            row = old.pop(each.field, None) or self._new_row(each)
            self._rows[each.field] = row
            self.column.insertWidget(self._above + 2 * place, row)
        for row in old.values():
            _drop(row)
        for above, below in pairwise(self._rows.values()):
            QWidget.setTabOrder(above.last(), below.first())

    def _new_row(self, view: QuestionView) -> SegmentQuestion:
        row = SegmentQuestion(view, place="case", beside=True)
        row.answered.connect(self.answered)
        return row


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
