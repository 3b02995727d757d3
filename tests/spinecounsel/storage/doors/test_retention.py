import datetime as dt

import pytest

from tests.spinecounsel.storage.conftest import NOON

TODAY = dt.date(2026, 11, 26)


@pytest.fixture
def vault(shelf, entry):
    vault = shelf.create()
    for ident, day in (("old", "2006-11-25"), ("just", "2006-11-26"), ("new", "2026-11-24")):
        consulted = dt.datetime.fromisoformat(f"{day}T10:00:00+01:00")
        vault.file_record(entry(ident, consulted=consulted), b"%PDF", "seal")
    vault.save_draft(entry("draft", consulted=dt.datetime(1999, 1, 1, tzinfo=dt.UTC)))
    return vault


def test_there_is_no_rule_before_somebody_makes_one(vault):
    assert vault.retention.years is None
    assert vault.retention.due(TODAY) == ()


def test_what_is_older_is_due_and_stays_until_somebody_erases_it(vault):
    vault.retention.set_years(20, now=NOON)
    assert vault.retention.years == 20
    due = vault.retention.due(TODAY)
    assert [(each.id, each.sealed) for each in due] == [("draft", False), ("old", True)]
    assert due[1].consulted == dt.date(2006, 11, 25)
    assert vault.record("old").entry.id == "old"
    assert [each.kind for each in vault.events("")][-1] == "time of keeping set"
    vault.retention.set_years(None, now=NOON)
    assert vault.retention.due(TODAY) == ()


def test_on_29_february_the_28th_counts(vault):
    vault.retention.set_years(18, now=NOON)
    assert len(vault.retention.due(dt.date(2024, 2, 29))) == 1
    vault.retention.set_years(1, now=NOON)
    assert len(vault.retention.due(dt.date(2028, 2, 29))) == 4


@pytest.mark.parametrize("years", [0, -1, 201])
def test_a_rule_is_of_1_to_200_years(vault, years):
    with pytest.raises(ValueError, match=str(years)):
        vault.retention.set_years(years, now=NOON)
