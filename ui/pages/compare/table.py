"""The rows of the comparison: a table where options fit side by side, else row by row."""

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.compare import CompareView
from spinecounsel.viewing.compare_cells import CompareGroup, CompareRow
from spinecounsel.wording import say
from ui.pages.compare.line import CELL_SHARE, HEAD_SHARE, CompareLine, Form
from ui.theme.theme import theme
from ui.widgets.card import Card, Rule
from ui.widgets.icons import KindMark
from ui.widgets.slices import Slices
from ui.widgets.text import Heading, Text

LEAST_CELL = 11.9  # least width of a cell, in sizes of the letters (190 px at 100 % text)
SIDE = 6  # px, at both sides of the rows
LEAST_SHOWN = 3  # columns that a table shows at once, else there is none


class CompareTable(QWidget):
    """Shows the groups; it is filled anew when the view changes or other columns fit.

    ``formed()`` when other columns fit, or it begins or ceases to be a table under a common head;
    ``row_opened(key)`` when a row was opened, empty when one was closed.
    """

    formed = Signal()
    row_opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._view: CompareView | None = None
        self._details = False
        self._first = 0
        self._otherwise: set[str] = set()
        self._lines: dict[str, CompareLine] = {}
        self._filled = False
        self.form = Form(shown=1, heads=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SIDE, 0, SIDE, 12)
        self._column.setSpacing(0)
        self._rest = Slices(self)
        theme().themed.connect(self._on_themed)

    def show_view(self, view: CompareView) -> None:
        """Show the rows; those that were opened stay so."""
        if view != self._view:
            self._view = view
            self._fill()

    def show_details(self, *, details: bool) -> None:
        """Say of every row who was studied, or of none."""
        self._details = details
        self._otherwise.clear()
        for line in self._lines.values():
            line.show_details(details=details)

    def lines(self) -> list[CompareLine]:
        """Give the rows that are made by now."""
        return list(self._lines.values())

    def show_from(self, first: int) -> None:
        """Show the columns from ``first`` on."""
        if first != self._first:
            self._first = first
            for line in self._lines.values():
                line.show_from(first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many options side by side as there is room for."""
        super().resizeEvent(event)
        if self._view is not None and self._fitting() != self.form:
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rows only now: before, nobody sees them, and how wide they are is not known."""
        super().showEvent(event)
        if not self._filled:
            self._fill()

    def _fitting(self) -> Form:
        """Give how many options stand in a line, and whether the row's head stands beside them."""
        options = len(self._view.options) if self._view else 1
        least = LEAST_CELL * theme().font("body").pixelSize()
        beside = int(self.width() / least - HEAD_SHARE / CELL_SHARE)
        if beside >= min(options, LEAST_SHOWN):
            return Form(shown=min(options, beside), heads=True)
        lines = ceil(options / max(1, int(self.width() // least)))
        return Form(shown=ceil(options / lines), heads=False)

    def _fill(self) -> None:
        """Make the rows in sight at once, the others while nothing else is to be done."""
        self._filled = self.isVisible()
        self._rest.forget()
        if self._view is None or not self._filled:
            return
        self.form = self._fitting()
        self._lines = {}
        _empty(self._column)
        self._column.addStretch(1)
        self.formed.emit()
        self._rest.take(self._steps(self._view), until=self._fills_window)

    def _fills_window(self) -> bool:
        """Tell whether the rows made so far reach below the window."""
        window = self.window()
        below = window.height() - self.mapTo(window, QPoint()).y()
        wide = self.width() - 2 * SIDE
        return sum(line.heightForWidth(wide) for line in self._lines.values()) > below

    def _steps(self, view: CompareView) -> Iterator[None]:
        """Make one row after the other, and then what is one tap away."""
        for group in view.groups:
            yield from self._add_group(group)
        for line in self._lines.values():
            line.prepare(self.width() - 2 * SIDE)
            yield

    def _add_group(self, group: CompareGroup) -> Iterator[None]:
        heading = Heading(group.question)
        heading.setContentsMargins(0, 18, 0, 4 if group.why else 8)
        self._add(heading)
        if group.why:
            why = Text(group.why, "body", "ink2")
            why.setContentsMargins(0, 0, 0, 8)
            self._add(why)
        if group.closed:
            self._add(_closed())
        card = Card(pad=0, spacing=0)
        for place, row in enumerate(group.rows):
            if place:
                card.add(Rule())
            card.add(self._line(row))
            if not place:
                self._add(card)
            yield

    def _add(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)

    def _line(self, row: CompareRow) -> CompareLine:
        assert self._view is not None  # noqa: S101 - there are rows
        names = tuple(name for _, name in self._view.options)
        line = CompareLine(row, names, self.form, first=self._first, liked=self.width() - 2 * SIDE)
        line.show_details(details=self._details ^ (row.key in self._otherwise))
        line.opened.connect(self._on_opened)
        self._lines[row.key] = line
        return line

    def _on_themed(self) -> None:
        self._fill()

    def _on_opened(self, key: str) -> None:
        self._otherwise ^= {key}
        is_open = self._details ^ (key in self._otherwise)
        self._lines[key].show_details(details=is_open)
        self.row_opened.emit(key if is_open else "")


def _empty(layout: QLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget:
            widget.hide()
            widget.deleteLater()


def _closed() -> QWidget:
    line = Card(pad=0)
    row = QHBoxLayout()
    line.column.addLayout(row)
    row.setContentsMargins(14, 12, 14, 12)
    row.addWidget(KindMark("lock", size=20), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(say("Closed: opened only if you wish to hear it."), "body", "ink2"), 1)
    return line
