"""The pack as it may be shown: what speaks of dying stays shut until it has been opened."""

from collections.abc import Collection

from spinecounsel.content.model import Concept, ContentPack, Estimate, Source
from spinecounsel.content.score import Score, ScoreLevel
from spinecounsel.frozen import replaced
from spinecounsel.wording import say

SURVIVAL = "survival"
"""The concept of length of life; with it open, all that is said of dying beside a number is."""


def as_opened(pack: ContentPack, opened: Collection[str]) -> ContentPack:
    """Give ``pack`` without the words of dying, but for those of the ``opened`` concepts.

    Nothing else is changed: ids, numbers and the words that marks belong to are the same.
    """
    shut = {each.id: each for each in pack.concepts if each.sensitive and each.id not in opened}
    told = SURVIVAL in opened
    return replaced(
        pack,
        concepts=tuple(_concept(each) if each.id in shut else each for each in pack.concepts),
        estimates={
            ident: _titled(_estimate(each, told=told), shut)
            for ident, each in pack.estimates.items()
        },
        sources=pack.sources
        if told
        else {ident: _source(each) for ident, each in pack.sources.items()},
        scores={ident: _score(each, told=told) for ident, each in pack.scores.items()},
    )


def _concept(concept: Concept) -> Concept:
    return replaced(concept, label=concept.closed_label, question=concept.closed_question)


def _titled(estimate: Estimate, shut: dict[str, Concept]) -> Estimate:
    """Give it the title of its concept where that is shut: its own may speak of dying."""
    concept = shut.get(estimate.concept)
    return replaced(estimate, title=concept.closed_label) if concept else estimate


def _estimate(estimate: Estimate, *, told: bool) -> Estimate:
    more = estimate.sensitive_caution if told else ""
    return replaced(
        estimate,
        sensitive_plain=estimate.sensitive_plain if told else "",
        caution=" ".join(filter(None, (estimate.caution, more))),
        sensitive_caution="",
    )


def _source(source: Source) -> Source:
    if not source.sensitive_title:
        return source
    return replaced(source, title=say("[title left out]"))


def _score(score: Score, *, told: bool) -> Score:
    if told:
        whole = " ".join(filter(None, (score.not_for, score.sensitive_not_for)))
        return replaced(score, not_for=whole, sensitive_not_for="")
    return replaced(
        score,
        sensitive_not_for="",
        level=tuple(_level(each) for each in score.level),
        note=tuple(each for each in score.note if not each.sensitive),
    )


def _level(level: ScoreLevel) -> ScoreLevel:
    if not level.sensitive:
        return level
    return replaced(level, label=say("not put into words here"), definition="", plain="")
