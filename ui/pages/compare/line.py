"""One row of the comparison: its head opens who was studied, its cells stand side by side."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from spinecounsel.frozen import Frozen
from spinecounsel.viewing.compare_cells import CompareCell, CompareRow
from spinecounsel.wording import say
from ui.pages.compare.cell import CellPanel
from ui.widgets.icons import KindMark
from ui.widgets.row_button import RowButton

HEAD_SHARE, CELL_SHARE = 26, 20


class Form(Frozen, frozen=True, kw_only=True):
    """How rows are laid out: a table with ``shown`` columns at once, or ``shown`` cells in a line.

    Only a table has ``heads``.
    """

    shown: int
    heads: bool


class RowHead(RowButton):
    """What a row is about; pressed, it opens or closes what is known about its numbers."""

    def __init__(self, row: CompareRow) -> None:
        self._kind = row.kind
        super().__init__(row.title, row.span)
        self._mark_size = 20.0
        self.title.set_role("body_strong")
        self.sentence.set_role("label")
        self.words.addStretch(1)
        self._arrow = KindMark("down", size=18, role="action")
        self.row.addWidget(self._arrow, 0, Qt.AlignmentFlag.AlignTop)
        self.setObjectName(f"compare.open.{row.key}")
        self._on_themed()

    def mark(self) -> str:
        """Give the mark of the kind."""
        return self._kind

    def ringed_part(self) -> QRect:
        """Give the whole head."""
        return self.rect()

    def show_open(self, *, is_open: bool) -> None:
        """Turn the arrow."""
        self._arrow.show_kind("up" if is_open else "down")
        action = say("Close who was studied") if is_open else say("Open who was studied")
        self.setAccessibleDescription(", ".join(filter(None, (self.sentence.text(), action))))

    def _on_themed(self) -> None:
        super()._on_themed()
        self.row.setContentsMargins(14 + self._mark_side() + 8, 10, 10, 10)
        self.row.setSpacing(8)

    def _mark_left(self) -> int:
        return 14


class CompareLine(QWidget):
    """Shows one row; ``opened(key)`` when its head, or any place in it, was pressed."""

    opened = Signal(str)

    def __init__(self, row: CompareRow, names: tuple[str, ...], form: Form) -> None:
        super().__init__()
        self._row, self._names, self._form = row, names, form
        self._first, self._details = 0, False
        self._head = RowHead(row)
        self._head.clicked.connect(self._on_head_clicked)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        if form.heads:
            self._grid.addWidget(self._head, 0, 0)
            self._grid.setColumnStretch(0, HEAD_SHARE)
        else:
            self._grid.addWidget(self._head, 0, 0, 1, form.shown)
        self._cells = [self._across(row.across)] if row.across else self._side_by_side()
        self.show_from(0)
        self._head.show_open(is_open=False)

    def show_details(self, *, details: bool) -> None:
        """Say who was studied, or no longer."""
        if details != self._details:
            self._details = details
            self._head.show_open(is_open=details)
            for panel in self._cells:
                panel.show_details(details=details)

    def show_from(self, first: int) -> None:
        """Show the columns from ``first`` on, as many as there is room for."""
        self._first = first
        if self._form.heads and self._row.across is None:
            for place, panel in enumerate(self._cells):
                seen = self._is_seen(place)
                panel.setVisible(seen)
                panel.show_elsewhere(self._elsewhere(place))
                self._grid.setColumnStretch(place + 1, CELL_SHARE if seen else 0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the whole row be pressed."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._head.click()

    def _is_seen(self, place: int) -> bool:
        return self._first <= place < self._first + self._form.shown

    def _elsewhere(self, place: int) -> str:
        """Give the numbers that belong with one, but stand in columns that are not in sight."""
        if not self._row.cells[place].joined:
            return ""
        return "\n".join(
            f"{self._names[other]}: {cell.text}"
            for other, cell in enumerate(self._row.cells)
            if cell.joined and other != place and not self._is_seen(other)
        )

    def _across(self, cell: CompareCell) -> CellPanel:
        panel = CellPanel(cell, self._row, name="")
        down = 0 if self._form.heads else 1
        across = 1 if self._form.heads else 0
        self._grid.addWidget(panel, down, across, 1, self._form.shown)
        for place in range(self._form.shown):
            self._grid.setColumnStretch(across + place, CELL_SHARE)
        return panel

    def _side_by_side(self) -> list[CellPanel]:
        made = []
        for place, cell in enumerate(self._row.cells):
            name = "" if self._form.heads else self._names[place]
            panel = CellPanel(cell, self._row, name=name)
            if self._form.heads:
                self._grid.addWidget(panel, 0, place + 1)
            else:
                down, across = divmod(place, self._form.shown)
                self._grid.addWidget(panel, down + 1, across)
                self._grid.setColumnStretch(across, CELL_SHARE)
            made.append(panel)
        return made

    def _on_head_clicked(self) -> None:
        self.opened.emit(self._row.key)
