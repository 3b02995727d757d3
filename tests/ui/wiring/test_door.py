"""At the door: a code nobody copied, a vault that is gone or damaged; with a real vault."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from spinecounsel.storage import Role, create_vault, open_vault, vault_state
from tests.helpers.programs import PASSPHRASE, QUICK, program_in, quick_vault
from ui.widgets.text import Text
from ui.wiring.program import VAULT


@pytest.fixture
def start(qtbot, tmp_path, clock):
    """Give the program at its first page, for what lies in ``tmp_path``; again after a restart."""
    made = []

    def start():
        context = program_in(tmp_path, clock)
        program = context.__enter__()
        made.append(context)
        program.desk.start()
        return program

    yield start
    while made:
        made.pop().__exit__(None, None, None)


def part(program, name, kind=QWidget):
    return program.window.findChild(kind, name)


def press(program, name):
    part(program, name).click()
    for _ in range(4):
        program.session.cabinet.worker.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def fill(program, **typed):
    for name, text in typed.items():
        part(program, name.replace("__", "."), QLineEdit).setText(text)


def unlock(program, passphrase=PASSPHRASE):
    fill(program, unlock__passphrase=passphrase)
    press(program, "unlock.go")


def is_shown(program, name):
    return part(program, name).isVisibleTo(program.window)


def words(program):
    shown = program.window.findChildren(Text)
    return "\n".join(text.text() for text in shown if text.isVisibleTo(program.window))


def make(program):
    fill(program, unlock__name="Dr Ada", unlock__passphrase=PASSPHRASE, unlock__repeat=PASSPHRASE)
    press(program, "unlock.go")


def code(program):
    return "-".join(text.text() for text in program.desk.door.recovery._groups)


def type_back(program):
    fill(program, recovery__typed=code(program).split("-")[2])
    press(program, "recovery.go")


def test_a_code_that_was_not_copied_is_asked_for_after_each_unlock_till_one_is(start, tmp_path):
    program = start()
    make(program)
    lost = code(program)
    assert not is_shown(program, "recovery.later"), "a new vault goes no further without it"
    program.desk.lock()
    press(program, "unlock.back")  # lets the worker come to its end
    unlock(program)
    assert "no recovery code on paper" in words(program)
    assert code(program) not in {"", lost}
    press(program, "recovery.later")
    press(program, "first.later")
    press(program, "first.list")
    assert is_shown(program, "library.new")
    press(program, "frame.lock")
    unlock(program)
    type_back(program)
    assert is_shown(program, "library.new")
    assert vault_state(tmp_path / VAULT).has_code
    press(program, "frame.lock")
    unlock(program)
    assert program.window.screen_name == "library"


def test_who_keeps_no_people_is_not_asked_for_a_code(start, tmp_path, clock):
    vault = create_vault(tmp_path / VAULT, PASSPHRASE, name="Ada", now=clock(), cost=QUICK)
    nora = vault.people.add("Nora", "", (Role.NURSE,), "first words here", now=clock()).id
    vault.close()
    vault = open_vault(tmp_path / VAULT, "first words here", now=clock(), cost=QUICK)
    vault.change_passphrase("first words here", "words of her own", now=clock())
    vault.close()
    program = start()
    program.desk.unlock.choose(nora)
    unlock(program, "words of her own")
    assert program.window.screen_name == "library"


def test_the_old_code_holds_while_the_new_one_is_not_typed_back(start, tmp_path, clock):
    quick_vault(tmp_path, clock())
    keys = (tmp_path / VAULT).with_suffix(".keys")
    before = keys.read_bytes()
    program = start()
    unlock(program)
    press(program, "frame.vault")
    press(program, "people.code")
    press(program, "messages.yes")
    fill(program, recovery__typed="AAAAA")
    press(program, "recovery.go")
    press(program, "recovery.later")
    assert is_shown(program, "people.code")
    assert keys.read_bytes() == before
    press(program, "people.code")
    press(program, "messages.yes")
    program.desk.lock()
    press(program, "unlock.back")
    assert keys.read_bytes() == before
    unlock(program)
    assert program.window.screen_name == "library", "the old one is on paper"


@pytest.mark.parametrize("restarted", [False, True])
def test_a_vault_that_vanished_is_no_first_start(start, tmp_path, clock, restarted):
    quick_vault(tmp_path, clock())
    program = start()
    unlock(program)
    press(program, "frame.lock")
    away = tmp_path / "away"
    away.mkdir()
    for file in tmp_path.glob("consultations.*"):
        if file.suffix != ".was-here" or not restarted:
            file.rename(away / file.name)
    program = start() if restarted else program
    program.desk.door.show()
    assert "The vault is missing" in words(program)
    assert str(tmp_path) in words(program)
    assert not is_shown(program, "unlock.name")
    assert is_shown(program, "unlock.restore")
    press(program, "unlock.begin")
    assert is_shown(program, "unlock.name")
    press(program, "unlock.back")
    assert "The vault is missing" in words(program)
    for file in away.iterdir():
        file.rename(tmp_path / file.name)
    press(program, "unlock.go")
    assert is_shown(program, "unlock.passphrase")
    unlock(program)
    assert program.window.screen_name == "library"


def test_a_vault_that_is_found_damaged_offers_a_backup(start, tmp_path, clock):
    quick_vault(tmp_path, clock())
    program = start()
    assert not is_shown(program, "unlock.restore")
    unlock(program, "not the right words")
    assert not is_shown(program, "unlock.restore")
    data = bytearray((tmp_path / VAULT).read_bytes())
    data[2_000] ^= 1
    (tmp_path / VAULT).write_bytes(data)
    unlock(program)
    assert "damaged" in words(program)
    assert is_shown(program, "unlock.restore")
