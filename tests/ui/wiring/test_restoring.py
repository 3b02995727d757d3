"""At the door without a vault: restored from a backup, with a passphrase, or told why not."""

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from spinecounsel.consultation import backups
from spinecounsel.storage import Condition, open_vault, vault_state
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from ui.wiring.program import VAULT


@pytest.fixture
def backup(tmp_path, clock):
    """A backup of a vault that is somewhere else."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "stick").mkdir()
    quick_vault(tmp_path / "elsewhere", clock())
    vault = open_vault(tmp_path / "elsewhere" / VAULT, PASSPHRASE, now=clock())
    made, _ = vault.backups.make(tmp_path / "stick", now=clock())
    vault.close()
    return made.path


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def settle(program):
    for _ in range(6):
        program.session.cabinet.long.settle()


def part(program, name, kind=QWidget):
    found = program.window.findChild(kind, name)
    assert found is not None, name
    return found


def started(program):
    program.desk.start()
    program.window.resize(1366, 768)
    program.window.show()
    return program


def restore(program, path, secret):
    part(program, "unlock.restore").click()
    part(program, "restore.choose").click()
    box = part(program, "backup.file", QFileDialog)
    box.fileSelected.emit(str(path))
    box.close()
    part(program, "restore.secret").setText(secret)
    part(program, "restore.use").click()
    settle(program)


def shown(program):
    return part(program, "restore").problem.sentence.text()


def test_a_vault_comes_back_where_there_was_none(qtbot, home, backup, clock):
    with program_in(home, clock) as program:
        started(program)
        restore(program, backup, PASSPHRASE)
        assert "The vault is back as it was" in part(program, "restored").text()
        part(program, "restored.go").click()
        assert part(program, "unlock.restore").isHidden()
        failures = []
        program.session.cabinet.unlock(PASSPHRASE, done=lambda _: None, failed=failures.append)
        settle(program)
        assert not failures


def test_why_not_is_said_and_the_form_stays(qtbot, home, backup, clock):
    with program_in(home, clock) as program:
        started(program)
        restore(program, backup, "not the right words")
        assert "not the passphrase" in shown(program)
        assert part(program, "restore.file").text() == str(backup)
        part(program, "restore.secret").clear()
        part(program, "restore.use").click()
        assert "Enter the passphrase" in shown(program)
        part(program, "restore.cancel").click()
    assert vault_state(home / VAULT).condition is Condition.ABSENT


def test_without_a_file_it_asks_for_one(qtbot, home, clock):
    with program_in(home, clock) as program:
        started(program)
        part(program, "unlock.restore").click()
        part(program, "restore.use").click()
        assert "Choose the file" in shown(program)


def test_a_vault_that_cannot_be_opened_is_set_aside_first(qtbot, home, backup, clock):
    quick_vault(home, clock())
    (home / VAULT).write_bytes(b"spoilt")
    with program_in(home, clock) as program:
        started(program)
        restore(program, backup, "not the right words")
        assert (home / VAULT).read_bytes() == b"spoilt", "nothing moves before the backup is good"
        part(program, "restore.cancel").click()
        restore(program, backup, PASSPHRASE)
        part(program, "restored.go").click()
    assert vault_state(home / VAULT).condition is Condition.PRESENT
    (aside,) = home.glob("*-set-aside-*")
    assert (aside / VAULT).read_bytes() == b"spoilt"


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.8])
def test_closing_the_form_at_any_time_leaves_the_vault_as_it_was(
    qtbot, home, backup, clock, monkeypatch, share
):
    quick_vault(home, clock())
    before, real = sorted(each.name for each in home.iterdir()), backups.restore

    def closed_on_the_way(*arguments, progress, **more):
        def told(done):
            if done >= share:
                progress.stop()
            return progress(done)

        return real(*arguments, progress=told, **more)

    monkeypatch.setattr(backups, "restore", closed_on_the_way)
    with program_in(home, clock) as program:
        started(program)
        restore(program, backup, PASSPHRASE)
        assert "Nothing was changed" in shown(program)
        part(program, "restore.cancel").click()
        assert sorted(each.name for each in home.iterdir()) == before
        failures = []
        program.session.cabinet.unlock(PASSPHRASE, done=lambda _: None, failed=failures.append)
        settle(program)
        assert not failures


def test_closing_the_form_stops_it(qtbot, home, backup, clock):
    with program_in(home, clock) as program:
        started(program)
        part(program, "unlock.restore").click()
        form = part(program, "restore")
        form.use_file(str(backup))
        part(program, "restore.secret").setText(PASSPHRASE)
        part(program, "restore.use").click()
        part(program, "restore.cancel").click()
        settle(program)
    assert vault_state(home / VAULT).condition is Condition.ABSENT
