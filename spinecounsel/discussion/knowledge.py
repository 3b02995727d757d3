"""The knowledge check: a few questions made only from what was discussed, and what explains them.

It looks at how well it was explained, not at the patient: nothing is added up.  The key of a
question carries a digest of its words, so an answer counts only for exactly what was asked.
"""

import hashlib
from collections.abc import Iterable

from spinecounsel.content.frequency import frequency
from spinecounsel.content.model import NO_TREATMENT, ContentPack, Estimate, Role
from spinecounsel.discussion.agenda import ILLNESS, Agenda, Topic, TopicKind
from spinecounsel.discussion.discussion import Discussion, MarkState
from spinecounsel.discussion.gate import marks_of
from spinecounsel.frozen import Frozen
from spinecounsel.wording import say

YES, NO, NOT_SURE = "yes", "no", "not-sure"
CUTS = ((25, 50, 75), (10, 35, 60))
"""Where one band of people ends and the next begins; no number is near an end of both."""

NEAR = 5  # people: nearer to the end of a band than this, a number is not clearly in it
PAIR = 2  # numbers that two sentences tell


class KnowledgeQuestion(Frozen, frozen=True, kw_only=True):
    """A question with its choices (key and words); ``topic`` is the card that explains it.

    ``right`` is the key of the choice that is so, ``explanation`` the sentences to say again.
    """

    key: str
    text: str
    choices: tuple[tuple[str, str], ...]
    right: str
    topic: str
    explanation: str


def leaned_option(discussion: Discussion) -> str:
    """Give the option that the patient leans to as far as is known, else the first; may be empty.

    What was said last counts: after all was gone through, before it, the decision.
    """
    leanings = (discussion.leaning_after, discussion.leaning_before, discussion.decision)
    said = [option for each in leanings if each for option in each.options]
    return next((each for each in (*said, *discussion.options) if each in discussion.options), "")


def explaining_topic(discussion: Discussion, agenda: Agenda, item: str) -> str:
    """Give the key of the topic that explains an item of the teach-back; empty where none does.

    What is closed, or set aside by the patient's wish, is never led to.
    """
    leaned = leaned_option(discussion)
    aside = {each.topic for each in discussion.marks if each.state is MarkState.SET_ASIDE}
    open_ones = [
        topic for topic in agenda.topics if topic.closed is None and topic.key not in aside
    ]
    wanted = {
        "good": ((leaned, (TopicKind.BENEFIT, TopicKind.ABOUT)),),
        "bad": ((leaned, (TopicKind.RISK, TopicKind.ABOUT)),),
        "nothing": (
            (NO_TREATMENT, (TopicKind.COURSE, TopicKind.RISK, TopicKind.ABOUT)),
            (ILLNESS, (TopicKind.COURSE, TopicKind.ABOUT)),
        ),
    }.get(item, ())
    found = (
        topic.key
        for option, kinds in wanted
        for kind in kinds
        for topic in open_ones
        if topic.option == option and topic.kind is kind
    )
    return next(found, "")


def knowledge_questions(
    pack: ContentPack, discussion: Discussion, agenda: Agenda
) -> tuple[KnowledgeQuestion, ...]:
    """Give the questions: on two numbers of the option leaned to, and on the choice itself.

    Those that were answered stay as long as their topic does, whatever the patient leans to now.
    None is made from a topic that is closed, set aside or not discussed, or about length of life.
    """
    states = {key: mark.state for key, mark in marks_of(discussion).items()}
    told = [
        topic
        for topic in agenda.topics
        if topic.closed is None and states.get(topic.key) is MarkState.DISCUSSED
    ]
    counted = [
        (topic, question)
        for topic in told
        if topic.estimates and not _is_sensitive(pack, topic)
        for question in _on_number(pack, topic)
    ]
    answered = {each.question for each in discussion.knowledge}
    first = tuple(_first_ones(discussion, counted, answered))
    wanted = {question.key for _, question in first} | answered
    numbers = [question for _, question in counted if question.key in wanted]
    return (
        *numbers,
        *_on_choosing(discussion, told),
        *_on_certainty([topic for topic, _ in (*first, *counted)]),
    )


def _first_ones(
    discussion: Discussion,
    counted: list[tuple[Topic, KnowledgeQuestion]],
    answered: set[str],
) -> Iterable[tuple[Topic, KnowledgeQuestion]]:
    """Give one benefit and one risk.

    An answered one comes first, then what matters to the patient, then people who are like them,
    then what few sentences explain.
    """
    leaned = leaned_option(discussion)
    for kind in (TopicKind.BENEFIT, TopicKind.RISK):
        mine = [each for each in counted if each[0].option == leaned and each[0].kind is kind]
        mine.sort(
            key=lambda each: (
                each[1].key not in answered,
                each[0].key not in discussion.material,
                bool(each[0].words),
                len(each[0].shown) > PAIR,
            )
        )
        yield from mine[:1]


def _on_number(pack: ContentPack, topic: Topic) -> Iterable[KnowledgeQuestion]:
    own = _own_estimates(pack, topic)
    if not own:
        return
    counts = [found.count for each in own if (found := frequency(each)) is not None]
    cuts = next(each for each in CUTS if all(abs(counts[0] - end) >= NEAR for end in each))
    bands = {sum(count > end for end in cuts) for count in counts}
    if len(bands) > 1:  # studies differ: two answers would be right
        return
    estimate = own[0]
    yield _question(
        topic,
        text=say(
            "{what}. We told you how many that was. How many was it, out of 100 people?",
            what=_titled(pack.option(topic.option).short_name, estimate.title),
        ),
        choices=tuple((str(n), words) for n, words in enumerate(_bands(*cuts))),
        right=str(bands.pop()),
        # what belongs together is only shown together
        explanation=" ".join(pack.estimates[ident].plain for ident in topic.shown),
    )


def _titled(option: str, title: str) -> str:
    """Give the title with the option before it, unless it names it."""
    if option.casefold() in title.casefold():
        return say("“{title}”", title=title)
    return say("{option}: “{title}”", option=option, title=title)


def _is_sensitive(pack: ContentPack, topic: Topic) -> bool:
    concepts = {topic.concept, *(pack.estimates[ident].concept for ident in topic.shown)}
    return any(pack.concept(each).sensitive for each in concepts)


def _own_estimates(pack: ContentPack, topic: Topic) -> tuple[Estimate, ...]:
    """Give the estimates of the topic's own option with a share of 100 people."""
    if topic.option == ILLNESS or topic.kind not in {TopicKind.BENEFIT, TopicKind.RISK}:
        return ()
    own = {topic.option, pack.option(topic.option).part_of}
    return tuple(
        each
        for each in (pack.estimates[ident] for ident in topic.estimates)
        if each.option in own
        and each.role in {Role.TREATMENT, Role.ALONE}
        and TopicKind(str(each.kind)) is topic.kind
        and _is_clear(each)
    )


def _is_clear(estimate: Estimate) -> bool:
    """Whether it counts people, out of 100, and neither none of them nor all."""
    percent = estimate.percent
    counts_people = estimate.unit == "people" and estimate.denominator == 100
    return counts_people and percent is not None and 0 < percent < 100


def _bands(low: int, middle: int, high: int) -> tuple[str, ...]:
    return (
        say("Fewer than {n}", n=low),
        say("{first} to {last}", first=low, last=middle),
        say("{first} to {last}", first=middle + 1, last=high),
        say("More than {n}", n=high),
    )


def _on_choosing(discussion: Discussion, told: list[Topic]) -> Iterable[KnowledgeQuestion]:
    """Ask what the card on other options says: there is a choice, and it stays open."""
    cards = [topic for topic in told if topic.kind is TopicKind.ALTERNATIVES]
    leaned = leaned_option(discussion)
    card = next((each for each in cards if each.option == leaned), next(iter(cards), None))
    if card is None:
        return
    yield _question(
        card,
        text=say("May you change your mind after you sign?"),
        choices=_yes_or_no(),
        right=YES,
        explanation=say("You can change your mind at any time, also after you sign."),
    )
    yield _question(
        card,
        text=say("May you also choose to have no treatment?"),
        choices=_yes_or_no(),
        right=YES,
        explanation=say("You may choose another option, a combination, or none."),
    )


def _on_certainty(counted: list[Topic]) -> Iterable[KnowledgeQuestion]:
    for topic in counted[:1]:
        yield _question(
            topic,
            text=say("Do the numbers say for sure how it will go for you?"),
            choices=_yes_or_no(),
            right=NO,
            explanation=say(
                "The numbers come from groups of people. Nobody can know how it will go for one "
                "person."
            ),
        )


def _yes_or_no() -> tuple[tuple[str, str], ...]:
    return ((YES, say("Yes")), (NO, say("No")))


def _question(
    topic: Topic,
    *,
    text: str,
    choices: tuple[tuple[str, str], ...],
    right: str,
    explanation: str,
) -> KnowledgeQuestion:
    """Give a question whose last choice is that one is not sure."""
    every = (*choices, (NOT_SURE, say("I am not sure")))
    words = [text, right, explanation, *(part for choice in every for part in choice)]
    digest = hashlib.sha256("\x00".join(words).encode()).hexdigest()[:12]
    return KnowledgeQuestion(
        key=f"knowledge/{digest}",
        text=text,
        choices=every,
        right=right,
        topic=topic.key,
        explanation=explanation,
    )
