"""How each option does on what matters: words and numbers, as many columns as there is room for."""

from collections.abc import Iterator, Sequence
from math import ceil

from PySide6.QtCore import QMargins, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.values_fit import FitCell, FitColumn, FitNote
from ui.pages.values.line import LineButton
from ui.pages.values.words import LongWords
from ui.theme.theme import theme
from ui.widgets.card import Card, Rule
from ui.widgets.icons import KindMark
from ui.widgets.placed import Below, Beside
from ui.widgets.slices import Slices
from ui.widgets.text import Text

NAME_WIDTH, CELL_WIDTH = 8.5, 12.5  # least widths in sizes of the letters of a cell
BORDER = 1  # px
ROWS_AT_ONCE = 4  # more than a window shows
NAME_SHARE, CELL_SHARE = 2, 3  # of the width
SIDE, PAD, INSET = 16, 14, 6  # a line has a ground of its own, a little wider than its words


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
        self._per_block = self._rows = 0
        self._blocks = QVBoxLayout(self)
        self._blocks.setContentsMargins(0, 0, 0, 0)
        self._blocks.setSpacing(theme().px("l"))
        self._rest = Slices(self)
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
        self._per_block, self._rows = self._fitting(), 0
        self._rest.take(self._steps(), until=self._fills_window)

    def _fills_window(self) -> bool:
        return self._rows >= ROWS_AT_ONCE

    def _steps(self) -> Iterator[None]:
        """Make one row after the other, block by block."""
        step = max(1, self._per_block)
        for start in range(0, len(self._columns), step):
            columns = self._columns[start : start + step]
            block = _Block(
                self._options, columns, details=self._details, width=self.width() - 2 * BORDER
            )
            block.asked.connect(self.asked)
            for place in range(len(self._options)):
                block.add_row(place)
                self._rows += 1
                if not place:
                    self._blocks.addWidget(block)
                yield

    def _on_themed(self) -> None:
        self._fill()


class _Block(Card):
    """A few columns: what matters above, the options at the side."""

    asked = Signal(str)

    def __init__(
        self,
        options: Sequence[str],
        columns: Sequence[FitColumn],
        *,
        details: bool,
        width: int,
    ) -> None:
        super().__init__(pad=BORDER, spacing=0)
        self._options, self._columns, self._details = options, columns, details
        self._width = width
        self._shares = [NAME_SHARE, *(CELL_SHARE for _ in columns)]
        self.add(Beside([QWidget(), *map(_head, columns)], self._shares, liked=width))

    def add_row(self, place: int) -> None:
        """Put the next option below the others."""
        option = self._options[place]
        cells = []
        for column in self._columns:
            cell = self._cell(column, place, details=self._details)
            cell.setAccessibleName(f"{option}: {column.short}")
            cells.append(cell)
        self.add(Rule())
        self.add(Beside([_padded(Text(option, "strong")), *cells], self._shares, liked=self._width))

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


def _padded(*widgets: QWidget, inset: int = 0, spacing: str = "m") -> Below:
    side, top = SIDE - inset, PAD - inset
    margins = QMargins(side, top, side, top)
    return Below(widgets, margins=margins, spacing=theme().px(spacing))


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
