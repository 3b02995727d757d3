from hypothesis import given
from hypothesis import strategies as st

from spinecounsel.discussion.values import Importance, ValueAnswer
from spinecounsel.viewing.values_words import quoted, shortened


@given(st.text(max_size=2000), st.integers(2, 300))
def test_nothing_is_longer_than_it_may_be(text, most):
    assert len(shortened(text, most)) <= most


def test_short_words_stay_and_long_ones_are_cut_between_words():
    assert shortened("My dog") == "My dog"
    cut = shortened("walking home " * 40)
    assert cut.endswith(("walking…", "home…"))


def test_one_endless_word_is_cut_too():
    assert shortened("a" * 2000) == "a" * 119 + "…"


def test_only_own_words_stand_in_quotation_marks():
    own = ValueAnswer(text="My dog", importance=Importance.VERY)
    given_one = ValueAnswer(statement="walk", text="I want to walk.", importance=Importance.VERY)
    assert quoted(own) == "“My dog”"
    assert quoted(given_one) == "I want to walk."
