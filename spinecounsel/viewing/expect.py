"""What the patient expects, asked before the first number: no number of a study stands here."""

from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.values import THEMES, Expectation
from spinecounsel.frozen import Frozen
from spinecounsel.wording import say


class ExpectQuestion(Frozen, frozen=True, kw_only=True):
    """A question, what was said, and the words at the ends of the scale (0 and 100).

    100 is always what people hope for.
    """

    theme: str
    question: str
    words: str
    score: int | None
    low: str
    high: str


class ExpectView(Frozen, frozen=True, kw_only=True):
    """Everything that the page shows; one may skip as long as nothing was said."""

    questions: tuple[ExpectQuestion, ...]
    skipped: bool
    may_skip: bool


def expect_view(discussion: Discussion) -> ExpectView:
    """Give the view of the step that asks what the patient expects."""
    said = {each.theme: each for each in discussion.expectations}
    return ExpectView(
        questions=tuple(_question(said.get(theme, Expectation(theme=theme))) for theme in THEMES),
        skipped=discussion.expect_skipped,
        may_skip=not discussion.expectations,
    )


def _question(said: Expectation) -> ExpectQuestion:
    question, low, high = {
        "walking": (
            say("What do you expect for your walking?"),
            say("I will not walk"),
            say("I will walk as I like"),
        ),
        "pain": (
            say("What do you expect for your pain?"),
            say("It will be very bad"),
            say("I will have no pain"),
        ),
        "hospital": (
            say("How long do you think you will be in hospital?"),
            say("Very long"),
            say("Not at all"),
        ),
        "recovery": (
            say("How soon do you think you will be well again?"),
            say("Not at all"),
            say("Very soon"),
        ),
    }[said.theme]
    return ExpectQuestion(
        theme=said.theme,
        question=question,
        words=said.words,
        score=said.score,
        low=low,
        high=high,
    )
