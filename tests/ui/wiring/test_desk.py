"""From the locked vault to a consultation and back, with a real vault."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QMessageBox, QWidget

from spinecounsel.case.patient import Patient
from spinecounsel.consultation import filing
from spinecounsel.discussion import moves
from spinecounsel.discussion.people import Clinician
from spinecounsel.storage import CannotSave, Role, open_vault
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from tests.helpers.talks import CLINICIAN
from ui.widgets.text import Text
from ui.wiring.program import VAULT


@pytest.fixture
def program(qtbot, tmp_path, clock):
    with program_in(tmp_path, clock) as made:
        yield made


@pytest.fixture
def locked(program, tmp_path, clock):
    """The program with a vault, before it is unlocked."""
    quick_vault(tmp_path, clock())
    program.desk.start()
    return program


@pytest.fixture
def unlocked(locked):
    unlock(locked)
    return locked


def part(program, name, kind=QWidget):
    return program.window.findChild(kind, name)


def settle(program):
    program.session.cabinet.worker.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def unlock(program, passphrase=PASSPHRASE):
    part(program, "unlock.passphrase", QLineEdit).setText(passphrase)
    part(program, "unlock.go").click()
    settle(program)


def copy_code(program):
    """Type one group of the recovery code back, as from its paper."""
    group = part(program, "recovery.group", Text).text()
    part(program, "recovery.typed", QLineEdit).setText(group.lower())
    part(program, "recovery.go").click()
    settle(program)


def is_shown(program, name):
    return part(program, name).isVisibleTo(program.window)


def words(program):
    return [text.text() for text in program.window.findChildren(Text)]


def begin(program, name="Ann Sample"):
    part(program, "library.new").click()
    program.session.change(moves.describing, patient=Patient(name=name))
    settle(program)


def test_the_first_start_makes_the_vault_and_a_consultation_begins_in_the_frame(program):
    program.desk.start()
    for field, text in (
        ("name", "Dr Ada Beispiel"),
        ("passphrase", PASSPHRASE),
        ("repeat", PASSPHRASE),
    ):
        part(program, f"unlock.{field}", QLineEdit).setText(text)
    part(program, "unlock.go").click()
    settle(program)
    copy_code(program)
    part(program, "first.later").click()
    part(program, "first.list").click()
    settle(program)
    assert is_shown(program, "library.new")
    assert part(program, "frame.clinician").text() == "Dr Ada Beispiel"
    part(program, "library.new").click()
    assert is_shown(program, "frame.step.person")
    assert program.session.sitting.discussion.clinician.name == "Dr Ada Beispiel"


def test_two_passphrases_that_differ_make_no_vault(program, tmp_path):
    program.desk.start()
    for field, text in (("name", "Dr A"), ("passphrase", PASSPHRASE), ("repeat", "another one")):
        part(program, f"unlock.{field}", QLineEdit).setText(text)
    part(program, "unlock.go").click()
    settle(program)
    assert "The two passphrases differ. Please type them again." in words(program)
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_passphrase_is_said_and_the_right_one_still_opens(locked):
    unlock(locked, "not the right one")
    assert "That is not the passphrase of this vault. Nothing was lost. Try again." in words(locked)
    assert is_shown(locked, "unlock.passphrase")
    unlock(locked)
    assert is_shown(locked, "library.new")


def test_a_second_program_is_told_that_the_vault_is_open(unlocked, tmp_path, clock):
    with program_in(tmp_path, clock) as second:
        second.desk.start()
        unlock(second)
        assert any("is open in another window" in sentence for sentence in words(second))


def test_the_lock_blanks_everything_and_unlocking_goes_on_where_it_was(unlocked):
    begin(unlocked)
    unlocked.session.act(unlocked.session.sitting.go_to, "walk")
    part(unlocked, "frame.lock").click()
    settle(unlocked)
    held = " ".join(
        f"{widget.accessibleName()} {getattr(widget, 'text', str)()}"
        for widget in unlocked.window.findChildren(QWidget)
    )
    assert "Ann" not in held
    assert not is_shown(unlocked, "frame.banner")
    assert "One open consultation. Its draft is saved." in words(unlocked)
    unlock(unlocked)
    discussion = unlocked.session.sitting.discussion
    assert (discussion.patient.name, discussion.step) == ("Ann Sample", "walk")
    assert is_shown(unlocked, "frame.step.walk")


def test_the_lock_closes_what_is_asked_in_a_dialog(unlocked):
    part(unlocked, "frame.clinician").click()
    assert unlocked.window.findChildren(QDialog)
    unlocked.desk.lock()
    settle(unlocked)
    assert not unlocked.window.findChildren(QDialog)


def test_search_finds_a_draft_which_is_taken_up_again(unlocked):
    for name in ("Ann Sample", "Ben Other"):
        begin(unlocked, name)
        part(unlocked, "frame.library").click()
        settle(unlocked)
    part(unlocked, "library.search", QLineEdit).setText("sample")
    part(unlocked, "library.search", QLineEdit).returnPressed.emit()
    settle(unlocked)
    rows = [w for w in unlocked.window.findChildren(QWidget) if _is_row(w)]
    assert len(rows) == 1
    rows[0].click()
    settle(unlocked)
    assert unlocked.session.sitting.discussion.patient.name == "Ann Sample"


def test_a_draft_is_thrown_away_only_after_asking(unlocked):
    begin(unlocked)
    part(unlocked, "frame.library").click()
    settle(unlocked)
    discard = next(
        widget
        for widget in unlocked.window.findChildren(QWidget)
        if widget.objectName().startswith("library.discard.")
    )
    discard.click()
    part(unlocked, "messages.no").click()
    settle(unlocked)
    assert any(map(_is_row, unlocked.window.findChildren(QWidget)))
    discard.click()
    part(unlocked, "messages.yes").click()
    settle(unlocked)
    assert not any(map(_is_row, unlocked.window.findChildren(QWidget)))


def test_another_clinician_stands_in_the_next_record(unlocked):
    part(unlocked, "frame.clinician").click()
    part(unlocked, "clinician.name", QLineEdit).setText("Dr Bo Example")
    part(unlocked, "clinician.use").click()
    settle(unlocked)
    begin(unlocked)
    assert unlocked.session.sitting.discussion.clinician.name == "Dr Bo Example"


def change_passphrase(program, old, new, again):
    if part(program, "passphrase") is None:
        part(program, "frame.clinician").click()
        part(program, "clinician.passphrase").click()
    for name, typed in (("old", old), ("new", new), ("again", again)):
        part(program, f"passphrase.{name}", QLineEdit).setText(typed)
    part(program, "passphrase.use").click()
    settle(program)


def test_the_passphrase_is_changed_only_with_the_old_one_and_typed_twice(unlocked):
    new = "a river and five geese"
    change_passphrase(unlocked, PASSPHRASE, new, "a river and six geese")
    assert any("differ" in text for text in words(unlocked))
    change_passphrase(unlocked, "not this one at all", new, new)
    assert part(unlocked, "passphrase", QDialog).isVisibleTo(unlocked.window)
    change_passphrase(unlocked, PASSPHRASE, "short", "short")
    assert part(unlocked, "passphrase", QDialog).isVisibleTo(unlocked.window)
    change_passphrase(unlocked, PASSPHRASE, new, new)
    assert part(unlocked, "passphrase") is None
    part(unlocked, "frame.lock").click()
    settle(unlocked)
    unlock(unlocked)
    assert not is_shown(unlocked, "library.new")
    unlock(unlocked, new)
    assert is_shown(unlocked, "library.new")


def test_closing_waits_for_the_last_change(qtbot, unlocked):
    part(unlocked, "library.new").click()
    with qtbot.waitExposed(unlocked.window):
        unlocked.window.show()
    unlocked.session.change(moves.describing, patient=Patient(name="Ann Sample"))
    unlocked.window.close()
    assert unlocked.window.isVisible()
    settle(unlocked)
    qtbot.waitUntil(lambda: not unlocked.window.isVisible())
    assert not unlocked.session.unsaved


def test_closing_while_a_change_waits_behind_the_lock_asks_first(qtbot, locked):
    with qtbot.waitExposed(locked.window):
        locked.window.show()
    locked.session.begin(Clinician(name="Dr Ada Beispiel"))
    locked.session.change(moves.describing, patient=Patient(name="Ann Sample"))
    locked.window.close()
    assert locked.window.isVisible()
    part(locked, "messages.yes").click()
    assert not locked.window.isVisible()


def _is_row(widget):
    return widget.objectName().startswith("library.row.") and not widget.isHidden()


def test_the_passphrase_does_not_stay_in_the_field(unlocked):
    assert part(unlocked, "unlock.passphrase", QLineEdit).text() == ""


ROLES = {"Nora": Role.NURSE, "Rita": Role.READER, "Cora": Role.CLINICIAN}


@pytest.fixture
def shared(program, tmp_path, clock):
    """The program with a vault of several people, each with a passphrase of their own."""
    quick_vault(tmp_path, clock())
    path, now = tmp_path / VAULT, clock()
    vault = open_vault(path, PASSPHRASE, now=now)
    for name, role in ROLES.items():
        vault.people.add(name, "", (role,), "only for the first time", now=now)
    ids = {each.name: each.id for each in vault.people.everybody()}
    vault.close()
    for name in ROLES:
        own = open_vault(path, "only for the first time", person=ids[name], now=now)
        own.change_passphrase("only for the first time", f"the words of {name}", now=now)
        own.close()
    program.desk.start()
    program.ids = ids
    return program


def enter(program, name):
    """Let somebody in, after whoever is in has locked the vault."""
    program.desk.lock()
    settle(program)
    program.session.cabinet.unlock(
        PASSPHRASE if name == CLINICIAN.name else f"the words of {name}",
        person=program.ids[name],
        done=lambda _: program.desk._enter(),
        failed=pytest.fail,
    )
    settle(program)


def take_up(program):
    """Open the only draft; give the discussion."""
    (row,) = filter(_is_row, program.window.findChildren(QWidget))
    row.click()
    settle(program)
    return program.session.sitting.discussion


def test_whoever_opens_a_draft_and_may_sign_is_its_clinician(shared):
    enter(shared, "Nora")
    begin(shared)
    assert shared.session.sitting.discussion.clinician.name == ""
    for name, leads in (("Cora", "Cora"), ("Nora", "Cora"), (CLINICIAN.name, CLINICIAN.name)):
        enter(shared, name)
        assert take_up(shared).clinician.name == leads


def test_who_only_reads_a_draft_is_told_so_and_changes_nothing(qtbot, shared):
    enter(shared, "Nora")
    begin(shared)
    enter(shared, "Rita")
    draft = take_up(shared)
    with qtbot.waitExposed(shared.window):
        shared.window.show()
    status = part(shared, "frame.status", Text)
    assert status.text().startswith("You can read this draft.")
    shared.window.page.field.setText("typed over")
    shared.session.change(moves.describing, patient=Patient(name="Ben"))
    shared.session.change(moves.describing, patient=draft.patient)
    QCoreApplication.processEvents()
    settle(shared)
    assert shared.window.page.field.text() == "Ann Sample"
    assert status.text().startswith("You can read this draft.")
    part(shared, "frame.continue").click()
    assert shared.session.sitting.discussion.step == "case"
    assert not is_shown(shared, "frame.more_time")
    enter(shared, CLINICIAN.name)
    said = take_up(shared)
    assert (said.patient.name, said.step) == ("Ann Sample", "person")


def test_closing_while_somebody_elses_change_waits_asks_first(qtbot, shared, monkeypatch):
    enter(shared, "Nora")
    part(shared, "library.new").click()
    with monkeypatch.context() as patched:
        patched.setattr(filing, "save_draft", _refuse)
        shared.session.change(moves.describing, patient=Patient(name="Ann Sample"))
        settle(shared)
        enter(shared, "Cora")
    assert shared.session.waits_for_others
    with qtbot.waitExposed(shared.window):
        shared.window.show()
    shared.window.close()
    settle(shared)
    asked = part(shared, "message", QMessageBox).text()
    assert asked.startswith("A change that somebody else made is not saved yet.")
    part(shared, "messages.no").click()
    enter(shared, "Nora")
    assert not shared.session.unsaved
    assert take_up(shared).patient.name == "Ann Sample"


def _refuse(*_arguments, **_more):
    raise CannotSave("The disk is full.")
