import datetime as dt

import pytest

from spinecounsel.viewing.keeping import (
    HeldThing,
    Keeping,
    erased_words,
    keeping_view,
    read_years,
)

OLD = HeldThing(id="r1", consulted=dt.date(2006, 3, 14), sealed=True)
NEW = HeldThing(id="d1", consulted=dt.date(2026, 11, 24), sealed=False)
NONE = Keeping(years=None, due=(), unfinished=False)
RULED = Keeping(years=20, due=(OLD, OLD), unfinished=False)


def test_the_rule_and_what_is_due_are_said():
    view = keeping_view(NONE, None)
    assert (view.years, view.due, view.has_due) == ("", "", False)
    assert view.rule.startswith("There is no rule")
    view = keeping_view(RULED, None)
    assert view.years == "20"
    assert "kept for 20 years. Nothing is erased by itself." in view.rule
    assert view.due == "2 consultations have been kept for longer, the oldest from 14 March 2006."


def test_what_was_found_is_counted_and_told_by_day_and_number():
    view = keeping_view(NONE, (OLD, NEW))
    assert view.found_words == "1 record, 1 draft."
    assert view.found == (
        ("r1", "Record of 14 March 2006, number r1"),
        ("d1", "Draft of 24 November 2026, number d1"),
    )
    assert "exactly this number: A 1." in keeping_view(NONE, (), "A 1").found_words


def test_an_erasure_that_is_not_finished_is_said():
    assert (
        "not quite finished"
        in keeping_view(Keeping(years=None, due=(), unfinished=True), None).unfinished
    )
    assert keeping_view(NONE, None).unfinished == ""


def test_years_are_read():
    assert [read_years(typed) for typed in ("", " 10 ", "200")] == [None, 10, 200]
    for typed in ("0", "201", "-1", "ten", "1.5", "٣"):
        with pytest.raises(ValueError, match=r".*"):
            read_years(typed)


def test_old_backups_are_spoken_of():
    assert "Backups from before still hold it" in erased_words(1)
    assert erased_words(1, ("a.spinebackup",)).endswith(
        "Beside the vault there lies: a.spinebackup."
    )
