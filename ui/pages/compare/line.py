"""One row of the comparison: its head opens who was studied, its cells stand side by side."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from spinecounsel.frozen import Frozen
from spinecounsel.viewing.compare_cells import CompareRow
from spinecounsel.wording import say
from ui.pages.compare.cell import CellPanel
from ui.theme.theme import theme
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


_Shared = list[tuple[QWidget, int, int]]  # parts of a line, px where each begins and ends


class CompareLine(QWidget):
    """Shows one row; ``opened(key)`` when its head, or any place in it, was pressed.

    It places its cells itself: a table has dozens of them, and only those in sight count.
    ``first`` is the first column in sight, ``liked`` the width that the row will most likely have.
    """

    opened = Signal(str)

    def __init__(
        self, row: CompareRow, names: tuple[str, ...], form: Form, *, first: int, liked: int
    ) -> None:
        super().__init__()
        self._row, self._names, self._form = row, names, form
        self._first, self._details, self._liked = first, False, liked
        # Layouts ask for the same widths again and again, and rows are opened and shut.
        self._heights: dict[tuple[int, bool], tuple[int, ...]] = {}
        self._shares: dict[int, list[_Shared]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._head = RowHead(row)
        self._head.setParent(self)
        self._head.clicked.connect(self._on_head_clicked)
        cells = (row.across,) if row.across else row.cells
        named = not form.heads and row.across is None
        self._cells = [
            CellPanel(cell, row, name=names[place] if named else "")
            for place, cell in enumerate(cells)
        ]
        for panel in self._cells:
            panel.setParent(self)
        self._show_cells()
        self._head.show_open(is_open=False)

    def show_details(self, *, details: bool) -> None:
        """Say who was studied, or no longer."""
        if details != self._details:
            self._details = details
            self._head.show_open(is_open=details)
            for panel in self._cells:
                panel.show_details(details=details)
            self._lay_out()

    def show_from(self, first: int) -> None:
        """Show the columns from ``first`` on, as many as there is room for."""
        self._first = first
        self._heights.clear()
        self._shares.clear()
        self._show_cells()
        self._lay_out()

    def prepare(self, width: int) -> None:
        """Find out how high it is at ``width`` when it says more, so that it opens at once."""
        self._heights_at(width, details=not self._details)

    def heightForWidth(self, width: int) -> int:
        """Give the height that its head and the cells in sight need."""
        return sum(self._heights_at(width, details=self._details))

    def sizeHint(self) -> QSize:
        """Give the size it would like; its height follows from its width."""
        return QSize(self._liked, theme().px("size.target_min"))

    def minimumSizeHint(self) -> QSize:
        """Give the least size; how many cells stand in a line depends on the width."""
        return QSize(0, theme().px("size.target_min"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put head and cells where they belong."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Turn round where one reads from the right."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place()

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

    def _show_cells(self) -> None:
        if self._form.heads and self._row.across is None:
            for place, panel in enumerate(self._cells):
                seen = self._is_seen(place)
                if seen == panel.isHidden():
                    panel.setVisible(seen)
                panel.show_elsewhere(self._elsewhere(place) if seen else "")

    def _lay_out(self) -> None:
        """Ask for the height that it needs now; where that is the same, place all anew."""
        self.updateGeometry()
        if self.heightForWidth(self.width()) == self.height():
            self._place()

    def _lines(self) -> list[list[QWidget]]:
        """Give what stands side by side, line below line."""
        form = self._form
        if self._row.across is not None:
            cells = self._cells
        elif form.heads:
            cells = self._cells[self._first : self._first + form.shown]
        else:
            cells = self._cells
        if form.heads:
            return [[self._head, *cells]]
        starts = range(0, len(cells), form.shown)
        lines: list[list[QWidget]] = [[self._head]]
        lines += [[*cells[start : start + form.shown]] for start in starts]
        return lines

    def _edges(self, line: list[QWidget], width: int) -> list[int]:
        """Give where the parts of a line begin, and where the last one ends."""
        if line[0] is not self._head:
            count = 1 if self._row.across is not None else self._form.shown
            return [round(width * place / count) for place in range(len(line) + 1)]
        if len(line) == 1:
            return [0, width]
        whole = HEAD_SHARE + CELL_SHARE * self._form.shown
        if self._row.across is not None:
            return [0, round(width * HEAD_SHARE / whole), width]
        shares = [HEAD_SHARE + CELL_SHARE * place for place in range(len(line))]
        return [0, *(round(width * share / whole) for share in shares)]

    def _shared(self, width: int) -> list[_Shared]:
        """Give what stands side by side, line below line, and where each part begins and ends."""
        if width not in self._shares:
            self._shares[width] = []
            for line in self._lines():
                edges = self._edges(line, width)
                self._shares[width].append([*zip(line, edges[:-1], edges[1:], strict=True)])
        return self._shares[width]

    def _heights_at(self, width: int, *, details: bool) -> tuple[int, ...]:
        """Give the height of each line, when it says who was studied or when it does not."""
        if (width, details) not in self._heights:
            self._heights[width, details] = tuple(
                max(_height(part, end - start, details=details) for part, start, end in line)
                for line in self._shared(width)
            )
        return self._heights[width, details]

    def _place(self) -> None:
        leftwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        top, width = 0, self.width()
        heights = [*self._heights_at(width, details=self._details)]
        heights[-1] += max(0, self.height() - sum(heights))
        for line, high in zip(self._shared(width), heights, strict=True):
            for part, start, end in line:
                left = width - end if leftwards else start
                part.setGeometry(left, top, end - start, high)
                if isinstance(part, CellPanel):
                    part.place_people()
            top += high

    def _on_head_clicked(self) -> None:
        self.opened.emit(self._row.key)


def _height(part: QWidget, width: int, *, details: bool) -> int:
    if isinstance(part, CellPanel):
        return part.height_with(width, details=details)
    return part.heightForWidth(width)
