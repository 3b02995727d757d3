import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecounsel.case.problems import age
from spinecounsel.dates import day
from spinecounsel.viewing.born import read_born

TODAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    "typed",
    [
        "14 March 1958",
        "14 mar 1958",
        "14. March 1958",
        "14th march, 1958",
        "14.3.1958",
        "14/03/1958",
        "14-03-1958",
        "1958-03-14",
        "  14   3  1958 ",
    ],
)
def test_a_date_is_read_however_it_is_written(typed):
    read = read_born(typed, TODAY)
    assert (read.date, read.problem) == (dt.date(1958, 3, 14), "")


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("31.2.1958", "no such day"),
        ("0.1.1958", "no such day"),
        ("1.13.1958", "no such day"),
        ("29 February 1957", "no such day"),
        ("14.3.58", "four figures"),
        ("25 November 2026", "future"),
        ("1.1.2099", "future"),
        ("1 January 1900", "125 years"),
        ("last spring", "such as"),
        ("14 Mayor 1958", "such as"),
        ("🎂", "such as"),
        ("1958", "such as"),
        ("14.3.999999", "no such day"),
    ],
)
def test_what_is_no_possible_date_gets_a_sentence(typed, word):
    read = read_born(typed, TODAY)
    assert read.date is None
    assert word in read.problem


def test_nothing_typed_is_no_problem_here():
    assert read_born("  ", TODAY).problem == ""


def test_somebody_may_be_born_today():
    assert read_born("24.11.2026", TODAY).date == TODAY


@given(st.text(max_size=30))
def test_no_text_is_too_odd(typed):
    read = read_born(typed, TODAY)
    assert not (read.date and read.problem)


@given(st.dates(dt.date(1905, 1, 1), TODAY))
def test_what_is_shown_is_read_back_as_the_same_day(date):
    assert read_born(day(date), TODAY).date == date


@pytest.mark.parametrize(
    ("born", "years"),
    [(dt.date(1958, 3, 14), 68), (dt.date(1958, 11, 24), 68), (dt.date(1958, 11, 25), 67)],
)
def test_age_counts_whole_years(born, years):
    assert age(born, TODAY) == years
