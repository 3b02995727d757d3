"""What may matter: the statements, the patient's own words, and how much each matters."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.values import ValuesView
from ui.pages.values.changes import Changes
from ui.pages.values.own import OwnWords
from ui.pages.values.statement import Statement
from ui.widgets.card import Card, Rule
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE

AT_ONCE = 6  # statements, which fill the first column


class StatementsCard(Card):
    """Shows all statements, in two columns where there is room.

    ``weighed(statement, text, importance)``; importance is empty when it was taken back.
    ``tied(text, concept, on)``: what own words are about.
    """

    weighed = Signal(str, str, str)
    tied = Signal(str, str, bool)

    def __init__(self, view: ValuesView) -> None:
        super().__init__(pad=20, spacing=8)
        self._view, self._folded = view, False
        self._rows: list[Statement] = []
        self._half = (len(view.statements) + 1) // 2
        self._sides = QBoxLayout(SIDE_BY_SIDE)
        self._halves = QVBoxLayout(), QVBoxLayout()
        for half in self._halves:
            half.setSpacing(12)
            half.addStretch(1)
            self._sides.addLayout(half, 1)
        self.column.addLayout(self._sides)
        self._own: OwnWords | None = None
        self._changes = Changes()

    def steps(self) -> Iterator[None]:
        """Make what is not there yet: one statement after the other, then the patient's own."""
        for each in self._view.statements[len(self._rows) :]:
            self._add_row(Statement(each, self._view))
            yield
        if self._own is None:
            self._add_own()
            yield

    def fills_window(self) -> bool:
        """Whether what a window shows first is there."""
        return len(self._rows) >= AT_ONCE

    def show_statements(self, view: ValuesView) -> None:
        """Show how much each matters."""
        self._view = view
        for place in range(len(self._rows)):
            self._show_row(place)
        if self._own is not None:
            self._own.show_own(view)
        self._changes.show_changes(view.changes)

    def show_folded(self, *, folded: bool) -> None:
        """Put the two columns below each other, or side by side."""
        self._folded = folded
        self._sides.setDirection(FOLDED if folded else SIDE_BY_SIDE)
        self._sides.setSpacing(12 if folded else 40)
        for row in self._rows[self._half : self._half + 1]:
            row.rule.setVisible(folded)

    def first(self) -> QWidget:
        """Give the first answer, for the focus."""
        return self._rows[0].segments.first() if self._rows else self

    def _add_row(self, row: Statement) -> None:
        place = len(self._rows)
        half = self._halves[place >= self._half]
        row.weighed.connect(self.weighed)
        row.rule.setVisible(place != 0 and (place != self._half or self._folded))
        half.insertWidget(half.count() - 1, row)
        self._rows.append(row)
        self._show_row(place)

    def _show_row(self, place: int) -> None:
        each = self._view.statements[place]
        self._rows[place].show_row(each, f"values.{each.id}")

    def _add_own(self) -> None:
        own = self._own = OwnWords(self._view)
        own.weighed.connect(self.weighed)
        own.tied.connect(self.tied)
        self.add(Rule())
        self.add(own)
        self.add(self._changes)
        own.show_own(self._view)
