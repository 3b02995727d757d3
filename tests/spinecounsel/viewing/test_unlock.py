"""The first page says what it is for, and nothing of patients."""

import pytest

from spinecounsel.viewing.unlock import Way, unlock_view, waiting


@pytest.mark.parametrize(
    ("way", "title"),
    [
        (Way.CREATE, "Make the vault for this computer"),
        (Way.UNLOCK, "Locked"),
        (Way.RECOVER, "Open it with the recovery code"),
        (Way.CHANGE, "Choose a passphrase of your own"),
        (Way.CLOSED, "The vault cannot be opened"),
        (Way.MISSING, "The vault is missing"),
    ],
)
def test_the_title_says_what_the_page_is_for(way, title):
    assert unlock_view(way).title == title


def test_a_kept_draft_is_said_when_locked():
    assert unlock_view(Way.UNLOCK, draft_kept=True).sentence == (
        "One open consultation. Its draft is saved."
    )
    assert "passphrase" in unlock_view(Way.UNLOCK).sentence


@pytest.mark.parametrize(("seconds", "shown"), [(0.0, 0), (0.1, 1), (1.0, 1), (7.9, 8)])
def test_a_wait_is_never_shown_too_short(seconds, shown):
    assert unlock_view(Way.UNLOCK, seconds_to_wait=seconds).seconds_to_wait == shown


def test_one_second_is_no_plural():
    assert (waiting(1), waiting(2)) == ("Next try in 1 second.", "Next try in 2 seconds.")


TWO = (("a", "Ada"), ("b", "Nora"))


def test_who_it_is_is_asked_only_where_there_is_a_choice():
    assert unlock_view(Way.UNLOCK, people=TWO[:1]).people == ()
    assert "person" not in unlock_view(Way.UNLOCK, people=TWO[:1]).asked
    for way in (Way.UNLOCK, Way.RECOVER):
        view = unlock_view(way, people=TWO)
        assert view.people == TWO
        assert "person" in view.asked
    for way in (Way.CREATE, Way.CHANGE, Way.CLOSED):
        assert unlock_view(way, people=TWO).people == ()


def test_the_digits_are_asked_for_at_the_lock_only():
    assert "code" in unlock_view(Way.UNLOCK, asks_code=True).asked
    assert "code" not in unlock_view(Way.RECOVER, asks_code=True).asked


def test_a_backup_is_offered_where_there_is_no_vault_that_opens():
    for way in (Way.CREATE, Way.CLOSED, Way.MISSING):
        assert unlock_view(way).may_restore
    assert not unlock_view(Way.UNLOCK).may_restore
    assert unlock_view(Way.UNLOCK, is_spoilt=True).may_restore


def test_a_missing_vault_is_looked_for_and_a_new_one_stands_behind_a_link():
    view = unlock_view(Way.MISSING, folder="/srv/vaults")
    assert (view.action, view.asked, view.may_begin) == ("Look again", frozenset(), True)
    assert "/srv/vaults" in view.sentence
    assert unlock_view(Way.CREATE, folder="/srv/vaults").back == "Back"
    assert unlock_view(Way.CREATE).back == "", "a first start"


def test_the_recovery_code_is_offered_where_there_is_one():
    assert unlock_view(Way.UNLOCK, has_code=True).may_recover
    assert not unlock_view(Way.UNLOCK).may_recover
    assert not unlock_view(Way.CREATE, has_code=True).may_recover
