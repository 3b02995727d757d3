"""How each option does on what matters: words and numbers, as many columns as there is room for."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.values_fit import FitCell, FitColumn, FitNote
from ui.pages.values.line import LineButton
from ui.pages.values.words import LongWords
from ui.theme.theme import theme
from ui.widgets.card import Card, Rule
from ui.widgets.icons import KindMark
from ui.widgets.text import Text

NAME_WIDTH, CELL_WIDTH = 8.5, 12.5  # least widths in sizes of the letters of a cell
SIDE, INSET = 16, 6  # a line has a ground of its own, a little wider than its words


class ValuesTable(QWidget):
    """Shows the columns; those that do not fit beside each other stand below, with all names.

    ``asked`` carries the key of the topic whose line was pressed; a line is named
    ``values.line.<row>.<column>.<estimate>``.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[FitColumn, ...] = ()
        self._options: tuple[str, ...] = ()
        self._details = False
        self._per_block = 0
        self._blocks = QVBoxLayout(self)
        self._blocks.setContentsMargins(0, 0, 0, 0)
        self._blocks.setSpacing(theme().px("l"))
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._add_block)
        theme().themed.connect(self._on_themed)

    def show_columns(
        self, options: tuple[str, ...], columns: tuple[FitColumn, ...], *, details: bool
    ) -> None:
        """Show ``columns``; ``details`` says who was studied, and how sure that is."""
        if (options, columns, details) != (self._options, self._columns, self._details):
            self._options, self._columns, self._details = options, columns, details
            self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many columns side by side as there is room for."""
        super().resizeEvent(event)
        if self._fitting() != self._per_block:
            self._fill()

    def _fitting(self) -> int:
        letter = theme().font("cell").pixelSize()
        room = self.width() - NAME_WIDTH * letter
        most = max(1, int(room // (CELL_WIDTH * letter)))
        blocks = ceil(len(self._columns) / most) or 1
        return ceil(len(self._columns) / blocks)

    def _fill(self) -> None:
        while self._blocks.count():
            item = self._blocks.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        self._per_block = self._fitting()
        self._add_block()

    def _add_block(self) -> None:
        """Add the next block; those further down come once this one is seen."""
        start = self._blocks.count() * self._per_block
        columns = self._columns[start : start + self._per_block]
        if columns:
            block = _Block(self._options, columns, details=self._details)
            block.asked.connect(self.asked)
            self._blocks.addWidget(block)
            self._next.start()

    def _on_themed(self) -> None:
        self._fill()


class _Block(Card):
    """A few columns: what matters above, the options at the side."""

    asked = Signal(str)

    def __init__(
        self, options: Sequence[str], columns: Sequence[FitColumn], *, details: bool
    ) -> None:
        super().__init__(pad=1, spacing=0)
        grid = QGridLayout()
        grid.setSpacing(0)
        self.column.addLayout(grid)
        grid.setColumnStretch(0, 2)
        rows = 2 * len(options) + 1
        for place, column in enumerate(columns):
            grid.addWidget(Rule(down=True), 0, 2 * place + 1, rows, 1)
            grid.addWidget(_head(column), 0, 2 * place + 2)
            grid.setColumnStretch(2 * place + 2, 3)
        for place, option in enumerate(options):
            row = 2 * place + 2
            grid.addWidget(Rule(), row - 1, 0, 1, 2 * len(columns) + 1)
            name = Text(option, "strong")
            name.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_padded(name), row, 0)
            for across, column in enumerate(columns):
                cell = self._cell(column, place, details=details)
                cell.setAccessibleName(f"{option}: {column.short}")
                grid.addWidget(cell, row, 2 * across + 2)

    def _cell(self, column: FitColumn, place: int, *, details: bool) -> QWidget:
        cell: FitCell = column.cells[place]
        lines = []
        for line in cell.lines:
            button = LineButton(line, details=details)
            button.setObjectName(f"values.line.{place}.{column.key}.{line.estimate}")
            button.asked.connect(self.asked)
            lines.append(button)
        notes = (_note(note, details=details) for note in cell.notes)
        return _padded(*lines, *notes, inset=INSET, spacing="xs")


def _padded(*widgets: QWidget, inset: int = 0, spacing: str = "m") -> QWidget:
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.setContentsMargins(SIDE - inset, 14 - inset, SIDE - inset, 14 - inset)
    column.setSpacing(theme().px(spacing))
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return ground


def _head(column: FitColumn) -> QWidget:
    star = KindMark("starfull", size=22, role="action")
    title, importance = LongWords("strong"), Text(column.importance, "body", "ink2")
    title.show_words(column.title, column.short, place=f"values.column.{column.key}")
    return _padded(_marked(star, title, importance))


def _note(note: FitNote, *, details: bool) -> QWidget:
    texts = [Text(note.text, "cell", "ink2")]
    if details and note.more:
        texts.append(Text(note.more, "label", "ink2"))
    note_of = _marked(KindMark(note.mark, size=20, role="ink2"), *texts)
    note_of.setContentsMargins(INSET, INSET, INSET, INSET)
    return note_of


def _marked(mark: KindMark, *texts: QWidget) -> QWidget:
    ground, side = QWidget(), mark.sizeHint().height()
    row = QHBoxLayout(ground)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    column = QVBoxLayout()
    column.setSpacing(2)
    for text in texts:
        column.addWidget(text)
    place = QVBoxLayout()
    place.setContentsMargins(0, max(0, (texts[0].minimumSizeHint().height() - side) // 2), 0, 0)
    place.addWidget(mark)
    place.addStretch(1)
    row.addLayout(place)
    row.addLayout(column, 1)
    return ground
