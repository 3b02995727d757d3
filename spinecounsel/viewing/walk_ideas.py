"""Questions that people ask, by topic, for whoever does not know how to begin."""

from itertools import groupby

from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.frozen import Frozen


class Idea(Frozen, frozen=True, kw_only=True):
    """A question that people ask; ``place`` is its place in the pack, from 0.

    ``asked`` says that it was asked in this talk, in these words.
    """

    place: int
    text: str
    asked: bool


class IdeaGroup(Frozen, frozen=True, kw_only=True):
    """The questions about one topic."""

    topic: str
    ideas: tuple[Idea, ...]


def idea_groups(pack: ContentPack, discussion: Discussion) -> tuple[IdeaGroup, ...]:
    """Give the questions of the pack in its order; a topic that comes again is not split."""
    asked = {_plain(each.text) for each in discussion.questions}
    topics = list(dict.fromkeys(each.topic for each in pack.questions))
    placed = sorted(enumerate(pack.questions), key=lambda each: topics.index(each[1].topic))
    return tuple(
        IdeaGroup(
            topic=topic,
            ideas=tuple(
                Idea(place=place, text=each.text, asked=_plain(each.text) in asked)
                for place, each in group
            ),
        )
        for topic, group in groupby(placed, key=lambda each: each[1].topic)
    )


def _plain(text: str) -> str:
    """Give a question without what makes no other question of it."""
    return " ".join(text.split()).rstrip("?. ").casefold()
