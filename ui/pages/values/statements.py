"""What may matter: the statements, the patient's own words, and how much each matters."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinecounsel.viewing.values import StatementRow, ValuesView
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import GAP, Button
from ui.widgets.card import Card, Rule
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE, Columns
from ui.widgets.field import LineField
from ui.widgets.segments import Segments
from ui.widgets.text import Text

Importances = Sequence[tuple[str, str]]


class StatementsCard(Card):
    """Shows all statements.

    ``weighed(statement, text, importance)``; importance is empty when it was taken back.
    """

    weighed = Signal(str, str, str)

    def __init__(self, view: ValuesView) -> None:
        super().__init__(pad=20, spacing=8)
        self._rows = [
            _Statement(each.text, view.importances, f"values.{each.id}", ident=each.id)
            for each in view.statements
        ]
        half = (len(self._rows) + 1) // 2
        sides = (self._rows[:half], self._rows[half:])
        self.add(Columns(sides, spacing=40))
        for row in self._rows:
            row.weighed.connect(self.weighed)
            row.rule.setVisible(row not in (self._rows[0], *self._rows[half : half + 1]))
        self._folds = self._rows[half : half + 1]
        self._own = OwnWords(view.importances)
        self._own.weighed.connect(self.weighed)
        self.add(Rule())
        self.add(self._own)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_statements(self, view: ValuesView) -> None:
        """Show how much each matters."""
        for row, each in zip(self._rows, view.statements, strict=True):
            row.show_importance(each.importance)
        self._own.show_own(view.own)

    def first(self) -> QWidget:
        """Give the first answer, for the focus."""
        return self._rows[0].segments.first()

    def last(self) -> QWidget:
        """Give the last control, for the order of the focus."""
        return self._own.last()

    def _on_themed(self) -> None:
        for row in self._folds:
            row.rule.setVisible(theme().large_text)


class OwnWords(QWidget):
    """The patient's own statements, and a field for another one; ``weighed`` as in the card."""

    weighed = Signal(str, str, str)

    def __init__(self, importances: Importances) -> None:
        super().__init__()
        self._importances = importances
        self._rows: dict[str, _Statement] = {}
        self._field = LineField(say("Something else that matters to you"), "values.own")
        self._field.written.connect(self._on_written)
        self._add = Button(say("Add"), icon="plus")
        self._add.setObjectName("values.add")
        self._add.setEnabled(False)
        self._add.clicked.connect(self._on_add)
        if isinstance(self._field.edit, QLineEdit):
            self._field.edit.returnPressed.connect(self._on_add)
        self._list = QVBoxLayout()
        line = QBoxLayout(SIDE_BY_SIDE)
        line.setSpacing(theme().px("m"))
        line.addWidget(self._field, 1)
        line.addWidget(self._add, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(theme().px("m"))
        column.addLayout(line)
        column.addLayout(self._list)

    def show_own(self, rows: Sequence[StatementRow]) -> None:
        """Show the patient's own statements; a row that was there stays as it is."""
        if [row.text for row in rows] != list(self._rows):
            self._arrange(rows)
        for place, row in enumerate(rows):
            self._rows[row.text].show_importance(row.importance)
            self._rows[row.text].set_name(f"values.own.{place}")

    def last(self) -> QWidget:
        """Give the last control, for the order of the focus."""
        return self._stops()[-1]

    def _stops(self) -> list[Button]:
        return [self._add, *(stop for line in self._rows.values() for stop in line.stops())]

    def _arrange(self, rows: Sequence[StatementRow]) -> None:
        old, self._rows = self._rows, {}
        for row in rows:
            line = old.pop(row.text, None) or self._new_row(row.text)
            self._rows[row.text] = line
            self._list.addWidget(line)
        for line in old.values():
            if line.isAncestorOf(QApplication.focusWidget() or self):
                self._field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        for above, below in pairwise(self._stops()):
            QWidget.setTabOrder(above, below)

    def _new_row(self, text: str) -> "_Statement":
        line = _Statement(text, self._importances, "values.own")
        line.weighed.connect(self.weighed)
        return line

    def _on_written(self, text: str) -> None:
        self._add.setEnabled(bool(text.strip()))

    def _on_add(self) -> None:
        text = self._field.text().strip()
        if text:
            self._field.show_text("")
            self._add.setEnabled(False)
            self._field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.weighed.emit("", text, self._importances[0][0])


class _Statement(QWidget):
    """A statement and how much it matters; to press the same answer again takes it back."""

    weighed = Signal(str, str, str)

    def __init__(self, text: str, importances: Importances, name: str, *, ident: str = "") -> None:
        super().__init__()
        self._id, self._text, self._keys = ident, text, [key for key, _ in importances]
        self.rule = Rule()
        self.segments = Segments(importances, name=text, may_clear=True)
        self.segments.chosen.connect(self._on_chosen)
        self._line = QBoxLayout(SIDE_BY_SIDE)
        self._line.addWidget(Text(text if ident else f"“{text}”", "lead"), 1)
        answers = QHBoxLayout()
        answers.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignVCenter)
        self._remove = Button("", "icon", icon="remove", name=say("Remove: {text}", text=text))
        self._remove.clicked.connect(self._on_remove)
        answers.addWidget(self._remove)
        answers.addStretch(1)
        self._line.addLayout(answers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.rule)
        column.addLayout(self._line)
        self.rule.setVisible(bool(ident))
        self._remove.setVisible(not ident)
        self.set_name(name)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def set_name(self, name: str) -> None:
        """Name the answers ``<name>.<importance>``."""
        for key in self._keys:
            self.segments.button(key).setObjectName(f"{name}.{key}")
        self._remove.setObjectName(f"{name}.remove")

    def stops(self) -> list[Button]:
        """Give what the focus goes through, in order."""
        return [*(self.segments.button(key) for key in self._keys), self._remove]

    def show_importance(self, importance: str) -> None:
        """Show how much it matters; no signal."""
        self.segments.show_chosen(importance)

    def _on_chosen(self, importance: str) -> None:
        self.weighed.emit(self._id, self._text, importance)

    def _on_remove(self) -> None:
        self.weighed.emit(self._id, self._text, "")

    def _on_themed(self) -> None:
        large = theme().large_text
        self._line.setDirection(FOLDED if large else SIDE_BY_SIDE)
        self._line.setSpacing(theme().px("s" if large else "m"))
        self._keep_width()

    def _keep_width(self) -> None:
        """Leave room for the tick, so that the words beside do not move when it comes."""
        tick = 0 if self.segments.chosen_key() else theme().px("glyph.icon") + GAP
        self.segments.setMinimumWidth(0)
        self.segments.setMinimumWidth(self.segments.sizeHint().width() + tick)
