"""The section on backups with a real vault: make, check, rule, what is due, lock in between."""

import threading

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from spinecounsel.storage import open_vault
from spinecounsel.storage.backup import backups
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from ui.wiring.program import VAULT


@pytest.fixture
def program(qtbot, tmp_path, clock):
    """The program with the section on backups in sight."""
    home = tmp_path / "home"
    home.mkdir()
    quick_vault(home, clock())
    with program_in(home, clock) as made:
        failures = []
        unlock(made, failures)
        made.window.resize(1366, 768)
        made.window.show()
        made.desk.vault.open()
        made.desk.vault.show_section("backup")
        settle(made)
        assert not failures
        yield made


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def unlock(program, failures):
    program.session.cabinet.unlock(
        PASSPHRASE, done=lambda _: program.desk._enter(), failed=failures.append
    )
    settle(program)


def settle(program):
    for _ in range(6):  # an answer may ask for more
        program.session.cabinet.long.settle()


def part(program, name, kind=QWidget):
    found = program.window.findChild(kind, name)
    assert found is not None, name
    return found


def choose(program, button, dialog, path):
    part(program, button).click()
    box = part(program, dialog, QFileDialog)
    box.fileSelected.emit(str(path))
    box.close()
    settle(program)


def said(program):
    return part(program, "vault.backup.said").text()


def files(folder):
    return sorted(file.name for file in folder.iterdir())


def test_make_one_then_check_it(program, stick):
    choose(program, "vault.backup.make", "backup.folder", stick)
    (name,) = files(stick)
    assert f"“{name}” was made, read back and found good" in said(program)
    assert part(program, "vault.backup.make").isEnabled()
    assert part(program, "vault.backup.stop").isHidden()
    choose(program, "vault.backup.check", "backup.file", stick / name)
    assert "is good: it was restored on trial" in said(program)
    choose(program, "vault.backup.check", "backup.file", stick)
    assert "Nothing was restored" in said(program)


def test_a_backup_with_another_key_is_checked_by_its_passphrase(program, stick, clock, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    quick_vault(elsewhere, clock())
    other = open_vault(elsewhere / VAULT, PASSPHRASE, now=clock())
    made, _ = other.backups.make(stick, now=clock())
    other.close()
    for secret, words in (("not the right words", "not the passphrase"), (PASSPHRASE, "is good")):
        choose(program, "vault.backup.check", "backup.file", made.path)
        part(program, "otherkey.use").click()
        assert "Enter the passphrase" in part(program, "otherkey").problem.sentence.text()
        part(program, "otherkey.secret").setText(secret)
        part(program, "otherkey.use").click()
        settle(program)
        assert words in said(program)


def test_what_cannot_be_is_said(program, tmp_path):
    choose(program, "vault.backup.make", "backup.folder", tmp_path / "home")
    assert "where the vault itself lies" in said(program)


@pytest.fixture
def halting(monkeypatch):
    """Let backups wait at their first step until the event is set."""
    go_on, real = threading.Event(), backups.make_backup

    def slow(*arguments, progress, **more):
        def wait(share):
            assert go_on.wait(60)
            return progress(share)

        return real(*arguments, progress=wait, **more)

    monkeypatch.setattr(backups, "make_backup", slow)
    yield go_on
    go_on.set()


def begin(program, stick):
    """Ask for a backup, and wait until it is under way."""
    part(program, "vault.backup.make").click()
    box = part(program, "backup.folder", QFileDialog)
    box.fileSelected.emit(str(stick))
    box.close()
    program.session.cabinet.worker.settle()
    assert not part(program, "vault.backup.stop").isHidden()
    assert "Making the backup: 0 %" in part(program, "vault.backup.course").text()


def test_stop(program, stick, halting):
    begin(program, stick)
    assert not part(program, "vault.backup.make").isEnabled()
    part(program, "vault.backup.stop").click()
    halting.set()
    settle(program)
    assert "Stopped, as you asked" in said(program)
    assert files(stick) == []


def test_the_rule_and_the_backup_that_is_due(program, stick, clock):
    choose(program, "vault.backup.choose", "backup.folder", stick)
    assert part(program, "vault.backup.folder").text() == str(stick)
    days = part(program, "vault.backup.days")
    days.setCurrentIndex(days.findData("2"))
    days.activated.emit(days.currentIndex())
    settle(program)

    program.desk.lock()
    settle(program)
    assert part(program, "vault.backup.said").text() == ""
    unlock(program, [])
    assert len(files(stick)) == 1
    for _ in range(2):
        clock.forward(days=1)
        program.desk.lock()
        settle(program)
        unlock(program, [])
    assert len(files(stick)) == 2, "every two days"

    program.desk.vault.open()
    program.desk.vault.show_section("backup")
    settle(program)
    part(program, "vault.backup.off").click()
    settle(program)
    assert part(program, "vault.backup.off").isHidden()


def test_a_due_backup_that_cannot_be_made_is_said_at_unlock(program, stick):
    choose(program, "vault.backup.choose", "backup.folder", stick)
    stick.rmdir()
    program.desk.lock()
    settle(program)
    unlock(program, [])
    assert "A backup is due." in program.window._said


def test_the_lock_stops_what_is_under_way(program, stick, halting):
    begin(program, stick)
    program.desk.lock()
    halting.set()
    settle(program)
    assert said(program) == ""
    assert not program.session.cabinet.long.busy
    assert files(stick) == []
    unlock(program, [])
    assert program.session.cabinet.is_open
