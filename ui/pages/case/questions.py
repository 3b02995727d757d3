"""A card of questions with short answers; which ones there are may change."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from spinecounsel.viewing.answers import QuestionView
from ui.theme.theme import LEAST_SCALE, theme
from ui.widgets.card import Card, Rule
from ui.widgets.columns import FOLDED
from ui.widgets.question import SegmentQuestion
from ui.widgets.tabbing import tab_through
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
        tab_through(self._remark, *self._rows.values())

    def _new_row(self, view: QuestionView) -> SegmentQuestion:
        row = _FoldingRow(view)
        row.answered.connect(self.answered)
        return row


class _FoldingRow(SegmentQuestion):
    """A question with its answers behind it; with larger text below it where they lack the room."""

    def __init__(self, view: QuestionView) -> None:
        super().__init__(view, place="case", beside=True)

    def minimumSizeHint(self) -> QSize:
        """Give the least size, which is that of the answers below the question."""
        if theme().text_scale <= LEAST_SCALE:
            return super().minimumSizeHint()
        words, answers = self._widths()
        return QSize(max(words, answers), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold for the width that there is."""
        super().resizeEvent(event)
        self._on_themed()

    def _widths(self) -> tuple[int, int]:
        segments = self._segments.minimumSizeHint().width()
        return self.label.minimumSizeHint().width(), segments

    def _on_themed(self) -> None:
        super()._on_themed()
        if self.width() < sum(self._widths()) + self._line.spacing():
            self._line.setDirection(FOLDED)
            self._line.setSpacing(6)


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
