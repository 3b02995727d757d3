"""Estimates on the card: number, sentence, people, time span, how sure, and where it comes from."""

from collections.abc import Callable, Iterable, Sequence

from spinecounsel.content.frequency import frequency
from spinecounsel.content.model import ContentPack, Estimate
from spinecounsel.discussion.agenda import Topic, TopicKind
from spinecounsel.discussion.words import topic_kind_name
from spinecounsel.frozen import Frozen
from spinecounsel.record.record import RecordedEstimate
from spinecounsel.record.recording import shown_estimate
from spinecounsel.wording import say


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

    ``number`` is printed large ("84", "4 or 5"), ``beside`` next to it ("out of 100 people"); both
    are empty where the source prints no share.  ``filled`` of ``out_of`` people are drawn where
    ``drawn``, and ``maybe`` more up to the upper end of the range, which ``reach`` says in words.
    ``name`` tells the two arms of a pair apart, ``owner`` is the other option that it belongs to.
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


class Block(Frozen, frozen=True, kw_only=True):
    """What stands together: one estimate, or two arms of one study, on one scale where ``pair``.

    ``heading`` stands above it, empty for none.  Facts, cautions and sources that are the same for
    both are there once.
    """

    estimates: tuple[EstimateView, ...]
    pair: bool
    facts: tuple[Fact, ...]
    cautions: tuple[Said, ...]
    sources: tuple[Said, ...]
    heading: str = ""


def kind_word(kind: TopicKind) -> str:
    """Give the word for one topic of a kind."""
    return {TopicKind.BENEFIT: say("Benefit"), TopicKind.RISK: say("Risk")}.get(
        kind, topic_kind_name(kind)
    )


def blocks_of(pack: ContentPack, topic: Topic, *, survival_open: bool) -> tuple[Block, ...]:
    """Give all estimates of ``topic`` in their order, those that stand beside them last."""
    shown = {
        ident: shown_estimate(
            pack, pack.estimates[ident], together=topic.shown, survival_open=survival_open
        )
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
    return Block(
        estimates=tuple(
            _estimate(pack.estimates[each.id], each, name, topic) for name, each in told
        ),
        pair=len(bunch) == 2 and _on_one_scale(bunch),
        facts=_facts(told),
        cautions=_said(told, lambda each: each.caution),
        sources=_said(told, lambda each: each.source),
        heading=heading,
    )


def _names(pack: ContentPack, bunch: Sequence[RecordedEstimate]) -> list[str]:
    """Tell the arms apart by their options, else by their titles."""
    owners = [pack.estimates[each.id].option for each in bunch]
    apart = len(set(owners)) == len(bunch) and all(each.option for each in bunch)
    return [each.option if apart else each.title for each in bunch]


def _on_one_scale(pair: Sequence[RecordedEstimate]) -> bool:
    first, second = pair
    same = (first.out_of, first.unit) == (second.out_of, second.unit)
    return first.drawn and second.drawn and same


def _estimate(estimate: Estimate, each: RecordedEstimate, name: str, topic: Topic) -> EstimateView:
    number, beside = _number(estimate)
    return EstimateView(
        id=each.id,
        kind=each.kind,
        kind_word=kind_word(TopicKind(each.kind)),
        title=each.title,
        name=name,
        owner="" if estimate.option == topic.option else each.option,
        number=number,
        beside=beside,
        reach=_reach(each),
        sentence=each.sentence,
        framing=each.framing,
        drawn=each.drawn,
        filled=each.count or 0,
        maybe=max(0, (each.high or 0) - (each.count or 0)),
        out_of=each.out_of or 0,
        unit=each.unit,
        picture=". ".join(part.rstrip(".") for part in (each.number, each.framing) if part),
    )


def _number(estimate: Estimate) -> tuple[str, str]:
    """Give the number, and what it is out of, as ``frequency.spoken`` says them."""
    found = frequency(estimate)
    if found is None:
        return "", ""
    if estimate.percent == 0:
        if estimate.total is None:
            return say("None"), say("of the {unit} studied", unit=estimate.unit)
        return say("None"), say("of {total} {unit}", total=estimate.total, unit=estimate.unit)
    first, second = sorted((found.count, found.or_count))
    number = str(first) if first == second else say("{one} or {two}", one=first, two=second)
    return number, say("out of {all} {unit}", all=f"{found.out_of:,}", unit=estimate.unit)


def _reach(each: RecordedEstimate) -> str:
    """Say the range, unless the sentence says it already."""
    if each.low is None or each.high is None:
        return ""
    if say("{low} to {high}", low=each.low, high=each.high) in each.sentence:
        return ""
    return say("The true number is likely between {low} and {high}.", low=each.low, high=each.high)


def _facts(told: Sequence[tuple[str, RecordedEstimate]]) -> tuple[Fact, ...]:
    rows = (
        (say("Who"), _said(told, lambda each: each.population)),
        (say("Time span"), _said(told, lambda each: each.horizon)),
        (say("In the study"), _said(told, lambda each: "" if each.number else each.value)),
        (say("How sure"), _said(told, lambda each: each.certainty_why, sure=True)),
    )
    return tuple(Fact(label=label, said=said) for label, said in rows if said)


def _said(
    told: Sequence[tuple[str, RecordedEstimate]],
    what: Callable[[RecordedEstimate], str],
    *,
    sure: bool = False,
) -> tuple[Said, ...]:
    """Give what is said of each, or once what is said of all of them."""
    found = [
        Said(of=name, text=_capital(what(each)), level=each.certainty if sure else "")
        for name, each in told
    ]
    if len({(each.text, each.level) for each in found}) == 1:
        found = [Said(text=found[0].text, level=found[0].level)]
    return tuple(each for each in found if each.text or each.level)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
