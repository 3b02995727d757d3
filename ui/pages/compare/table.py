"""The rows of the comparison: a table where the options fit side by side, else row by row."""

from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.compare import CompareGroup, CompareRow, CompareView
from spinecounsel.wording import say
from ui.pages.compare.cell import CellPanel
from ui.theme.theme import theme
from ui.widgets.card import Card, Rule
from ui.widgets.icons import KindMark
from ui.widgets.text import Heading, Text

LEAST_CELL = 11.9  # least width of a cell, in sizes of the letters (190 px at 100 % text)
HEAD_SHARE, CELL_SHARE = 26, 20


class CompareTable(QWidget):
    """Shows the groups; it is filled anew when the view changes or other columns fit.

    ``heads_needed(bool)`` when it begins or ceases to be a table under a common head.
    """

    heads_needed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._view: CompareView | None = None
        self._details, self._per_line, self._heads = False, 0, True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 0, 6, 12)
        self._column.setSpacing(0)
        theme().themed.connect(self._fill)

    def show_rows(self, view: CompareView, *, details: bool) -> None:
        """Show the rows; ``details`` says who was studied."""
        if (view, details) != (self._view, self._details):
            self._view, self._details = view, details
            self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many options side by side as there is room for."""
        super().resizeEvent(event)
        if self._view is not None and self._fitting() != (self._per_line, self._heads):
            self._fill()

    def _fitting(self) -> tuple[int, bool]:
        """Give how many options stand in a line, and whether the row's head stands beside them."""
        options = len(self._view.options) if self._view else 1
        least = LEAST_CELL * theme().font("body").pixelSize()
        beside = int(self.width() // least) - 1
        if beside >= options:
            return options, True
        lines = ceil(options / max(1, int(self.width() // least)))
        return ceil(options / lines), False

    def _fill(self) -> None:
        if self._view is None:
            return
        self._per_line, self._heads = self._fitting()
        self.heads_needed.emit(self._heads)
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        for group in self._view.groups:
            self._add_group(group)
        self._column.addStretch(1)

    def _add_group(self, group: CompareGroup) -> None:
        heading = Heading(group.question)
        heading.setContentsMargins(0, 18, 0, 8)
        self._column.addWidget(heading)
        if group.closed:
            self._column.addWidget(_closed())
            return
        card = Card(pad=0, spacing=0)
        for place, row in enumerate(group.rows):
            if place:
                card.add(Rule())
            card.add(self._row(row))
        self._column.addWidget(card)

    def _row(self, row: CompareRow) -> QWidget:
        assert self._view is not None  # noqa: S101 - there are rows
        line = QWidget()
        grid = QGridLayout(line)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        first = 1 if self._heads else 0
        if self._heads:
            grid.addWidget(_head(row), 0, 0)
            grid.setColumnStretch(0, HEAD_SHARE)
        else:
            grid.addWidget(_head(row), 0, 0, 1, self._per_line)
        for place, cell in enumerate(row.cells):
            down, across = divmod(place, self._per_line)
            name = "" if self._heads else self._view.options[place][1]
            panel = CellPanel(cell, row, name=name, details=self._details)
            grid.addWidget(panel, down + (0 if self._heads else 1), first + across)
            grid.setColumnStretch(first + across, CELL_SHARE)
        return line


def _head(row: CompareRow) -> QWidget:
    head = QWidget()
    line = QHBoxLayout(head)
    line.setContentsMargins(14, 10, 10, 10)
    line.setSpacing(theme().px("s"))
    line.addWidget(KindMark(row.kind, size=20), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Text(row.title, "body_strong"))
    words.addWidget(Text(row.span, "label", "ink2"))
    words.addStretch(1)
    line.addLayout(words, 1)
    return head


def _closed() -> QWidget:
    line = Card(pad=0)
    row = QHBoxLayout()
    line.column.addLayout(row)
    row.setContentsMargins(14, 12, 14, 12)
    row.addWidget(KindMark("lock", size=20), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(say("Closed: opened only if you wish to hear it."), "body", "ink2"), 1)
    return line
