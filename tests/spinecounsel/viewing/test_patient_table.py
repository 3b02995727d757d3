"""A few chosen rows side by side on the patient's screen: all of them, or none."""

from spinecounsel.discussion import moves
from spinecounsel.discussion.discussion import Comparison, MarkState
from spinecounsel.viewing.compare import compare_view
from spinecounsel.viewing.patient_table import MOST_ROWS, patient_row, patient_table
from tests.helpers.clock import START
from tests.helpers.talks import begun, described


def table(*concepts, sitting=None):
    sitting = sitting or described()
    sitting.change(moves.selecting, Comparison(concepts=concepts))
    return patient_table(sitting.pack, sitting.discussion, sitting.agenda)


def test_a_row_says_the_number_what_it_is_of_when_and_who():
    shown = table("complication-any")
    assert shown.options[0] == "Freeing the cord"
    (row,) = shown.rows
    (arm,) = row.cells[0].arms
    assert (arm.number, arm.words, arm.sure) == ("51", "of 100 people", "moderate")
    assert (row.title, row.span) == ("Any problem within 30 days", "30 days")
    assert row.who[0].startswith("Who: people with a history")


def test_an_option_without_a_number_says_so():
    (row,) = table("complication-any").rows
    assert all(cell.note and not cell.arms for cell in row.cells[1:])


def test_numbers_of_one_study_say_that_they_are():
    row = next(each for each in table("tumour-held").rows if each.title.startswith("Tumour near"))
    assert [cell.note for cell in row.cells if cell.arms] == ["Same study", "Same study"]


def test_what_belongs_with_a_number_comes_with_it():
    rows = table("walk-after").rows
    assert rows[-1].across is not None
    assert rows[-1].kind == "risk"


def test_more_rows_than_can_be_read_are_not_shown_in_part():
    assert table("pain-less", "tumour-held", "wound-problem") is None
    assert len(table("tumour-held").rows) <= MOST_ROWS


def test_nothing_is_told_of_what_was_set_aside_or_before_an_option_is_chosen():
    sitting = described()
    topic = next(each for each in sitting.agenda.topics if each.title == "Wound infection")
    sitting.change(moves.marking, topic.key, MarkState.SET_ASIDE, when=START)
    shown = table("wound-problem", sitting=sitting)
    assert shown is None or not any(cell.arms for row in shown.rows for cell in row.cells)
    assert table(sitting=begun()) is None


def test_an_opened_row_has_each_option_with_its_people_or_says_that_nothing_is_known():
    sitting = described()
    view = compare_view(sitting.pack, sitting.discussion, sitting.agenda)
    rows = [row for group in view.groups for row in group.rows]
    assert len(rows) > MOST_ROWS
    key = next(row.key for row in rows if row.title == "Any problem within 30 days")
    shown = patient_row(sitting.pack, sitting.discussion, sitting.agenda, key)
    assert shown.question.endswith("?")
    first, *others = shown.row.cells
    (arm,) = first.arms
    assert (arm.number, arm.filled, arm.out_of, arm.sure) == ("51", 51, 100, "moderate")
    assert arm.framing == "About 49 in 100 people had no such problem."
    assert shown.row.span == "30 days"
    assert shown.row.who
    said = ("Not known", "No number was found")
    assert all(cell.note.startswith(said) and not cell.arms for cell in others)


def test_a_row_that_is_closed_or_no_longer_chosen_is_not_shown():
    sitting = described()
    assert patient_row(sitting.pack, sitting.discussion, sitting.agenda, "") is None
    gone = "not-a-row"
    assert patient_row(sitting.pack, sitting.discussion, sitting.agenda, gone) is None
