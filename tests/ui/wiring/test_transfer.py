"""Records out and in through the window: asked before, named after, nothing after the lock."""

import zipfile

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from spinecounsel.consultation import filing
from tests.helpers import records
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault

RECORD = records.given()
OTHER = records.given(
    id="0198ffff", patient=records.given().patient.__class__(name="Żaneta", number="Z-1")
)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A vault with two finished records of two people."""
    from spinecounsel.storage import open_vault
    from ui.wiring.program import VAULT

    folder = tmp_path_factory.mktemp("home")
    quick_vault(folder, RECORD.sealed)
    vault = open_vault(folder / VAULT, PASSPHRASE, now=RECORD.sealed)
    for record in (RECORD, OTHER):
        filing.file(vault, record, now=record.sealed)
    vault.close()
    return folder


@pytest.fixture
def program(qtbot, home, clock):
    clock.forward(days=10)
    with program_in(home, clock) as made:
        yield opened(made)


def opened(program):
    failures = []
    program.session.cabinet.unlock(
        PASSPHRASE, done=lambda _: program.desk._enter(), failed=failures.append
    )
    settle(program)
    program.window.resize(1366, 768)
    program.window.show()
    program.desk.vault.open()
    program.desk.vault.show_section("backup")
    settle(program)
    assert not failures
    return program


def settle(program):
    for _ in range(6):  # an answer may ask for more
        program.session.cabinet.long.settle()


def part(program, name, kind=QWidget):
    found = program.window.findChild(kind, name)
    assert found is not None, name
    return found


def said(program):
    return part(program, "vault.backup.said").text()


def save_to(program, path):
    part(program, "messages.yes").click()
    box = part(program, "vault.transfer.file", QFileDialog)
    box.fileSelected.emit(str(path))
    box.close()
    settle(program)


def ask_for(program, number):
    field = part(program, "vault.transfer.number")
    field.setText(number)
    field.textEdited.emit(number)
    part(program, "vault.transfer.one").click()
    settle(program)


def ids_in(path):
    with zipfile.ZipFile(path) as archive:
        return [name for name in archive.namelist() if name.endswith("record.json")]


def test_one_patient_by_number(program, tmp_path):
    assert not part(program, "vault.transfer.one").isEnabled()
    ask_for(program, "z 1")
    question = part(program, "message").text()
    assert "1 record of Żaneta" in question
    assert "NOT encrypted" in question
    save_to(program, tmp_path / "one.zip")
    assert len(ids_in(tmp_path / "one.zip")) == 1
    assert "1 record was written" in said(program)


def test_nobody_has_the_number_or_nobody_agrees(program, tmp_path):
    ask_for(program, "does not exist")
    assert "Nobody with this number" in said(program)
    ask_for(program, "z-1")
    part(program, "messages.no").click()
    settle(program)
    assert list(tmp_path.glob("*.zip")) == []


def test_all_out_and_into_another_vault(program, tmp_path, clock):
    part(program, "vault.transfer.all").click()
    settle(program)
    assert "All 2 records" in part(program, "message").text()
    path = tmp_path / "all.zip"
    save_to(program, path)
    assert len(ids_in(path)) == 2

    quick_vault(tmp_path, clock())
    with program_in(tmp_path, clock) as away:
        opened(away)
        for words in ("2 records were filed.", "2 records were here already."):
            part(away, "vault.transfer.import").click()
            box = part(away, "vault.transfer.chosen", QFileDialog)
            box.fileSelected.emit(str(path))
            box.close()
            settle(away)
            assert words in said(away)
        part(away, "vault.transfer.import").click()
        box = part(away, "vault.transfer.chosen", QFileDialog)
        box.fileSelected.emit(str(tmp_path))
        box.close()
        settle(away)
        assert "Nothing was imported" in said(away)


def test_what_is_known_after_the_lock_is_shown_to_nobody(program, tmp_path):
    ask_for(program, "z-1")
    part(program, "messages.yes").click()
    box = part(program, "vault.transfer.file", QFileDialog)
    box.fileSelected.emit(str(tmp_path / "one.zip"))
    box.close()
    program.desk.lock()
    settle(program)
    assert said(program) == ""
    assert part(program, "vault.transfer.number").text() == ""


def test_who_may_not_read_records_is_not_offered_to_export_them(program, monkeypatch):
    assert part(program, "vault.transfer.all").isVisible()
    monkeypatch.setattr(program.session.cabinet, "may", lambda act: act == "keep vault")
    program.desk.backup.show()
    for name in ("all", "one", "number"):
        assert not part(program, f"vault.transfer.{name}").isVisible()
    assert part(program, "vault.transfer.import").isVisible()
