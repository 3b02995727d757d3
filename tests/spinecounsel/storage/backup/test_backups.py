"""The rule of backups, what is due, who may, and the rehearsal from an open vault."""

import datetime as dt

import pytest

from spinecounsel.storage import (
    BackupRule,
    CannotBackUp,
    Grounds,
    NotAllowed,
    OtherKey,
    Role,
)
from tests.spinecounsel.storage.conftest import NOON

DAY = dt.timedelta(days=1)
OTHER = "other words of trial"


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_backup_is_due_by_the_rule(shelf, stick):
    vault = shelf.create()
    assert vault.backups.state(now=NOON).due is None
    assert vault.backups.begin_due(now=NOON) is None
    vault.backups.set_rule(BackupRule(folder=str(stick), days=2), now=NOON)
    assert vault.backups.state(now=NOON).due == NOON, "at once, when there was none"

    made = vault.backups.begin_due(now=NOON).run()
    vault.backups.note(made, now=NOON)
    state = vault.backups.state(now=NOON + DAY)
    assert state.due == NOON + 2 * DAY
    assert (state.last.made, state.last.folder) == (NOON, str(stick))
    assert state.last.size == made.path.stat().st_size
    assert vault.backups.begin_due(now=NOON + DAY) is None
    job = vault.backups.begin_due(now=NOON + 2 * DAY)
    job.forget()
    assert bytes(job._key) == bytes(32)


def test_a_clock_that_was_wrong_does_not_put_the_next_one_off(shelf, stick):
    vault = shelf.create()
    vault.backups.set_rule(BackupRule(folder=str(stick)), now=NOON)
    vault.backups.make(stick, now=NOON + 900 * DAY)
    assert vault.backups.state(now=NOON).due == NOON


def test_a_stick_that_is_not_there_is_said_and_the_backup_stays_due(shelf, stick):
    vault = shelf.create()
    vault.backups.set_rule(BackupRule(folder=str(stick)), now=NOON)
    stick.rmdir()
    with pytest.raises(CannotBackUp, match="Plug the drive in"):
        vault.backups.begin_due(now=NOON)
    assert vault.backups.state(now=NOON).due == NOON


def test_a_rule_is_kept_and_stands_in_the_trail_without_its_folder(shelf, stick):
    vault = shelf.create()
    rule = BackupRule(folder=str(stick), days=3, last=5, months=6)
    vault.backups.set_rule(rule, now=NOON)
    for folder in (stick / "gone", shelf.folder):
        with pytest.raises(CannotBackUp):
            vault.backups.set_rule(BackupRule(folder=str(folder)), now=NOON)
    with pytest.raises(ValueError, match="out of range"):
        vault.backups.set_rule(BackupRule(folder=str(stick), last=0), now=NOON)
    vault.close()
    vault = shelf.open()
    assert vault.backups.state(now=NOON).rule == rule
    (event,) = [event for event in vault.events("") if event.kind == "rule of backups set"]
    assert event.payload == {"days": 3, "last": 5, "months": 6, "on": True}


def test_whoever_is_there_has_the_due_backup_made_but_no_other(shelf, stick):
    vault = shelf.create()
    vault.backups.set_rule(BackupRule(folder=str(stick)), now=NOON)
    nurse = vault.people.add("Nurse", "", (Role.NURSE,), OTHER, now=NOON)
    vault.close()
    vault = shelf.open(OTHER)
    assert vault.person.id == nurse.id
    for what in (
        lambda: vault.backups.begin(stick, now=NOON),
        lambda: vault.backups.set_rule(BackupRule(), now=NOON),
        lambda: vault.backups.check(stick / "x", now=NOON),
    ):
        with pytest.raises(NotAllowed):
            what()
    made = vault.backups.begin_due(now=NOON).run()
    vault.backups.note(made, now=NOON)
    assert vault.backups.state(now=NOON).last.made == NOON


def test_a_rehearsal_says_what_it_holds_and_what_was_erased_since(shelf, stick, entry):
    vault = shelf.create()
    vault.save_draft(entry("d"))
    for ident in ("a", "b"):
        vault.file_record(entry(ident), b"%PDF", "seal")
    made, _ = vault.backups.make(stick, now=NOON)
    vault.parting.erase(("a",), Grounds.PATIENT, now=NOON)
    before = shelf.digests() | {"clinic.vault-wal": "", "clinic.anchor": ""}
    found = vault.backups.check(made.path, now=NOON + DAY)
    assert (found.records, found.drafts, found.still_held) == (2, 1, ("a",))
    assert (found.made, found.generation) == (NOON, made.generation)
    assert found.behind > 1, "the note of the backup, and the erasure"
    assert shelf.digests() | {"clinic.vault-wal": "", "clinic.anchor": ""} == before
    assert vault.events("")[-1].payload == {"generation": made.generation, "holds_erased": 1}
    assert vault.check().problems == ()


def test_a_backup_of_another_vault_is_told(shelf, stick):
    made, _ = shelf.create("other").backups.make(stick, now=NOON)
    with pytest.raises(OtherKey, match="belongs to another vault"):
        shelf.create().backups.check(made.path, now=NOON)
