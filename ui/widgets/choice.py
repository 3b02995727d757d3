"""One of several, as large rows."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.row_button import RowButton


class ChoiceOption(NamedTuple):
    """One row: its key, its words, and a sentence below them."""

    key: str
    title: str
    sentence: str = ""


class ChoiceRow(RowButton):
    """One row of a choice; a ``close`` one has no border and stands close to its neighbours."""

    def __init__(self, option: ChoiceOption, *, close: bool = False) -> None:
        self._close = close
        super().__init__(option.title, option.sentence, frame="none" if close else "card")
        self.key = option.key
        self._mark_size = 22.0 if close else 24.0
        if close:
            self.title.set_role("control")
            self.sentence.set_role("body")
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self._on_themed()

    def mark(self) -> str:
        """Give the mark that says whether it is chosen."""
        return "now" if self.isChecked() else "to_do" if self.isEnabled() else "box_off"

    def ringed_part(self) -> QRect:
        """Give the whole row."""
        return self.rect()

    def _on_themed(self) -> None:
        super()._on_themed()
        if self._close:
            front = 4 + self._mark_side() + 12
            self.row.setContentsMargins(front, 7, 8, 7)

    def _mark_left(self) -> int:
        return 4 if self._close else super()._mark_left()


class Choice(QWidget):
    """Rows of which at most one is chosen; none is at first.

    ``chosen`` carries the key, ``kept`` says that the chosen one was pressed again.  Arrow keys go
    from row to row, Space or Enter chooses.
    """

    chosen = Signal(str)
    kept = Signal()

    def __init__(self, options: Sequence[ChoiceOption], *, name: str, close: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._close = close
        self._rows: dict[str, ChoiceRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0 if close else 10)
        self.show_options(options)

    def show_options(self, options: Sequence[ChoiceOption]) -> None:
        """Show other rows; those with a key that was there stay as they are."""
        if [option.key for option in options] == list(self._rows):
            for option in options:
                self._rows[option.key].show_words(option.title, option.sentence)
            return
        old, self._rows = self._rows, {}
        for option in options:
            row = old.pop(option.key, None) or self._new_row(option)
            row.show_words(option.title, option.sentence)
            self._rows[option.key] = row
            self._column.addWidget(row)  # a row that was there moves to its new place
        for above, below in pairwise(self._rows.values()):
            QWidget.setTabOrder(above, below)
        for row in old.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()

    def chosen_key(self) -> str:
        """Give the key that is chosen, ``""`` when none is."""
        return next((key for key, row in self._rows.items() if row.isChecked()), "")

    def show_chosen(self, key: str | None) -> None:
        """Show ``key`` as chosen, or none; no signal."""
        for each, row in self._rows.items():
            row.setChecked(each == key)

    def first(self) -> ChoiceRow:
        """Give the row that is chosen, else the first."""
        rows = list(self._rows.values())
        return next((row for row in rows if row.isChecked()), rows[0])

    def row_of(self, key: str) -> ChoiceRow:
        """Give the row of ``key``."""
        return self._rows[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key."""
        move = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        rows = list(self._rows.values())
        here = next((i for i, row in enumerate(rows) if row.hasFocus()), None)
        if not move or here is None:
            super().keyPressEvent(event)
            return
        rows[max(0, min(len(rows) - 1, here + move))].setFocus(Qt.FocusReason.TabFocusReason)

    def _new_row(self, option: ChoiceOption) -> ChoiceRow:
        row = ChoiceRow(option, close=self._close)
        row.clicked.connect(self._on_clicked)
        return row

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, ChoiceRow):
            again = not row.isChecked()
            self.show_chosen(row.key)
            if again:
                self.kept.emit()
            else:
                self.chosen.emit(row.key)
