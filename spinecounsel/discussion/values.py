"""What matters to the patient (values clarification): no order is forced, no total is made."""

from enum import StrEnum

from spinecounsel.frozen import Frozen


class Importance(StrEnum):
    """How much something matters to the patient."""

    VERY = "very"
    SOMEWHAT = "somewhat"
    NOT = "not"


class ValueAnswer(Frozen, frozen=True, kw_only=True):
    """A statement of the pack (``statement`` its id) or the patient's own (``statement`` empty)."""

    statement: str = ""
    text: str
    importance: Importance


class Expectation(Frozen, frozen=True, kw_only=True):
    """What the patient expects before the first number: ``theme`` of ``THEMES``, words.

    And 0 to 100 or None.
    """

    theme: str
    words: str = ""
    score: int | None = None


THEMES = ("walking", "pain", "hospital", "recovery")
