"""The list beside the text: the chapters, or while one searches the places that were found."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.manual import ChapterGroup
from spinecounsel.viewing.manual_search import Found
from ui.theme.theme import theme
from ui.widgets.card import column
from ui.widgets.flow import Run
from ui.widgets.row_button import RowButton
from ui.widgets.text import Text

BAR = 4  # px: the bar beside the present chapter


class ManualList(QWidget):
    """Shows rows; ``picked(chapter, block)``; ``left()`` upwards from the first one.

    The arrow keys go from row to row.
    """

    picked = Signal(str, int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_Row] = []
        self._chapter = ""
        self._column = column(self, spacing=0)
        self._column.setContentsMargins(0, 0, 8, 16)
        self._column.addStretch(1)
        self._ground: QWidget | None = None
        self._before: QWidget | None = None

    def show_chapters(self, groups: Sequence[ChapterGroup]) -> None:
        """Show all chapters under the titles of their groups."""
        inside = self._begin()
        for group in groups:
            title = Text(group.title, "label", "ink2")
            title.setContentsMargins(18, theme().px("l"), 8, theme().px("xs"))
            inside.addWidget(title)
            for chapter in group.chapters:
                row = _Row(chapter.id, 0, chapter.title)
                self._add(inside, row, f"manual.chapter.{chapter.id}")
        self._end()
        self.show_present(self._chapter)

    def show_found(self, found: Sequence[Found]) -> None:
        """Show the places that were found."""
        inside = self._begin()
        for place, each in enumerate(found):
            row = _Row(each.chapter, each.block, each.title)
            row.show_line([Run(piece.text, found=piece.found) for piece in each.line])
            self._add(inside, row, f"manual.found.{place}")
        self._end()

    def show_present(self, chapter: str) -> None:
        """Show which chapter is open."""
        self._chapter = chapter
        for row in self._rows:
            row.show_present(present=row.chapter == chapter and not row.sentence.text())

    def first(self) -> QWidget | None:
        """Give the row of the present chapter, else the first one."""
        return self.present() or next(iter(self._rows), None)

    def present(self) -> QWidget | None:
        """Give the row of the chapter that is open."""
        return next((row for row in self._rows if row.isChecked()), None)

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        return list(self._rows)

    def pick_first(self) -> None:
        """Open the first row."""
        if self._rows:
            self._rows[0].click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from row to row with the arrow keys."""
        move = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        here = next((place for place, row in enumerate(self._rows) if row.hasFocus()), None)
        if not move or here is None:
            super().keyPressEvent(event)
        elif here + move < 0:
            self.left.emit()
        elif here + move < len(self._rows):
            self._rows[here + move].setFocus(Qt.FocusReason.TabFocusReason)

    def _begin(self) -> QVBoxLayout:
        """Give the column for other rows; what is shown stays until ``_end``."""
        self._rows, self._before, self._ground = [], self._ground, QWidget()
        return column(self._ground, spacing=0)

    def _end(self) -> None:
        """Show the new rows in the place of those of before."""
        if self._before is not None:
            self._column.removeWidget(self._before)
            self._before.hide()
            self._before.deleteLater()
        if self._ground is not None:
            self._column.insertWidget(0, self._ground)
            self._ground.show()

    def _add(self, inside: QVBoxLayout, row: "_Row", name: str) -> None:
        row.setObjectName(name)
        row.clicked.connect(self._on_clicked)
        self._rows.append(row)
        inside.addWidget(row)

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, _Row):
            self.show_present(self._chapter)  # which of them is open is not for the press to say
            self.picked.emit(row.chapter, row.block)


class _Row(RowButton):
    """A chapter, or a place in it."""

    def __init__(self, chapter: str, block: int, title: str) -> None:
        super().__init__(title)
        self.chapter, self.block = chapter, block
        self._name = title
        self.setCheckable(True)
        self.title.set_role("row")

    def show_line(self, line: Sequence[Run]) -> None:
        """Show the line in which something was found."""
        self.title.set_role("control")
        self.sentence.set_role("body")
        self.sentence.show_runs(line)
        self.sentence.show()
        self.setAccessibleDescription(self.sentence.text())

    def show_present(self, *, present: bool) -> None:
        """Show whether this chapter is the open one; places that were found stay as they are."""
        self.setChecked(present)
        if not self.sentence.text():
            self.title.setText(f"**{self._name}**" if present else self._name)

    def _paint_ground(self, painter: QPainter) -> None:
        super()._paint_ground(painter)
        if self.isChecked():
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            painter.fillRect(self.rect(), theme().colour("action_soft"))
            bar = self.width() - BAR if rtl else 0
            painter.fillRect(bar, 0, BAR, self.height(), theme().colour("action"))
