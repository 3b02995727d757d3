"""How each option does on what matters: words and numbers, as many columns as there is room for."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.values import FitCell, FitColumn, FitLine, FitNote
from ui.theme.theme import theme
from ui.widgets.card import Card, Rule
from ui.widgets.flow import Run
from ui.widgets.icons import KindMark
from ui.widgets.text import Text

NAME_WIDTH, CELL_WIDTH = 9.5, 13.5  # least widths in sizes of the letters of a cell
TONES = {"benefit": "benefit", "risk": "risk"}


class ValuesTable(QWidget):
    """Shows the columns; those that do not fit beside each other stand below, with all names."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[FitColumn, ...] = ()
        self._options: tuple[str, ...] = ()
        self._details = False
        self._per_block = 0
        self._blocks = QVBoxLayout(self)
        self._blocks.setContentsMargins(0, 0, 0, 0)
        self._blocks.setSpacing(theme().px("l"))
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
        for start in range(0, len(self._columns), self._per_block or 1):
            columns = self._columns[start : start + self._per_block]
            self._blocks.addWidget(_Block(self._options, columns, details=self._details))

    def _on_themed(self) -> None:
        self._fill()


class _Block(Card):
    """A few columns: what matters above, the options at the side."""

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
                cell = _cell(column.cells[place], details=details)
                cell.setAccessibleName(f"{option}: {column.title}")
                grid.addWidget(cell, row, 2 * across + 2)


def _padded(*widgets: QWidget) -> QWidget:
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(theme().px("m"))
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return ground


def _head(column: FitColumn) -> QWidget:
    star = KindMark("starfull", size=22, role="action")
    title, importance = Text(column.title, "strong"), Text(column.importance, "body", "ink2")
    return _padded(_marked(star, title, importance))


def _cell(cell: FitCell, *, details: bool) -> QWidget:
    lines = [_line(line, details=details) for line in cell.lines]
    return _padded(*lines, *(_note(note, details=details) for note in cell.notes))


def _line(line: FitLine, *, details: bool) -> QWidget:
    tone = TONES.get(line.kind, "")
    texts = []
    if line.beside:
        texts.append(Text(f"{line.beside}:", "body_strong"))
    if line.number:
        texts += [_coloured(line.number, tone), Text(line.text, "row")]
    else:
        texts.append(_coloured(line.text, tone))
    if line.span:
        texts.append(Text(line.span, "label", "ink2"))
    if details:
        texts += [Text(line.studied, "label", "ink2"), Text(line.sure, "label", "ink2")]
    return _marked(KindMark(line.kind, size=20, word=line.kind_word), *texts)


def _note(note: FitNote, *, details: bool) -> QWidget:
    texts = [Text(note.text, "cell", "ink2")]
    if details and note.more:
        texts.append(Text(note.more, "label", "ink2"))
    return _marked(KindMark(note.mark, size=20, role="ink2"), *texts)


def _coloured(sentence: str, tone: str) -> Text:
    """Give a sentence whose bold parts are numbers: larger, and in the colour of the kind."""
    text = Text("", "cell")
    text.show_runs(
        [
            Run(part, bold=True, tone=tone, larger=True) if place % 2 else Run(part)
            for place, part in enumerate(sentence.split("**"))
            if part
        ]
    )
    return text


def _marked(mark: KindMark, *texts: Text) -> QWidget:
    ground, side = QWidget(), mark.sizeHint().height()
    row = QHBoxLayout(ground)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
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
