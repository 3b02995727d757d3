"""The list of keys: what is made of it for shortcuts, and for people."""

import pytest

from spinecounsel.viewing.keys import Where, all_keys, keys_view, shortcuts, spoken


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("Ctrl+PgDown", "Ctrl + Page Down"),
        ("Ctrl++", "Ctrl + plus"),
        ("Ctrl+-", "Ctrl + minus"),
        ("F1", "F1"),
        ("Shift+Tab", "Shift + Tab"),
        ("D", "D"),
    ],
)
def test_keys_are_said_as_they_stand_on_a_keyboard(keys, said):
    assert spoken([keys]) == said


def test_a_mac_has_other_names_for_the_same_keys():
    assert spoken(["Ctrl+L", "Alt+Left"], mac=True) == "Cmd + L or Option + Left"


def test_one_key_does_one_thing_in_one_place():
    places = [(each.where, key) for each in all_keys() for key in each.keys]
    told_apart = [each for each in places if each[0] not in {Where.CONTROLS, Where.RAIL}]
    assert len(told_apart) == len(set(told_apart))
    acts = [(each.where, each.act) for each in all_keys()]
    assert len(acts) == len(set(acts))


def test_a_page_shows_its_own_keys_first_and_no_others():
    walk = [group.title for group in keys_view("walk", walking=True)]
    assert walk[0] == "On the walk through an option"
    assert "In a consultation" in walk
    assert "In the list of consultations" not in walk
    library = [group.title for group in keys_view("library")]
    assert library[0] == "In the list of consultations"
    assert "In a consultation" not in library


def test_without_a_page_every_key_is_there():
    lines = [line for group in keys_view() for line in group.lines]
    assert len(lines) == len(all_keys())
    assert all(line.keys and line.words.endswith(".") for line in lines)


def test_shortcuts_come_from_the_same_list():
    assert ("larger", "Ctrl++") in shortcuts(Where.ALWAYS)
    assert ("larger", "Ctrl+=") in shortcuts(Where.ALWAYS)
    assert {act for act, _ in shortcuts(Where.WALK)} >= {"discussed", "material", "ask"}
