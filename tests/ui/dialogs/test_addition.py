"""The forms that add to a finished record, and the one with earlier states: nothing is cut."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from spinecounsel.viewing.earlier import EarlierRow, EarlierView
from spinecounsel.viewing.later import ways_told, who_withdraws
from tests.helpers.layout import faults
from ui.dialogs.addition import AddendumDialog, WithdrawalDialog
from ui.dialogs.earlier import EarlierDialog
from ui.theme.theme import theme

ROW = EarlierRow(number=7, when="09:35", facts="At “Walk”", options="Stereotactic radiosurgery")


def addendum(window, given):
    return AddendumDialog(window, lambda *all_of_it: given.append(all_of_it))


def withdrawal(window, given):
    now = ("3 December 2026", "14:05")
    return WithdrawalDialog(
        window, who_withdraws(), ways_told(), now, lambda *all_of_it: given.append(all_of_it)
    )


def earlier(window, given):
    rows = tuple(EarlierRow(number=n, when="1", facts="2", options="3") for n in range(30))
    return EarlierDialog(window, EarlierView(sentence="Take one back.", rows=rows), given.append)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    yield made
    theme().apply(QApplication.instance(), scheme="light", text_scale=1.0)


def opened(qtbot, window, make, scale=1.0):
    theme().apply(QApplication.instance(), scheme="light", text_scale=scale)
    given = []
    made = make(window, given)
    with qtbot.waitActive(made):
        made.open()
    return made, given


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("make", [addendum, withdrawal, earlier])
def test_nothing_is_cut_and_no_form_is_higher_than_the_window(qtbot, window, make, scale):
    made, _ = opened(qtbot, window, make, scale)
    qtbot.wait(1)
    assert list(faults(made)) == []
    assert made.height() <= window.height()
    made.reject()


def test_the_first_field_has_the_focus_and_the_buttons_come_last(qtbot, window):
    made, _ = opened(qtbot, window, withdrawal)
    assert made.focusWidget().objectName() == "withdrawal.who"
    order, each = [], made.focusWidget()
    while each.objectName() not in order:
        order.append(each.objectName())
        each = each.nextInFocusChain()
        while not (each.objectName() and each.isVisible() and each.window() is made):
            each = each.nextInFocusChain()
    names = [name for name in order if name.startswith("withdrawal.")]
    assert names[-3:] == ["withdrawal.passphrase", "withdrawal.use", "withdrawal.cancel"]
    made.reject()


def test_no_passphrase_stays_in_a_form_that_was_closed(qtbot, window):
    made, given = opened(qtbot, window, addendum)
    field = made.findChild(QLineEdit, "addendum.passphrase")
    field.setText("four words of trial")
    made.findChild(QPushButton, "addendum.use").click()
    assert given == [({"text": ""}, "four words of trial")]
    made.reject()
    assert field.text() == ""


@pytest.mark.parametrize("make", [addendum, withdrawal])
@pytest.mark.parametrize("by_key", [True, False])
def test_after_a_wrong_passphrase_it_can_be_typed_anew(qtbot, window, make, by_key):
    made, given = opened(qtbot, window, make)
    field = next(
        each for each in made.findChildren(QLineEdit) if each.objectName().endswith("passphrase")
    )
    field.setFocus()
    qtbot.keyClicks(field, "nonsense")
    if by_key:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    else:
        use = made.findChild(QPushButton, f"{made.objectName()}.use")
        qtbot.mouseClick(use, Qt.MouseButton.LeftButton)
    assert len(given) == 1
    made.say_refused("That passphrase is not right.")
    assert made.focusWidget() is field
    qtbot.keyClicks(made.focusWidget(), "four words of trial")
    assert field.text() == "four words of trial"
    made.reject()


def test_a_form_without_a_passphrase_gives_the_focus_back_to_what_had_it(qtbot, window):
    made, _ = opened(qtbot, window, earlier)
    button = made.findChild(QPushButton, "earlier.take.7")
    button.setFocus()
    button.click()
    made.say_refused("It could not be taken back.")
    assert made.focusWidget() is button
    made.reject()


def test_a_state_is_asked_for_once(qtbot, window):
    view = EarlierView(sentence="Take one back.", rows=(ROW,))
    given = []
    made = EarlierDialog(window, view, given.append)
    made.open()
    button = made.findChild(QPushButton, "earlier.take.7")
    button.click()
    button.click()
    assert given == [7]
    made.reject()
