"""What else matters: the patient's own statements, and a field for another one."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinecounsel.letters import undrawn
from spinecounsel.viewing.values import StatementRow, ValuesView
from spinecounsel.wording import say
from ui.pages.values.statement import OwnStatement
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.columns import SIDE_BY_SIDE
from ui.widgets.field import LettersLine, LineField


class OwnWords(QWidget):
    """Shows own statements; ``weighed`` and ``tied`` as in ``OwnStatement``."""

    weighed = Signal(str, str, str)
    tied = Signal(str, str, bool)

    def __init__(self, view: ValuesView) -> None:
        super().__init__()
        self._most = view.importances[0][0]
        self._questions = view.questions
        self._rows: dict[str, OwnStatement] = {}
        words = say("Something else that matters to you")
        # The letters are named below both, so that the button stays beside the field.
        self._field, self._letters = LineField(words, "values.own", on_paper=False), LettersLine()
        self._field.written.connect(self._on_written)
        self._add = Button(say("Add"), icon="plus")
        self._add.setObjectName("values.add")
        self._add.setEnabled(False)
        self._add.clicked.connect(self._on_add)
        if isinstance(self._field.edit, QLineEdit):
            self._field.edit.returnPressed.connect(self._on_add)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme().px("l"))
        line = QBoxLayout(SIDE_BY_SIDE)
        line.setSpacing(theme().px("m"))
        line.addWidget(self._field, 1)
        line.addWidget(self._add, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(theme().px("m"))
        column.addLayout(line)
        column.addWidget(self._letters)
        column.addLayout(self._list)

    def show_own(self, view: ValuesView) -> None:
        """Show the patient's own statements; a row that was there stays as it is."""
        same = view.questions == self._questions
        if [row.text for row in view.own] != list(self._rows) or not same:
            self._questions = view.questions
            self._arrange(view, self._rows if same else {})
        for place, row in enumerate(view.own):
            self._rows[row.text].show_row(row, f"values.own.{place}")
        stops = [self._add, *(stop for line in self._rows.values() for stop in line.stops())]
        for above, below in pairwise(stops):
            QWidget.setTabOrder(above, below)

    def _arrange(self, view: ValuesView, kept: dict[str, OwnStatement]) -> None:
        """Put the rows in order; those that are not ``kept`` are made anew."""
        old, self._rows = self._rows, {}
        for row in view.own:
            line = kept.get(row.text) or self._new_row(row, view)
            self._rows[row.text] = line
            self._list.addWidget(line)
        for line in old.values():
            if line not in self._rows.values():
                self._take_out(line)

    def _take_out(self, line: OwnStatement) -> None:
        if line.isAncestorOf(QApplication.focusWidget() or self):
            self._field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._list.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _new_row(self, row: StatementRow, view: ValuesView) -> OwnStatement:
        line = OwnStatement(row, view)
        line.weighed.connect(self.weighed)
        line.tied.connect(self.tied)
        return line

    def _on_written(self, text: str) -> None:
        # What was weighed once stands in the record for good, even when it is taken back.
        self._letters.show_of(text)
        self._field.edit.setAccessibleDescription(self._letters.words())
        self._add.setEnabled(bool(text.strip()) and not undrawn(text))

    def _on_add(self) -> None:
        text = self._field.text().strip()
        if self._add.isEnabled():
            self._field.show_text("")
            self._add.setEnabled(False)
            self._field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.weighed.emit("", text, self._most)
