"""The check of a whole vault in slices names the first thing that is wrong."""

import pytest

from spinecounsel.storage import VaultClosed
from spinecounsel.storage.database import chain
from spinecounsel.storage.database.schema import TRIGGERS
from spinecounsel.storage.doors import verifying
from tests.spinecounsel.storage.conftest import NOON


@pytest.fixture
def vault(shelf, entry):
    vault = shelf.create()
    for number in range(25):
        vault.file_record(entry(f"r{number:02}", minutes=number), b"%PDF", "seal")
    vault.save_draft(entry("d1", minutes=99))
    return vault


def change(vault, *statements):
    """Change what only somebody with the key and other tools can change, triggers put back."""
    db = vault._store._database()
    db.conn.set_authorizer(None)
    for name in TRIGGERS:
        db.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        db.execute(statement)
    for trigger in TRIGGERS.values():
        db.execute(trigger)


def followed(vault):
    check = vault.begin_check()
    slices = 1
    while check.go_on():
        slices += 1
    return check.problem, slices


def test_a_good_vault_is_gone_through_in_many_slices(vault, monkeypatch):
    monkeypatch.setattr(chain.followed, "__kwdefaults__", {"most": 7})
    problem, slices = followed(vault)
    assert problem == ""
    assert slices > 25 / 7 + 25 / verifying.RECORDS


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE event SET payload = '{}' WHERE number = 9", "event 9 is not what was written"),
        ("DELETE FROM event WHERE number = 9", "event 9 is"),
        ("UPDATE event SET previous = zeroblob(32) WHERE number = 9", "event 9 is not"),
        ("UPDATE event SET number = 99 WHERE number = 26", "event 26 is gone"),
        ("UPDATE record SET body = x'00' WHERE id = 'r11'", "record r11 is not what was filed"),
        (
            "UPDATE record SET document = body WHERE id = 'r11'",
            "record r11 is not what was filed",
        ),
        ("UPDATE listing SET fields = replace(fields, 'Maria', 'Mario') WHERE id = 'r07'", "r07"),
        ("DELETE FROM record WHERE id = 'r11'", "record r11 is gone"),
        ("DELETE FROM listing WHERE id = 'd1'", "draft d1 is not in the list"),
        ("INSERT INTO record VALUES (99, 'forged', '{}', '', x'00', x'00')", "record forged"),
    ],
)
def test_the_first_wrong_thing_is_named(vault, statement, words):
    change(vault, statement)
    problem, _ = followed(vault)
    assert words in problem
    assert any(words in each for each in vault.check().problems)


def test_two_records_that_changed_places_are_named(vault):
    swap = (
        "UPDATE record SET id = 'x' WHERE id = 'r03'",
        "UPDATE record SET id = 'r03' WHERE id = 'r04'",
        "UPDATE record SET id = 'r04' WHERE id = 'x'",
    )
    change(vault, *swap)
    assert "not what was filed" in followed(vault)[0]


def test_the_end_of_the_trail_cut_off_is_named(vault):
    change(vault, "DELETE FROM event WHERE number > 20")
    assert "ends too early, with event 20" in followed(vault)[0]


def test_work_between_the_slices_is_no_problem(vault, entry):
    check = vault.begin_check()
    number = 0
    while check.go_on():
        number += 1
        vault.save_draft(entry(f"new {number}", minutes=200 + number))
        vault.append_event("r01", "opened", {}, now=NOON)
        assert number < 100
    assert check.problem == ""


def test_of_a_closed_vault_no_slice_is_done(vault):
    check = vault.begin_check()
    vault.close()
    with pytest.raises(VaultClosed):
        check.go_on()


def test_at_most_so_many_problems_are_told(vault):
    change(vault, "UPDATE record SET body = x'00'")
    assert len(vault.check().problems) == verifying.MOST_PROBLEMS
