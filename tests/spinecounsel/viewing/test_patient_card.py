"""The card on the patient's screen: both sides of a number, and nothing that is for clinicians."""

from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import MarkState
from spinecounsel.discussion.people import NumberView
from spinecounsel.viewing.patient_card import PatientCard, patient_card
from spinecounsel.wording import say
from tests.helpers.clock import START
from tests.helpers.talks import described

SITTING = described()


def card(topic, sitting=SITTING):
    return patient_card(sitting.pack, sitting.discussion, sitting.agenda, topic)


def titled(title, sitting=SITTING):
    return next(topic for topic in sitting.agenda.topics if topic.title == title)


def test_a_number_comes_with_its_other_side_who_when_and_how_sure():
    shown = card(titled("Any problem within 30 days"))
    (block,) = shown.blocks
    (each,) = block.estimates
    assert (each.number, each.rest) == ("51", "49")
    assert [fact.label for fact in block.facts] == ["Who", "When", "How sure"]
    assert (shown.kind_word, shown.option) == (
        "Risk",
        "Surgery to free the spinal cord (decompression)",
    )


def test_sources_cautions_and_technical_reasons_stay_with_the_clinician():
    for topic in SITTING.agenda.topics:
        for block in card(topic).blocks:
            assert block.cautions == block.sources == ()
            for fact in block.facts:
                assert fact.label != say("In the study")
                for said in fact.said:
                    assert not (said.level and said.text)


def test_how_sure_is_said_once_where_only_the_reasons_differ():
    (block,) = card(titled("Can walk at 8 weeks, one treatment")).blocks
    sure = block.facts[-1]
    assert [(said.of, said.level) for said in sure.said] == [("", "moderate")]


def test_words_have_their_headings():
    about = next(topic for topic in SITTING.agenda.topics if "decompression/about" in topic.key)
    assert card(about).parts[0].heading == "What it is for"


def test_of_a_shut_topic_nothing_is_told_not_even_its_title():
    shut = [topic for topic in SITTING.agenda.topics if topic.closed]
    assert shut
    for topic in shut:
        assert card(topic) == PatientCard(shut="This part stays shut unless you wish to see it.")


def test_nor_of_one_that_was_set_aside():
    sitting = described()
    topic = titled("Wound infection", sitting)
    sitting.change(moves.marking, topic.key, MarkState.SET_ASIDE, when=START, wish="No germs")
    assert card(topic, sitting) == PatientCard(shut="You would rather not know this. That is fine.")


def test_the_way_to_see_numbers_is_the_patient_s():
    sitting = described()
    sitting.change(moves.preferring, NumberView.BAR)
    assert card(titled("Wound infection", sitting), sitting).numbers == "bar"


def test_the_illness_itself_has_a_name_too():
    first = SITTING.agenda.chapters[0]
    assert card(first.topics[0]).option == first.title
