"""Who the patient is: name, date of birth, hospital number, language."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spinecounsel.viewing.person import PersonView
from spinecounsel.wording import say
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.field import Field, LineField, PickField
from ui.widgets.text import Heading


class IdentityCard(Card):
    """Shows the patient's identity.

    ``written(field, text)`` while something is being written; ``left(field)``.
    """

    written = Signal(str, str)
    left = Signal(str)

    def __init__(self, view: PersonView) -> None:
        super().__init__(pad=20, spacing=12)
        self._name = LineField(say("Name"), "person.name")
        self._born = LineField(say("Date of birth"), "person.born", hint=say("Day, month and year"))
        self._number = LineField(say("Hospital number"), "person.number")
        named = [(name, name) for name in view.languages]
        self._language = PickField(say("Language"), "person.language", named, free=True)
        self._language.chosen.connect(self._on_language)
        self._fields: dict[str, Field] = {
            "name": self._name,
            "born": self._born,
            "number": self._number,
            "language": self._language,
        }
        for field in self._fields.values():
            field.written.connect(self._on_written)
            field.left.connect(self._on_left)
        self.add(Heading(say("The patient")))
        self.add(self._name)
        self.add(Columns([[self._born], [self._number]], spacing=16))
        self.add(self._language)

    def show_view(self, view: PersonView) -> None:
        """Show the fields; what is being written stays."""
        for name, field in self._fields.items():
            shown = getattr(view, name)
            field.show_words(shown.text, shown.problem, shown.remark)

    def first(self) -> QWidget:
        """Give the control to begin with."""
        return self._name.edit

    def _name_of(self, sender: object) -> str:
        return next(name for name, field in self._fields.items() if field is sender)

    def _on_written(self, text: str) -> None:
        self.written.emit(self._name_of(self.sender()), text)

    def _on_language(self, name: str) -> None:
        self.written.emit("language", name)

    def _on_left(self) -> None:
        self.left.emit(self._name_of(self.sender()))
