"""The doctor who sent the patient: the letter goes to them."""

from PySide6.QtCore import Signal

from spinecounsel.viewing.person import ReferrerView
from spinecounsel.wording import say
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.field import LineField, NoteField
from ui.widgets.text import Heading


class ReferrerCard(Card):
    """Shows name and address; ``written(field, text)`` with ``name`` or ``practice``."""

    written = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(pad=20, spacing=12)
        self._name = LineField(
            say("Referring doctor"), "person.referrer.name", hint=say("The letter goes to them")
        )
        self._practice = NoteField(say("Practice and address"), "person.referrer.practice")
        self._name.written.connect(self._on_name)
        self._practice.written.connect(self._on_practice)
        self.add(Heading(say("Who sent the patient?")))
        self.add(Columns([[self._name], [self._practice]], spacing=16))

    def show_view(self, view: ReferrerView) -> None:
        """Show both fields; what is being written stays."""
        self._name.show_words(view.name.text, view.name.problem)
        self._practice.show_words(view.practice)

    def _on_name(self, text: str) -> None:
        self.written.emit("name", text)

    def _on_practice(self, text: str) -> None:
        self.written.emit("practice", text)
