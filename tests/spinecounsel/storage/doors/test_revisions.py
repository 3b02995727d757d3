import datetime as dt

import pytest

from spinecounsel.storage import NotInVault
from tests.spinecounsel.storage.conftest import NOON, PASSPHRASE


@pytest.fixture
def vault(shelf):
    return shelf.create()


def at(seconds):
    return NOON + dt.timedelta(seconds=seconds)


@pytest.fixture
def save(vault, entry):
    def saved(seconds, words, ident="c1", **how):
        vault.save_draft(entry(ident, body=words, updated=at(seconds)), **how)

    return saved


def bodies(vault, ident="c1"):
    return [vault.revisions.body(ident, each.number) for each in vault.revisions.of(ident)]


def test_a_state_is_kept_each_minute_with_the_time_at_which_it_was_the_newest(vault, save):
    for seconds, words in ((0, b"one"), (20, b"two"), (59, b"three"), (60, b"four"), (61, b"five")):
        save(seconds, words)
    assert bodies(vault) == [b"three"]
    assert [each.at for each in vault.revisions.of("c1")] == [at(59)]
    save(119, b"six")
    save(120, b"seven")
    assert bodies(vault) == [b"six", b"three"]


def test_a_new_sitting_keeps_what_the_last_one_left(vault, save):
    save(0, b"one")
    vault.draft("c1")
    save(5, b"one")  # taken up, and nothing said yet
    assert bodies(vault) == []
    save(6, b"two")
    save(7, b"three")
    assert bodies(vault) == [b"one"]


def test_so_does_an_opened_vault_and_another_draft(shelf, vault, save, entry):
    save(0, b"one")
    save(1, b"other", ident="c2")
    save(2, b"two")
    assert bodies(vault) == [b"one"]
    vault.close()
    again = shelf.open(PASSPHRASE)
    again.save_draft(entry(body=b"three", updated=at(3)))
    assert bodies(again) == [b"two", b"one"]


def test_a_clock_that_was_set_back_stops_nothing(vault, save):
    save(600, b"one")
    save(0, b"two")
    assert bodies(vault) == [b"one"]


def test_taking_back_can_be_taken_back(vault, save):
    save(0, b"one")
    save(70, b"two")
    save(71, b"wrong")
    save(72, b"one", taking_back=True)
    assert vault.draft("c1").body == b"one"
    assert bodies(vault) == [b"wrong", b"one"]
    save(73, b"wrong", taking_back=True)
    assert bodies(vault) == [b"one", b"wrong", b"one"]
    kinds = [each.kind for each in vault.events("c1")]
    assert kinds == ["draft begun", *["earlier state taken back"] * 2]


def test_they_go_with_their_draft(vault, save, entry):
    for ident in ("c1", "c2", "c3"):
        save(0, b"one", ident=ident)
        save(70, b"two", ident=ident)
        assert bodies(vault, ident) == [b"one"]
    vault.discard_draft("c1", now=NOON)
    vault.file_record(entry("c2"), b"%PDF", "seal")
    assert [vault.revisions.of(ident) for ident in ("c1", "c2")] == [(), ()]
    assert bodies(vault, "c3") == [b"one"]


def test_what_is_not_there_is_said(vault, save):
    save(0, b"one")
    save(70, b"two")
    (kept,) = vault.revisions.of("c1")
    with pytest.raises(NotInVault):
        vault.revisions.body("c2", kept.number)


def test_between_two_times_a_save_asks_nothing_more(shelf, vault, save):
    save(0, b"one")
    asked = []
    vault._store._db.conn.set_trace_callback(asked.append)
    save(30, b"two")
    assert not [each for each in asked if "revision" in each or "FROM draft" in each]
    assert len(asked) > 3
