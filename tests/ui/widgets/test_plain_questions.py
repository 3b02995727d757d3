import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from spinecounsel.discussion.understanding import SURE, SureAnswers
from spinecounsel.viewing.sure import sure_view
from ui.widgets.plain_questions import PlainQuestions


@pytest.fixture
def card(qtbot):
    made = PlainQuestions("place", "Before it")
    made.show_view(sure_view(SureAnswers()))
    qtbot.addWidget(made)
    return made


def part(card, name):
    found = card.findChild(QWidget, f"place.{name}")
    assert found is not None, name
    return found


def tops(qtbot, card, width):
    card.resize(width, 400)
    with qtbot.waitExposed(card):
        card.show()
    return [part(card, f"{field}.no").mapTo(card, QPoint()).y() for field in SURE]


def test_in_much_room_two_questions_stand_beside_each_other(qtbot, card):
    first, second, third, fourth = tops(qtbot, card, 1060)
    assert abs(first - second) < abs(first - third)
    assert third > second
    assert abs(third - fourth) < abs(first - third)


def test_in_little_room_they_stand_below_each_other(qtbot, card):
    found = tops(qtbot, card, 640)
    assert found == sorted(set(found))


def test_what_was_opened_by_hand_stays_open(card):
    every = SureAnswers(sure=True, know=True, matters=True, support=True)
    card.show_view(sure_view(every))
    assert card.is_folded()
    assert card.first() is part(card, "fold")
    part(card, "fold").click()
    card.show_view(sure_view(every))
    assert not card.is_folded()
    assert card.first() is part(card, "sure.yes")


def test_doors_come_and_go_with_a_no_and_say_where_they_lead(qtbot, card):
    card.show_view(sure_view(SureAnswers(know=False)))
    with qtbot.waitSignal(card.step_asked) as asked:
        part(card, "know.to.compare").click()
    assert asked.args == ["compare"]
    with qtbot.waitSignal(card.answered) as answered:
        part(card, "know.yes").click()
    assert answered.args == ["know", "yes"]
