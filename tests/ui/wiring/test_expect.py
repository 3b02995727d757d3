import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSlider, QWidget

from spinecounsel.discussion.values import Expectation
from tests.helpers.sessions import begun_session, shown_page
from ui.wiring.expect import ExpectWiring


@pytest.fixture
def session(qtbot, clock):
    return begun_session(clock)


@pytest.fixture
def page(qtbot, session):
    return shown_page(qtbot, ExpectWiring(session), session)


def part(page, name):
    found = page.findChild(QWidget, f"expect.{name}")
    assert found is not None, name
    return found


def said(session):
    return {each.theme: each for each in session.sitting.discussion.expectations}


def test_words_are_kept_while_they_are_typed(qtbot, page, session):
    field = part(page, "walking.words")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    qtbot.keyClicks(field, "To the garden")
    assert said(session) == {"walking": Expectation(theme="walking", words="To the garden")}
    assert field.text() == "To the garden"
    assert field.cursorPosition() == len("To the garden")


def test_words_and_an_answer_on_the_scale_stand_side_by_side(qtbot, page, session):
    qtbot.keyClicks(part(page, "pain.words"), "Less")
    qtbot.keyClick(part(page, "pain.score"), Qt.Key.Key_End)
    assert said(session) == {"pain": Expectation(theme="pain", words="Less", score=100)}


def test_an_answer_on_the_scale_is_taken_back(qtbot, page, session):
    scale = part(page, "recovery.score")
    qtbot.keyClick(scale, Qt.Key.Key_Home)
    assert said(session)["recovery"].score == 0
    qtbot.keyClick(scale, Qt.Key.Key_Delete)
    assert said(session) == {}


def test_to_rather_not_say_is_an_answer_until_something_is_said(qtbot, page, session):
    skip = part(page, "skip")
    qtbot.keyClick(skip, Qt.Key.Key_Space)
    assert session.sitting.discussion.expect_skipped
    assert skip.isChecked()
    qtbot.keyClicks(part(page, "hospital.words"), "A week")
    assert not session.sitting.discussion.expect_skipped
    assert not skip.isChecked()
    assert not skip.isEnabled()


def test_the_pointer_and_a_screen_reader_answer_too(qtbot, page, session):
    scale = part(page, "walking.score")
    assert isinstance(scale, QSlider)
    qtbot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=scale.rect().center())
    assert said(session)["walking"].score == 50
    qtbot.keyClick(scale, Qt.Key.Key_PageUp)
    qtbot.keyClick(scale, Qt.Key.Key_Left)
    assert said(session)["walking"].score == 59
    scale.setValue(20)
    assert said(session)["walking"].score == 20
    assert scale.accessibleDescription() == "20 of 100"
    part(page, "walking.clear").click()
    assert said(session) == {}
    assert scale.accessibleDescription() == "No answer"
    qtbot.keyClick(scale, Qt.Key.Key_Right)
    assert said(session)["walking"].score == 50, "the first step goes to the middle"
