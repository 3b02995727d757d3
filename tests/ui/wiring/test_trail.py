"""The trail at the screen of the vault, read by an auditor, with a real vault."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTextBrowser

from spinecounsel.frozen import replaced
from spinecounsel.storage import Role
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault


@pytest.fixture
def program(qtbot, tmp_path, clock):
    """A vault with many events, opened by somebody who may read the trail only."""
    quick_vault(tmp_path, clock())
    with program_in(tmp_path, clock) as made:
        cabinet = made.session.cabinet
        cabinet.unlock(PASSPHRASE, done=lambda _: None, failed=pytest.fail)
        settle(made)
        acting = cabinet._vault._acting
        acting.person = replaced(acting.person, name="Ada Prüfer", roles=(Role.AUDITOR,))
        for number in range(150):
            cabinet.ask(_note, number=number, now=clock(), done=lambda _: None, failed=pytest.fail)
        settle(made)
        made.window.resize(1366, 768)
        made.window.show()
        made.desk.vault.open()
        made.desk.vault.show_section("trail")
        settle(made)
        yield made


def _note(vault, *, number, now):
    vault.append_event(f"r{number % 3}", "opened", {}, now=now)


def settle(program):
    for _ in range(6):
        program.session.cabinet.worker.settle()


def part(program, name, kind=QPushButton):
    return program.window.findChild(kind, f"vault.{name}")


def lines(program):
    """What the table says, line by line."""
    said = part(program, "trail.table", QTextBrowser).toPlainText().lstrip("\n").splitlines()
    return [said[place : place + 5] for place in range(5, len(said), 5)]


def test_the_newest_lines_come_first_and_earlier_ones_when_asked_for(program):
    shown = lines(program)
    assert len(shown) == 100
    assert shown[0][1] == "24 November 2026, 09:30"
    assert shown[0][3:] == ["Opened a record", "r2"]
    assert [int(each[0]) for each in shown] == sorted(
        (int(each[0]) for each in shown), reverse=True
    )
    older = part(program, "trail.older")
    older.click()
    settle(program)
    assert [each[3] for each in lines(program)[-1:]] == ["Made the vault"]
    assert not older.isVisible()


def test_the_lines_of_one_record_are_found(program):
    part(program, "trail.record", QLineEdit).setText("r1")
    part(program, "trail.find").click()
    settle(program)
    assert {each[4] for each in lines(program)} == {"r1"}
    assert len(lines(program)) == 50


def test_an_auditor_sees_nothing_else_of_the_vault(program):
    assert part(program, "section.trail").isVisible()
    assert not part(program, "section.keeping").isVisible()
    program.desk.lock()
    settle(program)
    assert part(program, "trail.table", QTextBrowser).toPlainText() == ""
