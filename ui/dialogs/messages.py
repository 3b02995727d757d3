"""The one door for messages to people in the room: plain sentences, never modal to the program."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from spinecounsel.wording import say


class Messages(QObject):
    """Tells and asks.  Tests listen to ``told`` and ``asked``."""

    told = Signal(str)
    asked = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def tell(self, sentence: str) -> None:
        """Show ``sentence`` until the person closes it."""
        box = self._box(sentence)
        box.addButton(say("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.open()
        self.told.emit(sentence)

    def ask(self, sentence: str, *, yes: str, no: str, agreed: Callable[[], None]) -> None:
        """Ask ``sentence``; ``agreed`` is called when the person chooses ``yes``."""
        box = self._box(sentence)
        accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        accept.setObjectName("messages.yes")
        decline = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        decline.setObjectName("messages.no")
        box.setDefaultButton(decline)
        box.setEscapeButton(decline)
        accept.clicked.connect(agreed)
        box.open()
        self.asked.emit(sentence)

    def _box(self, sentence: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setObjectName("message")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(sentence)
        box.setWindowTitle(say("SpineCounsel"))
        return box
