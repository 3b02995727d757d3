"""Who leads the consultations from now on: the name that stands in each record."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from spinecounsel.letters import undrawn
from spinecounsel.wording import say
from ui.dialogs.form import Form, FormField
from ui.widgets.button import Button
from ui.widgets.field import LettersLine


class ClinicianDialog(Form):
    """Asks for name and role; ``given(name, role)`` is called when there is a name.

    ``passphrase_asked()`` is called when the passphrase is to be changed.
    """

    def __init__(
        self,
        window: QWidget,
        now: tuple[str, str],
        given: Callable[[str, str], None],
        passphrase_asked: Callable[[], None],
    ) -> None:
        fields = (
            FormField("clinician.name", say("Your name"), now[0]),
            FormField("clinician.role", say("Your role"), now[1]),
        )
        sentence = say("This name stands in each record that is begun.")
        super().__init__(window, "clinician", say("Who is signing in?"), sentence, fields)
        self._given, self._passphrase_asked = given, passphrase_asked
        self._letters = LettersLine()
        self.column.addWidget(self._letters)
        self._use = Button(say("Use this name"), "primary")
        self._use.setObjectName("clinician.use")
        cancel = Button(say("Cancel"))
        cancel.setObjectName("clinician.cancel")
        self.add_buttons(self._use, cancel)
        change = Button(say("Change the passphrase"), "link", icon="key", small=True)
        change.setObjectName("clinician.passphrase")
        change.clicked.connect(self._on_passphrase)
        self.column.addWidget(change)
        for field in self.fields:
            field.textChanged.connect(self._on_typed)
        self._on_typed()

    def on_use(self) -> None:
        """Hand name and role on."""
        if self._use.isEnabled():
            name, role = self.fields
            self._given(name.text().strip(), role.text().strip())
            self.accept()

    def _on_typed(self) -> None:
        name, role = (field.text() for field in self.fields)
        self._letters.show_of(name, role)
        self._use.setEnabled(bool(name.strip()) and not undrawn(name + role))
        self._fit()

    def _on_passphrase(self) -> None:
        self.reject()
        self._passphrase_asked()


def ask_clinician(
    window: QWidget,
    now: tuple[str, str],
    *,
    given: Callable[[str, str], None],
    passphrase_asked: Callable[[], None],
) -> None:
    """Ask who leads the consultations from now on, beginning with name and role of ``now``."""
    ClinicianDialog(window, now, given, passphrase_asked).open()
