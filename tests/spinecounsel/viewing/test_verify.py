"""What the page of checked files says."""

import pytest

from spinecounsel.record.codec import encode
from spinecounsel.sealing.verdict import Seen
from spinecounsel.viewing.verify import Checked, decided_in, verify_view
from tests.helpers import records


def checked(state, **facts):
    return Checked(name="file.pdf", state=str(state), reason="For a reason.", **facts)


def test_each_state_has_a_word_of_its_own_and_each_verdict_a_mark():
    view = verify_view(tuple(checked(state) for state in Seen), waiting=0)
    assert len({row.mark for row in view.rows}) == len(Seen) - 1  # two are no verdict
    assert [row.word for row in view.rows] == [
        "As it was sealed",
        "Changed",
        "Not to be relied on",
        "No sealed document of SpineCounsel",
        "Could not be read",
    ]


def test_only_of_a_file_as_sealed_it_says_what_it_is():
    facts = {"number": "N-1", "kind": "large-print"}
    view = verify_view((checked("as sealed", **facts), checked("changed", **facts)), waiting=0)
    assert view.rows[0].facts == (
        ("Document", "The patient’s copy in large print"),
        ("Record number", "N-1"),
    )
    assert view.rows[1].facts == ()


@pytest.mark.parametrize(
    ("record", "document"),
    [
        (records.given, "Consent record: Consent given"),
        (records.refused, "Consent record: Refused"),
        (records.postponed, "Consent record: Decision waits"),
    ],
)
def test_it_says_what_the_record_says_was_decided(record, document):
    decided = decided_in(encode(record()))
    view = verify_view((checked("as sealed", kind="record", decided=decided),), waiting=0)
    assert view.rows[0].facts == (("Document", document),)


@pytest.mark.parametrize("inside", [None, b"", b"{}", b"no record"])
def test_where_no_record_can_be_read_nothing_is_said_of_a_decision(inside):
    assert decided_in(inside) == ""


@pytest.mark.parametrize(
    ("states", "waiting", "status"),
    [
        ((), 0, ""),
        ((), 2, "Checking 2 files ..."),
        (("changed",), 1, "Checking 1 file ..."),
        (("as sealed",), 0, "1 file was checked: it is as it was sealed."),
        (("as sealed",) * 2, 0, "2 files were checked: all are as they were sealed."),
        (("not ours",), 0, "1 file was looked at: it is no sealed document of SpineCounsel."),
        (("not read",), 0, "1 file could not be read."),
        (("not trusted",), 0, "1 file was checked: this computer does not rely on who sealed it."),
        (
            ("not ours", "changed"),
            0,
            "2 files: 1 changed, 1 no sealed document of SpineCounsel.",
        ),
        (
            ("as sealed", "changed", "not trusted", "as sealed", "not read"),
            0,
            "5 files: 1 changed, 1 not to be relied on, 1 could not be read, 2 as sealed.",
        ),
    ],
)
def test_it_says_how_far_it_is(states, waiting, status):
    view = verify_view(tuple(checked(state) for state in states), waiting=waiting)
    assert view.status == status
