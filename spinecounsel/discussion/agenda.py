"""The agenda: what there is to talk about for each option, topic by topic.

A topic is the unit of the gate.  Estimates that may only be shown together are one topic.  Its key
carries a digest of the words and numbers in it, so a mark counts only for exactly what was shown:
when the case, the content or the company of an option changes them, the topic is new again.
"""

import hashlib
from collections.abc import Iterable
from enum import StrEnum

from spinecounsel.frozen import Frozen


class TopicKind(StrEnum):
    """What a topic is about."""

    ABOUT = "about"
    BENEFIT = "benefit"
    RISK = "risk"
    COURSE = "course"
    NOT_KNOWN = "not known"
    ALTERNATIVES = "alternatives"


KIND_ORDER = tuple(TopicKind)


class Closed(StrEnum):
    """Why a topic is shut until the clinician opens it with the patient's agreement."""

    SENSITIVE = "sensitive"
    MAY_NOT_FIT = "may not fit"


class Sentence(Frozen, frozen=True, kw_only=True):
    """Words without a number; ``label`` is a fact's kind, a question or a name, ``source`` an id.

    ``doubt`` is what speaks against the sentence, for the clinician.
    """

    text: str
    label: str = ""
    source: str = ""
    doubt: str = ""


class Topic(Frozen, frozen=True, kw_only=True):
    """One thing to go through.

    ``estimates`` and ``beside`` are ids of the pack; ``beside`` must be shown with them.  ``opens``
    is what ``moves.opening`` takes to open a closed topic; ``words`` are the findings of which it
    is not known whether they hold, for a topic whose people may differ.  ``required`` topics are
    those that the gate asks for.
    """

    key: str
    option: str
    kind: TopicKind
    title: str
    concept: str = ""
    estimates: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    closed: Closed | None = None
    opens: str = ""
    words: tuple[str, ...] = ()
    required: bool = True

    @property
    def shown(self) -> tuple[str, ...]:
        """Give the ids of all estimates that are shown under it."""
        return self.estimates + self.beside


class Chapter(Frozen, frozen=True, kw_only=True):
    """The topics of one option, or of the illness itself (``option`` is then ``ILLNESS``)."""

    option: str
    title: str
    topics: tuple[Topic, ...]


ILLNESS = "illness"


class Agenda(Frozen, frozen=True, kw_only=True):
    """All chapters, in order."""

    chapters: tuple[Chapter, ...]

    @property
    def topics(self) -> tuple[Topic, ...]:
        """Give all topics, in order."""
        return tuple(topic for chapter in self.chapters for topic in chapter.topics)

    def topic(self, key: str) -> Topic | None:
        """Give the topic of ``key``, or None when it is not on the agenda (any more)."""
        return next((topic for topic in self.topics if topic.key == key), None)


def topic_key(option: str, kind: TopicKind, name: str, words: Iterable[str]) -> str:
    """Give the key of a topic that shows exactly ``words``."""
    digest = hashlib.sha256("\x00".join(words).encode()).hexdigest()[:12]
    return f"{option}/{kind.replace(' ', '-')}/{name or 'all'}/{digest}"
