"""The first start: the vault, its code, the clinic, and what to begin with; never again."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QProcess
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu, QWidget

from spinecounsel.consultation import settings
from spinecounsel.storage import Role, open_vault
from tests.helpers.logos import drawn
from tests.helpers.programs import PASSPHRASE, program_in
from ui.theme.theme import theme
from ui.widgets.text import Text
from ui.wiring import practising
from ui.wiring.program import VAULT


@pytest.fixture
def started(monkeypatch):
    """What was started beside the program."""
    calls = []

    def start(program, arguments):
        calls.append((program, *arguments))
        return True, 1

    monkeypatch.setattr(QProcess, "startDetached", start)
    return calls


@pytest.fixture
def coded(qtbot, tmp_path, clock, started):
    """The program, once a vault was made: its code is in sight."""
    with program_in(tmp_path, clock) as made:
        made.window.resize(1366, 768)
        made.window.show()
        made.desk.start()
        for field, text in (
            ("name", "Dr Ada Beispiel"),
            ("passphrase", PASSPHRASE),
            ("repeat", PASSPHRASE),
        ):
            part(made, f"unlock.{field}", QLineEdit).setText(text)
        assert "First start: step 1 of 3" in words(made)
        press(made, "unlock.go")
        assert "First start: step 1 of 3" in words(made)
        yield made


@pytest.fixture
def program(coded):
    """The program, once the code is copied too."""
    copy_code(coded)
    return coded


def part(program, name, kind=QWidget):
    return program.window.findChild(kind, name)


def settle(program):
    for _ in range(4):
        program.session.cabinet.worker.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def copy_code(program):
    part(program, "recovery.typed", QLineEdit).setText(part(program, "recovery.group", Text).text())
    press(program, "recovery.go")


def lock_and_unlock(program):
    program.desk.lock()
    settle(program)
    part(program, "unlock.passphrase", QLineEdit).setText(PASSPHRASE)
    press(program, "unlock.go")


def press(program, name):
    part(program, name).click()
    settle(program)


def words(program):
    return [text.text() for text in program.window.findChildren(Text) if text.isVisible()]


def name_clinic(program, name):
    field = part(program, "first.clinic.name", QLineEdit)
    field.setFocus()
    field.setText(name)
    part(program, "first.go").setFocus()
    press(program, "first.go")


def kept_name(home, clock):
    vault = open_vault(home / VAULT, PASSPHRASE, now=clock())
    name = settings.settings(vault).clinic.name
    vault.close()
    return name


def test_the_clinic_is_named_and_a_consultation_begins(program, qtbot, tmp_path, clock):
    assert "First start: step 2 of 3" in words(program)
    name_clinic(program, "Spine Clinic")
    assert "First start: step 3 of 3" in words(program)
    press(program, "first.new")
    assert program.session.open
    qtbot.waitUntil(lambda: part(program, "first") is None)  # deleted once there is time for it
    part(program, "frame.library").click()
    assert "Spine Clinic" in words(program)
    program.desk.lock()
    settle(program)
    assert kept_name(tmp_path, clock) == "Spine Clinic"


def test_what_cannot_be_a_name_is_not_passed_by(program):
    name_clinic(program, "x" * 200)
    assert "First start: step 2 of 3" in words(program)
    assert any("Write 120 letters at most." in each for each in words(program))
    name_clinic(program, "Spine Clinic")
    assert "First start: step 3 of 3" in words(program)


def test_a_logo_that_cannot_be_used_does_not_hold_one_up(program, tmp_path):
    (tmp_path / "logo.png").write_bytes(drawn()[:300])
    part(program, "first.clinic.logo.choose").click()
    dialog = program.window.findChild(QFileDialog, "clinic.logo.chosen")
    dialog.fileSelected.emit(str(tmp_path / "logo.png"))
    dialog.close()
    settle(program)
    assert any("This picture is broken" in each for each in words(program))
    name_clinic(program, "Spine Clinic")
    assert "First start: step 3 of 3" in words(program)


def test_it_can_be_left_for_later_and_is_shown_once(program, started):
    press(program, "first.later")
    press(program, "first.list")
    assert program.window.screen_name == "library"
    assert part(program, "frame.banner").isVisible()
    program.desk.lock()
    settle(program)
    assert "First start" not in " ".join(words(program))
    part(program, "unlock.passphrase", QLineEdit).setText(PASSPHRASE)
    press(program, "unlock.go")
    assert program.window.screen_name == "library"
    assert started == []


def test_one_can_practise_first(program, started):
    press(program, "first.later")
    press(program, "first.practise")
    assert started == [practising.command()]
    assert program.window.screen_name == "library"
    assert "The practice opens in a window of its own ..." in words(program)


def test_the_manual_leaves_the_page_as_it_is(program, qtbot):
    press(program, "first.later")
    with qtbot.waitSignal(program.window.manual_asked):
        part(program, "first.manual").click()
    assert part(program, "first.new").isVisible()


def test_a_lock_at_the_code_begins_with_the_clinic_once_a_code_is_copied(coded):
    lock_and_unlock(coded)
    copy_code(coded)
    assert "First start: step 2 of 3" in words(coded)


def test_after_the_program_was_closed_it_goes_on_where_it_was(program, tmp_path, clock):
    press(program, "first.later")
    program.window.close()
    settle(program)
    with program_in(tmp_path, clock) as again:
        again.window.show()
        again.desk.start()
        part(again, "unlock.passphrase", QLineEdit).setText(PASSPHRASE)
        press(again, "unlock.go")
        assert "First start: step 3 of 3" in words(again)
        press(again, "first.list")
        assert part(again, "frame.clinician").text() == "Dr Ada Beispiel"
        lock_and_unlock(again)
        assert again.window.screen_name == "library"


def test_who_does_not_keep_the_vault_is_not_asked(program, tmp_path, clock):
    program.desk.lock()
    settle(program)
    vault = open_vault(tmp_path / VAULT, PASSPHRASE, now=clock())
    nora = vault.people.add("Nora", "", (Role.NURSE,), "first words here", now=clock()).id
    vault.close()
    vault = open_vault(tmp_path / VAULT, "first words here", person=nora, now=clock())
    vault.change_passphrase("first words here", "words of her own", now=clock())
    vault.close()
    program.desk.start()
    program.desk.unlock.choose(nora)
    part(program, "unlock.passphrase", QLineEdit).setText("words of her own")
    press(program, "unlock.go")
    assert program.window.screen_name == "library"


def test_a_lock_in_between_puts_it_away(program):
    part(program, "first.clinic.name", QLineEdit).setText("Spine Clinic")
    program.desk.lock()
    settle(program)
    assert part(program, "first") is None
    assert program.window.screen_name == "unlock"


def test_text_size_and_help_are_at_hand_from_the_code_on(program, qtbot):
    for page in ("recovery", "first"):
        part(program, f"{page}.text_larger").click()
        menu = part(program, f"{page}.help_menu", QMenu)
        with qtbot.waitSignal(program.window.manual_asked):
            menu.actions()[0].trigger()
    assert theme().text_scale == 1.5
    assert part(program, "first.help").isVisible()
    assert not part(program, "recovery.help").isVisible()
