"""The newest ones and one for each month are kept; only backups of this vault are ever deleted."""

import datetime as dt
import shutil
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given

from spinecounsel.storage import BackupRule
from spinecounsel.storage.backup import keeping as backup_keeping
from spinecounsel.storage.backup.form import Manifest
from spinecounsel.storage.backup.keeping import Found, superfluous
from tests.spinecounsel.storage.conftest import NOON

DAY = dt.timedelta(days=1)


def backup(days_ago, generation=1):
    manifest = Manifest(
        format=1,
        vault="v",
        made=NOON - days_ago * DAY,
        schema=3,
        program="",
        generation=generation,
        events=1,
        head="",
        parts=(),
    )
    return Found(path=Path(f"{days_ago}"), manifest=manifest)


def kept_days(days, rule):
    found = tuple(backup(day) for day in days)
    gone = superfluous(found, rule, now=NOON)
    return [day for day, each in zip(days, found, strict=True) if each not in gone]


def test_the_newest_are_kept_and_the_newest_of_each_month():
    # NOON is 24 November: 24 days ago is 31 October
    rule = BackupRule(folder="x", last=3, months=3)
    assert kept_days(range(120), rule) == [0, 1, 2, 24, 55]
    assert kept_days([0, 200, 300, 400], BackupRule(last=1, months=2)) == [0, 200]
    assert kept_days([5, 9], BackupRule(last=1, months=0)) == [5]


def test_what_a_wrong_clock_made_is_kept_and_counts_for_nothing():
    rule = BackupRule(folder="x", last=1, months=0)
    assert kept_days([-400, -1, 1, 2], rule) == [-400, -1, 1]


@given(
    st.lists(st.integers(0, 900), unique=True, max_size=40), st.integers(1, 9), st.integers(0, 9)
)
def test_the_newest_always_stay_and_deleting_again_deletes_nothing(days, last, months):
    rule = BackupRule(folder="x", last=last, months=months)
    kept = kept_days(days, rule)
    assert set(sorted(days)[:last]) <= set(kept)
    assert len(kept) <= last + months
    assert kept_days(kept, rule) == kept


def test_only_authentic_backups_of_this_vault_are_deleted(shelf, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    vault = shelf.create()
    vault.backups.set_rule(BackupRule(folder=str(stick), last=1, months=0), now=NOON)
    old, _ = vault.backups.make(stick, now=NOON - 3 * DAY)
    other, _ = shelf.create("other").backups.make(stick, now=NOON - 4 * DAY)
    changed = stick / "clinic-changed.spinebackup"
    shutil.copy(old.path, changed)
    data = changed.read_bytes()
    assert data.count(b'"generation": ') == 1
    changed.write_bytes(data.replace(b'"generation": ', b'"generation":1'))
    torn = stick / "clinic-torn.spinebackup"
    torn.write_bytes(old.path.read_bytes()[:-100])
    link = stick / "clinic-link.spinebackup"
    link.symlink_to(old.path)
    (stick / "holiday.jpg").write_bytes(b"picture")
    stays = {other.path, changed, torn, link, stick / "holiday.jpg"}

    new, gone = vault.backups.make(stick, now=NOON)
    assert [each.path for each in gone] == [old.path]
    assert set(stick.iterdir()) == {new.path, *stays}
    assert [each.path for each in vault.backups._found(stick)] == [new.path]
    assert vault.events("")[-1].payload["deleted"] == 1


def test_nothing_is_deleted_where_the_rule_does_not_reach(shelf, tmp_path):
    vault = shelf.create()
    places = [tmp_path / name for name in ("a", "b")]
    for folder in places:
        folder.mkdir()
    vault.backups.set_rule(BackupRule(folder=str(places[0]), last=1, months=0), now=NOON)
    for day in range(3):
        _, gone = vault.backups.make(places[1], now=NOON + day * DAY)
        assert gone == ()
    assert len(list(places[1].iterdir())) == 3


def test_a_backup_that_cannot_be_deleted_now_stays(shelf, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    stick.mkdir()
    vault = shelf.create()
    vault.backups.set_rule(BackupRule(folder=str(stick), last=1, months=0), now=NOON)
    vault.backups.make(stick, now=NOON - DAY)

    def refuse(_path):
        raise PermissionError

    monkeypatch.setattr(backup_keeping.Path, "unlink", refuse)
    with pytest.raises(PermissionError):
        (stick / "x").unlink()
    found = vault.backups._found(stick)
    assert backup_keeping.delete(found) == ()
    assert len(found) == 1
