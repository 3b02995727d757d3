"""Earlier states of a draft, from the library, with a real vault."""

import pytest
from PySide6.QtWidgets import QPushButton

from spinecounsel.discussion import moves
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from tests.helpers.talks import PATIENT
from ui.dialogs.earlier import EarlierDialog
from ui.widgets.text import Text


@pytest.fixture
def program(qtbot, tmp_path, clock):
    quick_vault(tmp_path, clock())
    with program_in(tmp_path, clock) as made:
        made.session.cabinet.unlock(PASSPHRASE, done=lambda _: None, failed=pytest.fail)
        settle(made)
        made.desk.go_to_library()
        settle(made)
        made.window.resize(1366, 768)
        made.window.show()
        yield made


def settle(program):
    for _ in range(6):
        program.session.cabinet.worker.settle()


def talk(program, clock, *options):
    """A draft in which each option was chosen some minutes after the one before."""
    session = program.session
    program.desk._on_begun()
    session.change(moves.describing, patient=PATIENT)
    for option in options:
        settle(program)
        clock.forward(minutes=5)
        session.change(moves.choosing, option, chosen=True)
    settle(program)
    ident = session.sitting.discussion.id
    program.desk.go_to_library()
    settle(program)
    return ident


def dialog(program):
    found = program.window.findChildren(EarlierDialog)
    return next((each for each in found if each.isVisible()), None)


def words(of):
    return "\n".join(text.text() for text in of.findChildren(Text) if text.isVisible())


def press(program, name):
    program.window.findChild(QPushButton, name).click()
    settle(program)


def test_an_earlier_state_is_taken_back(program, clock, qtbot):
    ident = talk(program, clock, "radiosurgery", "no-treatment")
    button = f"library.earlier.{ident}"
    qtbot.waitUntil(lambda: program.window.findChild(QPushButton, button) is not None)
    press(program, button)
    assert "Stereotactic radiosurgery · No treatment" in words(dialog(program))
    buttons = dialog(program).findChildren(QPushButton)
    kept = [each for each in buttons if each.objectName().startswith("earlier.take.")]
    assert len(kept) == 2
    kept[0].click()
    settle(program)
    assert dialog(program) is None
    drafts = []
    program.session.cabinet.open_draft(ident, done=drafts.append, failed=pytest.fail)
    settle(program)
    assert drafts[0].options == ("radiosurgery",)


def test_of_a_new_draft_there_is_none_yet(program, clock, qtbot):
    ident = talk(program, clock)
    button = f"library.earlier.{ident}"
    qtbot.waitUntil(lambda: program.window.findChild(QPushButton, button) is not None)
    press(program, button)
    assert "no earlier state of this draft yet" in words(dialog(program))
    press(program, "earlier.cancel")
    assert dialog(program) is None
