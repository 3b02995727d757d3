"""Keeping and erasing at the screen of the vault, and its trail; with a real vault."""

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from tests.helpers import records
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from ui.widgets.text import Text

RECORD = records.given()
NUMBER = RECORD.patient.number


@pytest.fixture
def program(qtbot, tmp_path, clock):
    """The program with the screen of a vault in which one record lies."""
    clock.forward(days=7)
    quick_vault(tmp_path, clock())
    with program_in(tmp_path, clock) as made:
        cabinet = made.session.cabinet
        cabinet.unlock(PASSPHRASE, done=lambda _: None, failed=pytest.fail)
        settle(made)
        cabinet.file(RECORD, done=lambda _: None, failed=pytest.fail)
        settle(made)
        made.window.resize(1366, 768)
        made.window.show()
        made.desk.vault.open()
        made.desk.vault.show_section("keeping")
        settle(made)
        yield made


def settle(program):
    for _ in range(6):
        program.session.cabinet.worker.settle()


def part(program, name, kind=QPushButton):
    return program.window.findChild(kind, f"vault.{name}")


def press(program, name):
    part(program, name).click()
    settle(program)


def write(program, name, text):
    edit = part(program, name, QLineEdit)
    edit.setText(text)
    edit.textEdited.emit(text)


def words(program):
    shown = part(program, "keeping", QWidget).findChildren(Text)
    return "\n".join(text.text() for text in shown if text.isVisible())


def find(program, number=NUMBER):
    write(program, "keeping.number", number)
    press(program, "keeping.find")


def test_a_patient_is_found_by_the_whole_number_only_and_nobody_is_named(program):
    find(program, NUMBER[:-1])
    assert "Nothing is kept under exactly this number" in words(program)
    find(program)
    assert "1 record, 0 drafts." in words(program)
    assert f"Record of 24 November 2026, number {RECORD.id}" in words(program)
    assert RECORD.patient.name not in words(program)


def test_erasing_wants_the_word_and_leaves_nothing_to_find(program):
    find(program)
    assert not part(program, "keeping.erase").isEnabled()
    write(program, "keeping.word", "yes")
    assert not part(program, "keeping.erase").isEnabled()
    write(program, "keeping.word", "Erase")
    why = part(program, "keeping.why", QComboBox)
    why.setCurrentIndex(3)
    why.activated.emit(3)
    press(program, "keeping.erase")
    assert "1 consultation was erased for good. Backups from before still hold it" in words(program)
    refused = []
    program.session.cabinet.open_record(RECORD.id, done=refused.append, failed=refused.append)
    settle(program)
    assert "was erased on 1 December 2026, because a court" in refused[0]
    find(program)
    assert "Nothing is kept" in words(program)


def test_what_is_not_ticked_is_not_erased(program):
    find(program)
    part(program, f"keeping.row.{RECORD.id}", QWidget).click()
    write(program, "keeping.word", "erase")
    assert not part(program, "keeping.erase").isEnabled()


def test_the_rule_is_set_and_what_is_due_is_shown(program, clock):
    assert "There is no rule" in words(program)
    for typed in ("0", "ten", "201"):
        write(program, "keeping.years", typed)
        press(program, "keeping.set")
        assert "Write a number of years from 1 to 200" in words(program)
    write(program, "keeping.years", "10")
    press(program, "keeping.set")
    assert "kept for 10 years" in words(program)
    assert "None has been kept for longer." in words(program)
    clock.forward(days=3660)
    program.desk.vault.show_section("keeping")
    settle(program)
    assert "1 consultation has been kept for longer, from 24 November 2026." in words(program)
    press(program, "keeping.due")
    assert "1 record, 0 drafts." in words(program)


def test_nothing_of_it_is_left_when_the_vault_is_locked(program):
    find(program)
    program.desk.lock()
    settle(program)
    assert part(program, "keeping.number", QLineEdit).text() == ""
    said = part(program, "keeping", QWidget).findChildren(Text)
    assert RECORD.id not in "\n".join(text.text() for text in said)


def test_the_trail_is_for_those_who_may_read_it(program):
    assert not part(program, "section.trail").isVisible()
    assert part(program, "section.keeping").isVisible()


def test_what_was_found_comes_into_view(program):
    program.window.resize(1024, 640)
    find(program)
    head = program.desk.vault.page.scroll_of("keeping").findChildren(Text)
    (head,) = [text for text in head if text.text().startswith("1 record")]
    assert head.visibleRegion().boundingRect() == head.rect()
