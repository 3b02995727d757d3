"""What was found on what the patient expected: only what was gone through, in the walk's words."""

from collections.abc import Sequence

from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.agenda import Agenda, Chapter, Topic
from spinecounsel.discussion.discussion import Discussion, MarkState
from spinecounsel.discussion.gate import marks_of
from spinecounsel.discussion.words import certainty_name
from spinecounsel.frozen import Frozen, replaced
from spinecounsel.record.recording import shown_estimate
from spinecounsel.wording import say


class FoundLine(Frozen, frozen=True, kw_only=True):
    """One estimate in the words of the walk; ``owner`` is the other option that it belongs to."""

    estimate: str
    owner: str
    sentence: str
    people: str
    span: str
    sure: str


class Found(Frozen, frozen=True, kw_only=True):
    """The lines of one option; without lines, nothing is known of it on just this."""

    option: str
    lines: tuple[FoundLine, ...]


def found_on(
    pack: ContentPack, discussion: Discussion, agenda: Agenda, theme: str
) -> tuple[tuple[Found, ...], str]:
    """Give what was gone through that speaks of ``theme``, or why there is nothing to show.

    What is closed, set aside, about dying, or not gone through yet is not there.
    """
    concepts = {ident for each in pack.themes if each.id == theme for ident in each.concepts}
    speaking = [each for each in agenda.topics if _speaks(pack, each, concepts)]
    told = [each for each in speaking if _is_told(pack, discussion, each)]
    if not told:
        nothing = (
            say("Nothing on this has been gone through yet.")
            if speaking
            else say("Not known. No number on this was found.")
        )
        return (), nothing
    found = tuple(
        Found(
            option=chapter.title,
            lines=tuple(line for topic in told for line in _lines(pack, chapter, topic)),
        )
        for chapter in agenda.chapters
        if _belongs(chapter, discussion, speaking, told)
    )
    return found, ""


def _speaks(pack: ContentPack, topic: Topic, concepts: set[str]) -> bool:
    return any(pack.estimates[ident].concept in concepts for ident in topic.estimates)


def _is_told(pack: ContentPack, discussion: Discussion, topic: Topic) -> bool:
    mark = marks_of(discussion).get(topic.key)
    discussed = mark is not None and mark.state is MarkState.DISCUSSED
    sensitive = any(pack.concept(pack.estimates[ident].concept).sensitive for ident in topic.shown)
    return discussed and topic.closed is None and not sensitive


def _belongs(
    chapter: Chapter, discussion: Discussion, speaking: Sequence[Topic], told: Sequence[Topic]
) -> bool:
    """Whether something was told of it, or it was gone through and nothing is there to tell."""
    if any(topic in chapter.topics for topic in told):
        return True
    if any(topic in chapter.topics for topic in speaking):
        return False
    marked = marks_of(discussion)
    return chapter.option in discussion.options and any(
        topic.key in marked for topic in chapter.topics
    )


def _lines(pack: ContentPack, chapter: Chapter, topic: Topic) -> list[FoundLine]:
    """Give all estimates of a topic of ``chapter``: they are shown together or not at all."""
    if topic not in chapter.topics:
        return []
    lines = []
    for ident in topic.shown:
        estimate = pack.estimates[ident]
        shown = shown_estimate(pack, replaced(estimate, sensitive_plain=""), together=topic.shown)
        lines.append(
            FoundLine(
                estimate=ident,
                owner="" if estimate.option == topic.option else shown.option,
                sentence=" ".join(filter(None, (shown.sentence, shown.framing))),
                people=say("Studied: {people}", people=shown.population),
                span=say("Time span: {span}", span=shown.horizon),
                sure=say("How sure: {sure}", sure=certainty_name(estimate.certainty)),
            )
        )
    return lines
