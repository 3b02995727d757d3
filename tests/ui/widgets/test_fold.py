import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from spinecounsel.viewing.answers import AnswerView, question
from ui.widgets.fold import FoldQuestion

ANSWERS = (AnswerView(key="a", title="Apple"), AnswerView(key="b", title="Pear", sentence="Sweet."))


def view(chosen=None):
    return question("fruit", "Which fruit?", ANSWERS, chosen, "Any one.")


@pytest.fixture
def fold(qtbot):
    made = FoldQuestion(view(), place="x")
    made.show_view(view(), end="3")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def answer(fold, key):
    return fold.findChild(QAbstractButton, f"x.fruit.{key}")


def test_the_row_says_question_answer_and_points(fold):
    assert fold.row.accessibleName() == "Which fruit?, Not known, points: 3"
    assert answer(fold, "a") is None  # its answers are made when somebody asks for them


def test_a_click_opens_it_and_an_answer_closes_it(fold, qtbot):
    qtbot.mouseClick(fold.row, Qt.MouseButton.LeftButton)
    assert answer(fold, "not-known").hasFocus()
    fold.row.setFocus()
    qtbot.keyClick(fold.row, Qt.Key.Key_Tab)
    assert answer(fold, "a").hasFocus()
    with qtbot.waitSignal(fold.answered) as said:
        qtbot.mouseClick(answer(fold, "b"), Qt.MouseButton.LeftButton)
    assert said.args == ["fruit", "b"]
    assert fold.is_folded()
    assert fold.row.hasFocus()


def test_keys_alone_answer_it(fold, qtbot):
    fold.row.setFocus()
    qtbot.keyClick(fold.row, Qt.Key.Key_Space)
    qtbot.keyClick(answer(fold, "not-known"), Qt.Key.Key_Up)
    assert answer(fold, "b").hasFocus()
    with qtbot.waitSignal(fold.answered) as said:
        qtbot.keyClick(answer(fold, "b"), Qt.Key.Key_Return)
    assert said.args == ["fruit", "b"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_it_closes_without_a_change(fold, qtbot, key):
    fold.row.click()
    with qtbot.assertNotEmitted(fold.answered):
        qtbot.keyClick(answer(fold, "not-known"), key)
    assert fold.is_folded()


def test_a_new_view_keeps_it_open(fold):
    fold.row.click()
    fold.show_view(view("a"))
    assert not fold.is_folded()
    assert answer(fold, "a").isChecked()
    assert answer(fold, "not-known").hasFocus()
