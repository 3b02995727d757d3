"""A case to play: what the people of a demonstration enter, say and decide (TOML)."""

import datetime as dt
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from spinecounsel.case.case import Case
from spinecounsel.case.patient import Patient
from spinecounsel.case.problems import case_problems, patient_problems
from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.decision import PERMISSIONS, Consent, Decision, Permission
from spinecounsel.discussion.discussion import LeftOut
from spinecounsel.discussion.people import (
    Attendee,
    Capacity,
    Clinician,
    NumberView,
    Preferences,
    Referrer,
    Representative,
)
from spinecounsel.discussion.understanding import TEACH_BACK, SureAnswers
from spinecounsel.discussion.values import THEMES, Expectation, ValueAnswer
from spinecounsel.errors import ContentProblem
from spinecounsel.frozen import Frozen
from spinecounsel.wording import say

MOST_OPTIONS = 6


class ScriptedQuestion(Frozen, frozen=True, kw_only=True):
    """A question of the patient and the clinician's answer."""

    text: str
    answer: str = ""


class Script(Frozen, frozen=True, kw_only=True):
    """One consultation of a made-up patient.

    ``options`` are ids of the pack; empty means the options that are usual for the case, and no
    treatment, six at most.  ``set_aside`` are concepts (ids of the pack) that the patient would
    rather not hear about, ``opened`` closed ones that are opened together.  ``leaning_before`` and
    ``leaning_after`` are what the patient leans to (empty for none of them), ``sure`` the answers
    to the four plain questions on deciding; before signing all of them are yes.  ``not_yet`` are
    items of the teach-back that are said only when they are asked again.  ``left_out`` gives
    reasons for usual options that are not gone through; where it says nothing, ``left_out_reason``
    is used.  ``later`` is added to the record after it was sealed, if anything is.
    """

    clinician: Clinician
    patient: Patient
    case: Case
    referrer: Referrer = Referrer()
    present: tuple[Attendee, ...] = ()
    preferences: Preferences = Preferences()
    capacity: Capacity = Capacity()
    representative: Representative | None = None
    options: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    left_out_reason: str = "Told at an earlier visit"
    expectations: tuple[Expectation, ...] = ()
    leaning_before: tuple[str, ...] = ()
    leaning_after: tuple[str, ...] = ()
    numbers: NumberView = NumberView.PEOPLE
    not_yet: tuple[str, ...] = ()
    sure: SureAnswers = SureAnswers(sure=True, know=True, matters=True, support=True)
    set_aside: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    questions: tuple[ScriptedQuestion, ...] = ()
    values: tuple[ValueAnswer, ...] = ()
    decision: Decision
    permissions: tuple[Permission, ...] = ()
    later: str = ""


def load_script(path: Path, pack: ContentPack, today: dt.date) -> Script:
    """Read and check a case file; ``ContentProblem`` names file, field and what was expected."""
    script = _read(path)
    for field, sentence in _problems(script, pack, today):
        raise ContentProblem(path.name, "", field, sentence)
    return script


def _read(path: Path) -> Script:
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ContentProblem(path.name, "", "", _unreadable(error)) from error
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise ContentProblem(path.name, "", "", f"TOML that can be read: {error}") from error
    try:
        return msgspec.convert(data, Script, strict=True)
    except msgspec.ValidationError as error:
        expected, _, where = str(error).partition(" - at `$.")
        raise ContentProblem(path.name, "", where.rstrip("`"), expected) from error


def _unreadable(error: OSError) -> str:
    return say("the file cannot be read ({why})", why=error.strerror or type(error).__name__)


def _problems(script: Script, pack: ContentPack, today: dt.date) -> Iterable[tuple[str, str]]:
    yield from _people_problems(script, today)
    options = {option.id for option in pack.options}
    concepts = {concept.id for concept in pack.concepts}
    statements = {value.id for value in pack.value_statements} | {""}
    yield from _unknown("options", script.options, options)
    yield from _unknown("decision.options", script.decision.options, options)
    yield from _unknown("leaning_before", script.leaning_before, options)
    yield from _unknown("leaning_after", script.leaning_after, options)
    yield from _unknown("not_yet", script.not_yet, TEACH_BACK)
    yield from _unknown("left_out.option", (each.option for each in script.left_out), options)
    yield from _unknown("set_aside", script.set_aside, concepts)
    yield from _unknown("opened", script.opened, concepts)
    tied = (concept for each in script.values for concept in each.concepts)
    yield from _unknown("values.concepts", tied, concepts)
    yield from _unknown("values.statement", (each.statement for each in script.values), statements)
    yield from _unknown("expectations.theme", (each.theme for each in script.expectations), THEMES)
    yield from _unknown("permissions.id", (each.id for each in script.permissions), PERMISSIONS)
    yield from _decision_problems(script)


def _people_problems(script: Script, today: dt.date) -> Iterable[tuple[str, str]]:
    for field, sentence in patient_problems(script.patient, today).items():
        yield f"patient.{field}", sentence
    for field, sentence in case_problems(script.case).items():
        yield f"case.{field}", sentence
    if script.patient.born is None and not script.patient.number:
        yield "patient.born", say("a date of birth, or a hospital number in patient.number")
    if not script.clinician.name.strip():
        yield "clinician.name", say("a name")


def _decision_problems(script: Script) -> Iterable[tuple[str, str]]:
    for each in script.expectations:
        if each.score is not None and not 0 <= each.score <= 100:
            yield "expectations.score", say("a number from 0 to 100")
    if script.decision.consent is Consent.PROVIDED and not script.decision.options:
        yield "decision.options", say("the option that was decided on")
    for option in script.decision.options:
        if script.options and option not in script.options:
            yield "decision.options", say("an option that stands in options, not {it}", it=option)


def _unknown(field: str, given: Iterable[str], known: Iterable[str]) -> Iterable[tuple[str, str]]:
    allowed = sorted(set(known) - {""})
    for each in given:
        if each and each not in allowed:
            yield field, say("one of {allowed}, not {it}", allowed=", ".join(allowed), it=each)
