"""Why usual options are left out: a reason for each, from a list or in one's own words."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.options import OTHER, LeftOutRow, OptionsView
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import NoteField, PickField
from ui.widgets.icons import KindMark
from ui.widgets.slices import Slices
from ui.widgets.text import Heading, Text

AT_ONCE = 2  # rows that are made at once; the others follow


class ReasonPicker(QWidget):
    """A list of reasons and, for one's own words, a field that is made when it is asked for.

    ``picked`` carries the key of a reason, ``written`` the words.
    """

    picked = Signal(str)
    written = Signal(str)

    def __init__(self, name: str, reasons: Sequence[tuple[str, str]], ids: tuple[str, str]) -> None:
        """Ask for ``name``; ``ids`` are the object names of the list and of the field."""
        super().__init__()
        self.list = PickField(name, ids[0], reasons)
        self.list.chosen.connect(self.picked)
        self._field: NoteField | None = None
        self._field_id = ids[1]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px("s"))
        self._column.addWidget(self.list)

    def show_reason(self, key: str, words: str) -> None:
        """Show which reason was picked, and the words."""
        self.list.show_key(key)
        if key == OTHER and self._field is None:
            self._field = NoteField(say("Reason in your own words"), self._field_id, lines=3)
            self._field.written.connect(self.written)
            self._column.addWidget(self._field)
            QWidget.setTabOrder(self.list.edit, self._field.edit)
        if self._field is not None:
            self._field.show_words(words)
            self._field.setVisible(key == OTHER)

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        return [self.list.edit, *([self._field.edit] if self._field else [])]


class LeftOutCard(Card):
    """Lists what is left out, each with its own reason.

    ``picked(option, key)``, ``written(option, words)``; ``same_asked(option)`` when all that have
    no reason yet are to have that of ``option``.
    """

    picked = Signal(str, str)
    written = Signal(str, str)
    same_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("warning", pad=16, spacing=8)
        self._title, self._sentence = Heading(), Text("", "row")
        self._rows: dict[str, _Row] = {}
        self._view: OptionsView | None = None
        self._rest = Slices(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme().px("m"))
        head = QHBoxLayout()
        head.addWidget(KindMark("warning", size=26), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        self.column.addLayout(head)
        self.add(self._sentence)
        self.column.addLayout(self._list)
        self.hide()

    def show_left_out(self, view: OptionsView) -> None:
        """Show what is left out; a row that was there stays, and most others come in idle time."""
        self._view = view
        self._title.setText(view.left_title)
        self._sentence.setText(view.left_sentence)
        self.setVisible(bool(view.left_out))
        wanted = {row.id: row for row in view.left_out}
        for ident in [each for each in self._rows if each not in wanted]:
            self._drop(self._rows.pop(ident))
        for ident, line in self._rows.items():
            line.show_row(wanted[ident])
        few = len(self._rows) + AT_ONCE
        self._rest.take(self._make_rows(), until=lambda: len(self._rows) >= few)

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        return [stop for line in self._rows.values() for stop in line.stops()]

    def _make_rows(self) -> Iterator[None]:
        while (row := self._next_row()) is not None and self._view is not None:
            self._rows[row.id] = self._new_row(row, self._view.reasons)
            order = [each.id for each in self._view.left_out if each.id in self._rows]
            self._rows = {ident: self._rows[ident] for ident in order}
            self._list.insertWidget(order.index(row.id), self._rows[row.id])
            self._rows[row.id].show_row(row)
            for above, below in pairwise(self.stops()):
                QWidget.setTabOrder(above, below)
            yield

    def _next_row(self) -> LeftOutRow | None:
        rows = self._view.left_out if self._view is not None else ()
        return next((row for row in rows if row.id not in self._rows), None)

    def _drop(self, line: "_Row") -> None:
        self._list.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _new_row(self, row: LeftOutRow, reasons: Sequence[tuple[str, str]]) -> "_Row":
        line = _Row(row, reasons)
        line.picked.connect(self.picked)
        line.written.connect(self.written)
        line.same_asked.connect(self.same_asked)
        return line


class _Row(QWidget):
    picked = Signal(str, str)
    written = Signal(str, str)
    same_asked = Signal(str)

    def __init__(self, row: LeftOutRow, reasons: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._id, self._name = row.id, row.name
        ids = (f"options.reason.{row.id}", f"options.reason_words.{row.id}")
        self._picker = ReasonPicker(row.name, reasons, ids)
        self._picker.list.edit.setAccessibleName(say("Why not: {option}", option=row.name))
        self._picker.picked.connect(self._on_picked)
        self._picker.written.connect(self._on_written)
        self._same = Button("", "link", small=True)
        self._same.setObjectName(f"options.same.{row.id}")
        self._same.clicked.connect(self._on_same)
        self._same.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("s") - 2)
        column.addWidget(self._picker)
        column.addWidget(self._same, 0, Qt.AlignmentFlag.AlignLeading)

    def show_row(self, row: LeftOutRow) -> None:
        """Show its reason, and whether the others may have the same one."""
        self._picker.show_reason(row.key, row.words)
        if self._same.hasFocus() and not row.same:
            self._picker.list.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._same.setText(row.same)
        self._same.setAccessibleName(
            say("{words} as for: {option}", words=row.same, option=self._name)
        )
        self._same.setVisible(bool(row.same))

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        return [*self._picker.stops(), self._same]

    def _on_picked(self, key: str) -> None:
        self.picked.emit(self._id, key)

    def _on_written(self, words: str) -> None:
        self.written.emit(self._id, words)

    def _on_same(self) -> None:
        self.same_asked.emit(self._id)
