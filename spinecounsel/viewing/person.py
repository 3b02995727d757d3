"""The person: who it is about, who is in the room, which part the patient wants, and capacity."""

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from spinecounsel.case.languages import language_name, languages
from spinecounsel.case.problems import age, is_blank, name_problem, patient_problems
from spinecounsel.dates import day, moment
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.people import (
    Attendee,
    AttendeeRole,
    Capacity,
    DecisionRole,
    Detail,
    Mode,
    PrognosisWish,
    Referrer,
    Representative,
)
from spinecounsel.discussion.words import (
    detail_wish,
    mode_name,
    prognosis_wish,
    role_wish,
)
from spinecounsel.frozen import Frozen
from spinecounsel.viewing.answers import NO, YES, AnswerView, QuestionView, key_of
from spinecounsel.viewing.born import read_born
from spinecounsel.wording import say

PRESUMED, ASSESSED = "presumed", "assessed"
Wish = TypeVar("Wish", bound=StrEnum)


class FieldView(Frozen, frozen=True, kw_only=True):
    """A field: what stands in it, a problem to say beside it, else a remark below it."""

    text: str
    problem: str = ""
    remark: str = ""


class AttendeeView(Frozen, frozen=True, kw_only=True):
    """A row of those in the room; ``speaks`` says whether to ask for a language.

    ``problem`` is one of the name.
    """

    name: str
    role: str
    mode: str
    language: str
    speaks: bool
    problem: str = ""
    language_problem: str = ""


class CapacityView(Frozen, frozen=True, kw_only=True):
    """Capacity: presumed or assessed; the four parts and the note only when it was assessed."""

    way: QuestionView
    parts: tuple[QuestionView, ...]
    note: str
    sentence: str


class RepresentativeView(Frozen, frozen=True, kw_only=True):
    """Who decides for the patient; ``asked`` says whether to show the fields."""

    asked: bool
    may_remove: bool
    sentence: str
    name: FieldView
    relation: str
    authority: str


class ReferrerView(Frozen, frozen=True, kw_only=True):
    """The doctor that the letter goes to, and the lines of the address."""

    name: FieldView
    practice: str


class PersonView(Frozen, frozen=True, kw_only=True):
    """Everything that the page shows; ``replaces`` says in the place of which record this comes."""

    replaces: str
    name: FieldView
    born: FieldView
    number: FieldView
    language: FieldView
    languages: tuple[str, ...]
    referrer: ReferrerView
    roles: tuple[AnswerView, ...]
    modes: tuple[AnswerView, ...]
    present: tuple[AttendeeView, ...]
    wishes: tuple[QuestionView, ...]
    capacity: CapacityView
    representative: RepresentativeView


def person_view(
    discussion: Discussion,
    *,
    today: dt.date,
    typed_born: str | None = None,
    left: frozenset[str] = frozenset(),
) -> PersonView:
    """Give the view of the person step.

    Args:
        discussion: what is known.
        today: the day of the consultation.
        typed_born: what stands in the field of the date of birth when it is not a date, else None.
        left: fields the clinician has been in and left; one that is empty is a problem only then.
    """
    patient = discussion.patient
    problems = {
        field: sentence
        for field, sentence in patient_problems(patient, today).items()
        if field in left or getattr(patient, field, None)
    }
    return PersonView(
        replaces=_replaces(discussion),
        name=FieldView(text=patient.name, problem=problems.get("name", "")),
        born=_born(discussion, today, typed_born, problems),
        number=FieldView(text=patient.number, problem=problems.get("number", "")),
        language=FieldView(
            text=language_name(patient.language), problem=problems.get("language", "")
        ),
        languages=tuple(name for _, name in languages()),
        referrer=_referrer(discussion.referrer),
        roles=role_answers(),
        modes=_mode_answers(),
        present=tuple(_attendee(each) for each in discussion.present),
        wishes=_wishes(discussion),
        capacity=_capacity(discussion.capacity),
        representative=_representative(discussion),
    )


def _replaces(discussion: Discussion) -> str:
    before = discussion.replaces
    if before is None:
        return ""
    return say(
        "This talk takes the place of the record sealed {moment}, once it is sealed itself. The "
        "older record stays in the vault.",
        moment=moment(before.sealed),
    )


def _referrer(referrer: Referrer) -> ReferrerView:
    name = FieldView(text=referrer.name, problem=name_problem(referrer.name))
    return ReferrerView(name=name, practice=referrer.practice)


def _born(
    discussion: Discussion, today: dt.date, typed: str | None, problems: Mapping[str, str]
) -> FieldView:
    date = discussion.patient.born
    if typed is not None and date is None:
        read = read_born(typed, today)
        return FieldView(text=typed, problem=read.problem or problems.get("born", ""))
    if date is None:
        return FieldView(text="", problem=problems.get("born", ""))
    if problem := problems.get("born", ""):
        return FieldView(text=day(date), problem=problem)
    return FieldView(text=day(date), remark=say("{years} years old", years=age(date, today)))


def role_answers() -> tuple[AnswerView, ...]:
    """Give the roles that somebody in the room can have."""
    words = {
        AttendeeRole.RELATIVE: say("Relative"),
        AttendeeRole.FRIEND: say("Friend"),
        AttendeeRole.NURSE: say("Nurse"),
        AttendeeRole.INTERPRETER: say("Interpreter"),
        AttendeeRole.OTHER: say("Somebody else"),
    }
    return tuple(AnswerView(key=role, title=title) for role, title in words.items())


def _mode_answers() -> tuple[AnswerView, ...]:
    return tuple(AnswerView(key=mode, title=mode_name(mode)) for mode in Mode)


def _attendee(attendee: Attendee) -> AttendeeView:
    speaks = attendee.role is AttendeeRole.INTERPRETER
    return AttendeeView(
        name=attendee.name,
        role=attendee.role,
        mode=attendee.mode,
        language=attendee.language,
        speaks=speaks,
        problem=_name_problem(attendee),
        language_problem=_language_problem(attendee) if speaks else "",
    )


def _name_problem(attendee: Attendee) -> str:
    if is_blank(attendee.name):
        return say("Write a name, or remove this row.")
    return name_problem(attendee.name)


def _language_problem(attendee: Attendee) -> str:
    if is_blank(attendee.language):
        return say("Write which language the interpreter speaks.")
    return name_problem(attendee.language)


def _wishes(discussion: Discussion) -> tuple[QuestionView, ...]:
    wishes = discussion.preferences
    return (
        _wish("role", say("Who should decide?"), DecisionRole, role_wish, wishes.role),
        _wish("detail", say("How much do you want to know?"), Detail, detail_wish, wishes.detail),
        _wish(
            "prognosis",
            say("Do you want to hear how long people live with this?"),
            PrognosisWish,
            prognosis_wish,
            wishes.prognosis,
        ),
    )


def _wish(
    field: str,
    label: str,
    kind: type[Wish],
    words: Callable[[Wish], str],
    chosen: Wish | None,
) -> QuestionView:
    answers = tuple(AnswerView(key=each, title=words(each)) for each in kind)
    return QuestionView(field=field, label=label, answers=answers, chosen=chosen or "")


def _capacity(capacity: Capacity) -> CapacityView:
    ways = (
        AnswerView(key=PRESUMED, title=say("Presumed")),
        AnswerView(key=ASSESSED, title=say("Assessed today")),
    )
    parts = {
        "understand": say("Understands what is said"),
        "retain": say("Keeps it in mind long enough"),
        "weigh": say("Weighs one thing against another"),
        "communicate": say("Makes a choice known"),
    }
    return CapacityView(
        way=QuestionView(
            field="way",
            label=say("Can the patient decide?"),
            answers=ways,
            chosen=ASSESSED if capacity.assessed else PRESUMED,
        ),
        parts=tuple(
            _part(field, label, holds=getattr(capacity, field))
            for field, label in parts.items()
            if capacity.assessed
        ),
        note=capacity.note,
        sentence=_capacity_sentence(capacity),
    )


def _part(field: str, label: str, *, holds: bool | None) -> QuestionView:
    answers = (AnswerView(key=YES, title=say("Yes")), AnswerView(key=NO, title=say("No")))
    return QuestionView(field=field, label=label, answers=answers, chosen=key_of(holds) or "")


def _capacity_sentence(capacity: Capacity) -> str:
    if not capacity.assessed:
        return say("A person is taken to be able to decide, unless shown otherwise.")
    if capacity.lacking:
        return say("One part is missing: somebody has to decide for the patient.")
    if None in (capacity.understand, capacity.retain, capacity.weigh, capacity.communicate):
        return say("Answer all four parts.")
    return say("All four parts are there: the patient decides.")


def _representative(discussion: Discussion) -> RepresentativeView:
    who = discussion.representative
    lacking = discussion.capacity.lacking
    shown = who or Representative(name="")
    problem = name_problem(shown.name)
    if not problem and (lacking or who is not None) and not shown.name.strip():
        problem = say("Write who decides for the patient.")
    return RepresentativeView(
        asked=lacking or who is not None,
        may_remove=who is not None and not lacking,
        sentence=_representative_sentence(lacking=lacking, named=who is not None),
        name=FieldView(text=shown.name, problem=problem),
        relation=shown.relation,
        authority=shown.authority,
    )


def _representative_sentence(*, lacking: bool, named: bool) -> str:
    if lacking:
        return say("Needed here: the person who decides for the patient, and by what right.")
    return say("The person who decides for the patient, and by what right.") if named else ""
