import datetime as dt
import errno
import itertools
import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from spinecounsel.storage import (
    CannotSave,
    Entry,
    NoLongerDraft,
    NotInVault,
    VaultClosed,
    VaultDamaged,
    WaitFirst,
    WeakPassphrase,
    WrongPassphrase,
    WrongThread,
)
from spinecounsel.storage.database import chain, listing
from tests.spinecounsel.storage.conftest import NOON, PASSPHRASE, Shelf, drafts_of
from tests.spinecounsel.storage.test_opening import alter

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
ZONES = st.integers(-14 * 60, 14 * 60).map(
    lambda minutes: dt.timezone(dt.timedelta(minutes=minutes))
)
MOMENTS = st.datetimes(
    dt.datetime(1900, 1, 2),  # noqa: DTZ001 - the zone is drawn apart
    dt.datetime(2999, 12, 30),  # noqa: DTZ001
    timezones=ZONES,
)
ENTRIES = st.builds(
    Entry,
    id=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40),
    name=TEXT,
    number=TEXT,
    born=st.none() | st.dates(),
    consulted=MOMENTS,
    updated=MOMENTS,
    status=TEXT,
    options=st.lists(TEXT, max_size=4).map(tuple),
    body=st.binary(max_size=9000),
)
NUMBERS = itertools.count()


def new_id(entry):
    return replace(entry, id=f"{next(NUMBERS)} {entry.id}")


@pytest.fixture(scope="module")
def one_vault(tmp_path_factory):
    shelf = Shelf(tmp_path_factory.mktemp("vault"))
    yield shelf.create()
    shelf.close()


@given(entry=ENTRIES.map(new_id))
def test_a_draft_comes_back_as_it_was_saved(one_vault, entry):
    one_vault.save_draft(entry)
    assert one_vault.draft(entry.id) == entry
    assert entry in drafts_of(one_vault)
    (row,) = [row for row in one_vault.search(limit=500) if row.id == entry.id]
    assert not row.sealed
    shown = set(Entry.__struct_fields__) - {"body"}
    assert {name: getattr(entry, name) for name in shown} == {
        name: getattr(row, name) for name in shown
    }
    one_vault.discard_draft(entry.id, now=NOON)
    with pytest.raises(NotInVault):
        one_vault.draft(entry.id)
    assert entry.id not in {row.id for row in one_vault.search(limit=500)}


@given(entry=ENTRIES.map(new_id), document=st.binary(max_size=9000))
def test_a_record_comes_back_byte_for_byte(one_vault, entry, document):
    one_vault.file_record(entry, document, "seal")
    stored = one_vault.record(entry.id)
    assert (stored.entry, stored.document, stored.sha256) == (entry, document, "seal")


def test_half_a_surrogate_pair_is_kept_as_a_replacement(shelf, entry):
    vault = shelf.create()
    vault.save_draft(entry(name="Ann \ud83d", options=("\udc00",)))
    assert vault.draft("c1").name == "Ann \ufffd"


def test_the_newest_draft_of_one_id_is_kept(shelf, entry):
    vault = shelf.create()
    vault.save_draft(entry(body=b"first"))
    vault.save_draft(entry(minutes=1, body=b"second", name="Maria Renamed"))
    assert [draft.body for draft in drafts_of(vault)] == [b"second"]
    assert [row.name for row in vault.search("renamed")] == ["Maria Renamed"]
    assert vault.search("sample") == ()
    vault.close()
    assert shelf.open().draft("c1").body == b"second"


def test_drafts_come_newest_first(shelf, entry):
    vault = shelf.create()
    for ident, minutes in (("b", 1), ("c", 2), ("a", 0)):
        vault.save_draft(entry(ident, minutes=minutes))
    assert [draft.id for draft in drafts_of(vault)] == ["c", "b", "a"]


def test_filing_removes_the_draft_and_leaves_an_event(shelf, entry):
    vault = shelf.create()
    vault.save_draft(entry())
    vault.file_record(entry(minutes=5, status="provided", body=b"sealed"), b"%PDF", "ab" * 32)
    assert drafts_of(vault) == ()
    (row,) = vault.search("maria")
    assert row.sealed
    assert row.status == "provided"
    begun, event = vault.events("c1")
    assert (begun.kind, event.kind) == ("draft begun", "filed")
    assert event.at == NOON + dt.timedelta(minutes=5)
    assert event.payload["seal"] == "ab" * 32
    vault.close()
    stored = shelf.open().record("c1")
    assert (stored.entry.body, stored.document, stored.sha256) == (b"sealed", b"%PDF", "ab" * 32)


def test_a_filed_consultation_takes_no_draft_any_more(shelf, entry):
    vault = shelf.create()
    vault.file_record(entry(), b"%PDF", "seal")
    with pytest.raises(NoLongerDraft, match="already finished"):
        vault.save_draft(entry(body=b"late"))
    assert vault.record("c1").entry.body == entry().body
    assert vault.check().problems == ()


def test_filing_the_very_same_again_is_harmless_anything_else_is_refused(shelf, entry):
    vault = shelf.create()
    vault.file_record(entry(), b"%PDF", "seal")
    vault.file_record(entry(), b"%PDF", "seal")
    assert len(vault.events("c1")) == 1
    for other in ((entry(body=b"x"), b"%PDF", "seal"), (entry(), b"x", "seal")):
        with pytest.raises(NoLongerDraft):
            vault.file_record(*other)
    with pytest.raises(NoLongerDraft):
        vault.file_record(entry(name="Somebody else"), b"%PDF", "seal")
    assert vault.record("c1").document == b"%PDF"


@pytest.mark.parametrize("use", ["draft", "record"])
def test_what_is_not_there_is_a_sentence(shelf, use):
    with pytest.raises(NotInVault, match="not in the vault"):
        getattr(shelf.create(), use)("nothing")


def kinds(vault, ident=""):
    return [(event.kind, event.by == vault.person.id) for event in vault.events(ident)]


def test_the_trail_says_once_a_sitting_who_changed_a_draft_and_not_who_only_opened_it(shelf, entry):
    vault = shelf.create()
    for words in (b"one", b"two", b"three"):
        vault.save_draft(entry(body=words))
    assert kinds(vault, "c1") == [("draft begun", True)]
    vault.draft("c1")
    vault.save_draft(entry(body=b"three"))
    assert len(vault.events("c1")) == 1
    vault.save_draft(entry(body=b"four"))
    vault.save_draft(entry(body=b"five"))
    assert kinds(vault, "c1")[1:] == [("draft changed", True)]


def refuse(*_arguments):
    raise CannotSave("The disk is full.")


def test_a_save_that_failed_noted_nothing_and_the_next_one_does(shelf, entry, monkeypatch):
    vault = shelf.create()
    with monkeypatch.context() as patched:
        patched.setattr(listing, "put", refuse)
        with pytest.raises(CannotSave):
            vault.save_draft(entry(body=b"one"))
    vault.save_draft(entry(body=b"one"))
    assert kinds(vault, "c1") == [("draft begun", True)]


def test_the_lock_is_noted_and_closes_also_where_nothing_can_be_noted(shelf, monkeypatch):
    vault = shelf.create()
    vault.lock(now=NOON)
    again = shelf.open()
    assert ("vault locked", True) in kinds(again)
    with monkeypatch.context() as patched:
        patched.setattr(chain, "appended", refuse)
        again.lock(now=NOON)
    with pytest.raises(VaultClosed):
        again.head  # noqa: B018 - asking is the test
    shelf.open()


def test_only_a_draft_can_be_discarded(shelf, entry):
    vault = shelf.create()
    vault.file_record(entry(), b"%PDF", "seal")
    with pytest.raises(NotInVault):
        vault.discard_draft("c1", now=NOON)
    vault.save_draft(entry("c2"))
    vault.discard_draft("c2", now=NOON)
    assert [event.kind for event in vault.events("c2")] == ["draft begun", "draft discarded"]
    assert [row.id for row in vault.search("maria")] == ["c1"]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE record SET body = x'00'",
        "UPDATE record SET document = x'00'",
        "UPDATE record SET seal = 'other'",
        "UPDATE record SET fields = replace(fields, 'Maria', 'Marta')",
        "UPDATE listing SET fields = replace(fields, 'Maria', 'Marta')",
    ],
)
def test_a_record_changed_behind_the_vaults_back_is_not_given_out(shelf, entry, change):
    from spinecounsel.storage.database.schema import TRIGGERS

    vault = shelf.create()
    vault.file_record(entry(), b"%PDF", "seal")
    vault.close()
    dropped = [f"DROP TRIGGER {name}" for name in ("record_kept", "listing_kept")]
    alter(shelf, *dropped, change, TRIGGERS["record_kept"], TRIGGERS["listing_kept"])
    vault = shelf.open()
    with pytest.raises(VaultDamaged, match="not what was filed"):
        vault.record("c1")
    assert vault.check().problems == ("The record c1 is not what was filed.",)


def test_events_are_kept_in_order(shelf):
    vault = shelf.create()
    for kind in ("opened", "exported", "copy given"):
        vault.append_event("r1", kind, {"to": "Jürgen", "pages": [1, None]}, now=NOON)
    vault.append_event("r2", "opened", {}, now=NOON)
    vault.close()
    events = shelf.open().events("r1")
    assert [event.kind for event in events] == ["opened", "exported", "copy given"]
    assert [event.number for event in events] == [2, 3, 4]
    assert events[0].payload == {"to": "Jürgen", "pages": [1, None]}


def test_confirming_counts_wrong_passphrases_too(shelf):
    vault = shelf.create()
    vault.confirm(PASSPHRASE, now=NOON)
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            vault.confirm("not this one", now=NOON)
    with pytest.raises(WaitFirst):
        vault.confirm(PASSPHRASE, now=NOON)
    vault.confirm(PASSPHRASE, now=NOON + dt.timedelta(seconds=2))


def test_the_passphrase_can_be_changed(shelf, entry):
    vault = shelf.create()
    vault.save_draft(entry())
    with pytest.raises(WeakPassphrase):
        vault.change_passphrase(PASSPHRASE, "short", now=NOON)
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase("not this one", "a new passphrase", now=NOON)
    vault.confirm(PASSPHRASE, now=NOON)
    vault.change_passphrase(PASSPHRASE, "a new passphrase", now=NOON)
    vault.save_draft(entry("c2"))
    assert [event.kind for event in vault.events("")] == ["vault created", "passphrase changed"]
    vault.close()
    with pytest.raises(WrongPassphrase):
        shelf.open()
    assert len(drafts_of(shelf.open("a new passphrase"))) == 2


def test_another_thread_is_turned_away(shelf, entry):
    vault = shelf.create()
    with ThreadPoolExecutor(1) as pool:
        for use in (vault.search, vault.close, lambda: vault.save_draft(entry())):
            with pytest.raises(WrongThread):
                pool.submit(use).result()
    vault.save_draft(entry())


def test_one_thread_of_its_own_may_have_the_vault(shelf, entry):
    with ThreadPoolExecutor(1) as pool:
        vault = pool.submit(shelf.create).result()
        pool.submit(vault.save_draft, entry()).result()
        assert pool.submit(vault.draft, "c1").result() == entry()
        pool.submit(vault.close).result()


def test_a_vault_whose_folder_went_away_says_so_and_comes_back(shelf, entry, tmp_path):
    vault = shelf.create()
    vault.save_draft(entry())
    vault._store._give_up()  # as after any error: the connection is made anew at the next use
    away = tmp_path / "unplugged"
    shelf.folder.rename(away)
    with pytest.raises(CannotSave, match="not there"):
        vault.save_draft(entry(body=b"later"))
    away.rename(shelf.folder)
    vault.save_draft(entry(body=b"later"))
    assert vault.draft("c1").body == b"later"


def its_log_cannot_be_looked_at(shelf, monkeypatch):
    look = os.stat

    def gone(path, *more, **also):
        if str(path).endswith("-wal"):
            raise PermissionError(errno.EACCES, "The device is not ready")
        return look(path, *more, **also)

    monkeypatch.setattr(os, "stat", gone)


def its_folder_leads_to_itself(shelf, monkeypatch):
    shelf.folder.rename(shelf.folder.with_name("unplugged"))
    shelf.folder.symlink_to(shelf.folder)


@pytest.mark.parametrize("gone", [its_log_cannot_be_looked_at, its_folder_leads_to_itself])
def test_locking_forgets_the_key_and_lets_others_in_though_the_drive_is_gone(
    shelf, entry, monkeypatch, gone
):
    vault = shelf.create()
    vault.save_draft(entry())
    key = vault._store._key
    gone(shelf, monkeypatch)
    vault.lock(now=NOON)
    assert not any(key)
    assert vault._store._db is None
    monkeypatch.undo()
    if shelf.folder.is_symlink():
        shelf.folder.unlink()
        shelf.folder.with_name("unplugged").rename(shelf.folder)
    assert shelf.open().draft("c1") == entry()


@pytest.mark.parametrize("where", ["mark", "anchor"])
def test_an_end_in_the_middle_of_closing_keeps_neither_key_nor_lock(
    shelf, entry, monkeypatch, where
):
    vault = shelf.create()
    vault.save_draft(entry())
    key = vault._store._key

    def interrupted(*_arguments):
        raise KeyboardInterrupt

    owner, step = (vault.mark, "wipe") if where == "mark" else (vault._store.anchor, "settle")
    monkeypatch.setattr(owner, step, interrupted)
    with pytest.raises(KeyboardInterrupt):
        vault.close()
    assert not any(key)
    assert shelf.open().draft("c1") == entry()
