"""What is said after an unclean end."""

import datetime as dt

import pytest

from spinecounsel.viewing.left_open import left_words
from tests.helpers.clock import START

YESTERDAY = START - dt.timedelta(days=1)


def said(**more):
    given = {"is_own": True, "draft": True, "name": "Ann Sample", "saved": START, "now": START}
    return left_words(**(given | more))


@pytest.mark.parametrize(
    ("saved", "told"),
    [
        (START, f"saved at {START:%H:%M}."),
        (START.astimezone(dt.UTC), f"saved at {START:%H:%M}."),
        (YESTERDAY, f"saved at {YESTERDAY.day} November 2026, {YESTERDAY:%H:%M}."),
    ],
)
def test_the_time_is_that_of_the_room_with_the_day_where_it_was_another(saved, told):
    assert said(saved=saved).endswith(f"This draft was open: Ann Sample, {told}")


def test_a_draft_without_a_name_is_named_so():
    assert "This draft was open: a draft without a name yet, saved at" in said(name="")


@pytest.mark.parametrize("more", [{"is_own": False}, {"draft": False}])
def test_no_name_is_said_to_others_and_where_none_was_open(more):
    assert "Ann" not in said(**more)
    assert "All that was shown as saved is here." in said(**more)
