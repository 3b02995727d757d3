import datetime as dt

import pytest

from spinecounsel.viewing.earlier import earlier_row, earlier_view
from tests.helpers.clock import START
from tests.helpers.talks import decided


@pytest.fixture(scope="module")
def sitting():
    return decided()


def row(sitting, number=3, by="", **passed):
    now = START + dt.timedelta(**passed)
    return earlier_row(number, START, sitting.discussion, sitting.pack, now=now, by=by)


def test_a_state_is_told_by_its_time_and_what_was_in_it(sitting):
    shown = row(sitting, minutes=5)
    assert shown.when == "09:30"
    marks = len(sitting.discussion.marks)
    assert shown.facts == f"At “Person” · {marks} things marked · a decision"
    assert shown.options.startswith("Surgery to free the spinal cord")
    assert row(sitting, days=1).when == "24 November 2026, 09:30"
    assert row(sitting, number=0).when == "Now"
    assert row(sitting, minutes=5, by="Nora").when == "09:30, by Nora"


def test_that_there_is_no_earlier_state_is_said(sitting):
    now, before = row(sitting, number=0), row(sitting)
    assert "no earlier state of this draft yet" in earlier_view((now,)).sentence
    assert "is kept too" in earlier_view((now, before)).sentence
