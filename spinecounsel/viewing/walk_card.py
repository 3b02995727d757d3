"""The card of one topic: its words and numbers, or why they stay shut, and what was asked."""

from enum import StrEnum

from spinecounsel.case.words import finding_name, histology_name
from spinecounsel.content.citation import citation
from spinecounsel.content.closing import SURVIVAL
from spinecounsel.content.model import ContentPack
from spinecounsel.dates import clock
from spinecounsel.discussion.agenda import Sentence, Topic, TopicKind
from spinecounsel.discussion.discussion import Discussion, Mark, MarkState
from spinecounsel.discussion.gate import marks_of
from spinecounsel.discussion.people import NumberView, PrognosisWish
from spinecounsel.discussion.values import Expectation
from spinecounsel.discussion.words import fact_kind_name, prognosis_wish, scale_ends, theme_name
from spinecounsel.frozen import Frozen
from spinecounsel.viewing.answers import AnswerView, QuestionView
from spinecounsel.viewing.walk_blocks import Block, blocks_of, kind_word
from spinecounsel.viewing.walk_ideas import IdeaGroup, idea_groups
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


class ToldBefore(Frozen, frozen=True, kw_only=True):
    """What the patient expected of something before the first number, in sentences."""

    theme: str
    sentences: tuple[str, ...]


class CardView(Frozen, frozen=True, kw_only=True):
    """The card of a topic.

    ``why`` says why it is shut or set aside; then there are no blocks and no parts, and only
    where ``may_open`` may it be opened.  ``prognosis`` asks again whether the patient wants to
    hear about length of life, None where it is not about that.  ``numbers`` is how the patient
    likes to see numbers, ``counted`` whether there are any.  ``limits`` says what numbers about
    dying cannot say, ``told`` what the patient expected.  ``marked`` says when it was discussed,
    empty when it was not; ``wish`` are the patient's words on why not.  ``ideas`` are questions
    that people ask.
    """

    key: str
    kind: str
    kind_word: str
    title: str
    state: CardState
    why: tuple[str, ...]
    may_open: bool
    prognosis: QuestionView | None
    blocks: tuple[Block, ...]
    parts: tuple[SentencePart, ...]
    numbers: NumberView
    counted: bool
    limits: str
    told: tuple[ToldBefore, ...]
    marked: str
    wish: str
    material: bool
    asked: tuple[AskedView, ...]
    ideas: tuple[IdeaGroup, ...]


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
    sensitive = state is CardState.SENSITIVE
    blocks = blocks_of(pack, topic) if shown else ()
    return CardView(
        key=topic.key,
        kind=MARKS[topic.kind],
        kind_word=kind_word(topic.kind),
        title=topic.title,
        state=state,
        why=_why(pack, discussion, topic, state),
        may_open=state is CardState.MAY_NOT_FIT or (sensitive and not _declined(discussion)),
        prognosis=_prognosis(discussion) if sensitive else None,
        blocks=blocks,
        parts=_parts(pack, topic) if shown else (),
        numbers=discussion.numbers,
        counted=any(each.number for block in blocks for each in block.estimates),
        limits=_limits(pack, topic) if blocks else "",
        told=_told(pack, discussion, topic) if shown else (),
        marked=_marked(mark),
        wish=mark.wish if mark else "",
        material=topic.key in discussion.material,
        asked=tuple(
            AskedView(id=each.id, text=each.text, answer=each.answer)
            for each in discussion.questions
            if each.topic == topic.key
        ),
        ideas=idea_groups(pack, discussion),
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
        say("This is about a risk to life, or about how long people live."),
        said if wish else say("We have not asked yet if you want to hear about this."),
        say("So it stays shut. You can change your answer here, now or later.")
        if _declined(discussion)
        else say("It stays shut until you agree to open it."),
    )


def _declined(discussion: Discussion) -> bool:
    return discussion.preferences.prognosis is PrognosisWish.DECLINES


def _prognosis(discussion: Discussion) -> QuestionView:
    return QuestionView(
        field="wish",
        label=say("Do you want to hear how long people live with this?"),
        answers=tuple(AnswerView(key=each, title=prognosis_wish(each)) for each in PrognosisWish),
        chosen=discussion.preferences.prognosis or "",
    )


def _limits(pack: ContentPack, topic: Topic) -> str:
    """Say what numbers about dying cannot say, where the card holds one."""
    estimates = [pack.estimates[ident] for ident in topic.shown]
    concepts = [pack.concept(each.concept) for each in estimates]
    told_more = any(each.sensitive_plain for each in estimates)
    if told_more or any(each.id == SURVIVAL for each in concepts):
        return say(
            "These numbers are about groups of people in the past. They cannot say how long one "
            "person lives."
        )
    if any(each.sensitive for each in concepts):
        return say(
            "These numbers are about groups of people in the past. They cannot say what will "
            "happen to one person."
        )
    return ""


def _told(pack: ContentPack, discussion: Discussion, topic: Topic) -> tuple[ToldBefore, ...]:
    """Give what the patient expected of what the topic is about."""
    if discussion.expect_skipped:
        return ()
    themes = {each.id for each in pack.themes if topic.concept in each.concepts}
    return tuple(
        ToldBefore(theme=theme_name(each.theme), sentences=_expected(each))
        for each in discussion.expectations
        if each.theme in themes
    )


def _expected(said: Expectation) -> tuple[str, ...]:
    words = (f"“{said.words.strip()}”",) if said.words.strip() else ()
    if said.score is None:
        return words
    low, high = scale_ends(said.theme)
    score = say(
        "{score} of 100, where 0 is “{low}” and 100 is “{high}”.",
        score=said.score,
        low=low,
        high=high,
    )
    return (*words, score)


def _word(pack: ContentPack, word: str) -> str:
    return histology_name(word) if word in pack.histologies else finding_name(word)


def _parts(pack: ContentPack, topic: Topic) -> tuple[SentencePart, ...]:
    """Put neighbouring sentences with the same heading together."""
    parts: list[SentencePart] = []
    # Only what is not known has a concept, and sentences where its number would be; beside
    # numbers, they say that these rest on what is left out.
    unknown = topic.kind is TopicKind.NOT_KNOWN or bool(topic.concept)
    mark = "warning" if topic.estimates else "not_known" if unknown else ""
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
