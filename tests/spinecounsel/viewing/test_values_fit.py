import pytest

from spinecounsel.discussion import moves
from spinecounsel.discussion.agenda import Closed
from spinecounsel.discussion.discussion import MarkState
from spinecounsel.discussion.values import Importance, ValueAnswer
from spinecounsel.viewing.values_fit import fit_columns
from tests.helpers.clock import START
from tests.helpers.talks import OPTIONS, described, mark


@pytest.fixture
def sitting():
    return described()


def weigh(sitting, statement, importance=Importance.VERY):
    text = next(each.text for each in sitting.pack.value_statements if each.id == statement)
    answer = ValueAnswer(statement=statement, text=text, importance=importance)
    sitting.change(moves.weighing, answer, when=START)


def seen(sitting):
    return fit_columns(sitting.pack, sitting.discussion, sitting.agenda)


def cell(sitting, statement, option):
    column = next(each for each in seen(sitting) if each.key == statement)
    return column.cells[OPTIONS.index(option)]


def topic_of(sitting, estimate):
    return next(
        each for each in sitting.agenda.topics if each.estimates and each.estimates[0] == estimate
    )


def test_columns_are_what_matters_the_most_first_and_rows_the_options(sitting):
    weigh(sitting, "walk", Importance.SOMEWHAT)
    weigh(sitting, "pain")
    weigh(sitting, "home", Importance.NOT)
    columns = seen(sitting)
    assert [(each.key, each.importance) for each in columns] == [
        ("pain", "A lot"),
        ("walk", "Some"),
    ]
    assert len(columns[0].cells) == len(OPTIONS)


def test_own_words_that_are_tied_get_a_column_like_any_other(sitting):
    tied = ValueAnswer(text="My dog", importance=Importance.VERY, concepts=("walk-after",))
    weigh(sitting, "walk", Importance.SOMEWHAT)
    sitting.change(moves.weighing, tied, when=START)
    own, walk = seen(sitting)
    assert (own.key, own.title, own.importance) == ("own.0", "“My dog”", "A lot")
    place = OPTIONS.index("radiotherapy-conventional")
    walking = {each.estimate for each in walk.cells[place].lines}
    assert {each.estimate for each in own.cells[place].lines} == walking != set()


def test_own_words_that_are_tied_to_nothing_get_no_column(sitting):
    free = ValueAnswer(text="My dog", importance=Importance.VERY)
    sitting.change(moves.weighing, free, when=START)
    assert seen(sitting) == ()


def test_every_line_names_its_card_of_the_walk(sitting):
    weigh(sitting, "walk")
    weigh(sitting, "pain")
    lines = [line for column in seen(sitting) for each in column.cells for line in each.lines]
    assert len(lines) > 10
    for line in lines:
        topic = sitting.agenda.topic(line.topic)
        assert line.estimate in topic.shown


def test_a_number_stands_with_its_outcome_time_span_and_people(sitting):
    weigh(sitting, "strength")
    line = cell(sitting, "strength", "no-treatment").lines[0]
    assert (line.kind, line.number) == ("risk", "**36** of 100 people")
    assert line.text == "Lost strength while waiting"
    assert "4 days" in line.span
    assert line.studied.startswith("Studied: ")
    assert line.sure.startswith("How sure: moderate (")


def test_a_fact_without_a_share_is_said_in_its_sentence(sitting):
    weigh(sitting, "home")
    line = cell(sitting, "home", "surgery-decompression").lines[0]
    assert line.number == ""
    assert "**7** days or less" in line.text


def test_nobody_among_few_is_said_as_it_was_counted(sitting):
    weigh(sitting, "walk")
    numbers = [each.number for each in cell(sitting, "walk", "radiotherapy-conventional").lines]
    assert "**none of 38 people**" in numbers


def test_what_may_only_be_shown_together_is_together(sitting):
    weigh(sitting, "walk")
    lines = cell(sitting, "walk", "radiotherapy-conventional").lines
    beside = {each.estimate: each.beside for each in lines}
    assert beside["rt-conv-walk-no-steroid"] == ""
    assert beside["steroid-walk-after-treatment"] == "Steroids"
    assert beside["steroid-serious-harm-high-dose"] == "Steroids"


def test_what_has_a_row_of_its_own_is_not_said_twice(sitting):
    weigh(sitting, "pain")
    conventional = {each.estimate for each in cell(sitting, "pain", OPTIONS[1]).lines}
    surgical = {each.estimate for each in cell(sitting, "pain", OPTIONS[2]).lines}
    assert "rt-conv-pain-3mo-overall" in conventional
    assert "srs-pain-3mo-overall" in surgical - conventional


def test_not_known_is_said_aloud(sitting):
    weigh(sitting, "walk")
    found = cell(sitting, "walk", "no-treatment")
    assert found.lines == ()
    assert [each.text for each in found.notes] == ["Not known"]


def test_length_of_life_stays_closed_until_it_is_opened(sitting):
    weigh(sitting, "no-operation")
    before = cell(sitting, "no-operation", OPTIONS[0])
    assert [each.mark for each in before.notes] == ["lock"]
    assert not any("death" in each.text.lower() for each in before.lines)
    topic = topic_of(sitting, "death-30-days-aospine")
    assert topic.closed is Closed.SENSITIVE
    sitting.change(moves.opening, topic, when=START)
    after = cell(sitting, "no-operation", OPTIONS[0])
    assert "death-30-days-aospine" in {each.estimate for each in after.lines}


def test_people_who_may_differ_are_named_and_nothing_is_borrowed_from_them(sitting):
    weigh(sitting, "walk")
    found = cell(sitting, "walk", "surgery-decompression")
    assert found.lines == ()
    assert [each.text for each in found.notes] == ["Known only for people who may differ from you"]


def test_what_was_set_aside_stays_aside(sitting):
    weigh(sitting, "once")
    mark(sitting, topic_of(sitting, "reoperation-metastases"), MarkState.SET_ASIDE)
    found = cell(sitting, "once", "surgery-decompression")
    assert found.lines == ()
    assert [each.text for each in found.notes] == ["Set aside, as you wished"]
