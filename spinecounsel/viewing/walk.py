"""The walk: one option at a time, its topics in a list, and the card of one of them."""

from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.agenda import ILLNESS, Agenda, Chapter, Topic, TopicKind
from spinecounsel.discussion.discussion import Discussion, Mark
from spinecounsel.discussion.gate import marks_of, open_topics
from spinecounsel.discussion.words import topic_kind_name
from spinecounsel.frozen import Frozen
from spinecounsel.viewing.red_flags import warning_beside
from spinecounsel.viewing.walk_blocks import kind_word
from spinecounsel.viewing.walk_card import MARKS, CardView, card_view
from spinecounsel.wording import say


class TopicRow(Frozen, frozen=True, kw_only=True):
    """A row of the list; ``state`` is ``discussed``, ``set aside``, ``closed`` or empty.

    ``spoken`` is the whole row in words.
    """

    key: str
    kind: str
    title: str
    state: str
    material: bool
    spoken: str


class TopicGroup(Frozen, frozen=True, kw_only=True):
    """The rows of one kind, under its heading (empty for a kind with one row of that name)."""

    heading: str
    rows: tuple[TopicRow, ...]


class WalkView(Frozen, frozen=True, kw_only=True):
    """Everything that the page shows.

    ``place`` says which option it is, ``count`` how far it is, ``done`` that nothing is left in any
    of them.  ``around`` says which of its kind the topic is ("Risk 2 of 5"); ``before`` and
    ``after`` are the keys of its neighbours, empty at the ends.
    """

    place: str
    option: str
    count: str
    groups: tuple[TopicGroup, ...]
    has_previous: bool
    has_next: bool
    card: CardView | None
    around: str
    before: str
    after: str
    red_flag: str
    done: str


def walk_view(pack: ContentPack, discussion: Discussion, agenda: Agenda, shown: str) -> WalkView:
    """Give the view with the card of the topic ``shown`` (its key)."""
    if not agenda.chapters:
        return _nothing()
    topic = agenda.topic(shown) or agenda.chapters[0].topics[0]
    place = _place_of(agenda, topic)
    chapter = agenda.chapters[place]
    before, after = _neighbours(agenda, topic)
    return WalkView(
        place=_place(agenda, place),
        option=_name(pack, chapter),
        count=_count(discussion, chapter),
        groups=_groups(discussion, chapter),
        has_previous=place > 0,
        has_next=place < len(agenda.chapters) - 1,
        card=card_view(pack, discussion, topic),
        around=_around(chapter, topic),
        before=before,
        after=after,
        red_flag="" if chapter.option == ILLNESS else warning_beside(pack, (chapter.option,)),
        done=_done(discussion, agenda),
    )


def first_topic(discussion: Discussion, agenda: Agenda) -> str:
    """Give the topic to begin with: the first that is asked for and not marked, else the first."""
    for topic in (*open_topics(discussion, agenda), *agenda.topics):
        return topic.key
    return ""


def next_topic(discussion: Discussion, agenda: Agenda, after: str) -> str:
    """Give the topic to show once ``after`` is marked: the next unmarked one, shut ones left out.

    Where none follows, the first one before it that is asked for; where none is left, ``after``.
    """
    marked = marks_of(discussion)
    topics = agenda.topics
    here = next((n for n, topic in enumerate(topics) if topic.key == after), 0)
    for topic in topics[here + 1 :]:
        if topic.key not in marked and (topic.closed is None or topic.required):
            return topic.key
    return next((topic.key for topic in open_topics(discussion, agenda)), after)


def turned(agenda: Agenda, shown: str, by: int) -> str:
    """Give the first topic of the option that stands ``by`` places after that of ``shown``."""
    topic = agenda.topic(shown) or agenda.chapters[0].topics[0]
    place = _place_of(agenda, topic) + by
    return agenda.chapters[max(0, min(len(agenda.chapters) - 1, place))].topics[0].key


def _nothing() -> WalkView:
    return WalkView(
        place="",
        option=say("No option is chosen yet"),
        count=say("Choose the options first, then go through them here."),
        groups=(),
        has_previous=False,
        has_next=False,
        card=None,
        around="",
        before="",
        after="",
        red_flag="",
        done="",
    )


def _place_of(agenda: Agenda, topic: Topic) -> int:
    return next(n for n, chapter in enumerate(agenda.chapters) if topic in chapter.topics)


def _neighbours(agenda: Agenda, topic: Topic) -> tuple[str, str]:
    """Give the keys of the topics before and after, over the ends of an option."""
    keys = ["", *(each.key for each in agenda.topics), ""]
    here = keys.index(topic.key)
    return keys[here - 1], keys[here + 1]


def _around(chapter: Chapter, topic: Topic) -> str:
    alike = [each.key for each in chapter.topics if each.kind is topic.kind]
    if len(alike) == 1:
        return kind_word(topic.kind)
    n = alike.index(topic.key) + 1
    return say("{kind} {n} of {all}", kind=kind_word(topic.kind), n=n, all=len(alike))


def _place(agenda: Agenda, place: int) -> str:
    if agenda.chapters[place].option == ILLNESS:
        return say("Before the options")
    options = [n for n, chapter in enumerate(agenda.chapters) if chapter.option != ILLNESS]
    return say("Option {n} of {all}", n=options.index(place) + 1, all=len(options))


def _name(pack: ContentPack, chapter: Chapter) -> str:
    return chapter.title if chapter.option == ILLNESS else pack.option(chapter.option).name


def _count(discussion: Discussion, chapter: Chapter) -> str:
    required = [topic for topic in chapter.topics if topic.required]
    if not required:
        return say("You may leave these out")
    marked = marks_of(discussion)
    done = sum(topic.key in marked for topic in required)
    return say("{done} of {all} gone through", done=done, all=len(required))


def _groups(discussion: Discussion, chapter: Chapter) -> tuple[TopicGroup, ...]:
    marked = marks_of(discussion)
    kinds = dict.fromkeys(topic.kind for topic in chapter.topics)
    return tuple(
        TopicGroup(
            heading="" if _stands_alone(chapter, kind) else topic_kind_name(kind),
            rows=tuple(
                _row(discussion, topic, marked.get(topic.key))
                for topic in chapter.topics
                if topic.kind is kind
            ),
        )
        for kind in kinds
    )


def _stands_alone(chapter: Chapter, kind: TopicKind) -> bool:
    """Whether a kind is one row of its own name, which needs no heading."""
    with_headings = (TopicKind.BENEFIT, TopicKind.RISK, TopicKind.COURSE)
    return kind not in with_headings and sum(each.kind is kind for each in chapter.topics) == 1


def _row(discussion: Discussion, topic: Topic, mark: Mark | None) -> TopicRow:
    state = str(mark.state) if mark else "closed" if topic.closed else ""
    material = topic.key in discussion.material
    words = {
        "discussed": say("discussed"),
        "set aside": say("set aside"),
        "closed": say("shut"),
        "": say("not gone through yet"),
    }
    spoken = (
        kind_word(topic.kind),
        topic.title,
        words[state],
        say("matters to the patient") if material else "",
    )
    return TopicRow(
        key=topic.key,
        kind=MARKS[topic.kind],
        title=topic.title,
        state=state,
        material=material,
        spoken=", ".join(filter(None, spoken)),
    )


def _done(discussion: Discussion, agenda: Agenda) -> str:
    """Say that nothing is left; nothing before there is anything that is asked for."""
    asked_for = any(topic.required for topic in agenda.topics)
    left = open_topics(discussion, agenda)
    return say("Everything here has been gone through.") if asked_for and not left else ""
