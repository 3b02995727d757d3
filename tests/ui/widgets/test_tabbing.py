import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tests.helpers.keys import tabbed
from ui.widgets.tabbing import tab_through


@pytest.fixture
def window(qtbot):
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def part(window, *names):
    made = QWidget(window)
    QVBoxLayout(made)
    for name in names:
        made.layout().addWidget(QPushButton(objectName=name))
    window.layout().addWidget(made)
    return made


def order(qtbot, window, first):
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return "".join(tabbed(window.findChild(QPushButton, first)))


def test_tab_goes_through_parts_that_were_made_last(qtbot, window):
    above = part(window, "a", "b")
    part(window, "x", "y")
    made = [part(window, "e", "f"), part(window, "c", "d")]
    tab_through(above, made[1], made[0])
    assert order(qtbot, window, "a") == "abcdefxy"


def test_what_has_no_control_still_has_its_place(qtbot, window):
    part(window, "a", "b")
    place = QLabel("Which?")
    window.layout().addWidget(place)
    part(window, "x", "y")
    tab_through(place, part(window, "c", "d"))
    assert order(qtbot, window, "a") == "abcdxy"


def test_what_is_made_in_the_end_comes_after_what_was_moved_before(qtbot, window):
    above = part(window, "a")
    part(window, "x")
    late = part(window, "b", "c")
    tab_through(above, late)
    late.layout().addWidget(QPushButton(objectName="d"))
    tab_through(above, late)
    assert order(qtbot, window, "a") == "abcdx"
