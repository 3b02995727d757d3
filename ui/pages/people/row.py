"""One person of the list, with what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.people import PersonRow
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.icons import KindMark
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping


class PersonCard(Card):
    """Shows a ``PersonRow``; each signal carries the id of the person."""

    roles_asked = Signal(str)
    passphrase_asked = Signal(str)
    factor_off_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, ident: str) -> None:
        super().__init__(pad=18, spacing=10)
        self.ident = ident
        self.setObjectName(f"people.row.{ident}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name, self._roles = Text("", "strong"), Text("", "row")
        self._state = Text("", "body", "ink2")
        self._buttons = {
            "roles": Button(say("Change roles"), small=True),
            "passphrase": Button(say("New passphrase"), small=True),
            "factor": Button(say("Second factor off"), small=True),
            "remove": Button(say("Remove"), small=True),
        }
        slots = {
            "roles": self._on_roles,
            "passphrase": self._on_passphrase,
            "factor": self._on_factor,
            "remove": self._on_remove,
        }
        for key, button in self._buttons.items():
            button.setObjectName(f"people.{key}.{ident}")
            button.clicked.connect(slots[key])
        self._lay_out()

    def show_row(self, row: PersonRow, *, keeps_people: bool) -> None:
        """Show the person as the vault knows them now."""
        self.setAccessibleName(row.spoken)
        self._name.setText(", ".join(filter(None, (row.name, row.title))))
        self._roles.setText(row.roles)
        self._state.setText(row.state)
        self._state.setVisible(bool(row.state))
        shown = {
            "roles": keeps_people,
            "passphrase": keeps_people and not row.own,
            "factor": keeps_people and not row.own and row.second_factor,
            "remove": keeps_people and not row.own,
        }
        for key, button in self._buttons.items():
            button.setVisible(shown[key])
            button.setAccessibleName(f"{button.text()}: {row.name}")
        self._line.setVisible(keeps_people)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme().px("m"))
        head.addWidget(KindMark("person"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(3)
        for text in (self._name, self._roles, self._state):
            words.addWidget(text)
        head.addLayout(words, 1)
        self.column.addLayout(head)
        self._line = QWidget()
        row = Wrapping(self._line, spacing=theme().px("s"))
        for button in self._buttons.values():
            row.addWidget(button)
        self.add(self._line)

    def _on_roles(self) -> None:
        self.roles_asked.emit(self.ident)

    def _on_passphrase(self) -> None:
        self.passphrase_asked.emit(self.ident)

    def _on_factor(self) -> None:
        self.factor_off_asked.emit(self.ident)

    def _on_remove(self) -> None:
        self.remove_asked.emit(self.ident)
