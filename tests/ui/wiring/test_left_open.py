"""After an unclean end: who is told what, with a real vault that was not closed."""

import os
import shutil

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from spinecounsel.case.patient import Patient
from spinecounsel.discussion import moves
from spinecounsel.storage import Role, open_vault
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from ui.wiring.program import VAULT

OF_BOB = "words of bob alone"
MARK = "consultations.open-now"


@pytest.fixture
def home(tmp_path, clock):
    """A vault of two people."""
    folder = tmp_path / "home"
    folder.mkdir()
    quick_vault(folder, clock())
    vault = open_vault(folder / VAULT, PASSPHRASE, now=clock())
    vault.people.add("Bob", "", (Role.CLINICIAN,), "words for bob", now=clock())
    vault.close()
    vault = open_vault(folder / VAULT, "words for bob", now=clock())
    vault.change_passphrase("words for bob", OF_BOB, now=clock())
    vault.close()
    return folder


def part(program, name, kind=QWidget):
    return program.window.findChild(kind, name)


def settle(program):
    for _ in range(4):
        program.session.cabinet.long.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def unlock(program, passphrase=PASSPHRASE):
    program.desk.start()
    person = next(
        opener.id
        for opener in program.session.cabinet.outside.state.people
        if (opener.name == "Bob") == (passphrase == OF_BOB)
    )
    program.desk.unlock.choose(person)
    part(program, "unlock.passphrase", QLineEdit).setText(passphrase)
    part(program, "unlock.go").click()
    settle(program)


def begin(program, name):
    part(program, "library.new").click()
    program.session.change(moves.describing, patient=Patient(name=name))
    settle(program)


def cut(home, there):
    """Give the folder as the disk has it now, as after a power cut."""
    shutil.copytree(home, there, ignore=shutil.ignore_patterns("*.lock"))
    return there


@pytest.fixture
def cut_off(qtbot, home, tmp_path, clock):
    """The folder after a power cut with a draft open, which was closed and begun before, too."""
    with program_in(home, clock) as program:
        unlock(program)
        begin(program, "Ann Other")
        part(program, "frame.library").click()
        clock.forward(minutes=5)
        begin(program, "Ann Sample")
        return cut(home, tmp_path / "after")


def said(program):
    box = part(program, "leftopen")
    return box.text() if box is not None else ""


def test_a_clean_end_is_not_spoken_of(qtbot, home, clock):
    for _ in range(2):
        with program_in(home, clock) as program:
            unlock(program)
            assert not said(program)
            begin(program, "Ann Sample")
            program.desk.lock()
            settle(program)
            assert not (home / MARK).exists()
            unlock(program)
            assert not said(program)
        assert not (home / MARK).exists()


def test_who_had_it_open_can_go_on_with_the_draft(cut_off, clock):
    with program_in(cut_off, clock) as program:
        unlock(program)
        assert said(program) == (
            "SpineCounsel did not close as it should when you used it last. All that was shown as "
            f"saved is here. This draft was open: Ann Sample, saved at {clock():%H:%M}."
        )
        part(program, "leftopen.go").click()
        settle(program)
        assert program.session.sitting.discussion.patient.name == "Ann Sample"
        part(program, "frame.library").click()
        settle(program)


def test_later_leaves_it_in_the_list(cut_off, clock):
    with program_in(cut_off, clock) as program:
        unlock(program)
        part(program, "leftopen.later").click()
        settle(program)
        assert program.window.screen_name == "library"
        assert not program.session.open
        program.desk.lock()
        settle(program)
        unlock(program)
        assert not said(program)


def test_others_are_told_no_name_and_the_first_is_told_afterwards(cut_off, clock):
    with program_in(cut_off, clock) as program:
        unlock(program, OF_BOB)
        assert said(program) == (
            "SpineCounsel did not close as it should last time. All that was shown as saved is "
            "here."
        )
        assert part(program, "leftopen.go") is None
        program.desk.lock()
        settle(program)
        assert not said(program)  # no dialog stays before the locked door
        unlock(program, OF_BOB)
        assert not said(program)
        program.desk.lock()
        settle(program)
        unlock(program)
        assert "This draft was open: Ann Sample" in said(program)


def test_a_draft_that_is_gone_is_not_offered(cut_off, clock):
    vault = open_vault(cut_off / VAULT, PASSPHRASE, now=clock())
    for row in vault.search("", limit=9):
        vault.discard_draft(row.id, now=clock())
    vault.close()
    with program_in(cut_off, clock) as program:
        unlock(program)
        assert said(program).endswith("All that was shown as saved is here.")
        assert part(program, "leftopen.go") is None


def test_the_mark_holds_nothing_of_the_patient(cut_off):
    content = (cut_off / MARK).read_bytes()
    assert b"draft" in content
    assert not any(word in content for word in (b"Ann", b"Sample", b"Beispiel"))
    assert os.name == "nt" or (cut_off / MARK).stat().st_mode & 0o077 == 0


def test_a_second_program_that_is_kept_out_changes_nothing(qtbot, home, clock):
    with program_in(home, clock) as first:
        unlock(first)
        begin(first, "Ann Sample")
        before = (home / MARK).read_bytes()
        with program_in(home, clock) as second:
            unlock(second)
            assert not second.session.cabinet.is_open
        assert (home / MARK).read_bytes() == before
    assert not (home / MARK).exists()
