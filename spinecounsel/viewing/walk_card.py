"""The card of one topic: its words and numbers, or why they stay shut, and what was asked."""

from enum import StrEnum

from spinecounsel.case.words import finding_name, histology_name
from spinecounsel.content.citation import citation
from spinecounsel.content.model import ContentPack
from spinecounsel.dates import clock
from spinecounsel.discussion.agenda import Sentence, Topic, TopicKind
from spinecounsel.discussion.discussion import Discussion, Mark, MarkState
from spinecounsel.discussion.gate import marks_of
from spinecounsel.discussion.words import fact_kind_name, prognosis_wish
from spinecounsel.frozen import Frozen
from spinecounsel.record.recording import survival_open
from spinecounsel.viewing.walk_blocks import Block, blocks_of, kind_word
from spinecounsel.wording import say


class CardState(StrEnum):
    """What the card shows: its content, or why not."""

    OPEN = "open"
    ASIDE = "set aside"
    SENSITIVE = "sensitive"
    MAY_NOT_FIT = "may not fit"


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
    says when it was discussed, empty when it was not; ``wish`` are the patient's words on why not.
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
        why=_why(pack, discussion, topic, state),
        blocks=blocks_of(pack, topic, survival_open=survival_open(discussion)) if shown else (),
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


def _state(topic: Topic, mark: Mark | None) -> CardState:
    if mark is not None and mark.state is MarkState.SET_ASIDE:
        return CardState.ASIDE
    return CardState(topic.closed) if topic.closed else CardState.OPEN


def _marked(mark: Mark | None) -> str:
    if mark is None or mark.state is not MarkState.DISCUSSED:
        return ""
    return say("Discussed {time}", time=clock(mark.when))


def _why(
    pack: ContentPack, discussion: Discussion, topic: Topic, state: CardState
) -> tuple[str, ...]:
    if state is CardState.ASIDE:
        return (say("You would rather not know this. That is fine."),)
    if state is CardState.SENSITIVE:
        return _sensitive(discussion)
    if state is CardState.MAY_NOT_FIT:
        words = "; ".join(_word(pack, each) for each in topic.words)
        return (
            say("The people who were studied may differ from you."),
            say("We do not know if this is true of you: **{words}.**", words=words),
            say("You need not look at it. You may open it all the same."),
        )
    return ()


def _sensitive(discussion: Discussion) -> tuple[str, ...]:
    wish = discussion.preferences.prognosis
    said = say(
        "We asked if you want to hear how long people live with this. You said: **{wish}.**",
        wish=prognosis_wish(wish) if wish else "",
    )
    return (
        say("This is about dying, or about how long people live."),
        *((said,) if wish else ()),
        say("It stays shut unless you wish to see it."),
    )


def _word(pack: ContentPack, word: str) -> str:
    return histology_name(word) if word in pack.histologies else finding_name(word)


def _parts(pack: ContentPack, topic: Topic) -> tuple[SentencePart, ...]:
    """Put neighbouring sentences with the same heading together."""
    parts: list[SentencePart] = []
    mark = "not_known" if topic.kind is TopicKind.NOT_KNOWN else ""
    for each in topic.sentences:
        heading = fact_kind_name(each.label)
        sentences: tuple[str, ...] = (each.text,)
        sources: tuple[str, ...] = _sources(pack, each)
        if parts and parts[-1].heading == heading:
            last = parts.pop()
            sentences, sources = last.sentences + sentences, last.sources + sources
        parts.append(
            SentencePart(
                heading=heading,
                sentences=sentences,
                sources=tuple(dict.fromkeys(sources)),
                mark=mark,
            )
        )
    return tuple(parts)


def _sources(pack: ContentPack, sentence: Sentence) -> tuple[str, ...]:
    """Give the source of a sentence, with what speaks against it."""
    if sentence.source not in pack.sources:
        return ()
    source = citation(pack.sources[sentence.source])
    if not sentence.doubt:
        return (source,)
    return (say("{source}. But: {doubt}", source=source.rstrip("."), doubt=sentence.doubt),)
