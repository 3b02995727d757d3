"""What is printed and drawn of a number, also of one that no pack should hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.estimates import BASE, ODD, blocks_with, odd_block


def odd(case):
    return odd_block(case).estimates[0]


@pytest.mark.parametrize(
    ("case", "number", "rest"),
    [
        ("two people", ("50", "out of 100 people"), ("50", "the others, out of 100 people")),
        ("none", ("None", "of 38 people"), ("38", "the others, of 38 people")),
        ("nobody counted", ("None", "of the people studied"), ("All", "the people studied")),
        ("all", ("100", "out of 100 people"), ("None", "the others, out of 100 people")),
        (
            "operations",
            ("43", "out of 100 operations"),
            ("57", "the others, out of 100 operations"),
        ),
        (
            "fewer than 1 of 100",
            ("Fewer than 1", "out of 100 people"),
            ("More than 99", "the others, out of 100 people"),
        ),
        (
            "fewer than 1 of 1,000",
            ("Fewer than 1", "out of 1,000 people"),
            ("More than 999", "the others, out of 1,000 people"),
        ),
        (
            "nearly all",
            ("More than 99", "out of 100 people"),
            ("Fewer than 1", "the others, out of 100 people"),
        ),
    ],
)
def test_both_sides_of_a_number_are_printed(case, number, rest):
    view = odd(case)
    assert (view.number, view.beside) == number
    assert (view.rest, view.rest_beside) == rest


def test_both_sides_of_a_number_between_two_make_a_hundred():
    (block,) = blocks_with({}, "nerve-sheath-tumour-fluid-leak")
    (view,) = block.estimates
    assert (view.number, view.rest) == ("4 or 5", "95 or 96")


def test_less_than_one_is_drawn_as_perhaps_one():
    few, nearly = odd("fewer than 1 of 100"), odd("nearly all")
    assert (few.filled, few.maybe, few.maybe_words) == (0, 1, "fewer than 1")
    assert few.span == "fewer than 1"
    assert (nearly.filled, nearly.maybe) == (99, 1)


@given(
    percent=st.floats(0, 100),
    ends=st.none() | st.tuples(st.floats(-200, 300), st.floats(-200, 300)),
    thousand=st.booleans(),
)
def test_what_is_drawn_stays_on_the_scale_and_no_risk_is_drawn_as_nothing(percent, ends, thousand):
    changes = {
        "percent": percent,
        "ci95": ends,
        "denominator": 1000 if thousand else 100,
        "events": None,
        "total": None,
    }
    (block,) = blocks_with({BASE: changes}, BASE)
    (view,) = block.estimates
    assert 0 <= view.least <= view.filled <= view.filled + view.maybe <= view.out_of
    if percent > 0:
        assert view.filled + view.maybe > 0
        assert view.number not in {"None", "0"}
    if percent < 100:
        assert view.least < view.out_of
        assert view.rest not in {"None", "0"}


def test_a_range_wider_than_the_scale_ends_with_it():
    view = odd("wide range")
    assert (view.least, view.filled, view.maybe) == (0, 43, 57)
    assert view.reach == "The true number is likely between 0 and 100."
    assert view.span.endswith("0 to 100")


@pytest.mark.parametrize("case", ["operations", "tumours"])
def test_what_is_no_people_is_a_bar_but_never_people(case):
    view = odd(case)
    assert (view.drawn, view.barred) == (False, True)
    assert view.unit == ODD[case]["unit"]


@pytest.mark.parametrize("case", ["none", "nobody counted", "value only", "nothing"])
def test_none_seen_among_few_and_what_has_no_share_are_not_drawn(case):
    view = odd(case)
    assert (view.drawn, view.barred) == (False, False)
    assert bool(view.missing) is (view.number == "")
