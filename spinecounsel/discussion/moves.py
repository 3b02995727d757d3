"""Everything that can happen in a discussion: each participle gives a new ``Discussion``.

Times and ids are arguments.  A move never judges whether it is enough: that is what ``steps`` and
``gate`` are for.
"""

import datetime as dt
from typing import TypedDict, Unpack

from spinecounsel.case.case import Case
from spinecounsel.case.patient import Patient
from spinecounsel.discussion.agenda import Closed, Topic
from spinecounsel.discussion.decision import Decision, Permission
from spinecounsel.discussion.discussion import (
    Comparison,
    Discussion,
    Glance,
    LeftOut,
    Mark,
    MarkState,
    Opened,
    QuestionAsked,
)
from spinecounsel.discussion.people import (
    Attendee,
    Capacity,
    NumberView,
    Preferences,
    PrognosisWish,
    Referrer,
    Representative,
    WishChange,
)
from spinecounsel.discussion.understanding import KnowledgeAnswer, Said, SureAnswers, TeachBack
from spinecounsel.discussion.values import (
    Expectation,
    Importance,
    Leaning,
    ValueAnswer,
    ValueChange,
)
from spinecounsel.frozen import replaced


class Description(TypedDict, total=False):
    """The fields of a discussion that say who it is about."""

    patient: Patient
    referrer: Referrer
    present: tuple[Attendee, ...]
    preferences: Preferences
    capacity: Capacity
    representative: Representative | None
    case: Case


def describing(discussion: Discussion, **given: Unpack[Description]) -> Discussion:
    """Say who it is about; what is not given stays.  ``representative=None`` takes it away."""
    return replaced(discussion, **given)


def choosing(discussion: Discussion, option: str, *, chosen: bool) -> Discussion:
    """Take an option among those to go through, or out of them; its reason to leave out goes."""
    rest = tuple(each for each in discussion.options if each != option)
    left_out = tuple(each for each in discussion.left_out if each.option != option)
    return replaced(discussion, options=(*rest, option) if chosen else rest, left_out=left_out)


def leaving_out(discussion: Discussion, option: str, reason: str) -> Discussion:
    """Say why a usual option is not gone through; an empty reason takes it back."""
    rest = tuple(each for each in discussion.left_out if each.option != option)
    entry = (LeftOut(option=option, reason=reason),) if reason.strip() else ()
    return replaced(discussion, left_out=(*rest, *entry))


def expecting(discussion: Discussion, expectation: Expectation) -> Discussion:
    """Note what the patient expects; an empty expectation takes it back."""
    rest = tuple(each for each in discussion.expectations if each.theme != expectation.theme)
    said = expectation.words.strip() or expectation.score is not None
    return replaced(
        discussion,
        expectations=(*rest, expectation) if said else rest,
        expect_skipped=discussion.expect_skipped and not said,
    )


def skipping_expect(discussion: Discussion, *, skipped: bool) -> Discussion:
    """Note that the patient would rather not say what they expect."""
    return replaced(discussion, expect_skipped=skipped)


def marking(
    discussion: Discussion, topic: str, state: MarkState, *, when: dt.datetime, wish: str = ""
) -> Discussion:
    """Mark a topic (its key) as discussed, or as set aside by the patient's wish."""
    mark = Mark(topic=topic, state=state, when=when, wish=wish)
    return replaced(discussion, marks=(*unmarking(discussion, topic).marks, mark))


def unmarking(discussion: Discussion, topic: str) -> Discussion:
    """Take a mark back."""
    return replaced(
        discussion, marks=tuple(each for each in discussion.marks if each.topic != topic)
    )


def opening(discussion: Discussion, topic: Topic, *, when: dt.datetime) -> Discussion:
    """Open a closed topic, with the patient's agreement.

    One about length of life opens all of its concept, unless the patient declines to hear of it.
    """
    sensitive = topic.closed is Closed.SENSITIVE
    if sensitive and discussion.preferences.prognosis is PrognosisWish.DECLINES:
        return discussion
    if any(each.topic == topic.opens for each in discussion.opened):
        return discussion
    opened = Opened(topic=topic.opens, when=when, sensitive=sensitive)
    return replaced(discussion, opened=(*discussion.opened, opened))


def flagging(discussion: Discussion, topic: str, *, material: bool) -> Discussion:
    """Note that a topic matters to this person (material risk), or no longer."""
    rest = tuple(each for each in discussion.material if each != topic)
    return replaced(discussion, material=(*rest, topic) if material else rest)


def asking(discussion: Discussion, question: QuestionAsked) -> Discussion:
    """Write down a question, or change the one of the same id; without text and answer it goes."""
    rest = [each for each in discussion.questions if each.id != question.id]
    if not (question.text.strip() or question.answer.strip()):
        return replaced(discussion, questions=tuple(rest))
    places = [each.id for each in discussion.questions]
    rest.insert(places.index(question.id) if question.id in places else len(rest), question)
    return replaced(discussion, questions=tuple(rest))


def wishing(discussion: Discussion, wish: PrognosisWish | None, *, when: dt.datetime) -> Discussion:
    """Note whether the patient wants to hear about length of life; what was wished before stays.

    Who declines is shown no more of it: what was opened is shut again.
    """
    if wish is discussion.preferences.prognosis:
        return discussion
    declines = wish is PrognosisWish.DECLINES
    changed = (WishChange(wish=wish, when=when),) if wish is not None else ()
    return replaced(
        discussion,
        preferences=replaced(discussion.preferences, prognosis=wish),
        wish_history=(*discussion.wish_history, *changed),
        opened=tuple(each for each in discussion.opened if not (declines and each.sensitive)),
    )


def preferring(discussion: Discussion, numbers: NumberView) -> Discussion:
    """Note how the patient likes to see numbers."""
    return replaced(discussion, numbers=numbers)


def seeing_numbers(discussion: Discussion) -> Discussion:
    """Note that a number was shown: what the patient expected before is settled from now on."""
    return replaced(discussion, numbers_seen=True)


def leaning(discussion: Discussion, leaning: Leaning | None, *, after: bool) -> Discussion:
    """Note what the patient leans to, before or ``after`` all was said; None takes it back."""
    if after:
        return replaced(discussion, leaning_after=leaning)
    return replaced(discussion, leaning_before=leaning)


def looking_ahead(discussion: Discussion, glance: Glance) -> Discussion:
    """Note that best and worst case, or the days, with an option were looked at."""
    if glance in discussion.glances:
        return discussion
    return replaced(discussion, looked_ahead=True, glances=(*discussion.glances, glance))


def comparing(discussion: Discussion) -> Discussion:
    """Note that the options were looked at side by side."""
    return replaced(discussion, compared=True)


def selecting(discussion: Discussion, comparison: Comparison) -> Discussion:
    """Choose which options and rows stand side by side."""
    return replaced(discussion, comparison=comparison)


def weighing(discussion: Discussion, answer: ValueAnswer, *, when: dt.datetime) -> Discussion:
    """Note how much something matters to the patient; the same words are not kept twice."""
    place = (answer.statement, answer.text)
    before = {(each.statement, each.text): each for each in discussion.values}
    told = before.get(place)
    values = {**before, place: answer}
    changed = told is None or told.importance is not answer.importance
    return replaced(
        discussion,
        values=tuple(values.values()),
        value_history=_told(discussion, answer.text, answer.importance, when)
        if changed
        else discussion.value_history,
    )


def unweighing(
    discussion: Discussion, statement: str, text: str, *, when: dt.datetime
) -> Discussion:
    """Take back what was said of a statement (its id), or of the patient's own words (``text``)."""
    rest = tuple(
        each for each in discussion.values if (each.statement, each.text) != (statement, text)
    )
    if rest == discussion.values:
        return discussion
    return replaced(discussion, values=rest, value_history=_told(discussion, text, None, when))


def _told(
    discussion: Discussion, text: str, importance: Importance | None, when: dt.datetime
) -> tuple[ValueChange, ...]:
    return (
        *discussion.value_history,
        ValueChange(text=text, importance=importance, when=when),
    )


def saying_back(
    discussion: Discussion, item: str, said: Said, *, when: dt.datetime, words: str = ""
) -> Discussion:
    """Note how far the patient said something back; asked again counts up."""
    before = next((each for each in discussion.teach_back if each.item == item), None)
    rest = tuple(each for each in discussion.teach_back if each.item != item)
    times = 1 if before is None else before.times + (before.said is not said)
    entry = TeachBack(item=item, said=said, words=words, times=times, when=when)
    return replaced(discussion, teach_back=(*rest, entry))


def answering(
    discussion: Discussion, question: str, choice: str, *, right: bool, when: dt.datetime
) -> Discussion:
    """Note an answer in the knowledge check; asked again counts up."""
    before = next((each for each in discussion.knowledge if each.question == question), None)
    rest = tuple(each for each in discussion.knowledge if each.question != question)
    times = 1 if before is None else before.times + (before.choice != choice)
    entry = KnowledgeAnswer(question=question, choice=choice, right=right, times=times, when=when)
    return replaced(discussion, knowledge=(*rest, entry))


def answering_sure(discussion: Discussion, answers: SureAnswers, *, again: bool) -> Discussion:
    """Note the answers to the four plain questions, asked on deciding or ``again`` on signing."""
    if again:
        return replaced(discussion, sure_again=answers)
    return replaced(discussion, sure=answers)


def deciding(discussion: Discussion, decision: Decision | None) -> Discussion:
    """Write down the decision; None takes it back."""
    return replaced(discussion, decision=decision)


def permitting(discussion: Discussion, permission: Permission) -> Discussion:
    """Note the answer to a separate permission."""
    rest = tuple(each for each in discussion.permissions if each.id != permission.id)
    return replaced(discussion, permissions=(*rest, permission))


def going_to(discussion: Discussion, step: str) -> Discussion:
    """Turn to a step; where one is is part of the draft."""
    return replaced(discussion, step=step)
