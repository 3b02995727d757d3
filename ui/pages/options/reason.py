"""Why usual options are left out: a reason from a list or in one's own words, for each or all."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.options import OTHER, LeftOutRow, OptionsView
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.field import LineField, PickField
from ui.widgets.icons import KindMark
from ui.widgets.text import Heading, Text


class ReasonPicker(QWidget):
    """A list of reasons and, for one's own words, a field.

    ``picked`` carries the key of a reason, ``written`` the words.
    """

    picked = Signal(str)
    written = Signal(str)

    def __init__(self, name: str, reasons: Sequence[tuple[str, str]], ids: tuple[str, str]) -> None:
        """Ask for ``name``; ``ids`` are the object names of the list and of the field."""
        super().__init__()
        self.list = PickField(name, ids[0], reasons)
        self.field = LineField(say("Reason in your own words"), ids[1])
        self.list.chosen.connect(self.picked)
        self.field.written.connect(self.written)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("s"))
        column.addWidget(self.list)
        column.addWidget(self.field)

    def show_reason(self, key: str, words: str) -> None:
        """Show which reason was picked, and the words."""
        self.list.show_key(key)
        self.field.show_words(words)
        self.field.setVisible(key == OTHER)

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        return [self.list.edit, self.field.edit]


class LeftOutCard(Card):
    """Lists what is left out.

    ``picked(option, key)``, ``written(option, words)``, ``same_asked(key, words)`` for all that
    have no reason yet.
    """

    picked = Signal(str, str)
    written = Signal(str, str)
    same_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("warning", pad=16, spacing=8)
        self._title, self._sentence = Heading(), Text("", "row")
        self._rows: dict[str, _Row] = {}
        self._all_key = self._all_words = ""
        self._all: ReasonPicker | None = None
        self._same = Button(say("Same reason for all that are left"), small=True)
        self._same.setObjectName("options.same_for_all")
        self._same.clicked.connect(self._on_same)
        self._all_part = QWidget()
        self._list = QVBoxLayout()
        self._list.setSpacing(theme().px("m"))
        head = QHBoxLayout()
        head.addWidget(KindMark("warning", size=26), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        self.column.addLayout(head)
        self.add(self._sentence)
        self.hide()

    def show_left_out(self, view: OptionsView) -> None:
        """Show what is left out; a row that was there stays as it is."""
        if self._all is None:
            self._make_all(view.reasons)
        self._title.setText(view.left_title)
        self._sentence.setText(view.left_sentence)
        self.setVisible(bool(view.left_out))
        self._all_part.setVisible(len(view.unexplained) > 1)
        self._show_all()
        if [row.id for row in view.left_out] != list(self._rows):
            self._arrange(view)
        for row in view.left_out:
            self._rows[row.id].picker.show_reason(row.key, row.words)

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        first = self._all.stops() if self._all else []
        rows = [stop for line in self._rows.values() for stop in line.picker.stops()]
        return [*first, self._same, *rows]

    def _make_all(self, reasons: Sequence[tuple[str, str]]) -> None:
        ids = ("options.reason_all", "options.reason_all_words")
        self._all = ReasonPicker(say("One reason for all"), reasons, ids)
        self._all.picked.connect(self._on_all_picked)
        self._all.written.connect(self._on_all_written)
        inside = QVBoxLayout(self._all_part)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.setSpacing(theme().px("s"))
        inside.addWidget(self._all)
        inside.addWidget(self._same)
        inside.addWidget(Rule())
        self.column.addWidget(self._all_part)
        self.column.addLayout(self._list)

    def _arrange(self, view: OptionsView) -> None:
        old, self._rows = self._rows, {}
        for row in view.left_out:
            line = old.pop(row.id, None) or self._new_row(row, view.reasons)
            self._rows[row.id] = line
            self._list.addWidget(line)
        for line in old.values():
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        for above, below in pairwise(self.stops()):
            QWidget.setTabOrder(above, below)

    def _new_row(self, row: LeftOutRow, reasons: Sequence[tuple[str, str]]) -> "_Row":
        line = _Row(row, reasons)
        line.picked.connect(self.picked)
        line.written.connect(self.written)
        return line

    def _show_all(self) -> None:
        if self._all is not None:
            self._all.show_reason(self._all_key, self._all_words)
        ready = bool(self._all_words.strip()) if self._all_key == OTHER else bool(self._all_key)
        self._same.setEnabled(ready)

    def _on_all_picked(self, key: str) -> None:
        self._all_key = key
        self._show_all()

    def _on_all_written(self, words: str) -> None:
        self._all_words = words
        self._show_all()

    def _on_same(self) -> None:
        self.same_asked.emit(self._all_key, self._all_words)


class _Row(QWidget):
    picked = Signal(str, str)
    written = Signal(str, str)

    def __init__(self, row: LeftOutRow, reasons: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._id = row.id
        ids = (f"options.reason.{row.id}", f"options.reason_words.{row.id}")
        self.picker = ReasonPicker(row.name, reasons, ids)
        self.picker.list.edit.setAccessibleName(say("Why not: {option}", option=row.name))
        self.picker.picked.connect(self._on_picked)
        self.picker.written.connect(self._on_written)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.picker)

    def _on_picked(self, key: str) -> None:
        self.picked.emit(self._id, key)

    def _on_written(self, words: str) -> None:
        self.written.emit(self._id, words)
