"""Closing the program while a field is still being written in, with a real vault."""

import pytest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QWidget

from spinecounsel.consultation import settings
from spinecounsel.storage import open_vault
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from ui.wiring.program import VAULT


@pytest.fixture
def program(qtbot, tmp_path, clock):
    """The program with the settings of its vault in sight."""
    quick_vault(tmp_path, clock())
    with program_in(tmp_path, clock) as made:
        made.desk.start()
        made.window.resize(1366, 768)
        with qtbot.waitExposed(made.window):
            made.window.show()
        made.window.findChild(QLineEdit, "unlock.passphrase").setText(PASSPHRASE)
        made.window.findChild(QWidget, "unlock.go").click()
        made.session.cabinet.worker.settle()
        made.desk.vault.open()
        made.desk.vault.show_section("settings")
        made.session.cabinet.worker.settle()
        yield made


def write(program, name, text):
    """Write into a field, and stay in it."""
    edit = program.window.findChild(QLineEdit, f"vault.settings.{name}")
    edit.setFocus()
    edit.setText(text)
    return edit


def close(program):
    program.window.close()
    program.session.cabinet.worker.settle()


def kept(home, clock):
    vault = open_vault(home / VAULT, PASSPHRASE, now=clock())
    found = settings.settings(vault)
    vault.close()
    return found


def test_what_is_being_written_at_the_closing_is_kept(program, tmp_path, clock):
    write(program, "clinic.name", "Spine Clinic")
    close(program)
    assert not program.window.isVisible()
    assert kept(tmp_path, clock).clinic.name == "Spine Clinic"


def test_what_cannot_be_kept_is_asked_about_and_the_window_can_stay(
    qtbot, program, tmp_path, clock
):
    edit = write(program, "idle", "45")
    close(program)
    assert program.window.isVisible()
    assert program.window.findChild(QMessageBox).text() == (
        "Minutes until the vault locks itself: stays at 5. Write a whole number from 1 to 30."
    )
    program.window.findChild(QWidget, "messages.no").click()
    program.window.activateWindow()
    qtbot.waitUntil(edit.hasFocus)
    edit.setText("12")
    close(program)
    assert not program.window.isVisible()
    assert kept(tmp_path, clock).idle_minutes == 12


def test_one_can_close_all_the_same(program, tmp_path, clock):
    write(program, "idle", "45")
    close(program)
    program.window.findChild(QWidget, "messages.yes").click()
    program.session.cabinet.worker.settle()
    assert not program.window.isVisible()
    assert kept(tmp_path, clock).idle_minutes == 5
