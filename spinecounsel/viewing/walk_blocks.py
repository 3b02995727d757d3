"""Estimates on the card: number, sentence, people, time span, how sure, and where it comes from."""

import re
from collections.abc import Callable, Iterable, Sequence

from spinecounsel.content.frequency import frequency
from spinecounsel.content.model import ContentPack, Estimate
from spinecounsel.discussion.agenda import Topic, TopicKind
from spinecounsel.discussion.words import topic_kind_name
from spinecounsel.frozen import Frozen
from spinecounsel.record.record import RecordedEstimate
from spinecounsel.record.recording import shown_estimate
from spinecounsel.viewing.walk_numbers import (
    capital,
    ends_of,
    maybe_words,
    number_of,
    reach_of,
    rest_of,
    span_of,
)
from spinecounsel.wording import say

RANGE = re.compile(r"[\d.]+%? to [\d.]+%?")
MEASURED = re.compile(rf"(\w+) [\d.]+ (\w+) \(95% CI ({RANGE.pattern})\)")
"""A range in what a source prints, and that of a measure: "mean 12 months (95% CI 11 to 13)"."""


class Said(Frozen, frozen=True, kw_only=True):
    """What holds for the estimate ``of`` that name; empty where it holds for all of a block.

    ``level`` is a certainty, empty where it is about something else.
    """

    text: str
    of: str = ""
    level: str = ""


class Fact(Frozen, frozen=True, kw_only=True):
    """A name and what stands beside it, such as who was studied."""

    label: str
    said: tuple[Said, ...]


class EstimateView(Frozen, frozen=True, kw_only=True):
    """One estimate.

    ``number`` is printed large ("84", "4 or 5"), ``beside`` next to it ("out of 100 people"), and
    ``rest`` and ``rest_beside`` are the other side of it; all are empty where the source prints no
    share, which ``missing`` then says.  ``filled`` of ``out_of`` people are drawn where ``drawn``,
    and ``maybe`` more up to the upper end of the range, which ``reach`` says in words; ``least`` is
    its lower end, ``maybe_words`` and ``span`` say what is hatched.  What is counted may be drawn
    as a bar where ``barred``, people or not.  ``name`` tells the two arms of a pair apart,
    ``owner`` is the other option that it belongs to.
    """

    id: str
    kind: str
    kind_word: str
    title: str
    name: str
    owner: str
    number: str
    beside: str
    reach: str
    sentence: str
    framing: str
    drawn: bool
    filled: int
    maybe: int
    out_of: int
    unit: str
    picture: str
    rest: str = ""
    rest_beside: str = ""
    missing: str = ""
    least: int = 0
    maybe_words: str = ""
    span: str = ""
    barred: bool = False


class Block(Frozen, frozen=True, kw_only=True):
    """What stands together: one estimate, or two arms of one study.

    ``pair`` says that people of both are drawn on one scale, ``barred`` that both are bars on one.
    ``heading`` stands above it, empty for none.  Facts, cautions and sources that are the same for
    both are there once.
    """

    estimates: tuple[EstimateView, ...]
    pair: bool
    facts: tuple[Fact, ...]
    cautions: tuple[Said, ...]
    sources: tuple[Said, ...]
    heading: str = ""
    barred: bool = False


def kind_word(kind: TopicKind) -> str:
    """Give the word for one topic of a kind."""
    return {TopicKind.BENEFIT: say("Benefit"), TopicKind.RISK: say("Risk")}.get(
        kind, topic_kind_name(kind)
    )


def blocks_of(pack: ContentPack, topic: Topic) -> tuple[Block, ...]:
    """Give all estimates of ``topic`` in their order, those that stand beside them last."""
    shown = {
        ident: shown_estimate(pack, pack.estimates[ident], together=topic.shown)
        for ident in topic.shown
    }
    beside = next(iter(topic.beside), "")
    return tuple(
        _block(
            pack,
            topic,
            [shown[ident] for ident in bunch],
            heading=say("Belongs beside it") if beside in bunch else "",
        )
        for bunch in _bunches(topic.shown, shown)
    )


def _bunches(order: Iterable[str], shown: dict[str, RecordedEstimate]) -> list[tuple[str, ...]]:
    """Split into pairs and single estimates, in order."""
    bunches: list[tuple[str, ...]] = []
    done: set[str] = set()
    for ident in order:
        if ident in done:
            continue
        pair = shown[ident].pair
        mutual = bool(pair) and shown[pair].pair == ident and pair not in done
        bunches.append((ident, pair) if mutual else (ident,))
        done |= {*bunches[-1]}
    return bunches


def _block(
    pack: ContentPack, topic: Topic, bunch: Sequence[RecordedEstimate], *, heading: str
) -> Block:
    names = _names(pack, bunch)
    told = list(zip(names, bunch, strict=True))
    views = tuple(_estimate(pack.estimates[each.id], each, name, topic) for name, each in told)
    return Block(
        estimates=views,
        pair=_on_one_scale(views) and all(each.drawn for each in views),
        facts=_facts(pack, told),
        cautions=_said(told, lambda each: each.caution),
        sources=_said(told, lambda each: each.source),
        heading=heading,
        barred=_on_one_scale(views) and all(each.barred for each in views),
    )


def _names(pack: ContentPack, bunch: Sequence[RecordedEstimate]) -> list[str]:
    """Tell the arms apart by their options, else by their titles."""
    owners = [pack.estimates[each.id].option for each in bunch]
    apart = len(set(owners)) == len(bunch) and all(each.option for each in bunch)
    return [each.option if apart else each.title for each in bunch]


def _on_one_scale(views: Sequence[EstimateView]) -> bool:
    return len(views) == 2 and len({(each.out_of, each.unit) for each in views}) == 1


def _estimate(estimate: Estimate, each: RecordedEstimate, name: str, topic: Topic) -> EstimateView:
    found = frequency(estimate)
    number, beside = number_of(estimate, found)
    rest, rest_beside = rest_of(estimate, found)
    least, filled, high = ends_of(found)
    return EstimateView(
        id=each.id,
        kind=each.kind,
        kind_word=kind_word(TopicKind(each.kind)),
        title=each.title,
        name=name,
        owner="" if estimate.option == topic.option else each.option,
        number=number,
        beside=beside,
        reach=reach_of(found, each.sentence),
        sentence=each.sentence,
        framing=each.framing,
        drawn=each.drawn,
        filled=filled,
        maybe=high - filled,
        out_of=each.out_of or 0,
        unit=each.unit,
        picture=". ".join(part.rstrip(".") for part in (each.number, each.framing) if part),
        rest=rest,
        rest_beside=rest_beside,
        missing="" if found else _not_drawn(),
        least=least,
        maybe_words=maybe_words(found, filled, high),
        span=span_of(found, least, high),
        barred=found is not None and estimate.percent != 0,
    )


def _not_drawn() -> str:
    return say("The study does not give one number out of 100 for this. So nothing is drawn.")


def _facts(pack: ContentPack, told: Sequence[tuple[str, RecordedEstimate]]) -> tuple[Fact, ...]:
    estimates = pack.estimates
    sensitive = any(pack.concept(estimates[each.id].concept).sensitive for _, each in told)
    rows = (
        (say("Who"), _said(told, lambda each: each.population)),
        (say("Time span"), _said(told, lambda each: each.horizon)),
        (say("In the study"), _said(told, lambda each: _counted(estimates[each.id], each))),
        (say("Range"), _said(told, lambda each: _range(estimates[each.id])) if sensitive else ()),
        (say("How sure"), _said(told, lambda each: each.certainty_why, sure=True)),
    )
    return tuple(Fact(label=label, said=said) for label, said in rows if said)


def _counted(estimate: Estimate, each: RecordedEstimate) -> str:
    """Give what the source prints where that is no share, or a share of fewer than are drawn."""
    if not each.number:
        return each.value
    if not estimate.total or not estimate.percent or estimate.total >= (each.out_of or 0):
        return ""
    if estimate.events is None:
        return say("{total} {unit} in all", total=estimate.total, unit=estimate.unit)
    return say(
        "{events} of {total} {unit}",
        events=estimate.events,
        total=estimate.total,
        unit=estimate.unit,
    )


def _range(estimate: Estimate) -> str:
    """Give the range as the source prints it, or say that it prints none."""
    found = frequency(estimate)
    if found is not None and found.low is not None:
        return say(
            "{low} to {high} of {all} {unit}",
            low=found.low,
            high=found.high,
            all=f"{found.out_of:,}",
            unit=estimate.unit,
        )
    printed = [f"{ends} {unit} ({name})" for name, unit, ends in MEASURED.findall(estimate.value)]
    printed = printed or RANGE.findall(estimate.value)
    return "; ".join(printed) or say("Not given in the study")


def _said(
    told: Sequence[tuple[str, RecordedEstimate]],
    what: Callable[[RecordedEstimate], str],
    *,
    sure: bool = False,
) -> tuple[Said, ...]:
    """Give what is said of each, or once what is said of all of them."""
    found = [
        Said(of=name, text=capital(what(each)), level=each.certainty if sure else "")
        for name, each in told
    ]
    if len({(each.text, each.level) for each in found}) == 1:
        found = [Said(text=found[0].text, level=found[0].level)]
    return tuple(each for each in found if each.text or each.level)
