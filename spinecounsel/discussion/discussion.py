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
    NumberView,
    Preferences,
    Referrer,
    Representative,
    WishChange,
)
from spinecounsel.discussion.understanding import KnowledgeAnswer, SureAnswers, TeachBack
from spinecounsel.discussion.values import Expectation, Leaning, ValueAnswer, ValueChange
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

    With agreement.  ``sensitive`` ones are shut again when the patient declines to hear more.
    """

    topic: str
    when: dt.datetime
    sensitive: bool = False


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


class Comparison(Frozen, frozen=True, kw_only=True):
    """What stands side by side: ids of options and concepts; empty means first or main ones."""

    options: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()


class Glance(Frozen, frozen=True, kw_only=True):
    """Something that was looked at ahead: the ``cases`` or the ``days`` (``view``) of an option."""

    option: str
    view: str


class Predecessor(Frozen, frozen=True, kw_only=True):
    """The record of an earlier talk, in whose place the record of this one will stand."""

    id: str
    sha256: str
    sealed: dt.datetime


class Discussion(Frozen, frozen=True, kw_only=True):
    """Everything said between one patient and one clinician in one consultation.

    The four plain questions are asked twice: ``sure`` on arriving at the decision, ``sure_again``
    before signing.  So is what the patient leans to: before the first number and after all.
    ``glances`` are what of it was looked at where ``looked_ahead`` is true, in order.
    """

    id: str
    started: dt.datetime
    pack: PackStamp
    clinician: Clinician
    patient: Patient = Patient()
    referrer: Referrer = Referrer()
    present: tuple[Attendee, ...] = ()
    preferences: Preferences = Preferences()
    wish_history: tuple[WishChange, ...] = ()
    numbers: NumberView = NumberView.PEOPLE
    capacity: Capacity = Capacity()
    representative: Representative | None = None
    case: Case = Case()
    options: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    expect_skipped: bool = False
    leaning_before: Leaning | None = None
    numbers_seen: bool = False
    marks: tuple[Mark, ...] = ()
    material: tuple[str, ...] = ()
    opened: tuple[Opened, ...] = ()
    questions: tuple[QuestionAsked, ...] = ()
    looked_ahead: bool = False
    glances: tuple[Glance, ...] = ()
    compared: bool = False
    comparison: Comparison = Comparison()
    values: tuple[ValueAnswer, ...] = ()
    value_history: tuple[ValueChange, ...] = ()
    teach_back: tuple[TeachBack, ...] = ()
    knowledge: tuple[KnowledgeAnswer, ...] = ()
    sure: SureAnswers = SureAnswers()
    leaning_after: Leaning | None = None
    decision: Decision | None = None
    permissions: tuple[Permission, ...] = ()
    sure_again: SureAnswers = SureAnswers()
    step: str = "person"
    replaces: Predecessor | None = None
