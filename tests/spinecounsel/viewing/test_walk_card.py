import datetime as dt

import pytest

from spinecounsel.case.case import Case
from spinecounsel.content.model import TumourClass
from spinecounsel.discussion import moves
from spinecounsel.discussion.agenda import Closed, TopicKind
from spinecounsel.discussion.discussion import MarkState, QuestionAsked
from spinecounsel.discussion.people import NumberView, PrognosisWish
from spinecounsel.discussion.values import Expectation
from spinecounsel.viewing.walk_card import CardState, card_view
from tests.helpers.clock import START
from tests.helpers.packs import shipped_pack
from tests.helpers.reading import grade
from tests.helpers.talks import described, mark


@pytest.fixture
def sitting():
    return described()


def seen(sitting, topic):
    return card_view(sitting.pack, sitting.discussion, sitting.agenda.topic(topic.key))


def first_of(sitting, **wanted):
    return next(
        each
        for each in sitting.agenda.topics
        if all(getattr(each, name) == wanted[name] for name in wanted)
    )


def holds_nothing(card):
    return card.blocks == () and card.parts == ()


def test_a_sensitive_topic_is_shut_and_says_what_it_is_and_what_the_patient_wished(sitting):
    topic = first_of(sitting, closed=Closed.SENSITIVE)
    card = seen(sitting, topic)
    assert card.state is CardState.SENSITIVE
    assert holds_nothing(card)
    assert "not asked yet" in card.why[1]
    sitting.change(moves.wishing, PrognosisWish.NOT_NOW, when=START)
    assert "You said: **Not now.**" in seen(sitting, topic).why[1]


def test_the_wish_can_be_changed_where_it_is_shut_and_a_no_is_not_opened(sitting):
    topic = first_of(sitting, closed=Closed.SENSITIVE)
    assert seen(sitting, topic).prognosis.chosen == ""
    for wish in PrognosisWish:
        sitting.change(moves.wishing, wish, when=START)
        card = seen(sitting, topic)
        assert card.prognosis.chosen == wish
        assert card.may_open is (wish is not PrognosisWish.DECLINES)
    assert card.why[2] == "So it stays shut. You can change your answer here, now or later."
    other = first_of(sitting, closed=Closed.MAY_NOT_FIT)
    assert seen(sitting, other).may_open
    assert seen(sitting, other).prognosis is None


def test_numbers_about_dying_say_what_they_cannot_say(sitting):
    for concept, cannot in (
        ("survival", "how long one"),
        ("treatment-death", "will happen to one"),
    ):
        topic = first_of(sitting, closed=Closed.SENSITIVE, concept=concept)
        assert seen(sitting, topic).limits == ""
        sitting.change(moves.opening, topic, when=START)
        limits = seen(sitting, topic).limits
        assert cannot in limits
        assert grade(limits) <= 8
    assert seen(sitting, first_of(sitting, kind=TopicKind.RISK, closed=None)).limits == ""


WALK = Expectation(theme="walking", words=" I hope to walk my dog. ", score=70)


def test_what_the_patient_expected_stands_beside_what_is_known_of_it(sitting):
    topic = first_of(sitting, concept="walk-after", closed=None)
    assert seen(sitting, topic).told == ()
    sitting.change(moves.expecting, WALK)
    (told,) = seen(sitting, topic).told
    assert told.theme == "Walking"
    assert told.sentences == (
        "“I hope to walk my dog.”",
        "70 of 100, where 0 is “I will not walk” and 100 is “I will walk as I like”.",
    )
    sitting.change(moves.expecting, Expectation(theme="walking", score=0))
    (told,) = seen(sitting, topic).told
    assert told.sentences[0].startswith("0 of 100")
    for other in sitting.agenda.topics:
        if other.concept not in themed(sitting, "walking"):
            assert seen(sitting, other).told == ()


def themed(sitting, theme):
    return next(each.concepts for each in sitting.pack.themes if each.id == theme)


def test_what_was_expected_is_not_shown_where_nothing_else_is(sitting):
    sitting.change(moves.expecting, WALK)
    shut = next(
        each
        for each in sitting.agenda.topics
        if each.closed and each.concept in themed(sitting, "walking")
    )
    assert seen(sitting, shut).told == ()
    topic = first_of(sitting, concept="walk-after", closed=None)
    mark(sitting, topic, MarkState.SET_ASIDE)
    assert seen(sitting, topic).told == ()
    sitting.change(moves.unmarking, topic.key)
    sitting.change(moves.skipping_expect, skipped=True)
    assert seen(sitting, topic).told == ()


def test_the_way_of_seeing_numbers_goes_with_every_card(sitting):
    sitting.change(moves.preferring, NumberView.BAR)
    counted = first_of(sitting, kind=TopicKind.RISK, closed=None)
    words = first_of(sitting, kind=TopicKind.ABOUT)
    assert [seen(sitting, each).numbers for each in (counted, words)] == [NumberView.BAR] * 2
    assert [seen(sitting, each).counted for each in (counted, words)] == [True, False]


@pytest.mark.parametrize("tumour_class", list(TumourClass))
def test_every_core_question_without_an_estimate_is_said_to_be_unknown_on_a_card(tumour_class):
    pack = shipped_pack()
    options = tuple(option.id for option in pack.options)
    sitting = described(case=Case(tumour_class=tumour_class), options=options)
    said = {}
    for topic in sitting.agenda.topics:
        if topic.closed is None:
            for part in seen(sitting, topic).parts:
                if part.mark == "not_known":
                    said.setdefault(topic.option, set()).add(part.heading)
    core = {each.id for each in pack.concepts if each.core and not each.sensitive}
    gaps = [
        each
        for each in pack.gaps
        if each.concept in core and {tumour_class, "any"} & set(each.tumour_class)
    ]
    assert gaps
    assert [each.id for each in gaps if each.question not in said.get(each.option, set())] == []


def test_it_opens_together_with_all_of_its_concept(sitting):
    topic = first_of(sitting, closed=Closed.SENSITIVE)
    sitting.change(moves.opening, topic, when=START)
    card = seen(sitting, topic)
    assert card.state is CardState.OPEN
    assert card.blocks or card.parts
    assert card.why == ()


def test_a_topic_of_people_who_may_differ_says_in_what(sitting):
    topic = first_of(sitting, closed=Closed.MAY_NOT_FIT, words=("not-radiosensitive",))
    card = seen(sitting, topic)
    assert card.state is CardState.MAY_NOT_FIT
    assert holds_nothing(card)
    assert "Radiotherapy works poorly on this tumour" in card.why[1]


def test_a_histology_that_is_not_known_has_its_name():
    case = Case(tumour_class=TumourClass.METASTATIC)
    sitting = described(case=case, options=("targeted-therapy", "bone-medicines"))
    topic = next(each for each in sitting.agenda.topics if "prostate" in each.words)
    assert "Prostate cancer" in seen(sitting, topic).why[1]


def test_what_was_set_aside_holds_no_number_but_the_wish_and_a_kind_sentence(sitting):
    topic = first_of(sitting, kind=TopicKind.RISK, closed=None)
    assert not holds_nothing(seen(sitting, topic))
    sitting.change(
        moves.marking, topic.key, MarkState.SET_ASIDE, when=START, wish="It frightens me."
    )
    card = seen(sitting, topic)
    assert card.state is CardState.ASIDE
    assert holds_nothing(card)
    assert (card.wish, card.marked) == ("It frightens me.", "")
    assert not any(letter.isdigit() for sentence in card.why for letter in sentence)


def test_a_mark_says_when(sitting):
    topic = first_of(sitting, kind=TopicKind.RISK, closed=None)
    when = START.replace(hour=10, minute=42)
    sitting.change(moves.marking, topic.key, MarkState.DISCUSSED, when=when)
    assert seen(sitting, topic).marked == "Discussed 10:42"


def test_questions_of_this_topic_only_are_listed(sitting):
    first, second = sitting.agenda.topics[:2]
    for ident, topic in (("a", first), ("b", second)):
        question = QuestionAsked(id=ident, text=f"Why {ident}?", topic=topic.key, when=START)
        sitting.change(moves.asking, question)
    assert [(each.id, each.text) for each in seen(sitting, first).asked] == [("a", "Why a?")]


def test_what_is_not_known_is_a_question_with_its_own_mark(sitting):
    topic = first_of(sitting, kind=TopicKind.NOT_KNOWN)
    card = seen(sitting, topic)
    assert {part.mark for part in card.parts} == {"not_known"}
    assert all(part.heading.endswith("?") for part in card.parts)
    assert any(part.sentences[0].startswith("Not known") for part in card.parts)


def test_sentences_stand_under_headings_with_every_source_and_what_speaks_against_it(sitting):
    topic = first_of(sitting, kind=TopicKind.ABOUT, option="surgery-decompression")
    card = seen(sitting, topic)
    assert card.parts[0].heading == "What it is for"
    told = [sentence for part in card.parts for sentence in part.sentences]
    assert told == [each.text for each in topic.sentences]
    assert all(part.sources for part in card.parts)
    doubts = {each.doubt for each in topic.sentences if each.doubt}
    lines = " ".join(line for part in card.parts for line in part.sources)
    assert doubts
    assert all(f"But: {doubt}" in lines for doubt in doubts)


def test_why_a_card_is_shut_reads_easily(sitting):
    sitting.change(moves.wishing, PrognosisWish.DECLINES, when=START)
    shut = [first_of(sitting, closed=closed) for closed in Closed]
    aside = first_of(sitting, kind=TopicKind.ABOUT)
    mark(sitting, aside, MarkState.SET_ASIDE)
    for topic in (*shut, aside):
        assert grade(" ".join(seen(sitting, topic).why)) <= 8


def test_time_is_written_in_the_zone_of_the_mark(sitting):
    topic = first_of(sitting, kind=TopicKind.ABOUT)
    when = dt.datetime(2026, 11, 24, 23, 5, tzinfo=dt.timezone(dt.timedelta(hours=9)))
    sitting.change(moves.marking, topic.key, MarkState.DISCUSSED, when=when)
    assert seen(sitting, topic).marked == "Discussed 23:05"
