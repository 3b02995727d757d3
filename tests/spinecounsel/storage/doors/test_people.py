"""Several people on one vault: each with a passphrase, and only as long as they belong to it."""

import datetime as dt

import pytest

from spinecounsel.storage import (
    Act,
    LastAdministrator,
    NameMissing,
    NameTaken,
    NameUnfit,
    NobodyThere,
    NotAllowed,
    OldKeys,
    OwnRoles,
    Role,
    RoleMissing,
    VaultDamaged,
    WeakPassphrase,
    WrongPassphrase,
    create_vault,
    vault_state,
)
from spinecounsel.storage.files.places import Opener, Places, read_keys
from spinecounsel.storage.keys.keys import authenticated, with_entry
from spinecounsel.storage.keys.secrecy import secret_of
from tests.spinecounsel.storage.conftest import NOON, PASSPHRASE

FIRST, SECOND = "first words for Nora", "words of Noras own"


def with_nora(shelf, *, roles=(Role.NURSE,)):
    """A vault of two: its first person, and a nurse who has taken a passphrase of her own."""
    vault = shelf.create()
    vault.people.name_oneself("Dr Ada", "surgeon", now=NOON)
    nora = vault.people.add("Nora", "nurse", roles, FIRST, now=NOON)
    vault.close()
    vault = shelf.open(FIRST)
    vault.change_passphrase(FIRST, SECOND, now=NOON)
    vault.close()
    return nora.id


def kinds(vault):
    return [event.kind for event in vault.events("")]


def test_somebody_added_opens_the_vault_and_the_first_passphrase_is_changed_before_all_else(shelf):
    vault = shelf.create()
    nora = vault.people.add(" Nora  Sample ", "nurse", (Role.NURSE,), FIRST, now=NOON)
    assert (nora.name, nora.roles) == ("Nora Sample", (Role.NURSE,))
    vault.close()
    vault = shelf.open(FIRST)
    assert vault.person.id == nora.id
    assert vault.person.temporary
    assert vault.rights == frozenset()
    with pytest.raises(NotAllowed):
        vault.search()
    with pytest.raises(WeakPassphrase):
        vault.change_passphrase(FIRST, FIRST, now=NOON)
    vault.change_passphrase(FIRST, SECOND, now=NOON)
    assert vault.rights == {Act.READ, Act.PREPARE}
    assert vault.search() == ()
    vault.close()
    with pytest.raises(WrongPassphrase):
        shelf.open(FIRST)
    assert not shelf.open(SECOND).person.temporary


def test_the_names_of_who_can_open_it_are_known_before_and_nothing_else_of_them(shelf):
    with_nora(shelf)
    state = vault_state(shelf.path)
    assert [person.name for person in state.people] == ["Dr Ada", "Nora"]
    assert not state.has_code
    text = (shelf.folder / "clinic.keys").read_text()
    assert "surgeon" not in text
    assert "nurse" not in text


def test_who_says_who_opens_it_is_tried_alone(shelf):
    nora = with_nora(shelf)
    with pytest.raises(WrongPassphrase):
        shelf.open(PASSPHRASE, person=nora)
    assert shelf.open(SECOND, person=nora).person.name == "Nora"


def test_the_trail_says_who_did_what_and_names_nobody(shelf):
    nora = with_nora(shelf)
    vault = shelf.open()
    vault.people.change_roles(nora, (Role.READER, Role.AUDITOR), now=NOON)
    vault.people.give_passphrase(nora, FIRST, now=NOON)
    vault.people.remove(nora, now=NOON)
    assert kinds(vault) == [
        "vault created",
        "person renamed",
        "person added",
        "vault opened",
        "passphrase changed",
        "vault opened",
        "roles changed",
        "passphrase given",
        "person removed",
    ]
    changed, *_ = [event for event in vault.events("") if event.kind == "roles changed"]
    assert changed.payload == {"person": nora, "roles": ["reader", "auditor"]}
    assert {event.by for event in vault.events("")} == {vault.person.id, nora}
    assert "Nora" not in str(vault.events(""))


def test_someone_removed_opens_nothing_and_keeps_the_name(shelf):
    nora = with_nora(shelf)
    vault = shelf.open()
    vault.people.remove(nora, now=NOON)
    vault.close()
    with pytest.raises(WrongPassphrase):
        shelf.open(SECOND)
    assert [person.name for person in vault_state(shelf.path).people] == ["Dr Ada"]
    vault = shelf.open()
    (gone,) = [person for person in vault.people.everybody() if not person.active]
    assert (gone.id, gone.name) == (nora, "Nora")
    for act in (
        lambda: vault.people.remove(nora, now=NOON),
        lambda: vault.people.change_roles(nora, (Role.NURSE,), now=NOON),
        lambda: vault.people.give_passphrase(nora, FIRST, now=NOON),
        lambda: vault.people.remove("nobody", now=NOON),
    ):
        with pytest.raises(NobodyThere):
            act()
    vault.people.add("Nora", "nurse", (Role.NURSE,), FIRST, now=NOON)


def put_back(shelf, name, data):
    (shelf.folder / name).write_bytes(data)


def test_a_removed_person_with_the_key_file_of_before_opens_nothing(shelf):
    nora = with_nora(shelf)
    before = (shelf.folder / "clinic.keys").read_bytes()
    vault = shelf.open()
    vault.people.remove(nora, now=NOON)
    vault.close()
    after = (shelf.folder / "clinic.keys").read_bytes()
    put_back(shelf, "clinic.keys", before)
    digests = shelf.digests()
    for passphrase in (SECOND, PASSPHRASE):
        with pytest.raises(OldKeys, match="another one was put in its place"):
            shelf.open(passphrase)
    assert shelf.digests() == digests
    put_back(shelf, "clinic.keys", after)
    shelf.open()


def test_an_old_passphrase_with_the_key_file_of_before_opens_nothing(shelf):
    shelf.create().close()
    before = (shelf.folder / "clinic.keys").read_bytes()
    vault = shelf.open()
    vault.change_passphrase(PASSPHRASE, "other words of trial", now=NOON)
    vault.close()
    with pytest.raises(WrongPassphrase):
        shelf.open(PASSPHRASE)
    put_back(shelf, "clinic.keys", before)
    with pytest.raises(OldKeys):
        shelf.open(PASSPHRASE, now=NOON + dt.timedelta(hours=1))


def test_a_key_file_of_before_is_not_changed_either(shelf):
    vault = shelf.create()
    before = (shelf.folder / "clinic.keys").read_bytes()
    vault.change_passphrase(PASSPHRASE, "other words of trial", now=NOON)
    put_back(shelf, "clinic.keys", before)
    with pytest.raises(OldKeys):
        vault.people.use_recovery_code(vault.recovery_code, now=NOON)


def test_whoever_slips_in_a_way_of_their_own_is_noticed(shelf):
    """With only the file: a key pair of one's own, and any key that one knows, but not the one."""
    vault = shelf.create()
    means = vault._keyring.means
    vault.close()
    places = Places.of(shelf.path)
    keys = read_keys(places)
    mine = bytearray(32)
    slipped = with_entry(keys, mine, Opener(id="ff" * 8, name="Eve"), secret_of(SECOND), means)
    put_back(shelf, "clinic.keys", shelf.encoded(slipped))
    with pytest.raises(VaultDamaged, match="changed by somebody"):
        shelf.open(PASSPHRASE)
    with pytest.raises(VaultDamaged):
        shelf.open(SECOND)
    put_back(shelf, "clinic.keys", shelf.encoded(authenticated(keys, mine)))
    with pytest.raises(VaultDamaged, match="changed by somebody"):
        shelf.open(PASSPHRASE)


def test_there_is_always_an_administrator(shelf):
    nora = with_nora(shelf)
    vault = shelf.open()
    own = vault.person.id
    for act in (
        lambda: vault.people.remove(own, now=NOON),
        lambda: vault.people.change_roles(own, (Role.CLINICIAN,), now=NOON),
    ):
        with pytest.raises(LastAdministrator, match="Nothing was changed"):
            act()
    vault.people.change_roles(nora, (Role.ADMINISTRATOR,), now=NOON)
    vault.people.change_roles(own, (Role.CLINICIAN,), now=NOON)
    assert vault.rights == {Act.READ, Act.PREPARE, Act.SIGN}, "it counts at once"
    with pytest.raises(NotAllowed):
        vault.people.remove(nora, now=NOON)
    vault.close()
    vault = shelf.open(SECOND)
    vault.people.remove(own, now=NOON)
    vault.close()
    with pytest.raises(WrongPassphrase):
        shelf.open(PASSPHRASE)


def test_who_removes_oneself_can_do_nothing_more(shelf):
    with_nora(shelf, roles=(Role.ADMINISTRATOR,))
    vault = shelf.open()
    vault.people.remove(vault.person.id, now=NOON)
    assert vault.rights == frozenset()


def test_somebody_who_forgot_gets_another_passphrase_and_changes_it(shelf):
    nora = with_nora(shelf)
    vault = shelf.open()
    assert vault.people.give_passphrase(nora, "given to Nora today", now=NOON).temporary
    vault.close()
    with pytest.raises(WrongPassphrase):
        shelf.open(SECOND)
    vault = shelf.open("given to Nora today")
    assert vault.rights == frozenset()
    vault.change_passphrase("given to Nora today", SECOND, now=NOON)
    assert vault.rights == {Act.READ, Act.PREPARE}


def test_ones_own_passphrase_is_not_given_but_changed(shelf):
    vault = shelf.create()
    with pytest.raises(NotAllowed):
        vault.people.give_passphrase(vault.person.id, "given to myself", now=NOON)


def test_what_makes_no_person_is_said(shelf):
    vault = shelf.create()
    vault.people.name_oneself("Dr Ada", "", now=NOON)
    before = shelf.digests()
    for error, name, roles, passphrase in (
        (NameMissing, " ", (Role.NURSE,), FIRST),
        (NameTaken, "dr  ada", (Role.NURSE,), FIRST),
        (RoleMissing, "Nora", (), FIRST),
        (WeakPassphrase, "Nora", (Role.NURSE,), "short"),
    ):
        with pytest.raises(error):
            vault.people.add(name, "", roles, passphrase, now=NOON)
    assert shelf.digests() == before
    vault.people.add("Nora", "", (Role.NURSE,), FIRST, now=NOON)
    with pytest.raises(NameTaken):
        vault.people.name_oneself("Nora", "", now=NOON)


@pytest.mark.parametrize(
    "name",
    [
        "Dr. M\u00fcller",
        "Dr. Mu\u0308ller",
        "DR. M\u00dcLLER",
        "Dr. M\u00fcller\u200c",
        "Dr\uff0e Mu\u200d\u0308ller",
    ],
)
def test_two_names_that_read_the_same_are_one(shelf, name):
    vault = shelf.create()
    vault.people.name_oneself("Dr. M\u00fcller", "", now=NOON)
    with pytest.raises(NameTaken):
        vault.people.add(name, "", (Role.NURSE,), FIRST, now=NOON)
    vault.people.add("Dr. Muller", "", (Role.NURSE,), FIRST, now=NOON)


def test_the_first_key_file_has_a_successor(shelf):
    """Format 1 becomes format 2 when the vault is opened: its one moment with a passphrase."""
    import shutil

    from tests.spinecounsel.storage.database.test_schema import VAULTS

    shutil.copytree(VAULTS / "schema-1", shelf.folder)
    before = (shelf.folder / "clinic.keys").read_bytes()
    assert read_keys(Places.of(shelf.path)).format == 1
    shelf.open().close()
    assert read_keys(Places.of(shelf.path)).format == 2
    vault = shelf.open()
    assert vault.check().problems == ()
    vault.people.add("Nora", "nurse", (Role.NURSE,), FIRST, now=NOON)
    code = vault.people.offer_recovery_code()
    vault.people.use_recovery_code(code, now=NOON)
    own = vault.person.id
    vault.close()
    put_back(shelf, "clinic.keys", before)
    with pytest.raises(OldKeys):
        shelf.open()
    after = vault_state(shelf.path)
    assert not after.has_code
    assert [person.id for person in after.people] == [own]
    assert code


def test_nobody_lets_oneself_do_more_while_another_could_be_asked(shelf):
    vault = shelf.create()
    own = vault.person.id
    alone = (Role.CLINICIAN, Role.ADMINISTRATOR, Role.AUDITOR)
    vault.people.change_roles(own, alone, now=NOON)  # nobody else could be asked
    vault.people.name_oneself("Ada", "", now=NOON)
    nora = vault.people.add("Nora", "", (Role.ADMINISTRATOR,), FIRST, now=NOON).id
    vault.close()
    vault = shelf.open(FIRST)
    vault.change_passphrase(FIRST, SECOND, now=NOON)
    before = vault._store.standing
    with pytest.raises(OwnRoles, match="Ask another administrator"):
        vault.people.change_roles(nora, (Role.ADMINISTRATOR, Role.CLINICIAN), now=NOON)
    assert vault._store.standing == before
    assert vault.rights == {Act.KEEP_PEOPLE, Act.KEEP_VAULT}
    vault.people.change_roles(own, (Role.READER,), now=NOON)  # others' roles, and one's own less
    vault.people.add("Cora", "", (Role.ADMINISTRATOR,), FIRST, now=NOON)
    vault.people.change_roles(nora, (Role.ADMINISTRATOR,), now=NOON)


@pytest.mark.parametrize(
    "name", ["a" * 101, "Ada\u202e", "Ada\u2066 Sample", "Ada\x07", "Ada\u200bSample"]
)
def test_a_name_that_misleads_or_fills_the_window_is_refused(shelf, name):
    with pytest.raises(NameUnfit, match="100 characters"):
        create_vault(shelf.path, PASSPHRASE, now=NOON, name=name)
    assert not shelf.path.exists()
    vault = shelf.create()
    with pytest.raises(NameUnfit):
        vault.people.add(name, "", (Role.NURSE,), FIRST, now=NOON)
    with pytest.raises(NameUnfit):
        vault.people.add("Nora", name, (Role.NURSE,), FIRST, now=NOON)
    with pytest.raises(NameUnfit):
        vault.people.name_oneself(name, "", now=NOON)
    vault.people.name_oneself("A" * 100, "\u0646\u200c\u0627", now=NOON)  # letters need joiners


def test_where_names_are_chosen_a_wrong_try_asks_for_the_name(shelf):
    nora = with_nora(shelf)
    with pytest.raises(WrongPassphrase, match="Is the right name chosen"):
        shelf.open(PASSPHRASE, person=nora)
    with pytest.raises(WrongPassphrase, match="of this vault"):
        shelf.open("no words of anybody")
