"""What the patient leans to before the first number: some of the options, or none yet."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spinecounsel.viewing.expect import LeaningRow
from spinecounsel.wording import say
from ui.widgets.card import Card, column
from ui.widgets.check_row import CheckRow
from ui.widgets.columns import Columns
from ui.widgets.text import Text


class LeaningCard(Card):
    """Asks; ``leaned(key, on)`` when a row (``expect.leaning.<key>``) is ticked or not any more."""

    leaned = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__(pad=16, spacing=6)
        self._rows: dict[str, CheckRow] = {}
        self._columns = QWidget()
        self.add(Text(say("Do you lean to one of them already?"), "patient"))
        self.add(Text(say("You may tick more than one. You may leave it out."), "body", "ink2"))
        self.add(self._columns)

    def show_rows(self, rows: Sequence[LeaningRow]) -> None:
        """Show the options and which are ticked; hides when there are none."""
        if [row.key for row in rows] != list(self._rows):
            self._make_rows(rows)
        for row in rows:
            self._rows[row.key].setChecked(row.chosen)
        self.setVisible(bool(rows))

    def _make_rows(self, rows: Sequence[LeaningRow]) -> None:
        self._rows = {row.key: self._new_row(row) for row in rows}
        made = list(self._rows.values())
        half = (len(made) + 1) // 2
        columns = Columns([[_together(made[:half])], [_together(made[half:])]], spacing=12)
        self.column.replaceWidget(self._columns, columns)
        self._columns.hide()
        self._columns.deleteLater()
        self._columns = columns
        for above, below in pairwise(made):
            QWidget.setTabOrder(above, below)

    def _new_row(self, row: LeaningRow) -> CheckRow:
        made = CheckRow(row.title)
        made.setObjectName(f"expect.leaning.{row.key}")
        made.setProperty("key", row.key)
        made.clicked.connect(self._on_clicked)
        return made

    def _on_clicked(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.leaned.emit(str(self.sender().property("key")), on)


def _together(rows: Sequence[CheckRow]) -> QWidget:
    ground = QWidget()
    below = column(ground, spacing=0)
    for row in rows:
        below.addWidget(row)
    return ground
