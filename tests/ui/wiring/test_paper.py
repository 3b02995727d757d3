"""What happens with the papers of a sealed record, with a real vault."""

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from spinecounsel.document import DocumentKind
from tests.helpers import documents, records
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from ui.widgets.text import Text


@pytest.fixture
def program(qtbot, tmp_path, clock):
    """The program with one sealed record on its screen."""
    quick_vault(tmp_path, clock())
    with program_in(tmp_path, clock) as made:
        cabinet = made.session.cabinet
        failures = []
        cabinet.unlock(PASSPHRASE, done=lambda _: None, failed=failures.append)
        settle(made)
        cabinet.file(records.given(), done=made.desk.paper.show, failed=failures.append)
        settle(made)
        made.window.resize(1366, 768)
        made.window.show_screen("finished")
        made.window.show()
        settle(made)
        assert not failures
        yield made


def settle(program):
    for _ in range(4):  # an answer may ask for more
        program.session.cabinet.worker.settle()


def press(program, name):
    program.window.findChild(QWidget, f"finished.{name}").click()
    settle(program)


def words(program):
    return "\n".join(text.text() for text in program.desk.finished.findChildren(Text))


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_each_document_is_made_shown_and_given(program, kind):
    if kind is not DocumentKind.RECORD:
        press(program, f"kind.{kind}")
    shelf = program.desk.finished.shelf
    assert shelf.preview.pages > 0
    press(program, "show.words")
    assert "Ada Beispiel" in shelf.told.toPlainText()
    assert "record.json" in words(program)
    press(program, "given.file")
    if kind is DocumentKind.LETTER:
        answer(program, "yes")
    assert " as a file, " in words(program)


def asked(program):
    """The question that stands before the window, or None."""
    boxes = program.window.findChildren(QMessageBox)
    return next((box for box in boxes if box.isVisible()), None)


def answer(program, how):
    """Answer it."""
    box = asked(program)
    assert "Its file carries the whole record" in box.text()
    box.findChild(QWidget, f"messages.{how}").click()
    settle(program)


def test_the_letter_leaves_only_after_people_agreed_and_they_are_asked_once(program):
    press(program, f"kind.{DocumentKind.LETTER}")
    press(program, "given.paper")
    answer(program, "no")
    assert "The letter sent on paper" not in words(program)
    press(program, "given.paper")
    answer(program, "yes")
    assert "The letter sent on paper" in words(program)
    press(program, "export")
    assert asked(program) is None
    program.window.findChild(QFileDialog, "finished.file").close()
    press(program, f"kind.{DocumentKind.RECORD}")
    press(program, "given.file")
    assert asked(program) is None


def test_nobody_is_asked_any_more_after_the_lock(program):
    press(program, f"kind.{DocumentKind.LETTER}")
    press(program, "given.paper")
    program.desk.lock()
    settle(program)
    assert asked(program) is None


def test_what_is_saved_is_what_was_shown(program, tmp_path):
    press(program, f"kind.{DocumentKind.COPY}")
    press(program, "export")
    dialog = program.window.findChild(QFileDialog, "finished.file")
    assert dialog.selectedFiles()[0].endswith(f"patient copy {records.given().id[:8]}.pdf")
    there = tmp_path / "there.pdf"
    dialog.fileSelected.emit(str(there))
    dialog.close()
    settle(program)
    assert documents.pages(there.read_bytes())
    assert f"Saved: {there}" in words(program)
    assert "The patient’s copy saved as a file" in words(program)


def test_a_folder_that_is_gone_is_said_and_nothing_is_noted(program, tmp_path):
    press(program, "export")
    dialog = program.window.findChild(QFileDialog, "finished.file")
    dialog.fileSelected.emit(str(tmp_path / "no such folder" / "there.pdf"))
    dialog.close()
    settle(program)
    assert "is not there, so “there.pdf” was not saved. Nothing was lost." in words(program)
    assert "saved as" not in words(program)


def test_an_answer_for_another_document_is_not_shown(program):
    shelf = program.desk.finished.shelf
    program.window.findChild(QWidget, f"finished.kind.{DocumentKind.LETTER}").click()
    program.window.findChild(QWidget, f"finished.kind.{DocumentKind.RECORD}").click()
    settle(program)
    press(program, "show.words")
    assert shelf.kinds.chosen_key() == DocumentKind.RECORD
    assert records.given().sha256 in shelf.told.toPlainText()


def test_nothing_is_left_after_the_lock(program):
    program.desk.lock()
    settle(program)
    assert "Beispiel" not in words(program)
    assert program.desk.finished.shelf.preview.pages == 0
