"""From the answer to a question of the case page to the new case."""

from collections.abc import Callable

from spinecounsel.case.case import LEVELS, Aim, Case, Side, Walking
from spinecounsel.content.model import TumourClass
from spinecounsel.frozen import replaced
from spinecounsel.viewing.answers import NOT_KNOWN, truth_of
from spinecounsel.viewing.case_level import sins_location

_READ: dict[str, Callable[[str], object]] = {
    "tumour_class": TumourClass,
    "side": Side,
    "walking": Walking,
    "aim": Aim,
    "ais": str,
    "escc": str,
    "ecog": int,
    "kps": int,
    "symptoms": truth_of,
    "pain": truth_of,
    "bladder_bowel": truth_of,
    "earlier_radiotherapy": truth_of,
    "serious_illness": truth_of,
}
_TEXTS = ("histology", "illnesses", "notes")


def answered(case: Case, field: str, key: str) -> Case:
    """Give ``case`` with the answer ``key`` to the question about ``field``.

    ``KeyError`` for a field that no question has.
    """
    known = None if key == NOT_KNOWN else key
    if field.startswith("sins."):
        return replaced(case, sins=replaced(case.sins, **{field.removeprefix("sins."): known}))
    if field.startswith("finding."):
        return _found(case, field.removeprefix("finding."), holds=truth_of(key))
    if field in _TEXTS:
        return replaced(case, **{field: known or ""})
    return replaced(case, **{field: None if known is None else _READ[field](known)})


def written(case: Case, field: str, text: str) -> Case:
    """Give ``case`` with the free ``text`` of ``field``, without blanks at its ends."""
    return replaced(case, **{field: text.strip()})


def at_levels(case: Case, levels: tuple[str, ...]) -> Case:
    """Give ``case`` at ``levels``, in the order of the spine.

    The location item of SINS goes with a single level, unless it was answered differently from
    what the level before gave.
    """
    ordered = tuple(level for level in LEVELS if level in levels)
    was, now = sins_location(case.levels), sins_location(ordered)
    follows = case.sins.location in {None, was}
    location = now if follows else case.sins.location
    return replaced(case, levels=ordered, sins=replaced(case.sins, location=location))


def level_toggled(case: Case, level: str) -> Case:
    """Give ``case`` with ``level`` added, or taken away when it was chosen."""
    rest = tuple(each for each in case.levels if each != level)
    return at_levels(case, rest if level in case.levels else (*case.levels, level))


def _found(case: Case, finding: str, *, holds: bool | None) -> Case:
    present = tuple(each for each in case.present if each != finding)
    absent = tuple(each for each in case.absent if each != finding)
    return replaced(
        case,
        present=(*present, finding) if holds else present,
        absent=(*absent, finding) if holds is False else absent,
    )
