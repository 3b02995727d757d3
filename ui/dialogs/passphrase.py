"""Another passphrase for the vault; the old one is asked for first."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from spinecounsel.viewing.unlock import new_passphrase
from spinecounsel.wording import say
from ui.dialogs.form import Form, FormField
from ui.widgets.button import Button


class PassphraseDialog(Form):
    """Asks for the old passphrase and twice for the new one; ``given(old, new)`` is called then.

    It stays open until ``accept()``; ``say_refused`` shows why it was not changed.
    """

    def __init__(self, window: QWidget, given: Callable[[str, str], None]) -> None:
        fields = (
            FormField("passphrase.old", say("The passphrase so far"), hidden=True),
            FormField("passphrase.new", new_passphrase(), hidden=True),
            FormField("passphrase.again", say("The new passphrase once more"), hidden=True),
        )
        sentence = say(
            "All records stay as they are. Only the new passphrase opens them afterwards; nobody "
            "can bring it back if it is lost."
        )
        super().__init__(window, "passphrase", say("Change the passphrase"), sentence, fields)
        self._given = given
        self._use = Button(say("Change it"), "primary")
        self._use.setObjectName("passphrase.use")
        cancel = Button(say("Cancel"))
        cancel.setObjectName("passphrase.cancel")
        self.add_buttons(self._use, cancel)

    def on_use(self) -> None:
        """Hand both on, when the new one was typed twice the same."""
        old, new, again = (field.text() for field in self.fields)
        if new != again:
            self.say_refused(say("The two new passphrases differ. Please type them again."))
            return
        self._use.setEnabled(False)
        self._given(old, new)

    def say_refused(self, sentence: str) -> None:
        """Say why it was not changed."""
        self._use.setEnabled(True)
        self.say_problem(sentence)
