"""Adding to a finished record at its page, with a real vault."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from spinecounsel.consultation.additions import additions
from spinecounsel.consultation.verification import verify_file
from spinecounsel.discussion.discussion import Predecessor
from spinecounsel.record.kinds import AdditionKind
from spinecounsel.sealing.verdict import Seen
from tests.helpers import records
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from ui.dialogs.addition import AdditionDialog
from ui.widgets.notice import Notice
from ui.widgets.text import Text

RECORD = records.given()


@pytest.fixture
def program(qtbot, tmp_path, clock):
    """The program with one sealed record on its screen, a week after it was sealed."""
    clock.forward(days=7)
    quick_vault(tmp_path, clock())
    with program_in(tmp_path, clock) as made:
        cabinet, failures = made.session.cabinet, []
        cabinet.unlock(PASSPHRASE, done=lambda _: None, failed=failures.append)
        settle(made)
        cabinet.file(RECORD, done=made.desk.paper.show, failed=failures.append)
        settle(made)
        made.window.resize(1366, 768)
        made.window.show_screen("finished")
        made.window.show()
        settle(made)
        assert not failures
        yield made


def settle(program):
    for _ in range(6):  # an answer may ask for more
        program.session.cabinet.worker.settle()


def part(program, name, kind=QPushButton):
    return program.window.findChild(kind, name)


def press(program, name):
    part(program, name).click()
    settle(program)


def dialog(program):
    found = program.window.findChildren(AdditionDialog)
    return next((each for each in found if each.isVisible()), None)


def words(of):
    return "\n".join(text.text() for text in of.findChildren(Text) if text.isVisible())


def standing(program):
    return part(program, "finished.standing", Notice)


def sign(program, passphrase=PASSPHRASE):
    form = dialog(program).objectName()
    part(program, f"{form}.passphrase", QLineEdit).setText(passphrase)
    press(program, f"{form}.use")


def withdraw(program):
    press(program, "finished.later.withdraw")
    part(program, "withdrawal.words", QPlainTextEdit).setPlainText("I would rather wait.")
    sign(program)


def filed(program):
    """What was added, as it lies in the vault."""
    found = []
    program.session.cabinet.ask(
        additions, record_id=RECORD.id, done=found.extend, failed=found.append
    )
    settle(program)
    return found


def test_a_withdrawal_is_signed_filed_and_stands_at_the_top(program, clock):
    assert standing(program).isHidden()
    withdraw(program)
    assert dialog(program) is None
    (one,) = filed(program)
    told = one.addition.matter.withdrawal
    assert (told.by, told.how, told.words) == ("patient", "in person", "I would rather wait.")
    assert told.when == clock().replace(second=0, microsecond=0)
    assert "This consent was withdrawn on 1 December 2026" in standing(program).accessibleName()
    assert standing(program).isVisible()
    assert "Consent withdrawn, filed 1 December 2026" in words(program.desk.finished)
    assert not part(program, "finished.later.withdraw").isVisible()
    assert part(program, "finished.later.add").isVisible()


def test_without_the_right_passphrase_nothing_is_added_and_what_was_typed_stays(program):
    press(program, "finished.later.add")
    part(program, "addendum.text", QPlainTextEdit).setPlainText("The daughter rang.")
    press(program, "addendum.use")
    assert "Type your passphrase" in words(dialog(program))
    sign(program, "another passphrase")
    assert "not the passphrase" in words(dialog(program))
    assert filed(program) == []
    assert part(program, "addendum.text", QPlainTextEdit).toPlainText() == "The daughter rang."
    sign(program)
    assert [each.addition.matter.text for each in filed(program)] == ["The daughter rang."]
    assert standing(program).isHidden()
    said = part(program, "finished.added", Notice).accessibleName()
    assert said == "Something was added on 1 December 2026."


def test_what_is_missing_is_said_in_the_form(program):
    press(program, "finished.later.add")
    sign(program)
    assert "Write what is to be added." in words(dialog(program))
    press(program, "addendum.cancel")
    press(program, "finished.later.withdraw")
    for day, sentence in (("soon", "Write the day"), ("31 2 2026", "no such day")):
        part(program, "withdrawal.day", QLineEdit).setText(day)
        sign(program)
        assert sentence in words(dialog(program))
    part(program, "withdrawal.day", QLineEdit).setText("2 December 2026")
    sign(program)
    assert "still to come" in words(dialog(program))
    assert filed(program) == []


def test_who_decides_for_the_patient_is_asked_by_name(program):
    press(program, "finished.later.withdraw")
    name = part(program, "withdrawal.name", QLineEdit)
    assert not name.isVisible()
    who = part(program, "withdrawal.who", QComboBox)
    who.setCurrentIndex(1)
    who.activated.emit(1)
    assert name.isVisible()
    sign(program)
    assert "Write the name" in words(dialog(program))
    name.setText("Lea Sample")
    sign(program)
    assert filed(program)[0].addition.matter.withdrawal.name == "Lea Sample"


def test_before_a_document_of_a_withdrawn_consent_leaves_people_are_told(program):
    withdraw(program)
    press(program, "finished.given.paper")
    box = next(each for each in program.window.findChildren(QMessageBox) if each.isVisible())
    assert "This consent was withdrawn on 1 December 2026" in box.text()
    box.findChild(QWidget, "messages.no").click()
    settle(program)
    assert "given to the patient" not in words(program.desk.finished)
    press(program, "finished.given.paper")
    box = next(each for each in program.window.findChildren(QMessageBox) if each.isVisible())
    box.findChild(QWidget, "messages.yes").click()
    settle(program)
    assert "given to the patient on paper" in words(program.desk.finished)


def test_the_paper_of_an_addition_is_saved_as_it_was_sealed(program, tmp_path, clock):
    withdraw(program)
    (one,) = filed(program)
    press(program, f"finished.later.save.{one.addition.id}")
    place = program.window.findChild(QFileDialog, "finished.later.file")
    assert Path(place.selectedFiles()[0]).name == "2026-12-01 withdrawal of consent 01978f3c.pdf"
    place.fileSelected.emit(str(tmp_path / "saved.pdf"))
    place.reject()
    settle(program)
    assert (tmp_path / "saved.pdf").read_bytes() == one.document
    roots = []
    program.session.cabinet.trusted_roots(done=roots.extend, failed=roots.append)
    settle(program)
    found = verify_file(tmp_path / "saved.pdf", tuple(roots), now=clock())
    assert (found.state, found.kind) == (Seen.SEALED, AdditionKind.WITHDRAWAL)


def test_a_new_consultation_in_its_place_knows_who_it_is_about(program):
    press(program, "finished.later.replace")
    said = program.session.sitting.discussion
    assert said.patient == RECORD.patient
    assert said.replaces.id == RECORD.id
    assert said.clinician.name == program.session.cabinet.person.name


def test_the_library_says_so(program, qtbot):
    withdraw(program)
    program.desk.go_to_library()
    settle(program)
    qtbot.waitUntil(lambda: "Consent withdrawn" in words(program.desk.library))


def test_nothing_of_it_is_left_when_the_vault_is_locked(program):
    withdraw(program)
    press(program, "finished.later.add")
    program.desk.lock()
    settle(program)
    assert dialog(program) is None
    said = "\n".join(text.text() for text in program.desk.finished.findChildren(Text))
    assert "I would rather wait" not in said
    assert "withdrawn on" not in said


def test_from_a_replaced_record_one_gets_to_the_newer_and_back(program):
    before = Predecessor(id=RECORD.id, sha256=RECORD.sha256, sealed=RECORD.sealed)
    newer = records.given(id="0199bbbb", replaces=before)
    shown = program.desk.paper
    program.session.cabinet.file(newer, done=lambda _: None, failed=pytest.fail)
    settle(program)
    program.session.cabinet.open_record(RECORD.id, done=shown.show, failed=pytest.fail)
    settle(program)
    assert "This record was replaced by a newer one" in standing(program).accessibleName()
    press(program, "finished.later.open.0199bbbb")
    assert shown.shown_id == "0199bbbb"
    assert "stands in the place of an older one" in words(program.desk.finished)
    press(program, f"finished.later.open.{RECORD.id}")
    assert shown.shown_id == RECORD.id
