"""The key file: everything in it is bound to a passphrase or to the key of the vault."""

import pytest
from msgspec.structs import replace

from spinecounsel.storage import CannotOpen, NotEnoughMemory, Role, VaultDamaged, WrongPassphrase
from spinecounsel.storage.files.places import Places, read_keys
from spinecounsel.storage.keys import keys
from tests.spinecounsel.storage.conftest import NOON


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
