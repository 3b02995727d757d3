"""A disk that is full, or takes nothing more, while people talk: said in a sentence, nothing lost.

A small file system in memory stands for the stick or disk; to make one takes rights that a person
at a desk does not have.
"""

import os
import subprocess
from contextlib import contextmanager, suppress

import pytest
from PySide6.QtWidgets import QLabel

from spinecounsel.paths import VAULT
from spinecounsel.storage import open_vault
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from ui.demonstration.hands import Hands
from ui.wiring.steps import WIRINGS

ROOM = "6m"


def _mount(*command):
    done = subprocess.run(["mount", *command], check=False, capture_output=True)
    return done.returncode == 0


@pytest.fixture
def small_disk(tmp_path):
    """A folder on a disk of its own with six megabytes of room."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.name == "nt" or not _mount("-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(folder)):
        pytest.skip("no small disk can be made here")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def full(folder):
    """Leave no room in ``folder``."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass
    yield
    filler.unlink()


@pytest.fixture
def at_a_desk(qtbot, small_disk, clock):
    """The window with a consultation whose patient has a name that is saved."""
    quick_vault(small_disk, clock())
    with program_in(small_disk, clock, wirings=WIRINGS) as program:
        window = program.window
        program.desk.start()
        window.resize(1366, 768)
        window.show()
        hands = Hands(window)
        hands.type("unlock.passphrase", PASSPHRASE)
        hands.click("unlock.go")
        hands.click("library.new")
        hands.type("person.name", "Ada Sample")
        hands.wait(lambda: not program.session.unsaved, "the draft")
        yield program, hands


def status(program):
    return program.window.foot.findChild(QLabel, "frame.status").text()


def test_what_a_full_disk_does_not_take_waits_and_is_saved_later(at_a_desk, small_disk, clock):
    program, hands = at_a_desk
    with full(small_disk):
        hands.type("person.number", "TEST-77")
        hands.wait(lambda: "full" in status(program), "a sentence on the disk")
        assert program.session.unsaved, "what was typed waits"
        assert hands.seen("person.number").text() == "TEST-77"
    hands.type("person.number", "TEST-78")
    hands.wait(lambda: not program.session.unsaved, "the draft")
    assert "full" not in status(program)
    program.desk.lock()
    hands.wait(lambda: not program.session.cabinet.worker.busy, "the lock")
    vault = open_vault(small_disk / VAULT, PASSPHRASE, now=clock())
    kept = [(row.name, row.number) for row in vault.search()]
    vault.close()
    assert kept == [("Ada Sample", "TEST-78")]


def test_a_disk_that_takes_nothing_is_said_at_the_door(qtbot, small_disk, clock):
    quick_vault(small_disk, clock())
    assert _mount("-o", "remount,ro", str(small_disk))
    with program_in(small_disk, clock, wirings=WIRINGS) as program:
        program.desk.start()
        program.window.show()
        hands = Hands(program.window)
        hands.type("unlock.passphrase", PASSPHRASE)
        hands.click("unlock.go")
        hands.wait(lambda: not program.session.cabinet.worker.busy, "the answer")
        said = " ".join(
            each.text() for each in program.window.findChildren(QLabel) if each.isVisible()
        )
        assert "cannot be written to" in said
        assert not program.session.cabinet.is_open
