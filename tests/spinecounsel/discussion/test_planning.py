import pytest

from spinecounsel.case.case import Case, Walking
from spinecounsel.content.model import SEEN, PatientView, TumourClass
from spinecounsel.discussion import moves
from spinecounsel.discussion.agenda import ILLNESS, Closed, TopicKind
from spinecounsel.discussion.people import Preferences, PrognosisWish
from spinecounsel.frozen import replaced
from tests.helpers.packs import shipped_pack
from tests.helpers.talks import METASTASIS, begun, described

PACK = shipped_pack()
ALL = tuple(option.id for option in PACK.options)


def agenda_of(case, options=ALL):
    sitting = begun()
    sitting.change(moves.describing, case=case)
    for option in options:
        sitting.change(moves.choosing, option, chosen=True)
    return sitting.agenda


@pytest.mark.parametrize("own", [*TumourClass, None])
def test_every_estimate_that_a_patient_may_see_is_on_the_agenda(own):
    case = replaced(METASTASIS, tumour_class=own) if own == "metastatic" else Case(tumour_class=own)
    agenda = agenda_of(case)
    shown = {ident for topic in agenda.topics for ident in topic.shown}
    assert all(PACK.estimates[ident].patient_view in SEEN for ident in shown)
    for ident in shown:
        estimate = PACK.estimates[ident]
        if estimate.patient_view is PatientView.ONLY_AS_PAIR and estimate.pair:
            assert estimate.pair in shown


def test_a_pair_stands_in_one_topic_side_by_side():
    for topic in agenda_of(METASTASIS).topics:
        for place, ident in enumerate(topic.estimates):
            pair = PACK.estimates[ident].pair
            if pair and PACK.estimates[ident].patient_view is PatientView.ONLY_AS_PAIR:
                assert abs(topic.estimates.index(pair) - place) == 1, topic


def test_the_trial_never_stands_without_the_study_that_found_no_gain():
    told = replaced(METASTASIS, present=("not-radiosensitive",))
    (topic,) = [
        topic
        for topic in agenda_of(told, ("surgery-decompression",)).topics
        if "walk-after-decompression-plus-radiotherapy" in topic.estimates
    ]
    assert {"rt-conv-patchell-walk", "walk-matched-surgery-plus-radiotherapy"} <= set(
        topic.estimates
    )
    assert topic.closed is None
    assert topic.required


def test_every_option_has_its_aim_and_its_alternatives():
    agenda = agenda_of(METASTASIS)
    assert {chapter.option for chapter in agenda.chapters} == {ILLNESS, *ALL}
    for chapter in agenda.chapters[1:]:
        kinds = [topic.kind for topic in chapter.topics]
        assert kinds[0] is TopicKind.ABOUT
        assert kinds[-1] is TopicKind.ALTERNATIVES
        assert kinds == sorted(kinds, key=list(TopicKind).index)


def test_a_risk_that_nobody_counted_is_said_aloud():
    agenda = agenda_of(METASTASIS, ("surgery-decompression",))
    uncounted = [
        topic for topic in agenda.topics if topic.kind is TopicKind.RISK and not topic.estimates
    ]
    assert uncounted
    assert all("known" in topic.sentences[0].text for topic in uncounted)
    assert all(topic.required for topic in uncounted)


def test_length_of_life_is_shut_until_opened_and_then_open_everywhere():
    sitting = described()
    shut = [topic for topic in sitting.agenda.topics if topic.closed is Closed.SENSITIVE]
    assert {topic.concept for topic in shut} == {"treatment-death", "survival"}
    of_death = [topic for topic in shut if topic.concept == "treatment-death"]
    titles = [topic.title for topic in of_death if topic.option == "surgery-decompression"]
    assert titles == ["Risk to life (1)", "Risk to life (2)"], "a shut one is not named by its own"
    sitting.change(moves.opening, of_death[0], when=sitting.discussion.started)
    now = [topic for topic in sitting.agenda.topics if topic.concept == "treatment-death"]
    assert {topic.key for topic in now} == {topic.key for topic in of_death}
    assert any(topic.title.startswith("Dying") for topic in now)
    assert all(topic.closed is None for topic in now)
    assert any(topic.closed for topic in sitting.agenda.topics if topic.concept == "survival")


def test_numbers_of_people_who_may_differ_are_shut_and_not_asked_for():
    shut = [topic for topic in described().agenda.topics if topic.closed is Closed.MAY_NOT_FIT]
    assert shut
    assert all(topic.words and not topic.required for topic in shut)


def test_a_fact_about_length_of_life_waits_for_the_wish():
    sitting = described()
    texts = {s.text for topic in sitting.agenda.topics for s in topic.sentences}
    hidden = [
        fact.text
        for fact in PACK.option("surgery-decompression").fact
        if fact.sensitive and "metastatic" in fact.tumour_class
    ]
    assert hidden
    assert not texts & set(hidden)
    wishes = Preferences(prognosis=PrognosisWish.WANTS)
    sitting.change(moves.describing, preferences=wishes)
    texts = {s.text for topic in sitting.agenda.topics for s in topic.sentences}
    assert set(hidden) <= texts


def test_a_mark_counts_only_for_the_words_that_were_shown():
    bone = Case(tumour_class=TumourClass.PRIMARY_BONE)
    about = {
        case.tumour_class: agenda_of(case, ("no-treatment",)).chapters[1].topics[0].key
        for case in (METASTASIS, bone, replaced(METASTASIS, histology="breast"))
    }
    keys = [topic.key for topic in agenda_of(METASTASIS).topics]
    assert about[TumourClass.METASTATIC] != about[TumourClass.PRIMARY_BONE]
    assert about[TumourClass.METASTATIC] in keys
    assert len(keys) == len(set(keys))


def test_another_option_beside_it_makes_the_alternatives_new():
    sitting = described()
    (before,) = [t.key for t in sitting.agenda.chapters[1].topics if t.kind == "alternatives"]
    sitting.change(moves.choosing, "chemotherapy", chosen=True)
    (after,) = [t.key for t in sitting.agenda.chapters[1].topics if t.kind == "alternatives"]
    assert before != after


def test_separation_surgery_speaks_by_the_studies_of_freeing_the_cord():
    topics = agenda_of(METASTASIS, ("separation-surgery",)).chapters[1].topics
    assert any(topic.kind is TopicKind.RISK and topic.estimates for topic in topics)


def test_an_unknown_class_is_said_aloud():
    (topic,) = [
        topic
        for topic in agenda_of(Case(), ("radiosurgery",)).topics
        if topic.kind is TopicKind.NOT_KNOWN
    ]
    assert "Not known yet" in topic.sentences[0].text


def test_that_nobody_counted_deaths_is_said_only_once_such_things_are_open():
    asked = "Could I die from the radiation?"

    def is_said(sitting):
        said = [each for topic in sitting.agenda.topics for each in topic.sentences]
        return asked in [each.label for each in said]

    sitting = described(options=("surgery-decompression", "radiotherapy-conventional"))
    assert not is_said(sitting)
    (shut, *_) = [each for each in sitting.agenda.topics if each.concept == "treatment-death"]
    sitting.change(moves.opening, shut, when=sitting.discussion.started)
    assert is_said(sitting)


def said_of(agenda):
    return {each.label for topic in agenda.topics for each in topic.sentences}


def test_what_is_not_known_is_said_to_those_whom_it_concerns():
    case = Case(tumour_class=TumourClass.INTRADURAL_EXTRAMEDULLARY)
    schwannoma = "Will a schwannoma come back?"
    for histology, told in (("meningioma", False), ("nerve-sheath-tumour", True), ("", True)):
        agenda = agenda_of(replaced(case, histology=histology), ("surgery-resection",))
        assert (schwannoma in said_of(agenda)) is told
    for walking, told in ((Walking.ALONE, False), (Walking.CANNOT, True), (None, True)):
        agenda = agenda_of(replaced(METASTASIS, walking=walking), ("rehabilitation",))
        assert any(each.startswith("I cannot walk now") for each in said_of(agenda)) is told


def test_walking_again_is_no_matter_for_who_walks():
    for walking, told in ((Walking.ALONE, False), (Walking.CANNOT, True), (None, True)):
        case = replaced(METASTASIS, walking=walking)
        agenda = agenda_of(case, ("radiotherapy-conventional",))
        assert any(topic.concept == "walk-regained" for topic in agenda.topics) is told


def test_a_way_on_is_named_to_those_whom_it_concerns_and_not_with_what_is_not_usual_here():
    case = Case(
        tumour_class=TumourClass.INTRADURAL_EXTRAMEDULLARY, histology="meningioma", symptoms=False
    )
    watched = said_of(agenda_of(case, ("observation",)))
    assert "Watch first, treat later" in watched
    assert "Small schwannoma: watch, operate if it grows large" not in watched
    operated = said_of(agenda_of(case, ("surgery-resection",)))
    assert "Surgery, then radiotherapy" in operated
    assert "Surgery, then chemotherapy" not in operated
    both = said_of(agenda_of(case, ("surgery-resection", "chemotherapy")))
    assert "Surgery, then chemotherapy" in both
