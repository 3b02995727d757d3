"""Another key for the vault, wherever it is cut short."""

import random
import shutil
import time

import pytest

from spinecounsel.storage import CannotSave, NotAllowed, OldKeys, Role, VaultDamaged
from spinecounsel.storage.database import connection, store
from spinecounsel.storage.database.store import Store
from spinecounsel.storage.doors import rekeying
from spinecounsel.storage.files.places import Places, read_keys
from spinecounsel.storage.keys import keys
from tests.spinecounsel.storage.conftest import NOON, PASSPHRASE
from tests.spinecounsel.storage.doors.test_keyring import PowerCut, cut, left_open

SECOND = "words of Noras own"


def filled(shelf, entry):
    vault = shelf.create()
    vault.people.name_oneself("Dr Ada", "surgeon", now=NOON)
    vault.people.add("Nora", "nurse", (Role.NURSE,), "first words here", now=NOON)
    vault.save_draft(entry("d1", body=b"draft" * 2000))
    vault.file_record(entry("r1", minutes=1), b"%PDF", "seal")
    vault.close()
    vault = shelf.open("first words here")
    vault.change_passphrase("first words here", SECOND, now=NOON)
    vault.close()
    return shelf.open()


def nothing(_share):
    pass


def key_of(shelf):
    return keys.unwrapped(read_keys(Places.of(shelf.path)), PASSPHRASE, shelf.path)[1]


def is_well(vault):
    assert vault.check().problems == ()
    assert vault.record("r1").document == b"%PDF"
    assert vault.draft("d1").body == b"draft" * 2000
    names = {file.name for file in vault.path.parent.iterdir()}
    assert not [name for name in names if "rekeyed" in name]
    assert read_keys(Places.of(vault.path)).former == ""


def test_everybody_opens_it_as_before_and_the_old_key_opens_nothing(shelf, entry):
    vault = filled(shelf, entry)
    old, shares = vault._store.copied_key(), []
    vault.rekey(now=NOON, progress=shares.append)
    assert shares[-1] == 1.0
    is_well(vault)
    assert [event.kind for event in vault.events("")][-1] == "vault key changed"
    vault.save_draft(entry("d2"))
    code, own = vault.people.offer_recovery_code(), vault.person.id
    vault.people.use_recovery_code(code, now=NOON)
    vault.close()
    assert key_of(shelf) != old
    with pytest.raises(connection.sql_error()):
        connection.connect(shelf.path, old, mode="ro")
    assert shelf.open(SECOND).search() != ()
    shelf.close()
    is_well(shelf.recover(code, "found the way back", own))


def test_the_recovery_code_of_before_goes_on(shelf, entry):
    vault = shelf.create()
    code, own = vault.recovery_code, vault.person.id
    vault.people.use_recovery_code(code, now=NOON)
    vault.rekey(now=NOON, progress=nothing)
    vault.close()
    shelf.recover(code, "found the way back", own)


def test_a_copy_of_before_keeps_its_key_and_its_key_file_opens_nothing_new(shelf, entry, tmp_path):
    filled(shelf, entry).close()
    copy = tmp_path / "copy"
    shutil.copytree(shelf.folder, copy)
    vault = shelf.open()
    vault.rekey(now=NOON, progress=nothing)
    vault.close()
    shutil.copy(copy / "clinic.keys", shelf.folder / "clinic.keys")
    with pytest.raises((OldKeys, VaultDamaged)):
        shelf.open()
    shelf.path = copy / "clinic.vault"
    is_well(shelf.open())


def after(owner, name):
    def patch(monkeypatch):
        true = getattr(owner, name)

        def done(*arguments, **more):
            true(*arguments, **more)
            cut()

        monkeypatch.setattr(owner, name, done)

    return patch


def before(owner, name):
    def patch(monkeypatch):
        monkeypatch.setattr(owner, name, cut)

    return patch


def before_the_second_key_file(monkeypatch):
    write, written = keys.write_keys, []

    def sometimes(*arguments):
        written.append(1)
        if len(written) == 2:
            cut()
        write(*arguments)

    monkeypatch.setattr(keys, "write_keys", sometimes)


CUTS = {
    "before anything": (before(keys, "write_keys"), False),
    "both keys noted": (after(keys, "write_keys"), False),
    "while it is copied": (after(rekeying, "_copy_pages"), False),
    "the copy is ready": (before(Store, "exchange"), False),
    "the copy took its place": (before(Store, "mend_anchor"), True),
    "the anchor follows": (before(rekeying, "finish"), True),
    "the end is noted": (before_the_second_key_file, True),
}


@pytest.mark.parametrize(("where", "new"), CUTS.values(), ids=CUTS.keys())
def test_wherever_it_is_cut_short_all_is_there(shelf, entry, monkeypatch, where, new):
    vault = filled(shelf, entry)
    old = vault._store.copied_key()
    where(monkeypatch)
    monkeypatch.setattr(rekeying, "undo", cut)  # a process that is gone undoes nothing
    with pytest.raises(PowerCut):
        vault.rekey(now=NOON, progress=nothing)
    left_open(vault, monkeypatch)
    vault = shelf.open()
    assert (vault._store.copied_key() != old) == new
    is_well(vault)
    kinds = [event.kind for event in vault.events("")]
    assert kinds.count("vault key changed") == new
    vault.rekey(now=NOON, progress=nothing)
    vault.close()
    is_well(shelf.open())
    shelf.close()
    assert shelf.open(SECOND).search() != ()


def test_a_killed_process_loses_nothing_and_shuts_nobody_out(shelf, entry, worker):
    filled(shelf, entry).close()
    dice = random.Random(3)  # noqa: S311 - the same in each run
    for _ in range(4):
        process = worker("rekey", str(shelf.path))
        for _ in range(dice.randrange(1, 5)):
            process.stdout.readline()
        time.sleep(dice.random() / 50)  # noqa: TID251 - any moment will do
        process.kill()
        process.wait()
        vault = shelf.open(dice.choice((PASSPHRASE, SECOND)))
        assert vault.record("r1").document == b"%PDF"
        assert read_keys(Places.of(shelf.path)).former == ""
        vault.close()
    is_well(shelf.open())


def test_a_full_disk_leaves_all_as_it_was(shelf, entry, monkeypatch):
    vault = filled(shelf, entry)
    old = vault._store.copied_key()

    def full(*_arguments):
        raise CannotSave("The disk is full.")

    monkeypatch.setattr(rekeying, "_copy_pages", full)
    with pytest.raises(CannotSave):
        vault.rekey(now=NOON, progress=nothing)
    assert vault._store.copied_key() == old
    is_well(vault)
    vault.close()
    is_well(shelf.open())


def test_commits_that_wait_in_a_log_are_never_left_to_the_new_file(shelf, entry, monkeypatch):
    """Another program that reads the vault keeps its log from going: then all stays as it was."""
    vault = filled(shelf, entry)
    old = vault._store.copied_key()
    with monkeypatch.context() as patch:
        patch.setattr(store, "has_log", lambda _places: True)
        with pytest.raises(CannotSave, match="Another program holds the vault"):
            vault.rekey(now=NOON, progress=nothing)
    assert vault._store.copied_key() == old
    is_well(vault)
    vault.close()
    is_well(shelf.open())


def test_only_who_keeps_the_people_may_do_it(shelf, entry):
    filled(shelf, entry).close()
    vault = shelf.open(SECOND)
    with pytest.raises(NotAllowed):
        vault.rekey(now=NOON, progress=nothing)
