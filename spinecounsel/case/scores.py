"""What the answers of a case add up to, by the scores of the content pack.

A score describes; it never chooses and never forecasts.  Points, grades and bands are the pack's.
"""

from typing import NamedTuple

from spinecounsel.case.case import Case, SinsAnswers
from spinecounsel.content.citation import citation
from spinecounsel.content.model import ANY_CLASS, ContentPack
from spinecounsel.content.score import Score, ScoreBand, ScoreItem, ScoreLevel
from spinecounsel.frozen import Frozen
from spinecounsel.wording import say, say_count

GRADES = (("escc", "escc"), ("ais", "ais"), ("ecog", "ecog"), ("karnofsky", "kps"))
"""The grade scores of the pack that a case answers, each with its field."""

WITHOUT_BANDS = ("karnofsky",)
"""Its bands name grades of another scale, and one is never worked out from the other."""


class ScoreLine(NamedTuple):
    """A label and what stands beside it."""

    label: str
    text: str


class SinsResult(Frozen, frozen=True, kw_only=True):
    """What the answered items add up to.

    ``band`` and ``plain`` are empty unless the score is ``complete``; ``borderline`` tells that one
    point more or less would give another band.
    """

    total: int
    missing: int
    complete: bool
    band: str
    plain: str
    borderline: bool


class ScoreResult(Frozen, frozen=True, kw_only=True):
    """A score as the case answers it, in words."""

    id: str
    name: str
    result: str
    items: tuple[ScoreLine, ...]
    limits: str
    source: str


def sins(pack: ContentPack, answers: SinsAnswers) -> SinsResult | None:
    """Add up ``answers``; None when no item is answered."""
    score = pack.scores["sins"]
    found = [_answer(item, answers) for item in score.item]
    points = [level.points for level in found if level]
    if not points:
        return None
    total, complete = sum(points), len(points) == len(found)
    band = band_of_total(score, total) if complete else None
    return SinsResult(
        total=total,
        missing=len(found) - len(points),
        complete=complete,
        band=band.label if band else "",
        plain=band.plain if band else "",
        borderline=band is not None and _at_an_edge(score, total),
    )


def applies(score: Score, case: Case) -> bool:
    """Tell whether ``score`` is made for the tumour class; also where the class is not known."""
    return (
        case.tumour_class is None
        or ANY_CLASS in score.tumour_class
        or case.tumour_class in score.tumour_class
    )


def band_of_total(score: Score, total: int) -> ScoreBand | None:
    """Give the band that ``total`` falls into."""
    for band in score.band:
        if band.low is not None and band.high is not None and band.low <= total <= band.high:
            return band
    return None


def band_of_grade(score: Score, grade: str | None) -> ScoreBand | None:
    """Give the band of a grade; None where the score has none or they are not its own."""
    if grade is None or score.id in WITHOUT_BANDS:
        return None
    return next((band for band in score.band if grade in band.codes), None)


def scores_of(pack: ContentPack, case: Case) -> tuple[ScoreResult, ...]:
    """Give every score that ``case`` answers, at least in part."""
    found = [_sins_result(pack, case)]
    for ident, field in GRADES:
        value = getattr(case, field)
        found.append(
            _grade_result(pack, pack.scores[ident], None if value is None else str(value), case)
        )
    return tuple(result for result in found if result)


def _answer(item: ScoreItem, answers: SinsAnswers) -> ScoreLevel | None:
    chosen = getattr(answers, item.id)
    return next((level for level in item.level if level.id == chosen), None)


def _at_an_edge(score: Score, total: int) -> bool:
    lows = {band.low for band in score.band} - {score.low}
    highs = {band.high for band in score.band} - {score.high}
    return total in lows | highs


def _sins_result(pack: ContentPack, case: Case) -> ScoreResult | None:
    score, result = pack.scores["sins"], sins(pack, case.sins)
    if result is None:
        return None
    return _result(pack, score, case, _sins_words(score, result), _sins_lines(score, case.sins))


def _sins_words(score: Score, result: SinsResult) -> str:
    if not result.complete:
        return say_count(
            "{total} points so far. {n} item is not known, so there is no band.",
            "{total} points so far. {n} items are not known, so there is no band.",
            result.missing,
            total=result.total,
        )
    words = say(
        "{total} of {high} points: {band}. {plain}",
        total=result.total,
        high=score.high,
        band=result.band,
        plain=result.plain,
    )
    if result.borderline:
        words += " " + say("This is close to the next band.")
    return words


def _sins_lines(score: Score, answers: SinsAnswers) -> tuple[ScoreLine, ...]:
    lines = []
    for item in score.item:
        level = _answer(item, answers)
        words = say("Not known")
        if level:
            words = say_count(
                "{label}: {n} point", "{label}: {n} points", level.points, label=level.label
            )
        lines.append(ScoreLine(item.label, words))
    return tuple(lines)


def _grade_result(
    pack: ContentPack, score: Score, grade: str | None, case: Case
) -> ScoreResult | None:
    level = next((each for each in score.level if each.id == grade), None)
    if level is None:
        return None
    band = band_of_grade(score, grade)
    words = f"{level.id}: {level.label}."
    if band:
        words += f" {band.plain}"
    return _result(pack, score, case, words, (ScoreLine(say("Definition"), level.definition),))


def _result(
    pack: ContentPack, score: Score, case: Case, words: str, items: tuple[ScoreLine, ...]
) -> ScoreResult:
    if not applies(score, case):
        words += " " + say("This score was not made for this class of tumour.")
    return ScoreResult(
        id=score.id,
        name=score.name,
        result=words,
        items=items,
        limits=score.not_for,
        source="; ".join(citation(pack.sources[each]) for each in score.sources),
    )
