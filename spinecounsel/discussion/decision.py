"""What was decided, and what else is permitted."""

from enum import StrEnum

from spinecounsel.case.case import Side
from spinecounsel.frozen import Frozen


class Consent(StrEnum):
    """The outcome of the talk (openEHR informed consent)."""

    PROVIDED = "provided"
    REFUSED = "refused"
    POSTPONED = "postponed"


class Postponement(StrEnum):
    """Why a decision waits."""

    MORE_TIME = "more time"
    SECOND_OPINION = "second opinion"
    TESTS = "tests"


class Decision(Frozen, frozen=True, kw_only=True):
    """``options`` are ids of discussed options (one or a combination.

    For consent provided), ``reason`` the reason for refusing or postponing, ``words`` the patient's
    own words.
    """

    consent: Consent
    options: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    side: Side | None = None
    postponement: Postponement | None = None
    reason: str = ""
    words: str = ""


class Answer(StrEnum):
    """An answer to a separate permission; none is ticked beforehand."""

    YES = "yes"
    NO = "no"
    NOT_NOW = "not now"


class Permission(Frozen, frozen=True, kw_only=True):
    """An answered separate permission; ``id`` is one of ``PERMISSIONS``."""

    id: str
    answer: Answer


PERMISSIONS = ("blood", "images", "trainees", "tissue", "research")
