"""The one door for messages to people in the room: plain sentences, never modal to the program."""

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QWidget

from spinecounsel.wording import say
from ui.theme.theme import theme

_LONG, _PIECE = re.compile(r"\S{24,}"), re.compile(r"\S{12}(?=\S)")
_MAY_BREAK = "\u200b"


class Messages(QObject):
    """Asks before something that cannot be taken back, or not easily."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

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
        show_box(box)

    def _box(self, sentence: str) -> QMessageBox:
        return message_box(self._window, "message", sentence)


def message_box(window: QWidget, name: str, sentence: str) -> QMessageBox:
    """Give a box with ``sentence``, still without buttons; it deletes itself when it is closed."""
    box = QMessageBox(window)
    box.setObjectName(name)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(_LONG.sub(_breakable, sentence))
    box.setWindowTitle(say("SpineCounsel"))
    return box


def _breakable(word: re.Match[str]) -> str:
    """Let a very long word be broken: a box cuts one that is wider than itself."""
    return _PIECE.sub(rf"\g<0>{_MAY_BREAK}", word[0])


def show_box(box: QMessageBox) -> None:
    """Show the box, its buttons so far apart that the focus ring has room."""
    buttons = box.findChild(QDialogButtonBox)
    row = buttons.layout() if buttons is not None else None
    if row is not None:
        row.setSpacing(theme().px("l"))
    box.open()
