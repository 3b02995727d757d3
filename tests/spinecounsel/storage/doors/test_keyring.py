"""The key file and the vault go together, wherever a change of the key file is cut short."""

import pytest

from spinecounsel.files import CannotWrite
from spinecounsel.storage import Role, WrongPassphrase
from spinecounsel.storage.database.store import Store
from spinecounsel.storage.doors import keyring
from spinecounsel.storage.doors.keyring import note_of
from spinecounsel.storage.keys import keys
from tests.spinecounsel.storage.conftest import NOON, PASSPHRASE

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
    from spinecounsel.storage import CannotSave

    vault = shelf.create()
    settle = keyring.Keyring.settle
    calls = []

    def sometimes(self):
        calls.append(1)
        if len(calls) == 2:
            raise CannotSave("The disk is full.")
        settle(self)

    monkeypatch.setattr(keyring.Keyring, "settle", sometimes)
    vault.people.add("Nora", "nurse", (Role.NURSE,), ADDED, now=NOON)
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
