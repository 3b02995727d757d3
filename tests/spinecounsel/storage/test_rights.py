"""Who may do what: the table of roles, and every door of the vault with what it asks for."""

import inspect
from unittest.mock import MagicMock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecounsel.storage import Act, NotAllowed, Role, Vault
from spinecounsel.storage.doors.acting import Acting, Emergency
from spinecounsel.storage.rights import RIGHTS, rights_of
from tests.spinecounsel.storage.conftest import NOON

READ, PREPARE, SIGN = {Act.READ}, {Act.PREPARE}, {Act.SIGN}
PEOPLE, VAULT, TRAIL = {Act.KEEP_PEOPLE}, {Act.KEEP_VAULT}, {Act.READ_TRAIL}
ANY = set(Act)  # any role at all: not who was removed, not before a given passphrase is changed

# one of each set is needed; a door that asks nothing says why
DOORS = {
    "save_draft": [PREPARE],
    "draft": [READ],
    "discard_draft": [PREPARE],
    "file_record": [SIGN],
    "record": [READ],
    "append_event": [ANY],
    "events": [READ | TRAIL],
    "search": [READ],
    "count": [READ],
    "seal_keys": [ANY],
    "add_seal_key": [READ | VAULT],
    "confirm": [],  # it asks for the passphrase
    "change_passphrase": [],  # it asks for the passphrase, and who was given one must do this first
    "rekey": [PEOPLE],
    "check": [VAULT | TRAIL],
    "begin_check": [],  # it runs by itself after each opening and tells only what is wrong
    "break_glass": [ANY],
    "lock": [],  # everybody may lock
    "close": [],
    "path": [],
    "head": [],  # it stands in every document too
    "has_come_to": [],  # it tells whether the head of a document is in the trail
    "person": [],
    "rights": [],
    "people.everybody": [],  # names and roles stand in each record too
    "people.add": [PEOPLE],
    "people.remove": [PEOPLE],
    "people.change_roles": [PEOPLE],
    "people.give_passphrase": [PEOPLE],
    "people.change_passphrase": [],
    "people.name_oneself": [ANY],
    "people.offer_recovery_code": [PEOPLE],
    "people.use_recovery_code": [],  # only what was offered to who may have it
    "people.has_recovery_code": [],  # the first page shows it too
    "second_factor.whose": [],  # it tells who, not what
    "second_factor.offer": [ANY],
    "second_factor.switch_on": [ANY],
    "second_factor.switch_off_own": [ANY],
    "second_factor.switch_off": [PEOPLE],
    "revisions.of": [READ],
    "revisions.body": [READ],
    "revisions.begin_sitting": [],  # these three serve save_draft, which asks
    "revisions.keep": [],
    "revisions.remember": [],
    "later.file": [SIGN],
    "later.of": [READ],
    "retention.years": [],
    "retention.set_years": [VAULT],
    "retention.due": [VAULT],
    "settings.all": [],  # nothing of a patient is a setting
    "settings.keep": [VAULT],
    "settings.first_start": [],
    "settings.keep_first_start": [VAULT],
    "parting.find": [VAULT],
    "parting.erase": [VAULT],
    "parting.unfinished": [],
    "parting.finish": [VAULT],
    "parting.copies": [VAULT],
    "trail.page": [TRAIL],
    "mark.enter": [],  # it is about whoever just opened the vault
    "mark.point": [],  # random ids only
    "mark.wipe": [],
    "backups.state": [],
    "backups.set_rule": [VAULT],
    "backups.begin": [VAULT],
    "backups.begin_due": [],  # a backup that is due is made whoever is there
    "backups.note": [],
    "backups.make": [VAULT],
    "backups.begin_check": [VAULT],
    "backups.note_check": [],
    "backups.check": [VAULT],
    "transfer.ident": [],
    "transfer.record_ids": [READ, VAULT],
    "transfer.note_export": [READ],
    "transfer.take": [VAULT],
}


def doors_of(vault):
    """Every public method and property of the vault and of its facets, by its name."""
    facets = {
        name: value
        for name, value in vars(vault).items()
        if not name.startswith("_") and type(value).__module__.startswith("spinecounsel.storage")
    }
    return {
        name if not facet else f"{facet}.{name}": (thing, name)
        for facet, thing in {"": vault, **facets}.items()
        for name in vars(type(thing))
        if not name.startswith("_")
    }


def went_through(thing, name):
    """Go through a door with arguments that are good for nothing."""
    found = inspect.getattr_static(type(thing), name)
    if not inspect.isfunction(found):
        return getattr(thing, name)
    given = list(inspect.signature(found).parameters.values())[1:]
    named = {each.name: MagicMock() for each in given if each.kind is each.KEYWORD_ONLY}
    return getattr(thing, name)(*[MagicMock() for each in given if each.name not in named], **named)


def test_every_door_is_in_the_table(shelf):
    assert doors_of(shelf.create()).keys() == DOORS.keys()


class Asked(Exception):
    pass


@pytest.mark.parametrize("door", [door for door, asked in DOORS.items() if asked])
def test_each_door_asks_for_what_the_table_says_before_all_else(shelf, monkeypatch, door):
    thing, name = doors_of(shelf.create())[door]
    asked = []

    def must(_acting, *acts):
        asked.append(set(acts))
        if len(asked) == len(DOORS[door]):
            raise Asked

    monkeypatch.setattr(Acting, "must", must)
    with pytest.raises(Asked):
        went_through(thing, name)
    assert asked == DOORS[door]


def opened_as(shelf, roles):
    vault = shelf.create()
    vault.people.name_oneself("Dr Ada", "", now=NOON)
    vault.people.add("Nora", "", roles, "first words here", now=NOON)
    vault.close()
    vault = shelf.open("first words here")
    vault.change_passphrase("first words here", "words of her own", now=NOON)
    return vault


def refused(vault):
    """The doors that this person does not get through, and none of them changes anything."""
    before = vault._store.standing
    found = set()
    for door, (thing, name) in doors_of(vault).items():
        if all(not asked.isdisjoint(vault.rights) for asked in DOORS[door]):
            continue
        with pytest.raises(NotAllowed, match="Nothing was changed"):
            went_through(thing, name)
        found.add(door)
    assert vault._store.standing == before
    return found


@pytest.mark.parametrize("role", Role)
def test_a_role_gets_through_its_own_doors_only(shelf, role):
    vault = opened_as(shelf, (role,))
    assert vault.rights == RIGHTS[role]
    expected = {
        door
        for door, sets in DOORS.items()
        if any(asked.isdisjoint(RIGHTS[role]) for asked in sets)
    }
    assert refused(vault) == expected
    assert expected


def test_nobody_gets_through_before_a_given_passphrase_is_changed(shelf):
    vault = shelf.create()
    vault.people.name_oneself("Dr Ada", "", now=NOON)
    vault.people.add("Nora", "", tuple(Role), "first words here", now=NOON)
    vault.close()
    assert refused(shelf.open("first words here")) == {door for door, sets in DOORS.items() if sets}


@given(
    roles=st.lists(st.sampled_from(Role), max_size=5).map(tuple), acts=st.sets(st.sampled_from(Act))
)
def test_several_roles_may_do_what_any_of_them_may(roles, acts):
    assert rights_of(roles) == set().union(*(RIGHTS[role] for role in roles))
    person = MagicMock(roles=roles, active=True, temporary=False)
    acting = Acting(MagicMock(), person)
    if acts & rights_of(roles):
        acting.must(*acts)
    else:
        with pytest.raises(NotAllowed):
            acting.must(*acts)


def test_the_table_of_roles_is_as_it_was_agreed():
    """A change here is a decision, not a slip."""
    assert {role: {str(act) for act in acts} for role, acts in RIGHTS.items()} == {
        "clinician": {"read", "prepare", "sign"},
        "nurse": {"read", "prepare"},
        "reader": {"read"},
        "administrator": {"keep people", "keep vault"},
        "auditor": {"read trail"},
    }
    assert all(hasattr(Vault, door) for door in DOORS if "." not in door)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.AUDITOR])
def test_breaking_the_glass_lets_somebody_read_and_marks_all_that_follows(shelf, entry, role):
    vault = shelf.create()
    vault.save_draft(entry("d1"))
    vault.close()
    vault = opened_as_again(shelf, role)
    with pytest.raises(NotAllowed):
        vault.draft("d1")
    vault.break_glass(Emergency.PATIENT, now=NOON)
    assert vault.draft("d1").id == "d1"
    with pytest.raises(NotAllowed):
        vault.save_draft(entry("d1", minutes=1))
    vault.append_event("d1", "opened", {}, now=NOON)
    *_, broke = vault.events("")
    assert broke.kind == "emergency access"
    assert broke.by == vault.person.id
    assert broke.payload == {"reason": "a patient needs care now"}
    *_, looked = vault.events("d1")
    assert looked.payload == {"emergency": True}
    vault.close()
    vault = shelf.open("words of her own")
    assert Act.READ not in vault.rights, "it ends with the lock"
    with pytest.raises(NotAllowed):
        vault.draft("d1")


def opened_as_again(shelf, role):
    vault = shelf.open()
    vault.people.name_oneself("Dr Ada", "", now=NOON)
    vault.people.add("Nora", "", (role,), "first words here", now=NOON)
    vault.close()
    vault = shelf.open("first words here")
    vault.change_passphrase("first words here", "words of her own", now=NOON)
    return vault


def test_who_may_read_anyway_breaks_nothing(shelf):
    vault = shelf.create()
    vault.break_glass(Emergency.LAW, now=NOON)
    assert [event.kind for event in vault.events("")] == ["vault created"]


def test_no_glass_is_broken_before_a_given_passphrase_is_changed(shelf):
    vault = shelf.create()
    vault.people.name_oneself("Dr Ada", "", now=NOON)
    vault.people.add("Nora", "", (Role.AUDITOR,), "first words here", now=NOON)
    vault.close()
    with pytest.raises(NotAllowed):
        shelf.open("first words here").break_glass(Emergency.PATIENT, now=NOON)
