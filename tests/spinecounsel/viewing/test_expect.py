from spinecounsel.discussion import moves
from spinecounsel.discussion.values import THEMES, Expectation
from spinecounsel.viewing.expect import expect_view
from tests.helpers.reading import grade
from tests.helpers.talks import begun


def test_every_theme_is_asked_in_plain_words_and_without_a_number():
    view = expect_view(begun().discussion)
    assert tuple(each.theme for each in view.questions) == THEMES
    for each in view.questions:
        words = f"{each.question} {each.low}. {each.high}."
        assert not any(letter.isdigit() for letter in words)
        assert grade(each.question) <= 8


def test_what_was_said_is_shown_and_then_there_is_nothing_to_skip():
    sitting = begun()
    assert expect_view(sitting.discussion).may_skip
    sitting.change(moves.expecting, Expectation(theme="pain", words="Less at night.", score=60))
    view = expect_view(sitting.discussion)
    pain = next(each for each in view.questions if each.theme == "pain")
    assert (pain.words, pain.score) == ("Less at night.", 60)
    assert not view.may_skip


def test_to_say_nothing_is_an_answer_and_words_take_it_back():
    sitting = begun()
    sitting.change(moves.skipping_expect, skipped=True)
    assert expect_view(sitting.discussion).skipped
    sitting.change(moves.expecting, Expectation(theme="walking", words="To the garden."))
    assert not expect_view(sitting.discussion).skipped
