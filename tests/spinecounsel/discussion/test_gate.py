"""The program's reason: no order of actions leads to consent before everything was explained."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinecounsel.case.case import Case
from spinecounsel.content.model import TumourClass
from spinecounsel.discussion import gate, moves
from spinecounsel.discussion.agenda import TopicKind
from spinecounsel.discussion.decision import Consent, Decision, Postponement
from spinecounsel.discussion.discussion import MarkState
from spinecounsel.errors import NotYet, SignatureMissing
from tests.helpers.clock import START
from tests.helpers.talks import (
    METASTASIS,
    PATIENT,
    begun,
    decided,
    described,
    gone_through,
    mark,
    signatures,
)

NEEDED = (TopicKind.ABOUT, TopicKind.BENEFIT, TopicKind.RISK, TopicKind.ALTERNATIVES)
CHOICES = ("observation", "no-treatment", "corticosteroids", "palliative-care")
SHORT = {
    "case": Case(tumour_class=TumourClass.PRIMARY_BONE, levels=("T4",)),
    "options": CHOICES[:2],
}


def test_consent_after_everything_was_explained():
    sitting = decided()
    assert sitting.missing == ()
    assert sitting.finish(signatures(sitting)).decision.consent is Consent.PROVIDED


@pytest.mark.parametrize("kind", NEEDED)
def test_one_topic_short_is_not_enough(kind):
    sitting = decided()
    topic = next(t for t in sitting.agenda.topics if t.kind is kind and t.required)
    sitting.change(moves.unmarking, topic.key)
    with pytest.raises(NotYet) as refused:
        sitting.finish(signatures(sitting))
    assert refused.value.step == "walk"


def test_what_the_patient_sets_aside_is_enough_and_is_kept():
    sitting = decided()
    topic = next(t for t in sitting.agenda.topics if t.kind is TopicKind.RISK)
    sitting.change(
        moves.marking, topic.key, MarkState.SET_ASIDE, when=START, wish="I would rather not know"
    )
    record = sitting.finish(signatures(sitting))
    (kept,) = [t for option in record.options for t in option.topics if t.key == topic.key]
    assert (kept.state, kept.wish) == ("set aside", "I would rather not know")


def test_a_usual_option_is_not_left_out_in_silence():
    sitting = decided()
    sitting.change(moves.leaving_out, sitting.discussion.left_out[0].option, "")
    with pytest.raises(NotYet, match="without a reason"):
        sitting.finish(signatures(sitting))


def test_an_option_added_late_has_to_be_explained_too():
    sitting = decided()
    sitting.change(moves.choosing, "chemotherapy", chosen=True)
    assert {each.step for each in sitting.missing} == {"walk"}


def test_a_case_that_changes_takes_the_marks_with_it():
    sitting = decided()
    sitting.change(moves.describing, case=Case(tumour_class=TumourClass.INTRAMEDULLARY))
    assert "walk" in {each.step for each in sitting.missing}


@pytest.mark.parametrize(
    "decision",
    [
        Decision(consent=Consent.REFUSED, reason="Too much for me"),
        Decision(consent=Consent.POSTPONED, postponement=Postponement.MORE_TIME),
    ],
)
def test_a_refusal_or_more_time_needs_no_gate_and_says_what_was_not_discussed(decision):
    sitting = described()
    sitting.change(moves.deciding, decision)
    record = sitting.finish(signatures(sitting))
    states = {topic.state for option in record.options for topic in option.topics}
    assert "not discussed" in states
    assert "benefits and the risks" not in " ".join(record.statements)


ACTIONS = st.one_of(
    st.tuples(st.just("choose"), st.sampled_from(CHOICES), st.booleans()),
    st.tuples(st.just("mark"), st.integers(0, 60), st.sampled_from(list(MarkState))),
    st.tuples(st.just("unmark"), st.integers(0, 60), st.none()),
    st.tuples(st.just("open"), st.integers(0, 60), st.none()),
    st.tuples(st.just("reason"), st.none(), st.none()),
    st.tuples(st.just("mark all"), st.none(), st.none()),
    st.tuples(st.just("case"), st.sampled_from([*TumourClass, None]), st.none()),
    st.tuples(st.just("decide"), st.sampled_from(CHOICES), st.none()),
    st.tuples(st.just("undo"), st.none(), st.none()),
)


def give_reasons(sitting):
    for option in gate.usual_without_reason(sitting.discussion, sitting.applicable):
        sitting.change(moves.leaving_out, option, "Another day")


def mark_all(sitting):
    for each in sitting.agenda.topics:
        mark(sitting, each)


def play(sitting, action):
    """Let one action of ``ACTIONS`` happen."""
    verb, what, how = action
    topics = sitting.agenda.topics
    topic = topics[(what if isinstance(what, int) else 0) % len(topics)]
    consent = Decision(consent=Consent.PROVIDED, options=(str(what),))
    {
        "choose": lambda: sitting.change(moves.choosing, what, chosen=how),
        "mark": lambda: mark(sitting, topic, how),
        "unmark": lambda: sitting.change(moves.unmarking, topic.key),
        "open": lambda: topic.opens and sitting.change(moves.opening, topic, when=START),
        "reason": lambda: give_reasons(sitting),
        "mark all": lambda: mark_all(sitting),
        "case": lambda: sitting.change(moves.describing, case=Case(tumour_class=what)),
        "decide": lambda: sitting.change(moves.deciding, consent),
        "undo": sitting.undo,
    }[verb]()


def explained(sitting):
    """Said again, in other words than the gate's own: may consent be sealed now?"""
    said = sitting.discussion
    marked = {each.topic for each in said.marks}
    if said.decision is None or not said.options or said.decision.options[0] not in said.options:
        return False
    open_ones = [
        topic
        for chapter in sitting.agenda.chapters
        for topic in chapter.topics
        if chapter.option in said.options and topic.kind in NEEDED
        if topic.closed != "may not fit" and topic.key not in marked
    ]
    if open_ones:
        return False
    reasons = {each.option for each in said.left_out}
    usual = {option for option in sitting.applicable.options if sitting.applicable.is_usual(option)}
    return usual <= reasons | set(said.options)


@settings(max_examples=150)
@given(st.booleans(), st.lists(ACTIONS, max_size=12))
def test_no_order_of_actions_passes_the_gate_early(from_the_start, actions):
    sitting = nothing_said() if from_the_start else decided(options=CHOICES)
    for action in actions:
        play(sitting, action)
        try:
            sitting.finish(signatures(sitting))
        except NotYet:
            continue
        assert explained(sitting)


def nothing_said():
    sitting = begun()
    sitting.change(moves.describing, patient=PATIENT)
    return sitting


def test_the_property_can_be_met():
    sitting = gone_through(**SHORT)
    for action in (("decide", "observation", None),):
        play(sitting, action)
    assert explained(sitting)
    assert sitting.finish(signatures(sitting))


def test_signatures_alone_are_not_enough():
    sitting = described()
    with pytest.raises(NotYet):
        sitting.finish(signatures(sitting))
    with pytest.raises(SignatureMissing):
        decided(case=METASTASIS).finish(())
