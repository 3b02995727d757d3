"""The key file and the vault go together, wherever a change of the key file is cut short."""

import pytest
from msgspec.structs import replace

from spinecounsel.files import CannotWrite
from spinecounsel.storage import (
    CannotSave,
    OldKeys,
    Role,
    VaultDamaged,
    WrongPassphrase,
    wait_before_next_try,
)
from spinecounsel.storage.database.store import Store
from spinecounsel.storage.doors import keyring, rekeying
from spinecounsel.storage.doors.keyring import note_of
from spinecounsel.storage.files.places import KEYS_FORMAT, KeyFile, Opener, Places, read_keys
from spinecounsel.storage.keys import keys
from tests.spinecounsel.storage.conftest import NOON, PASSPHRASE, QUICK

NEW = "other words of trial"
ADDED = "first words for Nora"


class PowerCut(BaseException):
    """The process is gone at this point."""


def cut(*_arguments, **_more):
    raise PowerCut


def note(vault):
    with vault._store.reading() as db:
        return note_of(db)


def cut_before_the_note(monkeypatch):
    monkeypatch.setattr(keyring.Keyring, "_note", cut)


def cut_before_the_file(monkeypatch):
    monkeypatch.setattr(keys, "write_keys", cut)


def cut_before_the_end(monkeypatch):
    write = keys.write_keys

    def written(*arguments):
        write(*arguments)
        cut()

    monkeypatch.setattr(keys, "write_keys", written)


def cut_inside_the_end(monkeypatch):
    monkeypatch.setattr(keyring, "_take_over", cut)


BEFORE = (cut_before_the_note, cut_before_the_file)
AFTER = (cut_before_the_end, cut_inside_the_end)


def left_open(vault, monkeypatch):
    """As a process leaves it that is killed: nothing closed, only the lock gone."""
    monkeypatch.undo()
    vault._store._give_up()
    vault._lock.release()


@pytest.mark.parametrize("where", BEFORE + AFTER)
def test_a_change_of_passphrase_cut_short_has_happened_or_not(shelf, monkeypatch, where):
    vault = shelf.create()
    where(monkeypatch)
    with pytest.raises(PowerCut):
        vault.change_passphrase(PASSPHRASE, NEW, now=NOON)
    left_open(vault, monkeypatch)
    old, new = (PASSPHRASE, NEW) if where in BEFORE else (NEW, PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        shelf.open(new)
    vault = shelf.open(old)
    changed = [event.kind for event in vault.events("")].count("passphrase changed")
    assert changed == (where in AFTER)
    assert note(vault).pending is None
    assert vault.check().problems == ()
    vault.change_passphrase(old, "yet another phrase", now=NOON)
    vault.close()
    shelf.open("yet another phrase")


@pytest.mark.parametrize("where", BEFORE + AFTER)
def test_a_person_cut_short_is_there_with_a_way_in_or_not_at_all(shelf, monkeypatch, where):
    vault = shelf.create()
    where(monkeypatch)
    with pytest.raises(PowerCut):
        vault.people.add("Nora", "nurse", (Role.NURSE,), ADDED, now=NOON)
    left_open(vault, monkeypatch)
    vault = shelf.open()
    names = [person.name for person in vault.people.everybody()]
    added = [event for event in vault.events("") if event.kind == "person added"]
    vault.close()
    if where in BEFORE:
        assert (names, added) == ([""], [])
        with pytest.raises(WrongPassphrase):
            shelf.open(ADDED)
    else:
        assert names == ["", "Nora"]
        (event,) = added
        assert event.by != event.payload["person"], "who added, not who opened it next"
        assert shelf.open(ADDED).person.name == "Nora"


def test_a_key_file_that_cannot_be_written_changes_nothing(shelf, monkeypatch):
    vault = shelf.create()
    before = (shelf.folder / "clinic.keys").read_bytes()

    def full(path, _keys):
        raise CannotWrite(path, "The disk is full.")

    monkeypatch.setattr(keys, "write_keys", full)
    with pytest.raises(CannotWrite):
        vault.people.add("Nora", "nurse", (Role.NURSE,), ADDED, now=NOON)
    monkeypatch.undo()
    assert note(vault).pending is None
    assert (shelf.folder / "clinic.keys").read_bytes() == before
    vault.people.add("Nora", "nurse", (Role.NURSE,), ADDED, now=NOON)


def test_what_could_not_be_taken_over_at_once_is_at_the_next_change(shelf, monkeypatch):
    """The file stands, so the change holds; only the vault's own note of it is missing."""
    vault = shelf.create()

    def full(*_arguments):
        raise CannotSave("The disk is full.")

    before = (shelf.folder / "clinic.keys").read_bytes()
    monkeypatch.setattr(keyring, "_take_over", full)
    vault.people.add("Nora", "nurse", (Role.NURSE,), ADDED, now=NOON)
    monkeypatch.undo()
    after = (shelf.folder / "clinic.keys").read_bytes()
    (shelf.folder / "clinic.keys").write_bytes(before)  # the vault knows both, but not this program
    with pytest.raises(OldKeys):
        vault.people.add("Omar", "nurse", (Role.NURSE,), ADDED, now=NOON)
    (shelf.folder / "clinic.keys").write_bytes(after)
    assert note(vault).pending is not None
    vault.people.add("Omar", "nurse", (Role.NURSE,), ADDED, now=NOON)
    assert [person.name for person in vault.people.everybody()] == ["", "Nora", "Omar"]


def test_the_note_is_on_the_disk_before_the_file_and_the_file_before_its_end(shelf, monkeypatch):
    vault = shelf.create()
    steps = []
    write, commit = keys.write_keys, Store.write_anchor

    def written(*arguments):
        steps.append("file")
        write(*arguments)

    def committed(store):
        steps.append("commit")
        commit(store)

    monkeypatch.setattr(keys, "write_keys", written)
    monkeypatch.setattr(Store, "write_anchor", committed)
    vault.change_passphrase(PASSPHRASE, NEW, now=NOON)
    assert steps == ["commit", "file", "commit"]


THEIRS = "words of an intruder"


def forged(vault, shelf):
    """Write a key file of this vault under a key that it does not have, as anybody could."""
    places = Places.of(shelf.path)
    true = read_keys(places)
    blank = KeyFile(format=KEYS_FORMAT, vault=true.vault, created=NOON, entries=())
    who, means = Opener(id=vault.person.id, name=""), keys.Means(shelf.random, QUICK)
    made = keys.with_entry(blank, bytearray(shelf.random(32)), who, THEIRS.encode(), means)
    keys.write_keys(places.keys, made)


def slipped_in(shelf):
    """Add an entry of one's own to the key file, which takes no key."""
    places = Places.of(shelf.path)
    file, means = read_keys(places), keys.Means(shelf.random, QUICK)
    blank = replace(file, entries=())
    theirs = keys.with_entry(blank, bytearray(32), Opener(id="ee", name=""), b"theirs", means)
    file = replace(file, entries=(*file.entries, *theirs.entries))
    keys.write_keys(places.keys, replace(file, sha256=file.digest()))


def uses_a_second_factor(vault):
    with vault._store.writing() as writing:
        writing.db.execute("UPDATE person SET secret = '{}'")
    return vault


def test_a_forged_key_file_confirms_nobody_while_the_vault_is_open(shelf):
    vault = uses_a_second_factor(shelf.create())
    true = (shelf.folder / "clinic.keys").read_bytes()
    forged(vault, shelf)
    for passphrase in (THEIRS, PASSPHRASE) * 3:
        with pytest.raises(OldKeys):
            vault.confirm(passphrase, now=NOON)
    with pytest.raises(OldKeys):
        vault.second_factor.switch_off_own(THEIRS, now=NOON)
    with pytest.raises(OldKeys):
        vault.change_passphrase(THEIRS, NEW, now=NOON)
    assert vault.second_factor.whose() == {vault.person.id}
    assert wait_before_next_try(shelf.path, NOON) == 0.0, "nobody mistyped anything"
    (shelf.folder / "clinic.keys").write_bytes(true)
    vault.confirm(PASSPHRASE, now=NOON)


def test_the_key_file_of_before_confirms_nobody_while_the_vault_is_open(shelf):
    vault = shelf.create()
    before = (shelf.folder / "clinic.keys").read_bytes()
    vault.change_passphrase(PASSPHRASE, NEW, now=NOON)
    (shelf.folder / "clinic.keys").write_bytes(before)
    with pytest.raises(OldKeys):
        vault.confirm(PASSPHRASE, now=NOON)
    with pytest.raises(OldKeys):
        _ = vault.people.has_recovery_code


def test_a_key_that_is_not_the_one_of_the_vault_confirms_nobody(shelf, monkeypatch):
    vault = shelf.create()
    monkeypatch.setattr(keys, "unwrapped", lambda *_, **__: ("", bytearray(32)))
    with pytest.raises(OldKeys):
        vault.confirm(PASSPHRASE, now=NOON)


def test_a_vault_that_knows_no_key_file_yet_takes_none_that_is_not_authentic(shelf):
    vault = shelf.create()
    with vault._store.writing() as writing:
        writing.db.execute("UPDATE key_file SET present = ''")
    vault.confirm(PASSPHRASE, now=NOON)
    slipped_in(shelf)
    with pytest.raises(VaultDamaged, match="changed by somebody"):
        vault.people.add("Nora", "", (Role.NURSE,), ADDED, now=NOON)


CHANGES = {
    "add": lambda vault: vault.people.add("Omar", "", (Role.NURSE,), ADDED, now=NOON),
    "name": lambda vault: vault.people.name_oneself("Dr Ada", "", now=NOON),
    "code": lambda vault: vault.people.use_recovery_code(vault.recovery_code, now=NOON),
    "key": lambda vault: vault.rekey(now=NOON, progress=lambda _share: None),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_no_change_makes_an_entry_authentic_that_was_slipped_in(shelf, monkeypatch, change):
    """Not even when the true file is back before anybody looks again."""
    vault = shelf.create()
    true = (shelf.folder / "clinic.keys").read_bytes()
    authenticate = keys.authenticated

    def meanwhile(*arguments):
        (shelf.folder / "clinic.keys").write_bytes(true)
        return authenticate(*arguments)

    slipped_in(shelf)
    monkeypatch.setattr(keys, "authenticated", meanwhile)
    with pytest.raises(OldKeys):
        change(vault)
    (shelf.folder / "clinic.keys").write_bytes(true)
    monkeypatch.undo()
    change(vault)
    assert read_keys(Places.of(shelf.path)).entry_of("ee") is None
    vault.close()
    assert shelf.open().check().problems == ()


def test_what_is_exchanged_while_a_change_is_made_does_not_come_in(shelf, monkeypatch):
    """The key of a passphrase takes half a second to derive: time enough to exchange the file."""
    vault = shelf.create()
    derive = keys.derived

    def meanwhile(*arguments):
        monkeypatch.undo()
        slipped_in(shelf)
        return derive(*arguments)

    monkeypatch.setattr(keys, "derived", meanwhile)
    vault.people.add("Omar", "", (Role.NURSE,), ADDED, now=NOON)
    file = read_keys(Places.of(shelf.path))
    assert file.entry_of("ee") is None
    assert keys.is_of(file, vault._store.copied_key())
    vault.close()
    assert shelf.open(ADDED).person.name == "Omar"


def test_putting_the_file_back_at_once_takes_no_change_back(shelf, monkeypatch):
    vault = shelf.create()
    write = keys.write_keys
    before = (shelf.folder / "clinic.keys").read_bytes()

    def written(*arguments):
        write(*arguments)
        (shelf.folder / "clinic.keys").write_bytes(before)

    monkeypatch.setattr(keys, "write_keys", written)
    vault.change_passphrase(PASSPHRASE, NEW, now=NOON)
    with pytest.raises(OldKeys):
        vault.confirm(PASSPHRASE, now=NOON)
    vault.close()
    with pytest.raises(OldKeys):
        shelf.open()


def test_another_key_that_could_not_even_be_undone_shuts_nobody_out(shelf, monkeypatch):
    """The key file leads to both keys then; what comes next is built for the one that stayed."""
    vault = shelf.create()
    vault.people.add("Nora", "", (Role.NURSE,), ADDED, now=NOON)
    write, written = keys.write_keys, []

    def once(path, file):
        written.append(path)
        if len(written) > 1:
            raise CannotWrite(path, "The disk is full.")
        write(path, file)

    def full(*_arguments):
        raise CannotSave("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(keys, "write_keys", once)
        patch.setattr(rekeying, "_copy_pages", full)
        with pytest.raises(CannotSave):
            vault.rekey(now=NOON, progress=lambda _share: None)
    assert read_keys(Places.of(shelf.path)).former
    vault.confirm(PASSPHRASE, now=NOON)
    vault.people.add("Omar", "", (Role.NURSE,), "first words for Omar", now=NOON)
    assert read_keys(Places.of(shelf.path)).former == ""
    vault.close()
    for passphrase, name in ((PASSPHRASE, ""), (ADDED, "Nora"), ("first words for Omar", "Omar")):
        vault = shelf.open(passphrase)
        assert vault.person.name == name
        vault.close()
