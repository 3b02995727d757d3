import pytest

from spinecounsel.discussion import moves
from spinecounsel.discussion.values import Importance, ValueAnswer
from spinecounsel.viewing.values import values_view
from tests.helpers.clock import START
from tests.helpers.reading import grade
from tests.helpers.talks import OPTIONS, described


@pytest.fixture
def sitting():
    return described()


def seen(sitting):
    return values_view(sitting.pack, sitting.discussion, sitting.agenda)


def say_own(sitting, text, *concepts, importance=Importance.VERY):
    answer = ValueAnswer(text=text, importance=importance, concepts=concepts)
    sitting.change(moves.weighing, answer, when=START)


def test_statements_and_own_words_are_kept_apart(sitting):
    text = sitting.pack.value_statements[0].text
    answer = ValueAnswer(statement="walk", text=text, importance=Importance.SOMEWHAT)
    sitting.change(moves.weighing, answer, when=START)
    say_own(sitting, "Walking to the garden")
    view = seen(sitting)
    assert {each.id: each.importance for each in view.statements}["walk"] == "somewhat"
    assert [(each.text, each.importance) for each in view.own] == [
        ("Walking to the garden", "very")
    ]


def test_own_words_say_what_they_are_about_and_what_is_tied_to_nothing(sitting):
    say_own(sitting, "My dog", "daily-life", "walk-after")
    say_own(sitting, "My garden")
    say_own(sitting, "My car", importance=Importance.NOT)
    view = seen(sitting)
    assert [each[0] for each in view.own[0].about] == ["walk-after", "daily-life"]
    assert [each.whole for each in view.untied] == ["“My garden”"]


def test_a_long_statement_is_kept_whole_and_shown_short(sitting):
    long = "I want to see the sea " * 90
    say_own(sitting, long)
    row = seen(sitting).own[0]
    assert row.text == long
    assert long in row.words.whole
    assert len(row.words.short) <= 120


def test_dying_is_not_offered_before_it_was_opened(sitting):
    sensitive = {each.id for each in sitting.pack.concepts if each.sensitive}
    asked = {ident for ident, _ in seen(sitting).questions}
    assert len(asked) > 20
    assert not asked & sensitive
    topic = next(each for each in sitting.agenda.topics if each.concept == "treatment-death")
    sitting.change(moves.opening, topic, when=START)
    assert {ident for ident, _ in seen(sitting).questions} - asked == {"treatment-death"}


def test_questions_are_plain(sitting):
    for _, question in seen(sitting).questions:
        assert grade(question) <= 8, question


def test_the_signs_that_need_help_stand_beside_no_treatment_and_medicines():
    assert seen(described()).red_flag
    assert not seen(described(options=OPTIONS[:3])).red_flag
    assert seen(described(options=("corticosteroids",))).red_flag
