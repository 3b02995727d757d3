"""The PIN of a token that seals."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from spinecounsel.wording import say
from ui.dialogs.form import Form, FormField
from ui.widgets.button import Button


class PinDialog(Form):
    """Asks for the PIN; ``given(pin)`` is called with it.

    It stays open until ``accept()``; ``say_refused`` shows why the token did not take it.  While
    the token is at work Escape does not close it: a seal that is being made cannot be taken back.
    """

    def __init__(self, window: QWidget, asking: str, given: Callable[[str], None]) -> None:
        sentence = say(
            "{asking} It is remembered until the vault is locked, and never written down.",
            asking=asking,
        )
        fields = (FormField("pin.pin", say("PIN"), hidden=True),)
        super().__init__(window, "pin", say("The PIN of the token"), sentence, fields)
        self._given, self._busy = given, False
        self._use = Button(say("Seal"), "primary", icon="lock")
        self._use.setObjectName("pin.use")
        self._cancel = Button(say("Do not seal"))
        self._cancel.setObjectName("pin.cancel")
        self.add_buttons(self._use, self._cancel)
        (self._field,) = self.fields
        self._field.textChanged.connect(self._on_typed)
        self._on_typed()

    def on_use(self) -> None:
        """Hand the PIN on."""
        if self._use.isEnabled():
            self._show_busy(busy=True)
            self._given(self._field.text())

    def say_refused(self, sentence: str) -> None:
        """Say why nothing was sealed yet; the PIN may be typed again."""
        self._show_busy(busy=False)
        self.say_problem(sentence)
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """Close, with no PIN left in the field."""
        self._field.clear()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key."""
        if event.key() == Qt.Key.Key_Escape and self._busy:
            event.accept()
        else:
            super().keyPressEvent(event)

    def _show_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._use.setText(say("Sealing ...") if busy else say("Seal"))
        self._cancel.setEnabled(not busy)
        self._field.setReadOnly(busy)
        self._on_typed()
        if busy:
            self.say_problem("")

    def _on_typed(self) -> None:
        self._use.setEnabled(bool(self._field.text()) and not self._busy)
