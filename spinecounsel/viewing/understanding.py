"""What the patient says back, and a short check of what was discussed: a look at us, no test."""

from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.agenda import Agenda
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.knowledge import explaining_topic
from spinecounsel.discussion.understanding import TEACH_BACK, Said, TeachBack
from spinecounsel.discussion.words import said_name, teach_back_name
from spinecounsel.frozen import Frozen, replaced
from spinecounsel.record.lines import red_flag
from spinecounsel.viewing.knowledge import KnowledgeRow, knowledge_rows
from spinecounsel.wording import say, say_count

HELP = "help"
"""The item whose words are shown in place; it needs no card."""


class SaidBack(Frozen, frozen=True, kw_only=True):
    """One thing to say back; ``said`` is the key of an answer, empty while not asked.

    ``again`` says that it comes again, as was promised.  ``step`` is where it is explained again,
    ``topic`` the card there, ``shown`` the words that explain it in place; empty where not needed.
    """

    item: str
    question: str
    said: str
    words: str
    asked: str
    again: str = ""
    step: str = ""
    topic: str = ""
    shown: str = ""


class UnderstandingView(Frozen, frozen=True, kw_only=True):
    """Everything that the page shows; ``answers`` are pairs of key and words.

    ``knowledge`` is empty while nothing was discussed from which a question could be made;
    ``nothing`` says so then.
    """

    items: tuple[SaidBack, ...]
    answers: tuple[tuple[str, str], ...]
    knowledge: tuple[KnowledgeRow, ...]
    nothing: str


def understanding_view(
    pack: ContentPack, discussion: Discussion, agenda: Agenda, again: tuple[str, ...] = ()
) -> UnderstandingView:
    """Give the view of the understanding step; the items of ``again`` come first."""
    back = {each.item: each for each in discussion.teach_back}
    items = (
        _item(item, back.get(item), _explained(pack, discussion, agenda, item))
        for item in TEACH_BACK
    )
    promised = say("We said we would ask this again.")
    questions = knowledge_rows(pack, discussion, agenda)
    return UnderstandingView(
        items=tuple(
            sorted(
                (
                    replaced(each, again=promised)
                    if each.item in again and each.said == _key(Said.NOT_YET)
                    else each
                    for each in items
                ),
                key=lambda each: each.item not in again,
            )
        ),
        answers=tuple((_key(said), said_name(said)) for said in Said),
        knowledge=questions,
        nothing=""
        if questions
        else say("The questions come when an option has been talked through."),
    )


def open_items(discussion: Discussion) -> tuple[str, ...]:
    """Give the items that were answered "not yet": they come again."""
    return tuple(each.item for each in discussion.teach_back if each.said is Said.NOT_YET)


def said_of(key: str) -> Said:
    """Give what the key of an answer means."""
    return next(said for said in Said if _key(said) == key)


def _key(said: Said) -> str:
    return said.replace(" ", "-")


def _item(item: str, back: TeachBack | None, explained: tuple[str, str, str]) -> SaidBack:
    question = teach_back_name(item)
    if back is None:
        return SaidBack(item=item, question=question, said="", words="", asked="")
    step, topic, shown = ("", "", "") if back.said is Said.SAID else explained
    return SaidBack(
        item=item,
        question=question,
        said=_key(back.said),
        words=back.words,
        asked=say_count("Asked {n} time", "Asked {n} times", back.times) if back.times > 1 else "",
        step=step,
        topic=topic,
        shown=shown,
    )


def _explained(
    pack: ContentPack, discussion: Discussion, agenda: Agenda, item: str
) -> tuple[str, str, str]:
    """Give the step that explains an item, the topic there, and words to show in place."""
    if item == HELP:
        return "", "", red_flag(pack)
    if item == "options":
        return "options", "", ""
    return "walk", explaining_topic(discussion, agenda, item), ""
