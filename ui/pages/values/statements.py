"""What may matter: the statements, the patient's own words, and how much each matters."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.values import ValuesView
from ui.pages.values.changes import Changes
from ui.pages.values.own import OwnWords
from ui.pages.values.statement import Statement
from ui.widgets.card import Card, Rule
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE


class StatementsCard(Card):
    """Shows all statements, in two columns where there is room.

    ``weighed(statement, text, importance)``; importance is empty when it was taken back.
    ``tied(text, concept, on)``: what own words are about.
    """

    weighed = Signal(str, str, str)
    tied = Signal(str, str, bool)

    def __init__(self, view: ValuesView) -> None:
        super().__init__(pad=20, spacing=8)
        self._rows = [Statement(each, view) for each in view.statements]
        half = (len(self._rows) + 1) // 2
        self._second = self._rows[half : half + 1]
        self._sides = QBoxLayout(SIDE_BY_SIDE)
        for rows in (self._rows[:half], self._rows[half:]):
            side = QVBoxLayout()
            side.setSpacing(12)
            for row in rows:
                row.weighed.connect(self.weighed)
                side.addWidget(row)
            side.addStretch(1)
            self._sides.addLayout(side, 1)
        self._rows[0].rule.hide()
        self.column.addLayout(self._sides)
        self._own = OwnWords(view)
        self._own.weighed.connect(self.weighed)
        self._own.tied.connect(self.tied)
        self._changes = Changes()
        self.add(Rule())
        self.add(self._own)
        self.add(self._changes)

    def show_statements(self, view: ValuesView) -> None:
        """Show how much each matters."""
        for row, each in zip(self._rows, view.statements, strict=True):
            row.show_row(each, f"values.{each.id}")
        self._own.show_own(view)
        self._changes.show_changes(view.changes)

    def show_folded(self, *, folded: bool) -> None:
        """Put the two columns below each other, or side by side."""
        self._sides.setDirection(FOLDED if folded else SIDE_BY_SIDE)
        self._sides.setSpacing(12 if folded else 40)
        for row in self._second:
            row.rule.setVisible(folded)

    def first(self) -> QWidget:
        """Give the first answer, for the focus."""
        return self._rows[0].segments.first()
