"""Files that somebody opens with the program, before anything is unlocked."""

import pytest
from PySide6.QtWidgets import QWidget

from spinecounsel.storage import open_vault
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from tests.helpers.sealed import pem, roots, sealed
from ui.widgets.text import Text
from ui.wiring.arriving import Arriving
from ui.wiring.desk import VERIFY
from ui.wiring.program import VAULT


@pytest.fixture
def home(tmp_path, clock):
    """A folder with a vault, beside it the root of a clinic that is trusted."""
    folder = tmp_path / "home"
    (folder / "roots").mkdir(parents=True)
    (folder / "roots" / "clinic.pem").write_bytes(pem(roots()[0]))
    quick_vault(folder, clock())
    return folder


@pytest.fixture
def program(qtbot, home, clock):
    with program_in(home, clock) as made:
        yield shown(made)


@pytest.fixture
def paper(tmp_path):
    file = tmp_path / "summary.pdf"
    file.write_bytes(sealed())
    return file


@pytest.fixture
def backup(home, tmp_path, clock):
    vault = open_vault(home / VAULT, PASSPHRASE, now=clock())
    made, _ = vault.backups.make(tmp_path, now=clock())
    vault.close()
    return made.path


def shown(program):
    program.desk.start()
    program.window.resize(1366, 768)
    program.window.show()
    return program


def take(program, *files):
    Arriving(program.desk).take(files)
    settle(program)


def settle(program):
    for _ in range(6):
        program.session.cabinet.long.settle()


def part(program, name, kind=QWidget):
    found = program.window.findChild(kind, name)
    assert found is not None, name
    return found


def words(program):
    return [text.text() for text in program.window.findChildren(Text) if text.isVisible()]


def unlock(program):
    part(program, "unlock.passphrase").setText(PASSPHRASE)
    part(program, "unlock.go").click()
    settle(program)


def test_a_paper_is_checked_at_the_door_and_unlocking_is_as_ever(program, paper):
    take(program, paper)
    assert program.window.screen_name == VERIFY
    assert not program.session.cabinet.is_open
    assert "1 file was checked: it is as it was sealed." in words(program)
    assert not any(part(program, f"frame.{each}").isVisible() for each in ("banner", "foot"))
    assert part(program, "verify.text_larger").isVisible()
    part(program, "verify.close").click()
    assert program.window.screen_name == "unlock"
    assert "summary.pdf" not in words(program)
    unlock(program)
    assert program.window.screen_name == "library"
    part(program, "library.verify").click()
    assert part(program, "frame.banner").isVisible()
    assert not part(program, "verify.text_larger").isVisible()
    assert part(program, "verify.close").text() == "Back to all consultations"


def test_it_works_while_another_program_has_the_vault_open(program, paper, home, clock):
    other = open_vault(home / VAULT, PASSPHRASE, now=clock())
    take(program, paper)
    assert "As it was sealed" in words(program)
    other.close()


def test_it_works_where_there_was_never_a_vault(qtbot, tmp_path, clock, paper):
    with program_in(tmp_path / "new", clock) as program:
        take(shown(program), paper)
        assert "Not to be relied on" in words(program)  # nobody is trusted there yet
        assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("gone.pdf", None, "This file is not there."),
        ("notes.txt", b"Dear Ann", "This is not a PDF, so it is no document of SpineCounsel."),
        ("", None, "This is a folder, not a file."),
    ],
)
def test_what_is_no_document_gets_a_sentence(program, tmp_path, name, content, sentence):
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    take(program, file)
    assert sentence in words(program)
    status = (
        "1 file could not be read."
        if content is None
        else "1 file was looked at: it is no sealed document of SpineCounsel."
    )
    assert status in words(program)


def test_a_backup_is_only_tried_where_the_vault_is_well(program, backup, home):
    before = (home / VAULT).read_bytes()
    take(program, backup)
    assert part(program, "trial.file", Text).text() == str(backup)
    part(program, "trial.secret").setText("not the right words")
    part(program, "trial.use").click()
    settle(program)
    assert "not the passphrase" in part(program, "trial").problem.sentence.text()
    part(program, "trial.secret").setText(PASSPHRASE)
    part(program, "trial.use").click()
    settle(program)
    said = part(program, "tried").text()
    assert "is good" in said
    assert "another vault" not in said
    part(program, "tried.go").click()
    assert (home / VAULT).read_bytes() == before
    unlock(program)
    assert program.window.screen_name == "library"


def test_a_backup_that_is_gone_is_asked_no_passphrase_for(program, tmp_path):
    take(program, tmp_path / "gone.spinebackup")
    assert "“gone.spinebackup” is not there" in part(program, "arrived").text()
    part(program, "arrived.go").click()
    assert program.window.findChild(QWidget, "trial") is None


def test_of_papers_and_a_backup_the_papers_are_checked(program, paper, backup):
    take(program, backup, paper)
    assert "1 file was checked: it is as it was sealed." in words(program)
    assert part(program, "arrived").text().startswith("The backup was not opened: ")
    part(program, "arrived.go").click()


@pytest.mark.parametrize("content", [b"", b"no archive at all"])
def test_a_backup_that_is_none_gets_a_sentence(program, tmp_path, content):
    file = tmp_path / "Monday.SPINEBACKUP"
    file.write_bytes(content)
    faults = []
    program.session.cabinet.broke.connect(faults.append)
    take(program, file)
    part(program, "trial.secret").setText(PASSPHRASE)
    part(program, "trial.use").click()
    settle(program)
    assert part(program, "trial").problem.sentence.text()
    assert faults == []
    part(program, "trial.cancel").click()
    assert program.window.screen_name == "unlock"


def test_a_backup_is_restored_where_there_is_no_vault(qtbot, tmp_path, clock, backup):
    with program_in(tmp_path / "new", clock) as program:
        take(shown(program), backup)
        assert part(program, "restore.file", Text).text() == str(backup)
        part(program, "restore.secret").setText(PASSPHRASE)
        part(program, "restore.use").click()
        settle(program)
        part(program, "restored.go").click()
        unlock(program)
        assert program.window.screen_name == "library"


def test_what_arrives_in_an_open_vault_interrupts_nothing(program, paper):
    unlock(program)
    take(program, paper)
    assert program.window.screen_name == "library"
    assert part(program, "frame.status", Text).text().startswith("A file was opened")
