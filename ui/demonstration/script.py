"""A case to play: what the people of a demonstration enter, say and decide (TOML)."""

import tomllib
from pathlib import Path

import msgspec

from spinecounsel.case.case import Case
from spinecounsel.case.patient import Patient
from spinecounsel.discussion.decision import Decision, Permission
from spinecounsel.discussion.discussion import LeftOut
from spinecounsel.discussion.people import Attendee, Clinician, Preferences
from spinecounsel.discussion.values import Expectation, ValueAnswer
from spinecounsel.errors import ContentProblem
from spinecounsel.frozen import Frozen
from spinecounsel.wording import say


class ScriptedQuestion(Frozen, frozen=True, kw_only=True):
    """A question of the patient and the clinician's answer."""

    text: str
    answer: str = ""


class Script(Frozen, frozen=True, kw_only=True):
    """One consultation of a made-up patient.

    ``options`` are ids of the pack; empty means the options that are usual for the case, and no
    treatment, six
    at most.  ``set_aside`` are concepts (ids of the pack) that the patient would rather not hear
    about.
    ``left_out`` gives reasons for usual options that are not gone through; where it says nothing,
    ``left_out_reason`` is used.
    """

    clinician: Clinician
    patient: Patient
    case: Case
    present: tuple[Attendee, ...] = ()
    preferences: Preferences = Preferences()
    options: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    left_out_reason: str = "Talked about at an earlier visit"
    expectations: tuple[Expectation, ...] = ()
    set_aside: tuple[str, ...] = ()
    questions: tuple[ScriptedQuestion, ...] = ()
    values: tuple[ValueAnswer, ...] = ()
    decision: Decision
    permissions: tuple[Permission, ...] = ()


def load_script(path: Path) -> Script:
    """Read a case file; ``ContentProblem`` names file, field and what was expected there."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ContentProblem(path.name, "", "", _unreadable(error)) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ContentProblem(path.name, "", "", str(error)) from error
    try:
        return msgspec.convert(data, Script, strict=True)
    except msgspec.ValidationError as error:
        expected, _, where = str(error).partition(" - at `$.")
        raise ContentProblem(path.name, "", where.rstrip("`"), expected) from error


def _unreadable(error: OSError) -> str:
    return say("the file cannot be read ({why})", why=error.strerror or type(error).__name__)
