"""The case: what the tumour is, where it lies and how the patient is.

Unknown (None) is always allowed.
"""

from enum import StrEnum

from spinecounsel.content.model import TumourClass
from spinecounsel.frozen import Frozen

LEVELS = (
    *(f"C{number}" for number in range(1, 8)),
    *(f"T{number}" for number in range(1, 13)),
    *(f"L{number}" for number in range(1, 6)),
    *(f"S{number}" for number in range(1, 6)),
    "Co",
)
"""The vertebrae from the skull down; Co is the coccyx."""


class Side(StrEnum):
    """The patient's side."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    MIDDLE = "middle"


class Walking(StrEnum):
    """How the patient walks now."""

    ALONE = "alone"
    WITH_HELP = "with help"
    CANNOT = "cannot"


class Aim(StrEnum):
    """What treatment is meant to reach."""

    CURE = "cure"
    CONTROL = "control"
    COMFORT = "comfort"


class SinsAnswers(Frozen, frozen=True, kw_only=True):
    """The six items of SINS, each the id of a level of the score, or None (Fisher 2010)."""

    location: str | None = None
    pain: str | None = None
    lesion: str | None = None
    alignment: str | None = None
    collapse: str | None = None
    posterolateral: str | None = None


class Case(Frozen, frozen=True, kw_only=True):
    """The tumour and the patient's state, as the clinician knows them.

    ``histology`` is a word of the pack's histologies, or free text, or empty when not known.
    ``ais`` is A to E, ``escc`` 0, 1a, 1b, 1c, 2 or 3, ``ecog`` 0 to 4, ``kps`` 0 to 100 in tens.
    ``present`` and ``absent`` are further findings of the pack's ``conditions`` that the clinician
    stated.
    """

    tumour_class: TumourClass | None = None
    histology: str = ""
    levels: tuple[str, ...] = ()
    side: Side | None = None
    symptoms: bool | None = None
    pain: bool | None = None
    walking: Walking | None = None
    ais: str | None = None
    bladder_bowel: bool | None = None
    sins: SinsAnswers = SinsAnswers()
    escc: str | None = None
    ecog: int | None = None
    kps: int | None = None
    earlier_radiotherapy: bool | None = None
    serious_illness: bool | None = None
    illnesses: str = ""
    aim: Aim | None = None
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    notes: str = ""
