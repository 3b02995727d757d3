"""Help fits the page in front, is there behind the lock, and stays away from the patient's view."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from spinecounsel.discussion.steps import ORDER
from spinecounsel.viewing.manual import the_manual
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from ui.dialogs.keys import KeysDialog
from ui.pages.manual.window import ManualWindow
from ui.theme.theme import theme
from ui.widgets.text import Text
from ui.wiring.first_start import FIRST
from ui.wiring.steps import WIRINGS


@pytest.fixture
def program(qtbot, tmp_path, clock):
    quick_vault(tmp_path, clock())
    with program_in(tmp_path, clock, wirings=WIRINGS) as made:
        made.desk.start()
        made.window.resize(1366, 768)
        with qtbot.waitActive(made.window):
            made.window.show()
            made.window.activateWindow()
        yield made
        made.window.gone.emit()
        QApplication.processEvents()


def manuals():
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, ManualWindow)]


def press(qtbot, program, keys):
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    QTest.keySequence(program.window, keys)
    QApplication.processEvents()


def chapter():
    (manual,) = manuals()
    shown = manual.findChild(QWidget, "manual.text")
    return next(text.text() for text in shown.findChildren(Text) if text.isVisible())


def unlock(qtbot, program):
    program.desk.unlock.unlock_asked.emit(PASSPHRASE, "", "")
    qtbot.waitUntil(lambda: program.window.screen_name == "library")


def test_the_manual_opens_at_the_page_in_front(qtbot, program):
    press(qtbot, program, "F1")
    assert chapter() == "Unlock and lock"
    unlock(qtbot, program)
    press(qtbot, program, "F1")
    assert chapter() == "All consultations"
    program.window.vault_asked.emit()
    program.desk.vault.show_section("backup")
    press(qtbot, program, "F1")
    assert chapter() == "Backups and restoring"
    program.window.library_asked.emit()
    program.desk.library.begun.emit()
    press(qtbot, program, "F1")
    assert chapter() == "Step 1: Person"


def test_every_screen_and_every_part_of_the_vault_has_a_chapter(qtbot, program):
    known = the_manual().screens
    screens = set(program.window._screens)
    assert screens - set(known) == set()
    sections = {f"vault.{key}" for key in program.desk.vault._sections}
    assert sections - set(known) == set()
    later = {*ORDER, FIRST}  # made when somebody comes to them
    named = {each for each in known if not each.startswith(("unlock.", "vault."))}
    assert named <= screens | later


def test_it_stays_where_it_was_left_and_goes_with_the_program(qtbot, program):
    press(qtbot, program, "F1")
    (manual,) = manuals()
    manual.go_to("backup")
    QTest.keyClick(manual, Qt.Key.Key_Escape)
    assert not manual.isVisible()
    press(qtbot, program, "F1")
    assert manuals() == [manual]
    assert chapter() == "Backups and restoring"
    with qtbot.waitSignal(manual.destroyed):
        program.window.gone.emit()


def test_the_lock_leaves_the_manual_open(qtbot, program):
    unlock(qtbot, program)
    press(qtbot, program, "F1")
    (manual,) = manuals()
    qtbot.waitUntil(manual.isActiveWindow)
    QTest.keySequence(manual, "Ctrl+L")
    assert program.window.screen_name == "unlock"
    assert manual.isVisible()
    qtbot.waitUntil(program.window.isActiveWindow)
    assert program.window.findChild(QWidget, "unlock.passphrase").hasFocus()
    qtbot.waitUntil(lambda: not program.session.cabinet.worker.busy)


def test_nothing_of_help_covers_the_patients_view(qtbot, program):
    unlock(qtbot, program)
    program.desk.library.begun.emit()
    press(qtbot, program, "F1")
    (manual,) = manuals()
    press(qtbot, program, "F9")
    assert program.window.turned
    assert not manual.isVisible()
    for keys in ("F1", "F2"):
        press(qtbot, program, keys)
    program.window.about_asked.emit()
    assert not manual.isVisible()
    assert program.window.findChildren(QWidget, "keys") == []
    assert program.window.findChildren(QWidget, "about") == []
    press(qtbot, program, "F9")
    assert manual.isVisible()


def test_the_manual_follows_the_window_off_a_screen_that_becomes_the_patients(program):
    program.window.manual_asked.emit()
    (manual,) = manuals()
    assert manual.screen() is program.window.screen()
    assert manual.screen().availableGeometry().contains(manual.geometry())
    program.window.patient_screen_asked.emit()
    assert manual.isVisible()
    program.window.patient_screen_asked.emit()


def test_keys_in_the_manual_do_what_they_do_elsewhere(qtbot, program):
    press(qtbot, program, "F1")
    (manual,) = manuals()
    QTest.keySequence(manual, "Ctrl++")
    assert theme().text_scale == 1.25
    qtbot.waitUntil(manual.isActiveWindow)
    QTest.keySequence(manual, "F2")
    (card,) = manual.findChildren(KeysDialog)
    with qtbot.waitSignal(card.destroyed):
        card.close()


def test_the_menu_of_help_leads_to_all_of_it(qtbot, program):
    menu = program.window.findChild(QMenu, "unlock.help_menu")
    manual, keys, _practise, about = menu.actions()
    manual.trigger()
    assert chapter() == "Unlock and lock"
    program.window.activateWindow()
    keys.trigger()
    keys.trigger()
    (card,) = program.window.findChildren(KeysDialog)
    about.trigger()
    (page,) = program.window.findChildren(QWidget, "about")
    with qtbot.waitSignals([card.destroyed, page.destroyed]):
        program.window.forget()
