"""What may lie ahead, on the patient's screen: the clinician's words, and nothing that is shut."""

import pytest

from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import MarkState
from spinecounsel.viewing.ahead import Looking
from spinecounsel.viewing.patient_ahead import patient_ahead
from tests.helpers.clock import START
from tests.helpers.talks import begun, described

OPTION = "surgery-decompression"


def ahead(sitting, looking, option=OPTION):
    return patient_ahead(sitting.pack, sitting.discussion, sitting.agenda, option, looking)


def test_three_stories_come_with_the_caution_that_nobody_counted_them_together():
    shown = ahead(described(), Looking.CASES)
    assert [column.title for column in shown.columns] == ["Best case", "Most likely", "Worst case"]
    assert "No study counted them all at once." in shown.caution
    best, _, worst = (
        next(told for told in column.told if told.title == "Any problem within 30 days")
        for column in shown.columns
    )
    assert "49 in 100" in best.sentences[0]
    assert "51 in 100" in worst.sentences[0]


@pytest.mark.parametrize("looking", Looking)
def test_every_number_says_who_was_studied_when_and_how_sure(looking):
    columns = ahead(described(), looking).columns
    counted = [told for column in columns for told in column.told if told.title]
    assert counted
    for told in counted:
        assert told.studied.startswith("Studied: ")
        assert "Time span: " in told.studied
        assert "How sure: " in told.studied


def test_what_several_arms_share_is_said_once():
    columns = ahead(described(), Looking.DAYS, "radiotherapy-conventional").columns
    pain = next(told for column in columns for told in column.told if told.title == "Less pain")
    assert len(pain.sentences) > 1
    assert pain.studied.count("Time span: 3 months.") == 1
    assert pain.studied.endswith("How sure: moderate.")


def test_the_days_say_where_nothing_is_known():
    shown = ahead(described(), Looking.DAYS)
    visits = next(column for column in shown.columns if column.title == "Visits")
    assert [told.sentences for told in visits.told] == [("Not known",)]


@pytest.mark.parametrize("looking", Looking)
def test_what_was_set_aside_is_in_no_column(looking):
    sitting = described()
    topic = next(each for each in sitting.agenda.topics if each.title == "Days in hospital")
    before = ahead(sitting, looking)
    sitting.change(moves.marking, topic.key, MarkState.SET_ASIDE, when=START)
    after = ahead(sitting, looking)
    assert before != after
    assert "Days in hospital" not in {told.title for each in after.columns for told in each.told}


def test_there_is_nothing_before_the_clinician_looks_and_no_story_without_numbers():
    assert ahead(described(), "") is None
    shown = ahead(described(), Looking.CASES, "no-treatment")
    assert shown.columns == ()
    assert "So there is no story to tell." in shown.caution
    assert shown.red_flag
    assert ahead(begun(), Looking.CASES) is None
