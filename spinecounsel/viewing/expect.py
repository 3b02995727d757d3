"""What the patient expects, asked before the first number: no number of a study stands here."""

from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.values import THEMES, Expectation
from spinecounsel.discussion.words import scale_ends
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
    low, high = scale_ends(said.theme)
    question = {
        "walking": say("What do you expect for your walking?"),
        "pain": say("What do you expect for your pain?"),
        "hospital": say("How long do you think you will be in hospital?"),
        "recovery": say("How soon do you think you will be well again?"),
    }[said.theme]
    return ExpectQuestion(
        theme=said.theme,
        question=question,
        words=said.words,
        score=said.score,
        low=low,
        high=high,
    )
