"""Who is in the room, and how the patient wants to take part."""

import datetime as dt
from enum import StrEnum

from spinecounsel.frozen import Frozen


class Clinician(Frozen, frozen=True, kw_only=True):
    """Who leads the discussion."""

    name: str
    role: str = ""
    registration: str = ""


class Referrer(Frozen, frozen=True, kw_only=True):
    """The doctor who sent the patient, to whom the letter goes; ``practice`` is the address too.

    In lines as on an envelope.
    """

    name: str = ""
    practice: str = ""


class AttendeeRole(StrEnum):
    """Why somebody is in the room."""

    RELATIVE = "relative"
    FRIEND = "friend"
    NURSE = "nurse"
    INTERPRETER = "interpreter"
    OTHER = "other"


class Mode(StrEnum):
    """How somebody takes part."""

    IN_PERSON = "in person"
    TELEPHONE = "telephone"
    VIDEO = "video"


class Attendee(Frozen, frozen=True, kw_only=True):
    """Somebody else who takes part; ``language`` is the one that an interpreter speaks."""

    name: str
    role: AttendeeRole
    language: str = ""
    mode: Mode = Mode.IN_PERSON


class DecisionRole(StrEnum):
    """The part that the patient wants in the decision (control preferences, Degner 1997)."""

    DECIDE = "decide"
    SHARE = "share"
    LEAVE = "leave"


class Detail(StrEnum):
    """How much the patient wants to know."""

    ALL = "all"
    MAIN_POINTS = "main points"
    AS_LITTLE_AS_NEEDED = "as little as needed"


class PrognosisWish(StrEnum):
    """Whether the patient wants to hear about length of life."""

    WANTS = "wants"
    NOT_NOW = "not now"
    DECLINES = "declines"


class WishChange(Frozen, frozen=True, kw_only=True):
    """What the patient wished to hear about length of life, from this moment on."""

    wish: PrognosisWish
    when: dt.datetime


class NumberView(StrEnum):
    """How the patient likes to see a number; the sentence and its facts stand beside each."""

    WORDS = "words"
    NUMBER = "number"
    PEOPLE = "people"
    BAR = "bar"


class Preferences(Frozen, frozen=True, kw_only=True):
    """How the patient wants to take part; None where not asked yet."""

    role: DecisionRole | None = None
    detail: Detail | None = None
    prognosis: PrognosisWish | None = None


class Capacity(Frozen, frozen=True, kw_only=True):
    """Capacity to decide: presumed, or assessed by its four parts (Mental Capacity Act 2005.

    Section 3).
    """

    assessed: bool = False
    understand: bool | None = None
    retain: bool | None = None
    weigh: bool | None = None
    communicate: bool | None = None
    note: str = ""

    @property
    def lacking(self) -> bool:
        """Whether an assessment found one of the four parts missing."""
        parts = (self.understand, self.retain, self.weigh, self.communicate)
        return self.assessed and False in parts


class Representative(Frozen, frozen=True, kw_only=True):
    """Who decides for the patient, and by what authority."""

    name: str
    relation: str = ""
    authority: str = ""
