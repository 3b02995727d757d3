"""What matters to the patient (values clarification): no order is forced, no total is made."""

import datetime as dt
from enum import StrEnum

from spinecounsel.frozen import Frozen


class Importance(StrEnum):
    """How much something matters to the patient."""

    VERY = "very"
    SOMEWHAT = "somewhat"
    NOT = "not"


class ValueAnswer(Frozen, frozen=True, kw_only=True):
    """A statement of the pack (``statement`` its id) or the patient's own (``statement`` empty).

    ``concepts`` ties the patient's own words to what the pack knows; a statement of the pack brings
    its own.
    """

    statement: str = ""
    text: str
    importance: Importance
    concepts: tuple[str, ...] = ()


class ValueChange(Frozen, frozen=True, kw_only=True):
    """That something came to matter so much at a moment; None where it was taken back."""

    text: str
    importance: Importance | None
    when: dt.datetime


class Leaning(Frozen, frozen=True, kw_only=True):
    """Which options the patient leaned to at a moment; none of them is an answer too."""

    options: tuple[str, ...] = ()
    when: dt.datetime


class Expectation(Frozen, frozen=True, kw_only=True):
    """What the patient expects before the first number: ``theme`` of ``THEMES``, words.

    And 0 to 100 or None.
    """

    theme: str
    words: str = ""
    score: int | None = None


THEMES = ("walking", "pain", "hospital", "recovery")
