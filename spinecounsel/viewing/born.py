"""A date of birth as people type it."""

import datetime as dt
import re

from spinecounsel.case.problems import born_problem
from spinecounsel.frozen import Frozen
from spinecounsel.wording import say

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_FIGURES = re.compile(r"(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d+)")
_YEAR_FIRST = re.compile(r"(\d{4})[\s./-]+(\d{1,2})[\s./-]+(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s./-]*([^\W\d_]{3,})[\s.,/-]+(\d+)")


class Born(Frozen, frozen=True, kw_only=True):
    """What was understood: a date, or why there is none; both empty for no text."""

    date: dt.date | None = None
    problem: str = ""


def read_born(typed: str, today: dt.date) -> Born:
    """Read a date of birth: day first, or year first as in ``1958-03-14``; months also by name.

    Args:
        typed: what stands in the field.
        today: the day of the consultation; a later birth is a problem.
    """
    text = " ".join(typed.split())
    if not text:
        return Born()
    parts = day_parts(text)
    if parts is None:
        return Born(problem=say("Write the day, the month and the year, such as 14 March 1958."))
    year, month, day = parts
    if year < 1000:
        return Born(problem=say("Write the year with four figures, such as 1958."))
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return Born(problem=say("There is no such day. Check the day and the month."))
    problem = born_problem(date, today)
    return Born(problem=problem) if problem else Born(date=date)


def day_parts(text: str) -> tuple[int, int, int] | None:
    """Give (year, month, day), or None when the text is no date."""
    if found := _YEAR_FIRST.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _FIGURES.fullmatch(text):
        return _short(found[3]), int(found[2]), int(found[1])
    if found := _WORDS.fullmatch(text):
        month = _month(found[2].casefold())
        return (_short(found[3]), month, int(found[1])) if month else None
    return None


def _month(word: str) -> int:
    """Give the number of a month by the beginning of its name, 0 when there is none."""
    starts = (number for number, name in enumerate(_MONTHS, 1) if name.startswith(word))
    return next(starts, 0)


def _short(year: str) -> int:
    return int(year[:5])
