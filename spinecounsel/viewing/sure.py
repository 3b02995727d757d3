"""Four plain questions, before deciding and again before signing: what helps, and where it is."""

from spinecounsel.discussion.steps import was_asked
from spinecounsel.discussion.understanding import SURE, SureAnswers
from spinecounsel.discussion.words import sure_name
from spinecounsel.frozen import Frozen
from spinecounsel.viewing.answers import NO, YES, key_of
from spinecounsel.wording import say


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


class SureView(Frozen, frozen=True, kw_only=True):
    """The four questions; ``yes_no`` are pairs of key and words.

    ``summary`` says how far they are; ``settled`` that all are answered yes.
    """

    questions: tuple[SureQuestion, ...]
    yes_no: tuple[tuple[str, str], ...]
    summary: str
    settled: bool


def sure_view(answers: SureAnswers) -> SureView:
    """Give the view of the four questions."""
    return SureView(
        questions=tuple(_question(field, getattr(answers, field)) for field in SURE),
        yes_no=((YES, say("Yes")), (NO, say("No"))),
        summary=summary(answers),
        settled=yes_count(answers) == len(SURE),
    )


def summary(answers: SureAnswers) -> str:
    """Say how far the four questions are."""
    if answers == SureAnswers():
        return say("Four questions for you")
    if not was_asked(answers):
        return say("Four questions: not all answered yet")
    return say("Four questions: {n} of {all} yes", n=yes_count(answers), all=len(SURE))


def yes_count(answers: SureAnswers) -> int:
    """Give how many were answered yes."""
    return sum(getattr(answers, field) is True for field in SURE)


def _question(field: str, answer: bool | None) -> SureQuestion:  # noqa: FBT001 - an answer
    sentence, doors = _help(field) if answer is False else ("", ())
    return SureQuestion(
        field=field,
        question=sure_name(field),
        answer=key_of(answer) or "",
        help=sentence,
        doors=doors,
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
