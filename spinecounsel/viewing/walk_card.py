"""The card of one topic: words, numbers, people, time span, how sure, and where it comes from."""

from collections.abc import Iterable
from enum import StrEnum

from spinecounsel.case.words import finding_name, histology_name
from spinecounsel.content.citation import citation
from spinecounsel.content.model import ContentPack
from spinecounsel.dates import clock
from spinecounsel.discussion.agenda import Topic, TopicKind
from spinecounsel.discussion.discussion import Discussion, Mark, MarkState
from spinecounsel.discussion.gate import marks_of
from spinecounsel.discussion.words import fact_kind_name, prognosis_wish, topic_kind_name
from spinecounsel.frozen import Frozen
from spinecounsel.record.record import RecordedEstimate
from spinecounsel.record.recording import shown_estimate, survival_open
from spinecounsel.wording import say


class CardState(StrEnum):
    """What the card shows: its content, or why not."""

    OPEN = "open"
    ASIDE = "set aside"
    SENSITIVE = "sensitive"
    MAY_NOT_FIT = "may not fit"


class FactLine(Frozen, frozen=True, kw_only=True):
    """A name and what stands beside it, such as who was studied."""

    label: str
    text: str


class EstimateView(Frozen, frozen=True, kw_only=True):
    """One estimate.

    ``number`` is printed large ("84", "4 or 5"), ``out_of`` beside it ("out of 100 people"); both
    are empty where the source prints no share.  ``count`` of ``scale`` people are drawn where
    ``drawn``, and ``maybe`` more up to the upper end of the range.
    """

    id: str
    kind: str
    kind_word: str
    owner: str
    title: str
    number: str
    out_of: str
    sentence: str
    framing: str
    reach: str
    count: int
    maybe: int
    scale: int
    drawn: bool
    picture: str
    facts: tuple[FactLine, ...]
    certainty: str
    certainty_why: str
    source: str
    caution: str


class Block(Frozen, frozen=True, kw_only=True):
    """What stands together: one estimate, or the two arms of one study on one scale (``pair``).

    ``heading`` stands above it, empty for none.
    """

    estimates: tuple[EstimateView, ...]
    pair: bool
    heading: str = ""


class SentencePart(Frozen, frozen=True, kw_only=True):
    """Sentences under one heading, with their sources; ``mark`` is a kind's mark or empty."""

    heading: str
    sentences: tuple[str, ...]
    sources: tuple[str, ...]
    mark: str = ""


class AskedView(Frozen, frozen=True, kw_only=True):
    """A question that was asked here."""

    id: str
    text: str
    answer: str


class CardView(Frozen, frozen=True, kw_only=True):
    """The card of a topic.

    ``why`` says why it is shut or set aside; then there are no blocks and no parts.  ``marked``
    says
    when it was discussed, empty when it was not.
    """

    key: str
    kind: str
    kind_word: str
    title: str
    state: CardState
    why: tuple[str, ...]
    blocks: tuple[Block, ...]
    parts: tuple[SentencePart, ...]
    marked: str
    wish: str
    material: bool
    asked: tuple[AskedView, ...]


MARKS = {
    TopicKind.ABOUT: "living",
    TopicKind.BENEFIT: "benefit",
    TopicKind.RISK: "risk",
    TopicKind.COURSE: "course",
    TopicKind.NOT_KNOWN: "not_known",
    TopicKind.ALTERNATIVES: "list",
}


def card_view(pack: ContentPack, discussion: Discussion, topic: Topic) -> CardView:
    """Give the card of ``topic``; a shut one, or one that was set aside, holds no number."""
    mark = marks_of(discussion).get(topic.key)
    state = _state(topic, mark)
    shown = state is CardState.OPEN
    return CardView(
        key=topic.key,
        kind=MARKS[topic.kind],
        kind_word=kind_word(topic.kind),
        title=topic.title,
        state=state,
        why=_why(discussion, topic, state),
        blocks=_blocks(pack, discussion, topic) if shown else (),
        parts=_parts(pack, topic) if shown else (),
        marked=_marked(mark),
        wish=mark.wish if mark else "",
        material=topic.key in discussion.material,
        asked=tuple(
            AskedView(id=each.id, text=each.text, answer=each.answer)
            for each in discussion.questions
            if each.topic == topic.key
        ),
    )


def kind_word(kind: TopicKind) -> str:
    """Give the word for one topic of a kind."""
    return {TopicKind.BENEFIT: say("Benefit"), TopicKind.RISK: say("Risk")}.get(
        kind, topic_kind_name(kind)
    )


def _state(topic: Topic, mark: Mark | None) -> CardState:
    if mark is not None and mark.state is MarkState.SET_ASIDE:
        return CardState.ASIDE
    return CardState(topic.closed) if topic.closed else CardState.OPEN


def _marked(mark: Mark | None) -> str:
    if mark is None or mark.state is not MarkState.DISCUSSED:
        return ""
    return say("Discussed {time}", time=clock(mark.when))


def _why(discussion: Discussion, topic: Topic, state: CardState) -> tuple[str, ...]:
    if state is CardState.ASIDE:
        return (say("You would rather not know this. That is fine."),)
    if state is CardState.SENSITIVE:
        return _sensitive(discussion)
    if state is CardState.MAY_NOT_FIT:
        words = ", ".join(_finding(each) for each in topic.words)
        return (
            say("The people who were studied may differ from you."),
            say("They had this, and we do not know it of you: {words}.", words=words),
            say("It need not be gone through. You may open it all the same."),
        )
    return ()


def _sensitive(discussion: Discussion) -> tuple[str, ...]:
    wish = discussion.preferences.prognosis
    said = (
        say(
            "You were asked if you want to hear how long people live. You said: {wish}.",
            wish=prognosis_wish(wish).lower(),
        )
        if wish
        else ""
    )
    return tuple(
        filter(
            None,
            (
                say("This is about dying, or about how long people live."),
                said,
                say("It stays shut unless you wish to see it."),
            ),
        )
    )


def _finding(word: str) -> str:
    return finding_name(word) if word != word.upper() else histology_name(word)


def _blocks(pack: ContentPack, discussion: Discussion, topic: Topic) -> tuple[Block, ...]:
    is_open = survival_open(discussion)
    shown = {
        ident: shown_estimate(
            pack, pack.estimates[ident], together=topic.shown, survival_open=is_open
        )
        for ident in topic.shown
    }
    views = {ident: _estimate(pack, each, topic) for ident, each in shown.items()}
    return tuple(
        Block(
            estimates=tuple(views[ident] for ident in bunch),
            pair=len(bunch) == 2 and _on_one_scale([shown[ident] for ident in bunch]),
            heading=say("Belongs beside it") if bunch[0] in topic.beside[:1] else "",
        )
        for bunch in _bunches(topic.shown, shown)
    )


def _bunches(order: Iterable[str], shown: dict[str, RecordedEstimate]) -> list[tuple[str, ...]]:
    """Split into pairs and single estimates, in order."""
    bunches: list[tuple[str, ...]] = []
    done: set[str] = set()
    for ident in order:
        pair = shown[ident].pair
        if ident not in done:
            bunch = (ident, pair) if pair and shown[pair].pair == ident else (ident,)
            bunches.append(bunch)
            done |= set(bunch)
    return bunches


def _on_one_scale(pair: list[RecordedEstimate]) -> bool:
    first, second = pair
    return first.drawn and second.drawn and first.out_of == second.out_of


def _estimate(pack: ContentPack, each: RecordedEstimate, topic: Topic) -> EstimateView:
    number, _, out_of = each.number.partition(say(" of "))
    kind = TopicKind(each.kind)
    mine = pack.estimates[each.id].option == topic.option
    return EstimateView(
        id=each.id,
        kind=each.kind,
        kind_word=kind_word(kind),
        owner="" if mine else each.option,
        title=each.title,
        number=number if each.number else each.value,
        out_of=say("out of {rest}", rest=out_of) if out_of else "",
        sentence=each.sentence,
        framing=each.framing,
        reach=_reach(each),
        count=each.count or 0,
        maybe=max(0, (each.high or 0) - (each.count or 0)),
        scale=each.out_of or 100,
        drawn=each.drawn,
        picture=". ".join(filter(None, (each.number, each.framing))),
        facts=_facts(each),
        certainty=each.certainty,
        certainty_why=each.certainty_why,
        source=each.source,
        caution=each.caution,
    )


def _reach(each: RecordedEstimate) -> str:
    if each.low is None or each.high is None or each.out_of is None:
        return ""
    return say(
        "The true number is likely {low} to {high} out of {all}.",
        low=each.low,
        high=each.high,
        all=f"{each.out_of:,}",
    )


def _facts(each: RecordedEstimate) -> tuple[FactLine, ...]:
    rows = ((say("Who"), each.population), (say("Time span"), each.horizon))
    return tuple(FactLine(label=label, text=_capital(text)) for label, text in rows if text)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _parts(pack: ContentPack, topic: Topic) -> tuple[SentencePart, ...]:
    """Put neighbouring sentences with the same heading together."""
    parts: list[SentencePart] = []
    for each in topic.sentences:
        heading = fact_kind_name(each.label)
        source = citation(pack.sources[each.source]) if each.source in pack.sources else ""
        mark = "not_known" if topic.kind is TopicKind.NOT_KNOWN else ""
        if parts and parts[-1].heading == heading:
            last = parts.pop()
            sentences, sources = (*last.sentences, each.text), (*last.sources, source)
        else:
            sentences, sources = (each.text,), (source,)
        kept = tuple(dict.fromkeys(filter(None, sources)))
        parts.append(SentencePart(heading=heading, sentences=sentences, sources=kept, mark=mark))
    return tuple(parts)
