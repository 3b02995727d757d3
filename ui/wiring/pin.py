"""Asks for the PIN of a token wherever something is sealed."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.dialogs.pin import PinDialog
from ui.pins import Pins


class PinAsking(QObject):
    """Shows the dialog while ``pins`` wants a PIN; a dialog that is closed seals nothing."""

    def __init__(self, window: QWidget, pins: Pins) -> None:
        super().__init__(window)
        self._window, self._pins = window, pins
        self._dialog: PinDialog | None = None
        pins.asked.connect(self._on_asked)
        pins.refused.connect(self._on_refused)
        pins.settled.connect(self._on_settled)

    def _on_asked(self, sentence: str, problem: str) -> None:
        self._dialog = PinDialog(self._window, sentence, self._pins.give)
        self._dialog.rejected.connect(self._on_rejected)
        self._dialog.open()
        if problem:
            self._dialog.say_refused(problem)

    def _on_refused(self, sentence: str) -> None:
        if self._dialog is not None:
            self._dialog.say_refused(sentence)

    def _on_settled(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.accept()

    def _on_rejected(self) -> None:
        self._dialog = None
        self._pins.cancel()
