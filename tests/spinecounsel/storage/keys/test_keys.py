"""The key file: everything in it is bound to a passphrase or to the key of the vault."""

import hashlib

import pytest
from msgspec.structs import replace

from spinecounsel.storage import (
    CannotOpen,
    NotEnoughMemory,
    Role,
    VaultDamaged,
    WrongPassphrase,
    create_vault,
)
from spinecounsel.storage.files.places import KEYS_FORMAT, KeyFile, Opener, Places, read_keys
from spinecounsel.storage.keys import keys
from spinecounsel.storage.keys.costs import tuned
from tests.spinecounsel.storage.conftest import NOON, PASSPHRASE, QUICK


def write_keys(shelf, **changes):
    """Change the key file, with the digest that it has to have, as anybody could."""
    file = replace(read_keys(Places.of(shelf.path)), **changes)
    keys.write_keys(shelf.folder / "clinic.keys", replace(file, sha256=file.digest()))


def first_entry_with(shelf, **changes):
    first, *others = read_keys(Places.of(shelf.path)).entries
    write_keys(shelf, entries=(replace(first, **changes), *others))


@pytest.mark.parametrize(
    "field",
    [
        "time_cost",
        "memory_kib",
        "lanes",
        "salt",
        "nonce",
        "private",
        "public",
        "ephemeral",
        "sealed",
        "kdf",
    ],
)
def test_key_parameters_nobody_wrote_are_damage(shelf, field):
    shelf.create().close()
    value = getattr(read_keys(Places.of(shelf.path)).entries[0], field)
    first_entry_with(shelf, **{field: 10**12 if isinstance(value, int) else "zz"})
    with pytest.raises(VaultDamaged, match="key file"):
        shelf.open()


@pytest.mark.parametrize(
    "changes", [{"person": "somebody"}, {"time_cost": 2}, {"public": "00" * 32}]
)
def test_the_private_half_is_bound_to_person_cost_and_public_half(shelf, changes):
    shelf.create().close()
    first_entry_with(shelf, **changes)
    with pytest.raises(WrongPassphrase):
        shelf.open()


@pytest.mark.parametrize(
    "changes", [{"name": "Another"}, {"ephemeral": "00" * 32}, {"sealed": "00" * 48}]
)
def test_what_the_passphrase_does_not_cover_the_key_of_the_vault_does(shelf, changes):
    shelf.create().close()
    first_entry_with(shelf, **changes)
    with pytest.raises(VaultDamaged, match="changed by somebody"):
        shelf.open()


def test_the_vault_is_bound_to_its_keys(shelf):
    shelf.create().close()
    write_keys(shelf, vault="00" * 16)
    with pytest.raises(WrongPassphrase):
        shelf.open()


def no_memory(*_arguments):
    raise MemoryError


def test_a_machine_with_too_little_memory_says_so_and_changes_nothing(shelf, monkeypatch):
    vault = shelf.create()
    before = shelf.digests()
    monkeypatch.setattr(keys, "derived", no_memory)
    with pytest.raises(NotEnoughMemory, match="Nothing was changed"):
        vault.people.add("Nora", "", (Role.NURSE,), "first words here", now=NOON)
    assert shelf.digests() == before
    vault.close()
    with pytest.raises(CannotOpen, match="not enough memory"):
        shelf.open()
    monkeypatch.undo()
    shelf.open()


@pytest.fixture
def tried(monkeypatch):
    """What guesses cost that were made; each takes no time here."""
    costs = []

    def at_once(secret, salt, cost):
        costs.append(cost)
        return hashlib.sha256(secret + salt).digest()

    monkeypatch.setattr(keys, "derived", at_once)
    return costs


@pytest.mark.parametrize("memory", [10**9, 70_000, 40_000, 20_000])
def test_what_the_fastest_machine_writes_opens_everywhere(shelf, tried, memory):
    def no_time(cost):
        if cost.memory_kib > memory:
            raise MemoryError
        return 0.0

    dearest = tuned(no_time, lanes=4)
    create_vault(shelf.path, PASSPHRASE, now=NOON, random=shelf.random, cost=dearest).close()
    shelf.open().close()
    assert tried == [dearest] * 2


@pytest.mark.parametrize(
    "dear",
    [
        {"memory_kib": 1024 * 1024},
        {"memory_kib": 256 * 1024, "time_cost": 16},
        {"time_cost": 17},
        {"memory_kib": 1024, "lanes": 16},
    ],
)
def test_a_key_file_that_asks_for_more_than_any_machine_wrote_is_not_tried(shelf, tried, dear):
    shelf.create().close()
    tried.clear()
    first_entry_with(shelf, **dear)
    with pytest.raises(VaultDamaged, match="never wrote"):
        shelf.open()
    assert tried == []


def crowd(shelf, people):
    blank = KeyFile(format=KEYS_FORMAT, vault="v", created=NOON, entries=())
    who, means = Opener(id="a", name=""), keys.Means(shelf.random, QUICK)
    (entry,) = keys.with_entry(blank, bytearray(32), who, b"their own words", means).entries
    return replace(blank, entries=tuple(replace(entry, person=person) for person in people))


@pytest.mark.parametrize(
    ("people", "user", "tries"),
    [
        ([f"{n:x}" for n in range(keys.MOST_TRIED * 2)], "", keys.MOST_TRIED),
        ([f"{n:x}" for n in range(300)], "2a", 1),
        (["a"] * 1000, "", 1),
        (["a"] * 1000, "a", 1),
    ],
)
def test_a_key_file_with_a_crowd_in_it_is_not_tried_for_ever(shelf, tried, people, user, tries):
    file = crowd(shelf, people)
    tried.clear()
    with pytest.raises(WrongPassphrase):
        keys.unwrapped(file, "not their words", shelf.path, user=user)
    assert len(tried) == tries
