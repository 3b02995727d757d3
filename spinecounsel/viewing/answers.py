"""Questions with a few fixed answers, of which "not known" is always one."""

from collections.abc import Sequence

from spinecounsel.frozen import Frozen
from spinecounsel.wording import say

NOT_KNOWN = "not-known"
YES, NO = "yes", "no"


class AnswerView(Frozen, frozen=True, kw_only=True):
    """One answer: its key, its words and, if any, a sentence that explains it."""

    key: str
    title: str
    sentence: str = ""


class QuestionView(Frozen, frozen=True, kw_only=True):
    """A question about ``field`` with its answers; ``chosen`` is the key of one of them."""

    field: str
    label: str
    answers: tuple[AnswerView, ...]
    chosen: str
    hint: str = ""


def question(
    field: str, label: str, answers: Sequence[AnswerView], chosen: str | None, hint: str = ""
) -> QuestionView:
    """Give a question whose last answer is "Not known", chosen where ``chosen`` is None."""
    every = (*answers, AnswerView(key=NOT_KNOWN, title=say("Not known")))
    return QuestionView(
        field=field, label=label, answers=every, chosen=chosen or NOT_KNOWN, hint=hint
    )


def yes_or_no(field: str, label: str, *, holds: bool | None, hint: str = "") -> QuestionView:
    """Give a question that is answered by yes, no or not known."""
    answers = (AnswerView(key=YES, title=say("Yes")), AnswerView(key=NO, title=say("No")))
    return question(field, label, answers, key_of(holds), hint)


def key_of(holds: bool | None) -> str | None:  # noqa: FBT001 - an answer, not a switch
    """Give the key of yes, no, or None for not known."""
    return None if holds is None else YES if holds else NO


def truth_of(key: str) -> bool | None:
    """Give what the key of a yes-or-no answer means; None for not known."""
    return {YES: True, NO: False}.get(key)
