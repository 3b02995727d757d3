"""What keys do on a button: Enter presses it as Space does, for Qt does so in dialogs only."""

from collections.abc import Container

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
UP_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down)
ARROWS = (*UP_DOWN, Qt.Key.Key_Left, Qt.Key.Key_Right)


def press_by(button: QAbstractButton, event: QKeyEvent, *, others: Container[int] = ()) -> bool:
    """Press ``button`` on Enter, once however long it is held; tell whether nothing is left to do.

    The ``others`` are left to what stands round it, which scrolls or moves the focus.
    """
    if event.key() in _ENTER:
        if not event.isAutoRepeat():
            button.click()
        return True
    if event.key() in others:
        event.ignore()
        return True
    return False
