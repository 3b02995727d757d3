"""The program wears its look from start to start, and says its own faults."""

import sys
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from spinecounsel.case.patient import Patient
from spinecounsel.discussion import moves
from tests.helpers.programs import PASSPHRASE, NameWiring, program_in, quick_vault
from ui.app import _on_fault
from ui.away.clipboard import ClipboardWatch
from ui.dialogs.problem import ProblemDialog
from ui.theme.look import KeptLook, read_look
from ui.theme.theme import theme
from ui.widgets.text import Text


@pytest.fixture
def program(qtbot, tmp_path, clock):
    with program_in(tmp_path / "new", clock) as made:
        yield made


def test_text_size_and_colours_are_kept_for_the_next_start(program, tmp_path):
    program.window.text_size_changed.emit(1.5)
    program.window.scheme_chosen.emit("dark")
    assert (theme().text_scale, theme().scheme) == (1.5, "dark")
    assert read_look(tmp_path / "new") == KeptLook(scheme="dark", text_scale=1.5)


@pytest.mark.parametrize("kept", ["", "{", '{"scheme": "pink"}', '{"text_scale": 9}', "[1]"])
def test_a_look_that_cannot_be_used_is_the_plain_one(tmp_path, kept):
    (tmp_path / "look.json").write_text(kept, "utf-8")
    assert read_look(tmp_path) == KeptLook()


def fail():
    raise KeyError("Ann Sample")


def test_a_fault_is_shown_once_and_names_no_patient(program):
    try:
        fail()
    except KeyError as error:
        program.session.cabinet.broke.emit(error)
        program.session.cabinet.broke.emit(error)
    (dialog,) = program.window.findChildren(ProblemDialog)
    report = dialog.findChild(Text, "problem.report").text()
    assert report.startswith("KeyError\nSpineCounsel ")
    assert "test_program.py" in report
    said = " ".join(text.text() for text in dialog.findChildren(Text))
    assert "Ann" not in said
    assert "It waited" not in said
    watch = ClipboardWatch(QApplication.instance(), kept=0)
    dialog.findChild(QWidget, "problem.copy").click()
    watch.clear()
    assert QApplication.clipboard().text() == report
    QApplication.clipboard().clear()
    dialog.close()


def test_a_fault_waits_until_the_patient_looks_no_more(program, tmp_path, clock):
    unlock(program, tmp_path / "new", clock())
    program.desk.library.begun.emit()
    program.window.turn_asked.emit()
    for error in (KeyError("first"), ValueError("second")):
        program.show_problem(error)
    assert program.window.findChildren(QDialog) == []
    program.window.turn_asked.emit()
    (dialog,) = program.window.findChildren(ProblemDialog)
    said = " ".join(text.text() for text in dialog.findChildren(Text))
    assert "It waited until now: the patient saw nothing of it." in said
    assert "KeyError" in said
    assert dialog.focusWidget() is dialog.findChild(QWidget, "problem.cancel")
    dialog.close()
    settle(program)
    for _ in range(2):
        program.window.turn_asked.emit()
    assert program.window.findChildren(ProblemDialog) == []


def failing_show(wiring):
    raise KeyError("Ann Sample")


def unlock(program, home, now):
    home.mkdir()
    quick_vault(home, now)
    program.desk.start()
    program.window.findChild(QLineEdit, "unlock.passphrase").setText(PASSPHRASE)
    program.window.findChild(QWidget, "unlock.go").click()
    settle(program)


def settle(program):
    for _ in range(4):
        program.session.cabinet.worker.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_after_a_fault_in_a_page_the_draft_is_kept_and_one_goes_on(
    program, monkeypatch, capsys, tmp_path, clock
):
    monkeypatch.setattr(sys, "excepthook", partial(_on_fault, program.show_problem))
    unlock(program, tmp_path / "new", clock())
    program.desk.library.begun.emit()
    with monkeypatch.context() as broken:
        broken.setattr(NameWiring, "show", failing_show)
        program.session.change(moves.describing, patient=Patient(name="Ann Sample"))
    settle(program)
    dialog = program.window.findChild(ProblemDialog)
    assert "failing_show" in dialog.findChild(Text, "problem.report").text()
    assert "Ann" not in capsys.readouterr().err
    dialog.findChild(QWidget, "problem.cancel").click()
    settle(program)
    assert not program.session.unsaved
    program.session.change(moves.describing, patient=Patient(name="Ann Other"))
    fields = program.window.findChildren(QLineEdit, "field")
    shown = [field.text() for field in fields if field.isVisibleTo(program.window)]
    assert shown == ["Ann Other"]
    assert program.window.findChild(ProblemDialog) is None
    program.desk.go_to_library()
    settle(program)
    assert [row.name for row in program.desk.listing._rows] == ["Ann Other"]
