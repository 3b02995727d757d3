"""The dialog that asks for the PIN of a token."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from tests.helpers.layout import faults
from ui.dialogs.pin import PinDialog
from ui.theme.theme import theme
from ui.widgets.text import Text


@pytest.fixture
def given():
    return []


@pytest.fixture
def dialog(qtbot, given):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    made = PinDialog(window, "Type the PIN of the token “clinic”.", given.append)
    with qtbot.waitActive(made):
        made.open()
    yield made
    window.close()


def part(dialog, name, kind=QPushButton):
    return dialog.findChild(kind, f"pin.{name}")


def test_the_pin_is_typed_unseen_and_handed_on_by_enter(qtbot, dialog, given):
    field = part(dialog, "pin", QLineEdit)
    assert field.hasFocus()
    assert field.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert given == []
    qtbot.keyClicks(field, "4711")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert given == ["4711"]
    assert part(dialog, "use").text() == "Sealing ..."


def test_while_the_token_is_at_work_nothing_can_be_taken_back(qtbot, dialog, given):
    field = part(dialog, "pin", QLineEdit)
    qtbot.keyClicks(field, "4711")
    part(dialog, "use").click()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not part(dialog, "cancel").isEnabled()
    assert given == ["4711"]


def test_a_wrong_pin_is_said_and_typed_over(qtbot, dialog, given):
    field = part(dialog, "pin", QLineEdit)
    qtbot.keyClicks(field, "0000")
    part(dialog, "use").click()
    dialog.say_refused("The PIN was not accepted by the token.")
    assert "The PIN was not accepted by the token." in [
        text.text() for text in dialog.findChildren(Text) if text.isVisible()
    ]
    qtbot.keyClicks(field, "4711")
    part(dialog, "use").click()
    assert given == ["0000", "4711"]


def test_escape_closes_it_and_leaves_no_pin(qtbot, dialog):
    field = part(dialog, "pin", QLineEdit)
    qtbot.keyClicks(field, "47")
    left = []
    dialog.rejected.connect(lambda: left.append(field.text()))
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert left == [""]


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_it_is_whole_and_open_to_all(qapp, qtbot, given, text_scale):
    theme().apply(qapp, scheme="light", text_scale=text_scale)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = PinDialog(window, "Type the PIN of the token “clinic”.", given.append)
    with qtbot.waitActive(made):
        made.open()
    made.say_refused("The PIN was not accepted by the token. Too many wrong ones lock it.")
    qtbot.wait(1)
    assert list(faults(made)) == []
    made.reject()
