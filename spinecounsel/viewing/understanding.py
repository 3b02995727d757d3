"""What the patient says back, and four plain questions before signing: a look at us, no test."""

from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.understanding import TEACH_BACK, Said, TeachBack
from spinecounsel.discussion.words import said_name, sure_name, teach_back_name
from spinecounsel.frozen import Frozen
from spinecounsel.viewing.answers import NO, YES, key_of
from spinecounsel.wording import say, say_count

SURE = ("sure", "know", "matters", "support")


class SaidBack(Frozen, frozen=True, kw_only=True):
    """One thing to say back; ``said`` is the key of an answer, empty while not asked.

    ``explain`` is the step that explains it again, empty where that is not needed.
    """

    item: str
    question: str
    said: str
    words: str
    asked: str
    explain: str


class Door(Frozen, frozen=True, kw_only=True):
    """A button that leads to a step."""

    step: str
    words: str


class SureQuestion(Frozen, frozen=True, kw_only=True):
    """One plain question; ``help`` and ``doors`` say what helps after a "no"."""

    field: str
    question: str
    answer: str
    help: str
    doors: tuple[Door, ...]


class UnderstandingView(Frozen, frozen=True, kw_only=True):
    """Everything that the page shows; ``answers`` and ``yes_no`` are pairs of key and words."""

    items: tuple[SaidBack, ...]
    answers: tuple[tuple[str, str], ...]
    sure: tuple[SureQuestion, ...]
    yes_no: tuple[tuple[str, str], ...]


def understanding_view(discussion: Discussion) -> UnderstandingView:
    """Give the view of the understanding step."""
    back = {each.item: each for each in discussion.teach_back}
    return UnderstandingView(
        items=tuple(_item(item, back.get(item)) for item in TEACH_BACK),
        answers=tuple((_key(said), said_name(said)) for said in Said),
        sure=tuple(
            _question(field, key_of(getattr(discussion.sure, field)) or "") for field in SURE
        ),
        yes_no=((YES, say("Yes")), (NO, say("No"))),
    )


def said_of(key: str) -> Said:
    """Give what the key of an answer means."""
    return next(said for said in Said if _key(said) == key)


def _key(said: Said) -> str:
    return said.replace(" ", "-")


def _item(item: str, back: TeachBack | None) -> SaidBack:
    question = teach_back_name(item)
    if back is None:
        return SaidBack(item=item, question=question, said="", words="", asked="", explain="")
    again = say_count("Asked {n} time", "Asked {n} times", back.times) if back.times > 1 else ""
    return SaidBack(
        item=item,
        question=question,
        said=_key(back.said),
        words=back.words,
        asked=again,
        explain="" if back.said is Said.SAID else _explained_in(item),
    )


def _explained_in(item: str) -> str:
    return "options" if item == "options" else "walk"


def _question(field: str, answer: str) -> SureQuestion:
    sentence, doors = _help(field) if answer == NO else ("", ())
    return SureQuestion(
        field=field, question=sure_name(field), answer=answer, help=sentence, doors=doors
    )


def _help(field: str) -> tuple[str, tuple[Door, ...]]:
    values = Door(step="values", words=say("What matters to you"))
    return {
        "sure": (
            say("That is all right. It may help to look again at what matters to you."),
            (values,),
        ),
        "know": (
            say("Then we go through them again, or look at them side by side."),
            (
                Door(step="walk", words=say("Go through them")),
                Door(step="compare", words=say("Side by side")),
            ),
        ),
        "matters": (
            say("Then we look again at what matters to you, and what is known of it."),
            (values,),
        ),
        "support": (
            say("Somebody you trust may join us. And the decision can wait."),
            (
                Door(step="person", words=say("Who is here")),
                Door(step="decision", words=say("Let it wait")),
            ),
        ),
    }[field]
