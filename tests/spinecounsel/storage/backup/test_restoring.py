"""From a backup to a vault again: with a passphrase or the code, never over one that is there."""

import datetime as dt
import hashlib
import os
import shutil
import zipfile

import msgspec
import pytest

from spinecounsel.storage import (
    BackupUnsound,
    CannotRestore,
    CannotSave,
    Condition,
    Role,
    Stopped,
    VaultInUse,
    VaultNewer,
    VaultPresent,
    WrongPassphrase,
    check_backup,
    restore_backup,
    vault_state,
)
from spinecounsel.storage.backup import restoring
from spinecounsel.storage.backup.form import KEYS, MANIFEST, VAULT
from spinecounsel.storage.database import schema
from spinecounsel.storage.keys import keys
from tests.spinecounsel.storage.conftest import NOON, PASSPHRASE

LATER = NOON + dt.timedelta(days=2)


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def backup(shelf, stick, entry):
    """Make a backup; the vault is closed, its recovery code is kept in ``shelf.code``."""
    vault = shelf.create()
    shelf.code = vault.recovery_code
    vault.people.use_recovery_code(shelf.code, now=NOON)
    vault.save_draft(entry("d", name="Zyxomma"))
    vault.file_record(entry("r"), b"%PDF two", "seal")
    made, _ = vault.backups.make(stick, now=NOON)
    vault.close()
    return made.path


@pytest.fixture
def laptop(tmp_path, shelf):
    """Another place, of which ``shelf.open`` opens the vault from now on."""
    shelf.folder = tmp_path / "another laptop"
    shelf.path = shelf.folder / "clinic.vault"
    return shelf.path


def test_a_vault_comes_back_on_another_laptop(backup, laptop, shelf, stick):
    before = backup.read_bytes()
    found = restore_backup(backup, laptop, PASSPHRASE, now=LATER)
    assert (found.records, found.drafts, found.made) == (1, 1, NOON)
    assert sorted(file.name for file in shelf.folder.iterdir()) == [
        "clinic.anchor", "clinic.keys", "clinic.lock", "clinic.vault",
    ]  # fmt: skip
    assert vault_state(laptop).condition is Condition.PRESENT
    vault = shelf.open()
    assert vault.check().problems == ()
    assert vault.record("r").document == b"%PDF two"
    assert [row.id for row in vault.search("zyxomma")] == ["d"]
    (event,) = [event for event in vault.events("") if event.kind == "restored from backup"]
    assert event.at == LATER
    assert event.by == vault.person.id
    assert event.payload["made"] == NOON.isoformat()
    assert backup.read_bytes() == before


def test_the_recovery_code_does_too(backup, laptop, shelf):
    restore_backup(backup, laptop, shelf.code.lower().replace("-", " "), now=LATER)
    assert shelf.open().check().problems == ()


def test_a_wrong_passphrase_restores_nothing(backup, laptop):
    with pytest.raises(WrongPassphrase):
        restore_backup(backup, laptop, "not the right words", now=LATER)
    assert vault_state(laptop).condition is Condition.ABSENT
    assert [file.name for file in laptop.parent.iterdir()] == ["clinic.lock"]


def test_what_is_there_is_never_written_over(backup, shelf):
    before = shelf.digests()
    with pytest.raises(VaultPresent):
        restore_backup(backup, shelf.path, PASSPHRASE, now=LATER)
    vault = shelf.open()
    with pytest.raises(VaultInUse):
        restore_backup(backup, shelf.path, PASSPHRASE, now=LATER)
    vault.close()
    (shelf.folder / "clinic.vault").rename(shelf.folder / "elsewhere")
    with pytest.raises(VaultPresent):
        restore_backup(backup, shelf.path, PASSPHRASE, now=LATER)
    (shelf.folder / "elsewhere").rename(shelf.folder / "clinic.vault")
    assert shelf.digests().keys() == before.keys()
    assert shelf.open().check().problems == ()


def test_a_new_name_beside_the_old_one(backup, shelf):
    restore_backup(backup, shelf.folder / "second.vault", PASSPHRASE, now=LATER)
    old = shelf.open()
    shelf.path = shelf.folder / "second.vault"
    assert shelf.open().record("r") == old.record("r")


@pytest.mark.parametrize("share", [0.0, 0.2, 0.45, 0.6, 0.8])
def test_stopping_restores_nothing(backup, laptop, share):
    with pytest.raises(Stopped):
        restore_backup(backup, laptop, PASSPHRASE, now=LATER, progress=lambda done: done < share)
    assert [file.name for file in laptop.parent.iterdir()] == ["clinic.lock"]


def test_it_can_be_stopped_between_two_people_whose_passphrase_it_may_be(
    shelf, stick, tmp_path, monkeypatch
):
    vault = shelf.create()
    for name in ("Nora", "Omar"):
        vault.people.add(name, "", (Role.NURSE,), f"first words for {name}", now=NOON)
    made, _ = vault.backups.make(stick, now=NOON)
    vault.close()
    derive, tried = keys.derived, []

    def counted(*arguments):
        tried.append(1)
        return derive(*arguments)

    monkeypatch.setattr(keys, "derived", counted)
    with pytest.raises(Stopped):
        check_backup(
            made.path,
            tmp_path / "clinic.vault",
            "nobody's words",
            progress=lambda _share: len(tried) < 2,
        )
    assert len(tried) == 2


def test_a_key_file_with_brackets_in_brackets_is_no_key_file(backup, laptop):
    nested = b'{"format":2,"x":' + b"[" * 20_000 + b"]" * 20_000 + b"}"
    with zipfile.ZipFile(backup) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    manifest = msgspec.json.decode(parts[MANIFEST])
    for part in manifest["parts"]:
        if part["name"] == KEYS:
            part.update(size=len(nested), sha256=hashlib.sha256(nested).hexdigest())
    with zipfile.ZipFile(backup, "w") as archive:
        archive.writestr(VAULT, parts[VAULT])
        archive.writestr(KEYS, nested)
        archive.writestr(MANIFEST, msgspec.json.encode(manifest))
    with pytest.raises(BackupUnsound, match="key file"):
        check_backup(backup, laptop, PASSPHRASE)


def test_a_stick_that_is_pulled_out_half_way(backup, laptop, monkeypatch):
    real = restoring.look_through

    def pulled(path, *more):
        path.unlink()
        return real(path, *more)

    monkeypatch.setattr(restoring, "look_through", pulled)
    with pytest.raises(CannotRestore, match="Plug the drive in"):
        restore_backup(backup, laptop, PASSPHRASE, now=LATER)
    assert [file.name for file in laptop.parent.iterdir()] == ["clinic.lock"]


@pytest.mark.parametrize("renames", range(5))
def test_a_kill_leaves_no_vault_or_a_whole_one(backup, laptop, shelf, worker, renames):
    process = worker("restore_cut_short", str(laptop), str(backup), str(renames))
    out, _ = process.communicate()
    assert (process.returncode, out) == ((0, "restored\n") if renames == 4 else (9, ""))
    condition = vault_state(laptop).condition
    assert condition is (Condition.PRESENT if renames == 4 else Condition.ABSENT)
    if condition is Condition.ABSENT:
        restore_backup(backup, laptop, PASSPHRASE, now=LATER)
    vault = shelf.open()
    assert vault.check().problems == ()
    assert vault.record("r").document == b"%PDF two"
    assert not [file for file in laptop.parent.iterdir() if "being" in file.name]


def test_a_rehearsal_without_a_vault_leaves_nothing(backup, laptop, shelf):
    for secret in (PASSPHRASE, shelf.code):
        found = check_backup(backup, laptop, secret)
        assert (found.records, found.drafts, found.still_held) == (1, 1, ())
    assert list(laptop.parent.iterdir()) == []


def test_a_backup_of_a_newer_program_is_told(backup, laptop, monkeypatch):
    monkeypatch.setattr(schema, "SCHEMA", schema.SCHEMA - 1)
    with pytest.raises(VaultNewer):
        check_backup(backup, laptop, PASSPHRASE)


def test_one_byte_anywhere_is_noticed_or_changes_nothing(backup, laptop, tmp_path):
    data, whole = backup.read_bytes(), check_backup(backup, laptop, PASSPHRASE)
    spoilt = tmp_path / "spoilt.spinebackup"
    noticed = 0
    for place in range(0, len(data), len(data) // 40):
        changed = bytearray(data)
        changed[place] ^= 0x10
        spoilt.write_bytes(changed)
        try:
            assert check_backup(spoilt, laptop, PASSPHRASE) == whole, "a time in an outer header"
        except BackupUnsound:
            noticed += 1
    assert noticed > 38
    for size in (0, 1, 30, len(data) // 2, len(data) - 1):
        spoilt.write_bytes(data[:size])
        with pytest.raises(BackupUnsound):
            check_backup(spoilt, laptop, PASSPHRASE)


def test_a_folder_or_a_pipe_is_no_backup(laptop, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", tmp_path / "nothing"):
        with pytest.raises((CannotRestore, BackupUnsound)):
            check_backup(path, laptop, PASSPHRASE)


def test_parts_of_two_backups_do_not_go_together(backup, shelf, stick, laptop, tmp_path):
    shelf.path = shelf.folder / "other.vault"
    other, _ = shelf.create("other").backups.make(stick, now=NOON)
    mixed = tmp_path / "mixed.spinebackup"
    with (
        zipfile.ZipFile(backup) as one,
        zipfile.ZipFile(other.path) as two,
        zipfile.ZipFile(mixed, "w") as made,
    ):
        made.writestr(VAULT, one.read(VAULT))
        made.writestr(KEYS, two.read(KEYS))
        made.writestr(MANIFEST, one.read(MANIFEST))
    with pytest.raises(BackupUnsound):
        check_backup(mixed, laptop, PASSPHRASE)


def test_no_room_is_said(backup, laptop, monkeypatch):
    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(restoring, "mend_anchor", full)
    with pytest.raises(CannotRestore, match="no room"):
        restore_backup(backup, laptop, PASSPHRASE, now=LATER)
    assert [file.name for file in laptop.parent.iterdir()] == ["clinic.lock"]


def test_no_room_for_the_note_in_its_trail_is_said_as_that(backup, laptop, monkeypatch):
    def full(_store):
        raise CannotSave("The disk is full.")

    monkeypatch.setattr(restoring.Store, "writing", full)
    with pytest.raises(CannotRestore, match="Nothing was restored, and nothing was lost"):
        restore_backup(backup, laptop, PASSPHRASE, now=LATER)
    assert [file.name for file in laptop.parent.iterdir()] == ["clinic.lock"]


def test_the_log_of_a_vault_that_is_gone_is_not_played_into_the_new_one(backup, laptop, shelf):
    laptop.parent.mkdir()
    for end in ("wal", "shm", "journal"):
        (laptop.parent / f"clinic.vault-{end}").write_bytes(b"of another vault" * 300)
    restore_backup(backup, laptop, PASSPHRASE, now=LATER)
    vault = shelf.open()
    assert vault.check().problems == ()
    (aside,) = laptop.parent.glob("clinic-set-aside-*")
    assert len(list(aside.iterdir())) == 3


def test_a_copy_made_by_hand_of_a_backup_restores_as_well(backup, laptop, tmp_path):
    renamed = tmp_path / "anything.zip"
    shutil.copy(backup, renamed)
    assert restore_backup(renamed, laptop, PASSPHRASE, now=LATER).records == 1
