"""The way through the steps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from spinecounsel.case.patient import Patient
from spinecounsel.discussion import moves
from spinecounsel.discussion.decision import Consent, Postponement
from spinecounsel.discussion.people import Clinician
from spinecounsel.discussion.steps import ORDER
from tests.helpers.programs import program_in
from tests.helpers.tours import settle
from ui.widgets.text import Text
from ui.wiring.steps import WIRINGS


@pytest.fixture
def program(qtbot, tmp_path, clock):
    """A consultation in the window; the vault is closed, so drafts wait in memory."""
    with program_in(tmp_path, clock) as made:
        made.session.begin(Clinician(name="Dr Ada Beispiel"))
        with qtbot.waitExposed(made.window):
            made.window.show()
        made.window.activateWindow()
        yield made


def status(program):
    return program.window.findChild(Text, "frame.status").text()


def step(program):
    return program.session.sitting.discussion.step


def press(qtbot, program, name):
    qtbot.mouseClick(program.window.findChild(QWidget, name), Qt.MouseButton.LeftButton)


def has_focus(program, step_id):
    focused = program.window.focusWidget()
    return focused.isVisible() and focused.objectName() == "field" and step(program) == step_id


def name_it(program, **fields):
    program.session.change(moves.describing, patient=Patient(name="Ann", number="T-1", **fields))


def test_continue_says_what_is_missing_and_gives_the_focus_to_the_page(qtbot, program):
    press(qtbot, program, "frame.continue")
    assert step(program) == "person"
    assert status(program)
    assert has_focus(program, "person")


def test_continue_and_back_lead_from_page_to_page(qtbot, program):
    name_it(program)
    press(qtbot, program, "frame.continue")
    assert step(program) == "case"
    assert has_focus(program, "case")
    press(qtbot, program, "frame.back")
    assert step(program) == "person"


def test_any_step_may_be_looked_at_at_any_time(qtbot, program):
    press(qtbot, program, "frame.step.sign")
    assert step(program) == "sign"
    assert not program.window.findChild(QWidget, "frame.continue").isVisible()


def test_undo_takes_the_last_change_back_and_says_so(qtbot, program):
    name_it(program)
    qtbot.keyClick(program.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert program.session.sitting.discussion.patient.name == ""
    assert status(program) == "The last change was taken back."


def test_more_time_is_written_down_only_after_asking(qtbot, program):
    press(qtbot, program, "frame.more_time")
    assert program.session.sitting.discussion.decision is None
    press(qtbot, program, "messages.yes")
    decision = program.session.sitting.discussion.decision
    assert (decision.consent, decision.postponement) == (
        Consent.POSTPONED,
        Postponement.MORE_TIME,
    )
    assert step(program) == "decision"


def test_the_pages_are_deleted_with_the_consultation(qtbot, program):
    name_it(program)
    field = program.window.focusWidget()
    assert field.text() == "Ann"
    with qtbot.waitSignal(field.destroyed):
        program.session.leave()


def test_back_leads_to_the_page_from_which_a_card_was_asked_for(qtbot, program):
    session = program.session
    name_it(program)
    session.act(session.sitting.go_to, "understanding")
    session.act(session.sitting.go_to, "walk")
    session.topic_asked.emit("")
    assert status(program) == "Back leads to where you came from: Understanding."
    press(qtbot, program, "frame.back")
    assert step(program) == "understanding"
    press(qtbot, program, "frame.back")
    assert step(program) == "values"


def test_every_step_opens_before_anything_was_said(program):
    for each in ORDER:
        program.session.act(program.session.sitting.go_to, each)
        assert step(program) == each


def test_the_next_page_is_made_while_nothing_happens(qtbot, program):
    name_it(program)
    qtbot.waitUntil(lambda: len(program.window.findChildren(QWidget, "field")) == 2)
    assert step(program) == "person"
    assert [each.isVisible() for each in program.window.findChildren(QWidget, "field")].count(
        True
    ) == 1
    press(qtbot, program, "frame.continue")
    assert has_focus(program, "case")


@pytest.mark.parametrize("name", ["person.role.share", "person.capacity.way.assessed"])
def test_in_a_draft_that_is_only_read_a_press_changes_nothing_and_keeps_its_place(
    qtbot, tmp_path, clock, name
):
    with program_in(tmp_path, clock, wirings=WIRINGS) as program:
        program.session.begin(Clinician(name="Dr Ada Beispiel"))
        program.session.read_only = True
        with qtbot.waitActive(program.window):
            program.window.show()
            program.window.activateWindow()
        settle()
        qtbot.waitUntil(lambda: program.window.page.findChild(QWidget, name) is not None)
        pressed = program.window.page.findChild(QWidget, name)
        pressed.setFocus()
        pressed.click()
        qtbot.waitUntil(lambda: program.window.page.findChild(QWidget, name) is not pressed)
        qtbot.waitUntil(lambda: program.window.focusWidget().objectName() == name)
        assert program.window.focusWidget() is not pressed
        assert status(program).startswith("You can read this draft.")
