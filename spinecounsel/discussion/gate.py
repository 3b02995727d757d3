"""The gate: nobody consents before benefits, risks and other options have been explained.

The seed's last rule, and the reason for this program: before agreeing to any plan, a person has
been told of its possible benefits and risks and whether other options may be considered.  The rule
is kept for every option that was discussed, topic by topic; what the patient would rather not hear
is set aside by their wish, and that wish is recorded.
"""

from collections.abc import Iterable

from spinecounsel.case.relevance import Applicable
from spinecounsel.discussion.agenda import Agenda, Topic, TopicKind
from spinecounsel.discussion.discussion import Discussion, Mark
from spinecounsel.errors import NotYet
from spinecounsel.wording import say, say_count


def marks_of(discussion: Discussion) -> dict[str, Mark]:
    """Give the marks by topic key."""
    return {mark.topic: mark for mark in discussion.marks}


def open_topics(discussion: Discussion, agenda: Agenda) -> tuple[Topic, ...]:
    """Give the topics that the gate asks for and that are not marked yet."""
    marked = marks_of(discussion)
    return tuple(topic for topic in agenda.topics if topic.required and topic.key not in marked)


def usual_without_reason(discussion: Discussion, fits: Applicable) -> tuple[str, ...]:
    """Give the usual options that are neither gone through nor left out with a reason."""
    settled = {*discussion.options, *(each.option for each in discussion.left_out)}
    return tuple(
        option for option in fits.options if fits.is_usual(option) and option not in settled
    )


def missing(discussion: Discussion, agenda: Agenda, fits: Applicable) -> tuple[NotYet, ...]:
    """Give everything that stands between this discussion and consent, in the order of the steps.

    Empty only when consent may be given: at least one option was gone through, each usual one was
    or has a reason, and every benefit, every risk and the other options are marked.
    """
    return tuple(_missing(discussion, agenda, fits))


def _missing(discussion: Discussion, agenda: Agenda, fits: Applicable) -> Iterable[NotYet]:
    if not discussion.options:
        yield NotYet("options", say("Choose at least one option to go through."))
    unexplained = usual_without_reason(discussion, fits)
    if unexplained:
        yield NotYet(
            "options",
            say_count(
                "{n} usual option is left out without a reason.",
                "{n} usual options are left out without a reason.",
                len(unexplained),
            ),
        )
    open_ones = open_topics(discussion, agenda)
    for kind in TopicKind:
        count = sum(topic.kind is kind for topic in open_ones)
        if count:
            yield NotYet("walk", _not_yet(kind, count))


def _not_yet(kind: TopicKind, count: int) -> str:
    """Say how many topics of a kind are open; how the illness goes is never asked for."""
    if kind is TopicKind.ABOUT:
        return say_count(
            "{n} option is not explained yet.", "{n} options are not explained yet.", count
        )
    if kind is TopicKind.BENEFIT:
        return say_count(
            "{n} benefit is not discussed yet.", "{n} benefits are not discussed yet.", count
        )
    if kind is TopicKind.RISK:
        return say_count(
            "{n} risk is not discussed yet.", "{n} risks are not discussed yet.", count
        )
    if kind is TopicKind.NOT_KNOWN:
        return say_count(
            "For {n} option, what is not known has not been said yet.",
            "For {n} options, what is not known has not been said yet.",
            count,
        )
    return say_count(
        "For {n} option, the other options have not been named yet.",
        "For {n} options, the other options have not been named yet.",
        count,
    )
