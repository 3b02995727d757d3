"""No schema changes before there is a good copy of the vault."""

import shutil
from pathlib import Path

import pytest

from spinecounsel.storage import CannotBackUp, CannotOpen, check_backup, restore_backup
from spinecounsel.storage.backup import before_migrating
from spinecounsel.storage.database import schema
from tests.spinecounsel.storage.conftest import NOON

VAULTS = Path(__file__).parents[3] / "vaults"


@pytest.fixture(params=[1, 2])
def old(request, shelf):
    """Put a vault of an older schema on the shelf; give its version and passphrase."""
    shutil.copytree(VAULTS / f"schema-{request.param}", shelf.folder)
    (found,) = shelf.folder.glob("*.vault")
    shelf.path = found
    return request.param, (VAULTS / "passphrase.txt").read_text().strip()


def test_an_older_vault_is_copied_first_and_the_copy_can_be_restored(old, shelf, tmp_path):
    version, passphrase = old
    vault = shelf.open(passphrase)
    rows = [row.id for row in vault.search()]
    vault.close()
    copy = shelf.path.with_name(f"{shelf.path.stem}-of-schema-{version}.spinebackup")
    found = check_backup(copy, tmp_path / "x.vault", passphrase)
    assert found.schema == version
    assert found.made == NOON
    shelf.path = tmp_path / "again" / "clinic.vault"
    restore_backup(copy, shelf.path, passphrase, now=NOON)
    assert [row.id for row in shelf.open(passphrase).search()] == rows


def test_without_a_good_copy_nothing_changes(old, shelf, monkeypatch):
    _, passphrase = old
    before = shelf.digests()

    def refuse(*_arguments, **_more):
        raise CannotBackUp("No room.")

    with monkeypatch.context() as patch:
        patch.setattr(before_migrating, "make_backup", refuse)
        with pytest.raises(CannotOpen, match=r"That copy could not be made. .*No room"):
            shelf.open(passphrase)
    assert shelf.digests() == before
    assert not list(shelf.folder.glob("*.spinebackup"))
    shelf.open(passphrase)
    assert list(shelf.folder.glob("*.spinebackup"))


def test_a_copy_of_an_earlier_time_is_kept(old, shelf):
    version, passphrase = old
    name = f"{shelf.path.stem}-of-schema-{version}"
    earlier = shelf.folder / f"{name}.spinebackup"
    earlier.write_bytes(b"the only copy of an earlier vault")
    shelf.open(passphrase)
    assert earlier.read_bytes() == b"the only copy of an earlier vault"
    assert (shelf.folder / f"{name}-2.spinebackup").exists()


def test_when_what_follows_fails_each_time_one_copy_is_enough(old, shelf, monkeypatch):
    _, passphrase = old

    def fail():
        raise CannotOpen(shelf.path, "No room.")

    with monkeypatch.context() as patch:
        patch.setattr(schema, "migrations", fail)
        for _ in range(3):
            with pytest.raises(CannotOpen):
                shelf.open(passphrase)
            assert len(list(shelf.folder.glob("*.spinebackup"))) == 1
    shelf.open(passphrase)
    assert len(list(shelf.folder.glob("*.spinebackup"))) == 1


def test_a_vault_of_the_present_schema_is_not_copied(shelf):
    shelf.create().close()
    shelf.open()
    assert not list(shelf.folder.glob("*.spinebackup"))
