"""Who is in the room: a row for each, and a button for one more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.answers import AnswerView
from spinecounsel.viewing.person import AttendeeView, PersonView
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.columns import Columns
from ui.widgets.field import LineField, PickField
from ui.widgets.tabbing import tab_through
from ui.widgets.text import Heading, Text


class PresentCard(Card):
    """Shows the people in the room.

    ``added()``, ``removed(index)``, ``written(index, field, text)`` for name and language,
    ``chosen(index, field, key)`` for role and mode.
    """

    added = Signal()
    removed = Signal(int)
    written = Signal(int, str, str)
    chosen = Signal(int, str, str)

    def __init__(self) -> None:
        super().__init__(pad=20, spacing=12)
        self._rows: list[_PersonRow] = []
        self._nobody = Text(say("Nobody else yet."), "body", "ink2")
        self._add = Button(say("Add a person"), icon="plus", small=True)
        self._add.setObjectName("person.add")
        self._add.clicked.connect(self.added)
        self.add(Heading(say("Who else is in the room?")))
        self.add(self._nobody)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme().px("m"))
        self.column.addLayout(self._list)
        self.column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)

    def show_view(self, view: PersonView) -> None:
        """Show the rows; a new one takes the focus when the button was pressed."""
        asked = self._add.hasFocus() and len(view.present) > len(self._rows)
        while len(self._rows) > len(view.present):
            self._drop_last()
        while len(self._rows) < len(view.present):
            self._append(view)
        for row, attendee in zip(self._rows, view.present, strict=True):
            row.show_view(attendee)
        self._nobody.setVisible(not view.present)
        if asked:
            self._rows[-1].name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _append(self, view: PersonView) -> None:
        index = len(self._rows)
        row = _PersonRow(index, view.roles, view.modes)
        row.removed.connect(self.removed)
        row.written.connect(self.written)
        row.chosen.connect(self.chosen)
        self._rows.append(row)
        self._list.addWidget(row)
        tab_through(self._add, row)
        tab_through(row, self._add)

    def _drop_last(self) -> None:
        row = self._rows.pop()
        if row.has_focus():
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._list.removeWidget(row)
        row.hide()
        row.setParent(None)
        row.deleteLater()


class _PersonRow(QWidget):
    removed = Signal(int)
    written = Signal(int, str, str)
    chosen = Signal(int, str, str)

    def __init__(
        self, index: int, roles: tuple[AnswerView, ...], modes: tuple[AnswerView, ...]
    ) -> None:
        super().__init__()
        self._index = index
        place = f"person.present.{index}"
        self.name = LineField(say("Name"), f"{place}.name")
        self._role = PickField(say("Role"), f"{place}.role", _options(roles))
        self._mode = PickField(say("Takes part"), f"{place}.mode", _options(modes))
        self._language = LineField(say("Interprets which language?"), f"{place}.language")
        self._remove = Button(say("Remove"), "quiet", icon="remove", small=True)
        self._remove.setObjectName(f"{place}.remove")
        self._remove.clicked.connect(self._on_removed)
        self.name.written.connect(self._on_name_written)
        self._language.written.connect(self._on_language_written)
        self._role.chosen.connect(self._on_role_chosen)
        self._mode.chosen.connect(self._on_mode_chosen)
        self._lay_out()

    def show_view(self, view: AttendeeView) -> None:
        """Show one person."""
        self.name.show_words(view.name, view.problem)
        self._role.show_key(view.role)
        self._mode.show_key(view.mode)
        self._language.setVisible(view.speaks)
        self._language.show_words(view.language, view.language_problem)
        who = view.name.strip() or say("this person")
        self._remove.setAccessibleName(say("Remove {name}", name=who))

    def has_focus(self) -> bool:
        """Tell whether the focus is somewhere in the row."""
        return any(each.hasFocus() for each in self.findChildren(QWidget))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("s"))
        end = QWidget()
        self._end = QVBoxLayout(end)
        self._end.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeading)
        fields: list[list[QWidget]] = [
            [self.name],
            [self._role, self._language],
            [self._mode],
            [end],
        ]
        column.addWidget(Columns(fields, (4, 3, 3, 2), spacing=16))
        column.addWidget(Rule())
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def _on_themed(self) -> None:
        """Put the button beside the field, not beside its name."""
        label = 0 if theme().large_text else round(theme().line_height("control")) + 6
        self._end.setContentsMargins(0, label, 0, 0)

    def _on_removed(self) -> None:
        self.removed.emit(self._index)

    def _on_name_written(self, text: str) -> None:
        self.written.emit(self._index, "name", text)

    def _on_language_written(self, text: str) -> None:
        self.written.emit(self._index, "language", text)

    def _on_role_chosen(self, key: str) -> None:
        self.chosen.emit(self._index, "role", key)

    def _on_mode_chosen(self, key: str) -> None:
        self.chosen.emit(self._index, "mode", key)


def _options(answers: tuple[AnswerView, ...]) -> list[tuple[str, str]]:
    return [(answer.key, answer.title) for answer in answers]
