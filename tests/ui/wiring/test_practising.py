"""A practice is started beside the program, from source and when it is installed."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QMenu, QWidget

from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from ui.widgets.text import Text
from ui.wiring.practising import command


@pytest.fixture
def program(qtbot, tmp_path, clock):
    """The program with an empty library."""
    quick_vault(tmp_path, clock())
    with program_in(tmp_path, clock) as made:
        made.window.show()
        made.desk.start()
        part(made, "unlock.passphrase").setText(PASSPHRASE)
        part(made, "unlock.go").click()
        settle(made)
        yield made


def part(program, name, kind=QWidget):
    return program.window.findChild(kind, name)


def settle(program):
    for _ in range(4):
        program.session.cabinet.worker.settle()


@pytest.mark.parametrize(("started", "said"), [(True, "opens in a window"), (False, "terminal")])
def test_the_empty_library_offers_it(program, monkeypatch, started, said):
    calls = []

    def start(name, arguments):
        calls.append((name, *arguments))
        return started, 1

    monkeypatch.setattr(QProcess, "startDetached", start)
    assert part(program, "library.practise").isVisible()
    part(program, "library.practise").click()
    assert calls == [command()]
    assert said in part(program, "frame.status", Text).text()


def chosen_in_help(program, place):
    menu = program.window.findChild(QMenu, f"{place}.help_menu")
    (action,) = [each for each in menu.actions() if each.text().startswith("Practise")]
    assert action.isVisible()
    action.trigger()


@pytest.mark.parametrize(("started", "said"), [(True, "opens in a window"), (False, "terminal")])
def test_help_offers_it_at_any_time_and_says_what_comes_of_it(program, monkeypatch, started, said):
    calls = []

    def start(*command):
        calls.append(command)
        return started, 1

    monkeypatch.setattr(QProcess, "startDetached", start)
    part(program, "library.new").click()
    chosen_in_help(program, "frame")
    assert said in part(program, "frame.status", Text).text()
    program.desk.lock()
    settle(program)
    chosen_in_help(program, "unlock")
    box = part(program, "practising")
    assert said in box.text()
    part(program, "practising.close").click()
    assert not box.isVisible()
    assert len(calls) == 2


def test_a_library_with_something_in_it_does_not(program):
    part(program, "library.new").click()
    part(program, "field").setText("Ann Sample")
    program.desk.go_to_library()
    settle(program)
    assert part(program, "library.practise").isVisible()  # nothing was said in it
    part(program, "library.search").setText("Nobody")
    program.desk.listing._on_searched("Nobody")
    settle(program)
    assert not part(program, "library.practise").isVisible()


def test_the_command_from_source_is_one_that_the_program_knows(tmp_path):
    done = subprocess.run(
        [*command(), "--help"], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert "usage: spinecounsel practise" in done.stdout


def test_the_installed_program_starts_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command() == (sys.executable, "practise")
