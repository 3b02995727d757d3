import pytest

from spinecounsel.document.copy_rows import Rows
from spinecounsel.document.copy_sources import Sources
from tests.helpers import records


@pytest.mark.parametrize(
    ("places", "named"),
    [
        ([3], "[3]"),
        ([3, 2], "[2], [3]"),
        ([2, 3, 4], "[2] to [4]"),
        ([1, 3, 4, 5], "[1], [3] to [5]"),
    ],
)
def test_rows_that_follow_one_another_are_named_by_the_first_and_the_last(places, named):
    record = records.given()
    rows = Rows(record)
    by_row = {rows.name(each.id): each for each in records.estimates(record)}
    found = rows.names(by_row[f"[{place}]"] for place in places)
    assert found.replace("\N{NO-BREAK SPACE}", " ") == named


def test_what_is_not_in_the_list_has_no_row():
    assert Rows(records.given()).name("stay") == ""
    assert not Rows(records.given(options=()))


def test_places_in_one_paper_are_told_apart_by_letters():
    sources = Sources()
    said = ("A. Lancet. 2005 (Abstract)", "B. 2011", "A. Lancet. 2005 (Table 2 (3 people))")
    assert [sources.number(each) for each in said] == ["1", "2", "1b"]
    assert sources.number(said[0]) == "1"
