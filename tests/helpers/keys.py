"""The way of the Tab key, as a person goes it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def tabbed(first):
    """Press Tab from ``first`` until it has the focus again; give the names of all on the way."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    names = [first.objectName()]
    for _ in range(999):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if (focused := QApplication.focusWidget()) is first:
            return names
        names.append(focused.objectName())
    raise AssertionError(names)
