import datetime as dt

import pytest

from spinecounsel.discussion import moves
from spinecounsel.discussion.values import Importance, ValueAnswer
from spinecounsel.viewing.values_history import change_lines
from tests.helpers.clock import START
from tests.helpers.talks import described


@pytest.fixture
def sitting():
    return described()


def weigh(sitting, importance, *, minutes=0, text="My dog", **more):
    when = START + dt.timedelta(minutes=minutes)
    answer = ValueAnswer(text=text, importance=importance, **more)
    sitting.change(moves.weighing, answer, when=when)


def seen(sitting):
    lines = change_lines(sitting.pack, sitting.discussion)
    return [(each.when, each.short, each.change) for each in lines]


def test_what_was_said_once_is_no_change(sitting):
    weigh(sitting, Importance.VERY)
    weigh(sitting, Importance.VERY, concepts=("walk-after",))
    assert seen(sitting) == []


def test_every_change_says_when_and_from_what_to_what(sitting):
    weigh(sitting, Importance.VERY)
    weigh(sitting, Importance.NOT, minutes=5)
    sitting.change(moves.unweighing, "", "My dog", when=START + dt.timedelta(minutes=7))
    weigh(sitting, Importance.SOMEWHAT, minutes=9)
    assert seen(sitting) == [
        ("09:35", "“My dog”", "From A lot to Little"),
        ("09:37", "“My dog”", "Taken back"),
        ("09:39", "“My dog”", "Said again: Some"),
    ]


def test_another_day_is_named(sitting):
    weigh(sitting, Importance.VERY)
    weigh(sitting, Importance.NOT, minutes=24 * 60)
    assert seen(sitting)[0][0] == "25 November 2026, 09:30"


def test_a_statement_of_the_pack_stands_without_quotation_marks(sitting):
    first = sitting.pack.value_statements[0]
    weigh(sitting, Importance.VERY, text=first.text, statement=first.id)
    weigh(sitting, Importance.NOT, text=first.text, statement=first.id)
    assert seen(sitting)[0][1] == first.text
