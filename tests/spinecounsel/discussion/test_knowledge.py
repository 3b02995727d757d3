import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinecounsel.case.case import Case
from spinecounsel.case.relevance import speaks_of
from spinecounsel.content.frequency import frequency
from spinecounsel.content.model import TumourClass
from spinecounsel.discussion import moves
from spinecounsel.discussion.agenda import Closed
from spinecounsel.discussion.decision import Consent, Decision
from spinecounsel.discussion.discussion import MarkState
from spinecounsel.discussion.knowledge import (
    CUTS,
    NEAR,
    NOT_SURE,
    explaining_topic,
    knowledge_questions,
    leaned_option,
)
from spinecounsel.discussion.values import Leaning
from tests.helpers.clock import START
from tests.helpers.packs import shipped_pack
from tests.helpers.reading import grade
from tests.helpers.talks import METASTASIS, OPTIONS, described, gone_through, mark

SURGERY, RADIOTHERAPY, RADIOSURGERY, NOTHING = OPTIONS
EVERY = tuple(option.id for option in shipped_pack().options)


def asked(sitting):
    return knowledge_questions(sitting.pack, sitting.discussion, sitting.agenda)


def lean(sitting, option, *, after=True):
    sitting.change(moves.leaning, Leaning(options=(option,), when=START), after=after)


def topic_of(sitting, question):
    found = sitting.agenda.topic(question.topic)
    assert found is not None
    return found


def test_nothing_is_asked_before_anything_was_discussed():
    assert asked(described()) == ()


def test_numbers_of_the_option_leaned_to_and_the_choice_itself_are_asked():
    sitting = gone_through()
    lean(sitting, RADIOTHERAPY)
    found = asked(sitting)
    kinds = [str(topic_of(sitting, each).kind) for each in found]
    assert kinds == ["benefit", "risk", "alternatives", "alternatives", "benefit"]
    assert {topic_of(sitting, each).option for each in found} == {RADIOTHERAPY}
    assert all(each.choices[-1][0] == NOT_SURE != each.right for each in found)
    assert all(each.right in dict(each.choices) for each in found)


def test_what_matters_to_the_patient_is_asked_first_and_an_answered_question_stays():
    sitting = gone_through()
    lean(sitting, SURGERY)
    wound = next(each for each in sitting.agenda.topics if each.title == "Wound infection")
    sitting.change(moves.flagging, wound.key, material=True)
    question = asked(sitting)[0]
    assert question.topic == wound.key
    sitting.change(moves.answering, question.key, NOT_SURE, right=False, when=START)
    sitting.change(moves.flagging, wound.key, material=False)
    lean(sitting, RADIOTHERAPY)
    assert question in asked(sitting)
    mark(sitting, wound, MarkState.SET_ASIDE)
    assert question not in asked(sitting)


def test_what_belongs_together_is_explained_together():
    sitting = gone_through()
    lean(sitting, RADIOTHERAPY)
    question = asked(sitting)[0]
    shown = topic_of(sitting, question).shown
    assert len(shown) > 1
    assert all(sitting.pack.estimates[each].plain in question.explanation for each in shown)


@pytest.mark.parametrize("count", range(1, 100))
def test_every_number_lies_clearly_in_one_band(count):
    assert any(all(abs(count - end) >= NEAR for end in cuts) for cuts in CUTS)


def test_the_last_word_on_what_the_patient_leans_to_counts():
    sitting = described()
    assert leaned_option(sitting.discussion) == SURGERY
    sitting.change(moves.deciding, Decision(consent=Consent.PROVIDED, options=(NOTHING,)))
    assert leaned_option(sitting.discussion) == NOTHING
    lean(sitting, RADIOTHERAPY, after=False)
    assert leaned_option(sitting.discussion) == RADIOTHERAPY
    sitting.change(moves.leaning, Leaning(when=START), after=True)
    assert leaned_option(sitting.discussion) == RADIOTHERAPY
    lean(sitting, RADIOSURGERY)
    assert leaned_option(sitting.discussion) == RADIOSURGERY
    sitting.change(moves.choosing, RADIOSURGERY, chosen=False)
    assert leaned_option(sitting.discussion) == RADIOTHERAPY


def test_each_item_of_the_teach_back_leads_to_the_card_that_explains_it():
    sitting = described()
    lean(sitting, RADIOTHERAPY, after=False)

    def led_to(item):
        key = explaining_topic(sitting.discussion, sitting.agenda, item)
        topic = sitting.agenda.topic(key)
        return (topic.option, str(topic.kind)) if topic else key

    assert led_to("good") == (RADIOTHERAPY, "benefit")
    assert led_to("bad") == (RADIOTHERAPY, "risk")
    assert led_to("nothing") == (NOTHING, "risk")
    sitting.change(moves.choosing, NOTHING, chosen=False)
    assert led_to("nothing") == ("illness", "course")
    assert (led_to("options"), led_to("help")) == ("", "")


def test_no_item_leads_to_a_card_that_is_closed_or_set_aside():
    sitting = described(options=(SURGERY,))
    for topic in sitting.agenda.topics:
        if topic.kind == "benefit" and topic.closed is None:
            mark(sitting, topic, MarkState.SET_ASIDE)
    found = sitting.agenda.topic(explaining_topic(sitting.discussion, sitting.agenda, "good"))
    assert (found.option, str(found.kind)) == (SURGERY, "about")


@settings(max_examples=30, deadline=None)
@given(
    own=st.sampled_from([*TumourClass, None]),
    options=st.lists(st.sampled_from(EVERY), min_size=1, max_size=3, unique=True),
    rolls=st.randoms(use_true_random=False),
)
def test_no_question_comes_from_what_the_patient_has_not_heard(own, options, rolls):
    """Closed, set aside, not discussed, of another tumour class, or about length of life."""
    case = METASTASIS if own is TumourClass.METASTATIC else Case(tumour_class=own)
    sitting = described(case=case, options=tuple(options))
    for topic in sitting.agenda.topics:
        state = rolls.choice([MarkState.DISCUSSED, MarkState.SET_ASIDE, None])
        if topic.closed and rolls.random() < 0.5:
            sitting.change(moves.opening, topic, when=START)
        if state:
            mark(sitting, topic, state)
    for option in options:
        lean(sitting, option)
        states = {each.topic: each.state for each in sitting.discussion.marks}
        for question in asked(sitting):
            topic = topic_of(sitting, question)
            estimates = [sitting.pack.estimates[each] for each in topic.shown]
            assert topic.closed is None
            assert states[topic.key] is MarkState.DISCUSSED
            assert all(speaks_of(each.tumour_class, own) for each in estimates)
            assert not any(sitting.pack.concept(each.concept).sensitive for each in estimates)
            assert grade(question.explanation) <= 8
            assert grade(question.text) <= 8


def test_the_right_band_holds_the_number_for_every_estimate_that_can_be_asked():
    for own in TumourClass:
        sitting = described(case=Case(tumour_class=own), options=EVERY)
        for topic in sitting.agenda.topics:
            if topic.closed is Closed.MAY_NOT_FIT:
                sitting.change(moves.opening, topic, when=START)
        for topic in sitting.agenda.topics:
            mark(sitting, topic)
        for option in EVERY:
            lean(sitting, option)
            for question in asked(sitting):
                assert grade(question.text) <= 8
                topic = topic_of(sitting, question)
                if "100 people" in question.text:
                    words = dict(question.choices)[question.right]
                    assert any(
                        holds(words, frequency(sitting.pack.estimates[each]))
                        for each in topic.estimates
                        if sitting.pack.estimates[each].title in question.text
                    ), question


def holds(words, found):
    """Whether a count lies in a band, read from its words."""
    if found is None:
        return False
    match words.split():
        case ["Fewer", "than", n]:
            return found.count < int(n)
        case ["More", "than", n]:
            return found.count > int(n)
        case [first, "to", last]:
            return int(first) <= found.count <= int(last)
    return False
