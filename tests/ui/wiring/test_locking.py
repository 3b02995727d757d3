"""The program locks itself when nobody is there, and leaves nothing behind that can be read."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget

from spinecounsel.case.patient import Patient
from spinecounsel.consultation.settings import write
from spinecounsel.discussion import moves
from spinecounsel.viewing.settings import IDLE
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from ui.wiring.locking import Locking
from ui.wiring.steps import WIRINGS


class Hand:
    """A clock turned by hand, in seconds."""

    seconds = 0.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def program(qtbot, tmp_path, clock):
    quick_vault(tmp_path, clock())
    with program_in(tmp_path, clock, wirings=WIRINGS) as made:
        made.desk.start()
        unlock(made)
        yield made


@pytest.fixture
def hand():
    return Hand()


@pytest.fixture
def locking(program, hand):
    made = Locking(QApplication.instance(), program.window, program.desk, limit=300, now=hand)
    yield made
    made.stop()


def unlock(program):
    program.window.findChild(QLineEdit, "unlock.passphrase").setText(PASSPHRASE)
    program.window.findChild(QWidget, "unlock.go").click()
    settle(program)


def settle(program):
    program.session.cabinet.worker.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait(hand, locking, until):
    while hand.seconds < until:
        hand.seconds = min(until, hand.seconds + 5)
        locking.idle.check()


def test_a_warning_comes_first_and_any_key_stays(program, locking, hand):
    wait(hand, locking, 245)
    warning = program.window.findChild(QDialog, "leaving")
    assert warning.findChild(QLabel).text() == "Locking in 55 seconds"
    QTest.keyClick(warning, Qt.Key.Key_Space)
    settle(program)
    assert program.window.findChild(QDialog, "leaving") is None
    wait(hand, locking, 470)
    assert program.session.cabinet.is_open
    wait(hand, locking, 600)
    settle(program)
    assert not program.session.cabinet.is_open
    assert program.window.findChild(QDialog, "leaving") is None


def test_the_time_until_the_lock_is_the_one_that_is_set_from_then_on(program, locking, hand):
    program.desk.house.change(write, key=IDLE, typed="12", done=list, failed=pytest.fail)
    settle(program)
    wait(hand, locking, 715)
    assert program.session.cabinet.is_open
    wait(hand, locking, 720)
    settle(program)
    assert not program.session.cabinet.is_open


def test_the_lock_comes_at_once_when_the_computer_sleeps(program, locking):
    locking.sleep.on_prepare_for_sleep(begins=False)
    assert program.session.cabinet.is_open
    locking.sleep.on_prepare_for_sleep(begins=True)
    assert not program.session.cabinet.is_open


def test_locked_there_is_no_warning(program, locking, hand):
    program.desk.lock()
    settle(program)
    wait(hand, locking, 290)
    assert program.window.findChild(QDialog, "leaving") is None


def test_the_clipboard_is_emptied_with_the_lock(program, locking, qtbot):
    with qtbot.waitActive(program.window):
        program.window.show()
    field = program.window.findChild(QLineEdit, "library.search")
    field.setText("Maria Sample")
    field.selectAll()
    field.copy()
    assert QApplication.clipboard().text() == "Maria Sample"
    locking.sleep.on_lock()
    assert QApplication.clipboard().text() == ""


def test_nothing_said_on_any_page_can_be_read_from_a_widget_once_locked(program, locking):
    program.window.findChild(QWidget, "library.new").click()
    patient = Patient(name="Quimby Planted", number="PL-4711")
    program.session.change(moves.describing, patient=patient)
    for step in program.session.sitting.progress:
        program.session.act(program.session.sitting.go_to, step)
    settle(program)
    assert "Quimby" in held(program)
    locking.sleep.on_lock()
    settle(program)
    assert not {"Quimby", "PL-4711"} & set(held(program).split())
    assert "Quimby" not in program.window.windowTitle()


def held(program):
    """Give all that anybody can read from any widget of the program, hidden ones too."""
    words = []
    for widget in QApplication.allWidgets():
        words += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        words += [widget.windowTitle(), str(getattr(widget, "text", str)())]
        if isinstance(widget, QPlainTextEdit):
            words.append(widget.toPlainText())
    return " ".join(words)
