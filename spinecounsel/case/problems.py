"""What cannot be right about a patient or a case, each said in a sentence beside its field."""

import datetime as dt
import unicodedata
from collections.abc import Iterable

from spinecounsel.case.case import LEVELS, Case, SinsAnswers, Walking
from spinecounsel.case.patient import Patient
from spinecounsel.content.model import ContentPack
from spinecounsel.wording import say

LONGEST_NAME = 200
OLDEST = 125  # years; nobody is known to have lived longer
AIS = ("A", "B", "C", "D", "E")
ESCC = ("0", "1a", "1b", "1c", "2", "3")
ECOG = range(5)
KPS = range(0, 101, 10)
_LONGEST = {"number": 60, "language": 60, "histology": 200, "illnesses": 2_000, "notes": 4_000}
_REFUSED = {"Cc", "Cs", "Zl", "Zp"}  # control characters, halves of characters, line separators
_TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of text: they can make one name look like another."""


def patient_problems(patient: Patient, today: dt.date) -> dict[str, str]:
    """Give a sentence for each field of ``patient`` that cannot stand, by field; any script may.

    Args:
        patient: identity as it was typed or read from a file.
        today: the day of the consultation; a later birth is a problem.
    """
    found = {
        "name": _name_problem(patient.name),
        "born": born_problem(patient.born, today),
        "number": text_problem(patient.number, _LONGEST["number"]),
        "language": _language_problem(patient.language),
    }
    return {field: sentence for field, sentence in found.items() if sentence}


def case_problems(case: Case, pack: ContentPack | None = None) -> dict[str, str]:
    """Give a sentence for each field of ``case`` that cannot stand, by field; the first that holds.

    Args:
        case: as it was answered or read from a file.
        pack: whose words the items of SINS and the findings must be; None when it does not matter.
    """
    found: dict[str, str] = {}
    for field, sentence in (*_values(case), *_words(case, pack), *_contradictions(case)):
        if sentence:
            found.setdefault(field, sentence)
    return found


def born_problem(born: dt.date | None, today: dt.date) -> str:
    """Say why nobody here can be born on that day; empty for None and for a day that can be."""
    if born is None:
        return ""
    if born > today:
        return say("This day is in the future. Check the year.")
    if age(born, today) > OLDEST:
        return say("This is more than {years} years ago. Check the year.", years=OLDEST)
    return ""


def age(born: dt.date, today: dt.date) -> int:
    """Give the age in whole years on ``today``."""
    had_birthday = (today.month, today.day) >= (born.month, born.day)
    return today.year - born.year - (0 if had_birthday else 1)


def text_problem(text: str, most: int, *, lines: bool = False) -> str:
    """Say why ``text`` cannot be kept: too long, or characters that nobody sees.

    Args:
        text: what was written.
        most: how many characters it may have.
        lines: whether it may have several lines.
    """
    if len(text) > most:
        return say("This is longer than {most} characters. Shorten it.", most=most)
    allowed = {"\n", "\t"} if lines else set[str]()
    if any(_cannot_be_seen(letter) and letter not in allowed for letter in text):
        return say("This has characters that cannot be seen. Write it again.")
    return ""


def name_problem(name: str) -> str:
    """Say why a name that is not empty cannot be kept."""
    if len(name) > LONGEST_NAME:
        return say("This name is longer than {most} characters. Shorten it.", most=LONGEST_NAME)
    return text_problem(name, LONGEST_NAME)


def is_blank(text: str) -> bool:
    """Tell whether there is nothing to be seen in ``text``."""
    return all(unicodedata.category(letter)[0] in "ZC" for letter in text)


def _name_problem(name: str) -> str:
    return say("Write the patient's name.") if is_blank(name) else name_problem(name)


def _language_problem(language: str) -> str:
    if is_blank(language):
        return say("Write the language, such as English.")
    return text_problem(language, _LONGEST["language"])


def _cannot_be_seen(letter: str) -> bool:
    return unicodedata.category(letter) in _REFUSED or letter in _TURNING


def _values(case: Case) -> Iterable[tuple[str, str]]:
    wrong = [level for level in case.levels if level not in LEVELS]
    if wrong:
        yield "levels", say("There is no vertebra {level}.", level=wrong[0])
    elif len(set(case.levels)) < len(case.levels):
        yield "levels", say("A vertebra is named twice.")
    yield "ais", _one_of(case.ais, AIS)
    yield "escc", _one_of(case.escc, ESCC)
    yield "ecog", _one_of(case.ecog, ECOG)
    yield "kps", _one_of(case.kps, KPS)
    yield "histology", text_problem(case.histology, _LONGEST["histology"])
    yield "illnesses", text_problem(case.illnesses, _LONGEST["illnesses"], lines=True)
    yield "notes", text_problem(case.notes, _LONGEST["notes"], lines=True)


def _one_of(value: object, grades: Iterable[object]) -> str:
    known = list(grades)
    if value is None or value in known:
        return ""
    listed = ", ".join(map(str, known))
    return say("There is no grade {value}. It is one of {listed}.", value=value, listed=listed)


def _words(case: Case, pack: ContentPack | None) -> Iterable[tuple[str, str]]:
    if pack is None:
        return
    for item in pack.scores["sins"].item:
        answer = getattr(case.sins, item.id)
        if answer is not None and answer not in {level.id for level in item.level}:
            yield f"sins.{item.id}", say("SINS has no such answer: {answer}.", answer=answer)
    for finding in (*case.present, *case.absent):
        if finding not in pack.conditions:
            yield f"finding.{finding}", say("The content does not know this finding.")


def _contradictions(case: Case) -> Iterable[tuple[str, str]]:
    for finding in set(case.present) & set(case.absent):
        yield f"finding.{finding}", say("This is both present and not present. Choose one.")
    if _walks_without_cord(case):
        yield "walking", say("Walking does not go with AIS {ais}. Check both.", ais=case.ais)
    if case.ecog == 0 and case.walking is Walking.CANNOT:
        yield "ecog", say("ECOG 0 does not go with not being able to walk. Check both.")
    if case.ecog == 4 and case.walking is Walking.ALONE:
        yield "ecog", say("ECOG 4 does not go with walking without help. Check both.")
    if case.symptoms is False and _troubled(case):
        yield "symptoms", say("No symptoms does not go with the other answers here. Check them.")
    if case.pain is not None and case.sins != SinsAnswers():
        yield "pain", _pain_contradiction(case.sins.pain, pain=case.pain)
    if case.serious_illness is False and not is_blank(case.illnesses):
        yield "serious_illness", say("An illness is written down, but the answer is no.")


def _walks_without_cord(case: Case) -> bool:
    # Below the end of the cord (about L1) a complete loss of the lowest segments leaves the legs.
    cauda = bool(case.levels) and all(level[0] in "LS" or level == "Co" for level in case.levels)
    walks = case.walking in {Walking.ALONE, Walking.WITH_HELP}
    return case.ais in {"A", "B"} and walks and not cauda


def _troubled(case: Case) -> bool:
    weak = case.ais in {"A", "B", "C", "D"}
    return case.pain is True or case.bladder_bowel is True or weak


def _pain_contradiction(item: str | None, *, pain: bool) -> str:
    if pain and item == "none":
        return say("There is pain, but SINS says that there is none. Check both.")
    if not pain and item in {"mechanical", "other"}:
        return say("There is no pain, but SINS says that there is some. Check both.")
    return ""
