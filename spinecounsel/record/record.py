"""The consent record: every word and number that was shown.

So that nothing upstream is read again.
"""

import datetime as dt

from msgspec import UNSET, UnsetType

from spinecounsel.case.patient import Patient
from spinecounsel.discussion.decision import Consent, Decision
from spinecounsel.discussion.discussion import Predecessor
from spinecounsel.discussion.people import Attendee, Clinician, Referrer, Representative
from spinecounsel.frozen import Frozen
from spinecounsel.record.ahead import LookedAhead
from spinecounsel.record.clinic import NO_CLINIC, Clinic
from spinecounsel.record.side_by_side import SideBySide
from spinecounsel.record.signature import Signature

FORMAT = 1


class ContentStamp(Frozen, frozen=True, kw_only=True):
    """Which content was shown, who wrote it and which clinic approved it (empty: none)."""

    id: str
    title: str
    version: str
    sha256: str
    authors: str
    reviewers: str
    certified: str
    approved_by: str
    expires: dt.date


class Line(Frozen, frozen=True, kw_only=True):
    """A label and what stands beside it."""

    label: str
    text: str


class RecordedScore(Frozen, frozen=True, kw_only=True):
    """A clinical score as shown: result in words, items, limits, source."""

    name: str
    result: str
    items: tuple[Line, ...]
    limits: str
    source: str


class RecordedEstimate(Frozen, frozen=True, kw_only=True):
    """An estimate as shown.

    ``number`` is the number in words ("84 of 100 people"), empty where the source prints no share;
    then ``count``, ``low``, ``high`` and ``out_of`` are None too.  ``count`` of ``out_of`` were
    drawn where ``drawn`` is True, ``low`` and ``high`` are the 95 % confidence interval in the same
    people. ``option`` is the name of the option it belongs to (a comparator may belong to another
    one), ``pair`` the id of the other arm of the same study where both were shown on one scale.
    ``station`` is the part of the time with the option that it tells of, empty for none.
    """

    id: str
    option: str
    kind: str
    concept: str
    title: str
    sentence: str
    framing: str
    number: str
    count: int | None
    low: int | None
    high: int | None
    out_of: int | None
    drawn: bool
    unit: str
    value: str
    population: str
    horizon: str
    certainty: str
    certainty_why: str
    source: str
    caution: str = ""
    pair: str = ""
    station: str = ""


class RecordedTopic(Frozen, frozen=True, kw_only=True):
    """One thing on the agenda of an option: what was shown under it and what became of it.

    ``kind`` is about, benefit, risk, course, not known or alternatives; ``state`` is discussed, set
    aside, not opened or not discussed.  ``sentences`` are shown words without a number: facts with
    their heading as label (empty for the same heading as the line before), and "not known" said
    aloud with its question as label.  Nothing is kept of a topic that was not opened or set aside
    unopened but its title, and ``shut_why`` it was shut.
    """

    key: str
    kind: str
    title: str
    state: str
    when: dt.datetime | None
    wish: str
    material: bool
    sentences: tuple[Line, ...]
    estimates: tuple[RecordedEstimate, ...]
    shut_why: str = ""


class RecordedOption(Frozen, frozen=True, kw_only=True):
    """A treatment option that was chosen for the talk; its topics say how far it was gone through.

    ``why`` are the rules that make it usual here, or not.
    """

    id: str
    name: str
    usual: bool | None
    why: tuple[Line, ...]
    topics: tuple[RecordedTopic, ...]


class RecordedLeftOut(Frozen, frozen=True, kw_only=True):
    """A usual option that was not chosen for the talk."""

    name: str
    why_usual: str
    reason: str


class RecordedQuestion(Frozen, frozen=True, kw_only=True):
    """A question and its answer."""

    text: str
    answer: str
    about: str
    when: dt.datetime


class ConsentRecord(Frozen, frozen=True, kw_only=True):
    """What is kept.  ``sha256`` is the hex digest over the canonical JSON of all other fields.

    ``language`` is the language of its words (BCP 47), such as ``en``.  ``comparison`` is what
    stood side by side and ``ahead`` what was told of each option that was looked at; None and empty
    where nobody looked.  ``replaces`` is the record of an earlier talk in whose place this stands.
    A ``clinic`` that says nothing of itself is not written, so that records from before one could
    be named keep their fingerprint; ``house`` gives it in any case.
    """

    format: int
    id: str
    language: str
    program: str
    started: dt.datetime
    sealed: dt.datetime
    content: ContentStamp
    clinician: Clinician
    patient: Patient
    referrer: Referrer = Referrer()
    present: tuple[Attendee, ...]
    preferences: tuple[Line, ...]
    capacity: tuple[Line, ...]
    representative: Representative | None = None
    case: tuple[Line, ...]
    scores: tuple[RecordedScore, ...]
    options: tuple[RecordedOption, ...]
    left_out: tuple[RecordedLeftOut, ...]
    expectations: tuple[Line, ...]
    comparison: SideBySide | None = None
    ahead: tuple[LookedAhead, ...] = ()
    questions: tuple[RecordedQuestion, ...]
    leanings: tuple[Line, ...]
    values: tuple[Line, ...]
    understanding: tuple[Line, ...]
    knowledge: tuple[Line, ...]
    sure: tuple[Line, ...]
    decision: Decision
    decision_lines: tuple[Line, ...]
    permissions: tuple[Line, ...]
    red_flag: str
    statements: tuple[str, ...]
    signatures: tuple[Signature, ...]
    replaces: Predecessor | None = None
    clinic: Clinic | UnsetType = UNSET
    sha256: str = ""

    @property
    def house(self) -> Clinic:
        """The clinic that it names; one that says nothing of itself where it names none."""
        return self.clinic if isinstance(self.clinic, Clinic) else NO_CLINIC

    @property
    def confirm_after(self) -> int | None:
        """After how many days its clinic asks that a consent be talked through again."""
        agreed = self.decision.consent is Consent.PROVIDED
        return self.house.confirm_after if agreed else None
