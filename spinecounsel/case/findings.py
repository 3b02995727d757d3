"""The words that rules and estimates use, answered for one case: holds, does not hold, not known.

Each finding follows from an answer of the case by its published definition, or was stated by the
clinician; what was stated goes first.  Nothing is guessed: what was not answered is not known.
"""

from collections.abc import Mapping

from spinecounsel.case.case import LEVELS, Aim, Case, Walking
from spinecounsel.case.scores import sins
from spinecounsel.content.model import ContentPack, TumourClass

POOR_ECOG = 3
"""From this ECOG grade on.

A person spends more than half of the day in bed or chair (Oken 1982).
"""
POOR_KPS = 40
"""Up to this Karnofsky value a person is disabled and needs special care (Karnofsky 1949)."""
UNSTABLE = 13
POTENTIALLY_UNSTABLE = 7
"""The bands of SINS (Fisher 2010): 0 to 6 stable, 7 to 12 potentially unstable.

13 to 18 unstable.
"""
COMPRESSION = ("2", "3")
LOW_GRADE = ("0", "1a", "1b")
"""The grades of ESCC (Bilsky 2010): the cord is compressed from 2 on; 1c is called neither."""
NECK_OR_CHEST = LEVELS[LEVELS.index("C5") : LEVELS.index("T12") + 1]
"""The levels C5 to T12, of which the condition ``neck-or-chest-field`` speaks (Peyraga 2018)."""

Answers = Mapping[str, bool | None]


def findings(pack: ContentPack, case: Case) -> dict[str, bool | None]:
    """Give every finding that is known to hold (True) or not to hold (False) in ``case``.

    What is missing from the answer is not known.  Words: ``content.model.FINDINGS``, the pack's
    conditions and histologies, and the tumour classes.
    """
    found: dict[str, bool | None] = {
        **_tumour(pack, case),
        **of_levels(case.levels),
        **_stability(pack, case),
        **_cord(case),
        **_state(case),
        **{f"aim-{aim}": _is(case.aim, aim) for aim in Aim},
    }
    found |= dict.fromkeys(case.absent, False) | dict.fromkeys(case.present, True)
    if "radiosensitive" not in found and found.get("not-radiosensitive") is not None:
        found["radiosensitive"] = not found["not-radiosensitive"]
    return {word: holds for word, holds in found.items() if holds is not None}


def _tumour(pack: ContentPack, case: Case) -> Answers:
    classes = {str(each): _is(case.tumour_class, each) for each in TumourClass}
    histologies = {each: _is(case.histology or None, each) for each in pack.histologies}
    return {**classes, **histologies}


def of_levels(levels: tuple[str, ...]) -> Answers:
    """Give what follows from where the tumour lies; of one that lies in part there it is None."""
    if not levels:
        return {}
    letters = {level[0] for level in levels if level != "Co"}
    sacral = "S" in letters or "Co" in levels
    inside = {level in NECK_OR_CHEST for level in levels}
    return {
        "cervical": "C" in letters,
        "thoracic": "T" in letters,
        "lumbosacral": "L" in letters or sacral,
        "sacrum": sacral,
        "one-level": len(levels) == 1,
        "several-levels": len(levels) > 1,
        "neck-or-chest-field": inside.pop() if len(inside) == 1 else None,
    }


def _stability(pack: ContentPack, case: Case) -> Answers:
    pain, lesion = case.sins.pain, case.sins.lesion
    answers: dict[str, bool | None] = {
        "mechanical-pain": _is(pain, "mechanical"),
        # A mixed lesion is lytic in part: whether a study of lytic ones fits is not known.
        "lytic": None if lesion == "mixed" else _is(lesion, "lytic"),
    }
    result = sins(pack, case.sins)
    if result is None or not result.complete:
        return answers
    total = result.total
    return answers | {
        "stable-spine": total < POTENTIALLY_UNSTABLE,
        "unstable-spine": total >= POTENTIALLY_UNSTABLE,
        "potentially-unstable": POTENTIALLY_UNSTABLE <= total < UNSTABLE,
        "unstable": total >= UNSTABLE,
    }


def _cord(case: Case) -> Answers:
    if case.escc is None:
        return {}
    pressed = case.escc in COMPRESSION
    return {
        "cord-compression": pressed,
        "no-cord-compression": not pressed,
        "high-grade-compression": pressed,
        "low-grade-compression": case.escc in LOW_GRADE if case.escc != "1c" else None,
    }


def _state(case: Case) -> Answers:
    walks = None if case.walking is None else case.walking is not Walking.CANNOT
    return {
        "symptoms": case.symptoms,
        "no-symptoms": _not(case.symptoms),
        "painful": case.pain,
        "can-walk": walks,
        "cannot-walk": _not(walks),
        "weak": None if case.ais is None else case.ais != "E",
        "earlier-radiotherapy": case.earlier_radiotherapy,
        "serious-illness": case.serious_illness,
        "poor-fitness": _poor_fitness(case),
    }


def _poor_fitness(case: Case) -> bool | None:
    if case.ecog is not None:
        return case.ecog >= POOR_ECOG
    return None if case.kps is None else case.kps <= POOR_KPS


def _is(answer: object, asked: object) -> bool | None:
    return None if answer is None else answer == asked


def _not(holds: bool | None) -> bool | None:  # noqa: FBT001 - an answer, not a switch
    return None if holds is None else not holds
