"""The discussion: what has been said so far.  Frozen; each participle gives a new one.

Times and new ids are arguments.  ``topic`` keys are those of ``discussion.agenda``.
"""

import datetime as dt
from enum import StrEnum

from spinecounsel.case.case import Case
from spinecounsel.case.patient import Patient
from spinecounsel.discussion.decision import Decision, Permission
from spinecounsel.discussion.people import (
    Attendee,
    Capacity,
    Clinician,
    Preferences,
    Representative,
)
from spinecounsel.discussion.understanding import SureAnswers, TeachBack
from spinecounsel.discussion.values import Expectation, ValueAnswer
from spinecounsel.frozen import Frozen


class PackStamp(Frozen, frozen=True, kw_only=True):
    """Which content was shown."""

    id: str
    version: str
    sha256: str


class MarkState(StrEnum):
    """What became of a topic."""

    DISCUSSED = "discussed"
    SET_ASIDE = "set aside"


class Mark(Frozen, frozen=True, kw_only=True):
    """A topic marked as discussed, or set aside by the patient's wish (``wish`` in their words.

    If given).
    """

    topic: str
    state: MarkState
    when: dt.datetime
    wish: str = ""


class Opened(Frozen, frozen=True, kw_only=True):
    """A closed topic (sensitive, or of people it may not fit) that the clinician opened.

    With agreement.
    """

    topic: str
    when: dt.datetime


class LeftOut(Frozen, frozen=True, kw_only=True):
    """A usual option that is not gone through, and why."""

    option: str
    reason: str


class QuestionAsked(Frozen, frozen=True, kw_only=True):
    """A question of the patient with its answer; ``topic`` is empty for a question on anything."""

    id: str
    text: str
    answer: str = ""
    topic: str = ""
    when: dt.datetime


class Discussion(Frozen, frozen=True, kw_only=True):
    """Everything said between one patient and one clinician in one consultation."""

    id: str
    started: dt.datetime
    pack: PackStamp
    clinician: Clinician
    patient: Patient = Patient()
    present: tuple[Attendee, ...] = ()
    preferences: Preferences = Preferences()
    capacity: Capacity = Capacity()
    representative: Representative | None = None
    case: Case = Case()
    options: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    expect_skipped: bool = False
    marks: tuple[Mark, ...] = ()
    material: tuple[str, ...] = ()
    opened: tuple[Opened, ...] = ()
    questions: tuple[QuestionAsked, ...] = ()
    compared: bool = False
    values: tuple[ValueAnswer, ...] = ()
    teach_back: tuple[TeachBack, ...] = ()
    sure: SureAnswers = SureAnswers()
    decision: Decision | None = None
    permissions: tuple[Permission, ...] = ()
    step: str = "person"
