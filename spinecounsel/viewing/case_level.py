"""Where the tumour lies, and SINS as a panel: items with points, total, bands, doubt."""

from spinecounsel.case.case import LEVELS, Case, Side
from spinecounsel.case.scores import SinsResult, applies, sins
from spinecounsel.case.words import side_name
from spinecounsel.content.model import ContentPack, TumourClass
from spinecounsel.content.score import Score, ScoreBand, ScoreItem
from spinecounsel.frozen import Frozen
from spinecounsel.viewing.answers import AnswerView, QuestionView, question
from spinecounsel.wording import say, say_count

SINS_LOCATION = (
    ("junctional", ("C1", "C2", "C7", "T1", "T2", "T11", "T12", "L1", "L5", "S1")),
    ("mobile", ("C3", "C4", "C5", "C6", "L2", "L3", "L4")),
    ("semirigid", tuple(f"T{number}" for number in range(3, 11))),
    ("rigid", ("S2", "S3", "S4", "S5")),
)
"""The location item of SINS by vertebra (Fisher 2010); the coccyx has none."""


LIES: dict[TumourClass | None, str] = {
    TumourClass.METASTATIC: "bone",
    TumourClass.PRIMARY_BONE: "bone",
    TumourClass.INTRADURAL_EXTRAMEDULLARY: "beside the cord",
    TumourClass.INTRAMEDULLARY: "in the cord",
}
"""Where a tumour of each class lies at its level."""


class RegionView(Frozen, frozen=True, kw_only=True):
    """A part of the spine that is drawn as one picture."""

    id: str
    name: str
    levels: tuple[str, ...]


class SinsItemView(Frozen, frozen=True, kw_only=True):
    """An item of SINS: its question, the points of the answer, and where the answer came from.

    ``short`` is the beginning of a long label, for the closed row.
    """

    question: QuestionView
    short: str
    points: str
    taken: str = ""


class BandView(Frozen, frozen=True, kw_only=True):
    """A band of the scale."""

    label: str
    span: str
    low: int
    high: int
    here: bool


class SinsView(Frozen, frozen=True, kw_only=True):
    """The panel; ``total`` is the number as text, ``value`` the place on the scale or None."""

    name: str
    items: tuple[SinsItemView, ...]
    total: str
    title: str
    sentence: str
    remark: str
    value: int | None
    low: int
    high: int
    bands: tuple[BandView, ...]


class LevelView(Frozen, frozen=True, kw_only=True):
    """The second part of the case; ``lies`` is where the tumour is drawn at its levels."""

    levels: tuple[str, ...]
    lies: str
    words: str
    regions: tuple[RegionView, ...]
    side: QuestionView
    sins: SinsView


def level_view(pack: ContentPack, case: Case) -> LevelView:
    """Give the view of levels, side and SINS."""
    sides = tuple(AnswerView(key=side, title=side_name(side)) for side in _sides())
    return LevelView(
        levels=case.levels,
        lies=LIES.get(case.tumour_class, "not known"),
        words=level_words(case.levels),
        regions=regions(),
        side=question("side", say("Side (the patient's)"), sides, case.side),
        sins=sins_view(pack, case),
    )


def regions() -> tuple[RegionView, ...]:
    """Give the parts of the spine from the skull down."""
    parts = (
        ("neck", say("Neck"), "C"),
        ("chest", say("Chest"), "T"),
        ("low-back", say("Low back"), "L"),
        ("sacrum", say("Sacrum"), "S"),
    )
    return tuple(
        RegionView(id=ident, name=name, levels=_levels_of(letter)) for ident, name, letter in parts
    )


def level_words(levels: tuple[str, ...]) -> str:
    """Give the levels as they are read, such as ``T9, T10``; "Not known" when there is none."""
    return ", ".join(levels) or say("Not known")


def sins_location(levels: tuple[str, ...]) -> str | None:
    """Give the answer to the location item when exactly one level is chosen, else None."""
    if len(levels) != 1:
        return None
    return next((key for key, of in SINS_LOCATION if levels[0] in of), None)


def sins_view(pack: ContentPack, case: Case) -> SinsView:
    """Give the panel of the score with its present answers."""
    score = pack.scores["sins"]
    result = sins(pack, case.sins)
    fits = applies(score, case)
    total = result.total if result and fits else None
    complete = bool(result and result.complete and fits)
    return SinsView(
        name=score.name,
        items=tuple(_item(each, case) for each in score.item),
        total=_total(total, complete=complete),
        title=_title(result.plain if result and complete else "", total, fits=fits),
        sentence=_sentence(score, case, result),
        remark=_borderline() if result and complete and result.borderline else "",
        value=total if complete else None,
        low=score.low or 0,
        high=score.high or 0,
        bands=tuple(_band(each, total if complete else None) for each in score.band),
    )


def _sides() -> tuple[Side, ...]:
    return (Side.RIGHT, Side.MIDDLE, Side.LEFT, Side.BOTH)


def _levels_of(letter: str) -> tuple[str, ...]:
    found = tuple(level for level in LEVELS if level[0] == letter and level != "Co")
    return (*found, "Co") if letter == "S" else found


def _item(item: ScoreItem, case: Case) -> SinsItemView:
    chosen = getattr(case.sins, item.id)
    answers = tuple(AnswerView(key=level.id, title=level.label) for level in item.level)
    points = {level.id: str(level.points) for level in item.level}
    asked = question(f"sins.{item.id}", item.label, answers, chosen, item.help)
    taken = ""
    if item.id == "location" and chosen and chosen == sins_location(case.levels):
        taken = say("Taken from the level {level}", level=case.levels[0])
    return SinsItemView(
        question=asked, short=item.label.split(":")[0], points=points.get(chosen, "?"), taken=taken
    )


def _total(total: int | None, *, complete: bool) -> str:
    if total is None:
        return "?"
    return str(total) if complete else f"{total}+"


def _title(plain: str, total: int | None, *, fits: bool) -> str:
    if not fits:
        return say("Not for this tumour")
    if plain:
        return plain.split(". ", maxsplit=1)[0].rstrip(".")
    if total is None:
        return say("Not scored yet")
    return say("Not scored in full")


def _sentence(score: Score, case: Case, result: SinsResult | None) -> str:
    if not applies(score, case):
        return say("SINS was made for tumours in the bone. It does not fit this tumour.")
    if result and result.complete:
        return say(
            "SINS, {total} of {high} points. {advice}",
            total=result.total,
            high=score.high,
            advice=result.plain.partition(". ")[2],
        ).strip()
    open_items = result.missing if result else len(score.item)
    return say_count("{n} item is not known.", "{n} items are not known.", open_items)


def _borderline() -> str:
    return say("Close to the next band: one item read in another way changes the band.")


def _band(band: ScoreBand, value: int | None) -> BandView:
    low, high = band.low or 0, band.high or 0
    return BandView(
        label=band.label[:1].upper() + band.label[1:],
        span=say("{low} to {high}", low=low, high=high),
        low=low,
        high=high,
        here=value is not None and low <= value <= high,
    )
