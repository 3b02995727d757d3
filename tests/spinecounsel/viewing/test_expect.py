from functools import partial

import pytest

from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import Glance, MarkState
from spinecounsel.discussion.values import THEMES, Expectation, Leaning
from spinecounsel.viewing.expect import NOT_YET, expect_view
from tests.helpers.clock import START
from tests.helpers.reading import grade
from tests.helpers.talks import OPTIONS, begun, described, mark


def seen(sitting):
    return expect_view(sitting.pack, sitting.discussion, sitting.agenda)


def first(sitting, kind):
    return next(each for each in sitting.agenda.topics if each.kind == kind and not each.closed)


def lean(sitting, *options):
    sitting.change(moves.leaning, Leaning(options=options, when=START), after=False)


def test_every_theme_is_asked_in_plain_words_and_without_a_number():
    view = seen(begun())
    assert tuple(each.theme for each in view.questions) == THEMES
    for each in view.questions:
        words = f"{each.question} {each.low}. {each.high}."
        assert not any(letter.isdigit() for letter in words)
        assert grade(each.question) <= 8


def test_what_was_said_is_shown_and_then_there_is_nothing_to_skip():
    sitting = begun()
    assert seen(sitting).may_skip
    sitting.change(moves.expecting, Expectation(theme="pain", words="Less at night.", score=60))
    view = seen(sitting)
    pain = next(each for each in view.questions if each.theme == "pain")
    assert (pain.words, pain.score) == ("Less at night.", 60)
    assert not view.may_skip


def test_to_say_nothing_is_an_answer_and_words_take_it_back():
    sitting = begun()
    sitting.change(moves.skipping_expect, skipped=True)
    assert seen(sitting).skipped
    sitting.change(moves.expecting, Expectation(theme="walking", words="To the garden."))
    assert not seen(sitting).skipped


def test_one_may_lean_to_several_options_to_none_or_not_say():
    sitting = described()

    def chosen():
        return [each.key for each in seen(sitting).leaning if each.chosen]

    assert [each.key for each in seen(sitting).leaning] == [*OPTIONS, NOT_YET]
    assert (chosen(), seen(sitting).leant) == ([], "")
    lean(sitting, "radiosurgery", "no-treatment")
    assert chosen() == ["radiosurgery", "no-treatment"]
    assert seen(sitting).leant.startswith("You leaned to: **Stereotactic radiosurgery, ")
    lean(sitting)
    assert chosen() == [NOT_YET]


@pytest.mark.parametrize("kind", ["benefit", "risk", "course"])
def test_once_a_number_was_gone_through_what_was_said_is_settled(kind):
    sitting = described()
    sitting.change(moves.expecting, Expectation(theme="walking", words="As before", score=70))
    mark(sitting, first(sitting, "about"))
    assert not seen(sitting).settled
    assert seen(sitting).beside == ()
    mark(sitting, first(sitting, kind), MarkState.SET_ASIDE)
    view = seen(sitting)
    assert view.settled
    said = {each.theme: each.said for each in view.beside}
    assert said["walking"] == (
        "“As before”",
        "70, where 0 is “I will not walk” and 100 is “I will walk as I like”",
    )
    assert said["pain"] == ("You did not say.",)


GLANCE = Glance(option=OPTIONS[0], view="cases")


@pytest.mark.parametrize(
    "move", [moves.comparing, partial(moves.looking_ahead, glance=GLANCE)], ids=["compare", "ahead"]
)
def test_other_pages_with_numbers_settle_it_too(move):
    sitting = described()
    sitting.change(move)
    assert seen(sitting).settled


def test_who_would_rather_not_say_is_shown_nothing_beside_it():
    sitting = described()
    sitting.change(moves.skipping_expect, skipped=True)
    mark(sitting, first(sitting, "benefit"))
    view = seen(sitting)
    assert view.settled
    assert view.beside == ()
