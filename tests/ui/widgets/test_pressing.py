"""Enter presses every kind of button, once however long it is held."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.pressing import ARROWS, press_by
from ui.widgets.row_button import RowButton


@pytest.fixture
def heard(qtbot):
    """A widget that counts the keys that its button left to it, and the button's presses."""

    class Round(QWidget):
        keys = 0
        presses = 0

        def keyPressEvent(self, _event):
            self.keys += 1

        def hold(self, button):
            QVBoxLayout(self).addWidget(button)
            button.clicked.connect(self.count)
            return button

        def count(self):
            self.presses += 1

    made = Round()
    qtbot.addWidget(made)
    return made


def press(button, key, *, held=False):
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", held)
    QApplication.sendEvent(button, event)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("make", [lambda: Button("Go"), lambda: RowButton("Go")])
def test_enter_presses_once_however_long_it_is_held(heard, make, key):
    button = heard.hold(make())
    press(button, key)
    press(button, key, held=True)
    press(button, key, held=True)
    assert heard.presses == 1
    assert heard.keys == 0


def test_what_belongs_to_others_is_left_to_them(heard):
    class Left(QPushButton):
        def keyPressEvent(self, event):
            if not press_by(self, event, others=ARROWS):
                super().keyPressEvent(event)

    button = heard.hold(Left("Go"))
    for key in ARROWS:
        press(button, key)
    assert heard.keys == len(ARROWS)
    assert heard.presses == 0
