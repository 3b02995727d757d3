import pytest

from spinecounsel.document import DocumentKind
from spinecounsel.document.shown import gathered, grouped, shown
from spinecounsel.frozen import replaced
from spinecounsel.record.record import Line
from tests.helpers import records


def test_the_record_shows_every_estimate():
    record = records.given()
    assert shown(record, DocumentKind.RECORD) == tuple(records.estimates(record))


@pytest.mark.parametrize("kind", [DocumentKind.COPY, DocumentKind.LARGE_PRINT])
def test_a_copy_shows_only_what_was_talked_about(kind):
    record = records.given()
    hidden = [each.id for each in records.estimates(record)]
    for each in shown(record, kind):
        hidden.remove(each.id)
    assert hidden == ["stay"]


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
