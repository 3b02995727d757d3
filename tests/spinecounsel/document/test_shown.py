import pytest

from spinecounsel.document import DocumentKind
from spinecounsel.document.shown import gathered, grouped, shown
from spinecounsel.frozen import replaced
from spinecounsel.record.record import Line
from tests.helpers import records


def test_the_record_shows_every_estimate():
    record = records.given()
    every = {each.id: each for each in reversed(records.estimates(record))}
    found = shown(record, DocumentKind.RECORD)
    assert sorted(each.id for each in found) == sorted(every)
    assert all(each == every[each.id] for each in found)


def test_of_what_a_record_told_before_only_a_new_company_is_told():
    """The arms of a study may only be shown together."""
    record = records.given()
    first, second = records.estimates(record)[1:3]
    alone = replaced(first, pair="")
    chapters = [
        replaced(option, topics=(replaced(option.topics[0], estimates=estimates),))
        for option, estimates in zip(
            record.options, ((alone,), (first, second), (second, first)), strict=False
        )
    ]
    told = shown(records.given(options=tuple(chapters)), DocumentKind.RECORD)
    assert told == (alone, first, second)


@pytest.mark.parametrize("kind", [DocumentKind.COPY, DocumentKind.LARGE_PRINT])
def test_a_copy_shows_only_what_was_talked_about(kind):
    record = records.given()
    found = [each.id for each in shown(record, kind)]
    assert {each.id for each in records.estimates(record)} - set(found) == {"stay"}


@pytest.mark.parametrize("kind", [DocumentKind.COPY, DocumentKind.LARGE_PRINT])
def test_a_copy_shows_what_two_options_share_once_where_it_comes_first(kind):
    found = [each.id for each in shown(records.given(), kind)]
    assert len(found) == len(set(found))
    assert found[:3] == ["pressure", "walk-surgery", "walk-radiation"]


def test_the_letter_shows_none():
    assert shown(records.given(), DocumentKind.LETTER) == ()


def test_the_arms_of_a_study_come_together():
    first, second = records.estimates(records.given())[1:3]
    between = replaced(first, id="between", pair="")
    assert grouped((first, between, second)) == ((first, second), (between,))


def test_lines_without_a_label_follow_the_one_before():
    lines = (
        Line(label="Goes with", text="Steroids"),
        Line(label="", text="Surgery"),
        Line(label="What happens", text="A cut is made."),
        Line(label="", text="Bone is taken away."),
    )
    assert [each.text for each in gathered(lines)] == [
        "Steroids; Surgery",
        "A cut is made. Bone is taken away.",
    ]
