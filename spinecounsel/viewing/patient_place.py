"""Where the tumour is, drawn and in plain words, and what the scores say of it to a patient."""

from spinecounsel.case.case import Case, Side
from spinecounsel.case.scores import applies, band_of_grade, sins
from spinecounsel.content.model import ContentPack
from spinecounsel.frozen import Frozen
from spinecounsel.viewing.case_level import LIES, regions
from spinecounsel.wording import say


class PlainScore(Frozen, frozen=True, kw_only=True):
    """A score without its number: what it asks, its answer, and what it does not say."""

    question: str
    answer: str
    limits: str


class PlaceView(Frozen, frozen=True, kw_only=True):
    """The drawing and its words.

    ``levels`` are marked, ``lies`` is where the tumour is drawn there, ``side`` is a ``Side`` or
    empty.  ``regions`` are the parts of the spine from above: name, levels.
    """

    words: str
    levels: tuple[str, ...]
    lies: str
    side: str
    regions: tuple[tuple[str, tuple[str, ...]], ...]
    scores: tuple[PlainScore, ...]


def place_view(pack: ContentPack, case: Case) -> PlaceView:
    """Give the view of a case that has at least one level."""
    return PlaceView(
        words=place_words(case),
        levels=case.levels,
        lies=LIES.get(case.tumour_class, "not known"),
        side=str(case.side or ""),
        regions=tuple((each.name, each.levels) for each in regions()),
        scores=tuple(filter(None, (_steady(pack, case), _pressing(pack, case)))),
    )


def place_words(case: Case) -> str:
    """Say where it is: "The tumour is in the chest part of the spine, at T10, on your right."."""
    found = []
    for region in regions():
        here = [level for level in case.levels if level in region.levels]
        if here:
            levels = say(" and ").join(filter(None, (", ".join(here[:-1]), here[-1])))
            place = _region_words(region.id)
            found.append(say("{region}, at {levels}", region=place, levels=levels))
    side = _side_words(case.side) if case.side else ""
    return say("The tumour is {places}{side}.", places=say(", and ").join(found), side=side)


def _region_words(region: str) -> str:
    return {
        "neck": say("in the neck"),
        "chest": say("in the chest part of the spine"),
        "low-back": say("in the low back"),
        "sacrum": say("at the base of the spine"),
    }[region]


def _side_words(side: Side) -> str:
    return {
        Side.LEFT: say(", on your left"),
        Side.MIDDLE: say(", in the middle"),
        Side.RIGHT: say(", on your right"),
        Side.BOTH: say(", on both sides"),
    }[side]


def _steady(pack: ContentPack, case: Case) -> PlainScore | None:
    """Say what the whole SINS means; nothing as long as an item is not known."""
    score, result = pack.scores["sins"], sins(pack, case.sins)
    if result is None or not result.complete or not applies(score, case):
        return None
    near = say("It is close to the next answer, so doctors may differ.")
    return PlainScore(
        question=say("Is the spine steady? (SINS)"),
        answer=result.plain,
        limits=" ".join(
            (
                *((near,) if result.borderline else ()),
                say("It speaks of the bone, not of the nerves. It does not choose a treatment."),
            )
        ),
    )


def _pressing(pack: ContentPack, case: Case) -> PlainScore | None:
    """Say what the ESCC grade means."""
    score = pack.scores["escc"]
    level = next((each for each in score.level if each.id == case.escc), None)
    if level is None or not applies(score, case):
        return None
    band = band_of_grade(score, level.id)
    return PlainScore(
        question=say("How close is it to the cord? (ESCC)"),
        answer=" ".join(filter(None, (level.plain, band.plain if band else ""))),
        limits=say("It does not say how strong you are. It does not choose a treatment."),
    )
