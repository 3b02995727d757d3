"""The library groups what the vault lists and says when nothing was found."""

import datetime as dt

from spinecounsel.frozen import replaced
from spinecounsel.viewing.library import Filter, Listed, library_view

NOW = dt.datetime(2026, 11, 24, 10, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))


def listed(ident: str, *, days: int, status: str) -> Listed:
    return Listed(
        id=ident,
        name=f"Patient {ident}",
        number=f"N-{ident}",
        born=dt.date(1958, 3, 14),
        consulted=NOW - dt.timedelta(days=days),
        status=status,
        options=("Radiosurgery", "Watching"),
    )


ALL = (
    listed("a", days=0, status="draft"),
    listed("b", days=5, status="draft"),
    listed("c", days=12, status="provided"),
)


def test_groups_today_drafts_and_finished() -> None:
    view = library_view(ALL, text="", chosen=Filter.EVERYTHING, now=NOW)
    assert [(group.title, [row.id for row in group.rows]) for group in view.groups] == [
        ("Today", ["a"]),
        ("Drafts to take up again", ["b"]),
        ("Finished", ["c"]),
    ]
    assert view.groups[0].rows[0].when == "Today, 10:30"
    assert view.groups[1].rows[0].ago == "5 days ago"
    assert view.groups[2].rows[0].facts == "N-c · born 14 March 1958"


def test_filter_keeps_counts_of_all() -> None:
    view = library_view(ALL, text="", chosen=Filter.FINISHED, now=NOW)
    assert [row.id for group in view.groups for row in group.rows] == ["c"]
    assert {each: count for each, _, count in view.counts} == {
        Filter.EVERYTHING: 3,
        Filter.TODAY: 1,
        Filter.DRAFTS: 2,
        Filter.FINISHED: 1,
    }


def test_today_is_judged_in_the_rooms_zone() -> None:
    late = dt.datetime(2026, 11, 23, 23, 30, tzinfo=dt.UTC)
    one = Listed(id="z", name="", number="", born=None, consulted=late, status="draft", options=())
    view = library_view((one,), text="", chosen=Filter.TODAY, now=NOW)
    assert [row.when for group in view.groups for row in group.rows] == ["Today, 00:30"]


def test_a_line_whose_time_the_room_cannot_show_does_not_stop_the_list() -> None:
    """At the edge of what a date can be, no zone takes it over."""
    first = dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=14)))
    last = dt.datetime(9999, 12, 31, 23, 59, tzinfo=dt.timezone(dt.timedelta(hours=-12)))
    odd = tuple(
        replaced(
            listed(ident, days=0, status="provided"), consulted=when, sealed=when, confirm_after=1
        )
        for ident, when in (("first", first), ("last", last))
    )
    view = library_view((*ALL, *odd), text="", chosen=Filter.EVERYTHING, now=NOW)
    assert [row.id for row in view.groups[2].rows] == ["c", "first", "last"]
    assert [row.when for row in view.groups[2].rows[1:]] == ["1 January 1", "31 December 9999"]


def test_nothing_found_is_said() -> None:
    assert library_view((), text="xyz", chosen=Filter.EVERYTHING, now=NOW).found.startswith(
        "0 found"
    )


def test_a_draft_that_replaces_a_record_says_so_and_only_who_may_prepare_changes_it() -> None:
    draft = replaced(ALL[1], replaces=True)
    for may_prepare in (True, False):
        view = library_view(
            (draft,), text="", chosen=Filter.EVERYTHING, now=NOW, may_prepare=may_prepare
        )
        (row,) = view.groups[0].rows
        assert row.status_text == "Draft, replaces a record"
        assert row.may_change is may_prepare
    assert view.groups[0].title == "Drafts"


def test_a_consent_is_to_be_talked_through_again_unless_something_graver_was_added() -> None:
    def again(days: int, *later: str) -> str:
        one = listed("c", days=days, status="provided")
        one = replaced(one, sealed=one.consulted, confirm_after=60, later=later)
        view = library_view((one,), text="", chosen=Filter.EVERYTHING, now=NOW)
        return view.groups[0].rows[0].again

    assert again(60) == ""
    words = "Signed 61 days ago; this clinic asks to talk it through again after 60 days."
    assert again(61) == again(61, "addendum") == words
    assert again(61, "withdrawal") == again(61, "supersession") == ""
