"""The patient's side: follows the talk, never names anybody, goes when its screen goes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from spinecounsel.discussion import moves
from spinecounsel.viewing.compare import compare_view
from tests.helpers.programs import PASSPHRASE, program_in, quick_vault
from tests.helpers.talks import CLINICIAN, METASTASIS, PATIENT
from ui.patient.screen import PatientScreen
from ui.patient.window import PatientWindow
from ui.widgets.text import Text

CALM = "Take your time. You can ask anything."


@pytest.fixture
def program(qtbot, tmp_path, clock):
    """A consultation of a described patient in the window; the vault is closed."""
    with program_in(tmp_path, clock) as made:
        made.session.begin(CLINICIAN)
        made.session.change(moves.describing, patient=PATIENT, case=METASTASIS)
        made.session.change(moves.choosing, "radiosurgery", chosen=True)
        with qtbot.waitActive(made.window):
            made.window.show()
            made.window.activateWindow()
        yield made


def go(program, step):
    program.session.act(program.session.sitting.go_to, step)


def press(qtbot, program, name):
    qtbot.mouseClick(program.window.findChild(QWidget, name), Qt.MouseButton.LeftButton)


def key(qtbot, program, pressed, control=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or program.window, pressed, control)


def words(screen):
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return {text.text() for text in screen.findChildren(Text)}


def visible(program):
    return " ".join(text.text() for text in program.window.findChildren(Text) if text.isVisible())


def test_what_is_looked_at_ahead_is_shown(qtbot, program):
    go(program, "ahead")
    press(qtbot, program, "frame.turn")
    program.session.ahead_shown.emit("radiosurgery", "cases")
    assert "Worst case" in visible(program)
    program.session.ahead_shown.emit("radiosurgery", "days")
    assert "Scans and checks later" in visible(program)


def test_the_question_that_has_the_focus_is_shown_alone(qtbot, program):
    go(program, "expect")
    press(qtbot, program, "frame.turn")
    program.session.expect_shown.emit("pain")
    assert "What do you expect for your pain?" in visible(program)
    assert "For your walking?" not in visible(program)
    program.session.expect_shown.emit("")
    assert "For your walking?" in visible(program)


def test_the_row_that_was_opened_is_shown_large_until_it_is_closed(qtbot, program):
    program.session.change(moves.choosing, "radiotherapy-conventional", chosen=True)
    go(program, "compare")
    press(qtbot, program, "frame.turn")
    assert "We look at one row at a time." in visible(program)
    session = program.session
    view = compare_view(session.pack, session.sitting.discussion, session.sitting.agenda)
    session.row_shown.emit(view.groups[0].rows[0].key)
    assert view.groups[0].question in visible(program)
    session.row_shown.emit("")
    assert "We look at one row at a time." in visible(program)


def window_of_patient():
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, PatientWindow)]
    return found[0] if found else None


def status(program):
    return program.window.findChild(Text, "frame.status").text()


# ---- one screen


def test_one_key_turns_the_console_away_and_back_with_the_focus_where_it_was(qtbot, program):
    go(program, "options")
    field = program.window.focusWidget()
    key(qtbot, program, Qt.Key.Key_F9)
    assert "Stereotactic radiosurgery" in visible(program)
    assert "Sample" not in visible(program)
    assert not field.isVisible()
    key(qtbot, program, Qt.Key.Key_F9)
    assert field.isVisible()
    assert field.hasFocus()
    key(qtbot, program, Qt.Key.Key_F9)
    key(qtbot, program, Qt.Key.Key_Escape)
    assert field.hasFocus()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert program.window.findChildren(PatientScreen) == []


def test_where_no_patient_may_look_the_key_turns_nothing(qtbot, program):
    program.desk.start()
    key(qtbot, program, Qt.Key.Key_F9)
    assert not program.window.turned
    program.window.show_screen("library")
    key(qtbot, program, Qt.Key.Key_F9)
    assert program.window.turned
    program.desk.start()
    key(qtbot, program, Qt.Key.Key_F9)
    assert not program.window.turned  # the way back is there all the same


def test_while_it_is_turned_no_key_goes_on_back_or_undoes(qtbot, program):
    go(program, "options")
    before = program.session.sitting.discussion
    press(qtbot, program, "frame.turn")
    control = Qt.KeyboardModifier.ControlModifier
    for pressed in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Z):
        key(qtbot, program, pressed, control)
    assert program.session.sitting.discussion == before


def test_while_it_is_turned_nobody_writes_in_the_console(qtbot, program):
    field = program.window.focusWidget()
    press(qtbot, program, "frame.turn")
    field.setFocus()
    key(qtbot, program, Qt.Key.Key_X)
    assert "x" not in field.text()
    key(qtbot, program, Qt.Key.Key_Escape)
    assert field.hasFocus()


def test_the_view_follows_every_change(qtbot, program):
    go(program, "options")
    press(qtbot, program, "frame.turn")
    program.session.change(moves.choosing, "no-treatment", chosen=True)
    assert "No treatment of the tumour" in visible(program)


def test_the_topic_is_the_one_on_the_clinician_s_card(qtbot, program):
    go(program, "walk")
    press(qtbot, program, "frame.turn")
    assert CALM in visible(program)
    topics = program.session.sitting.agenda.topics
    about = next(topic for topic in topics if topic.key.startswith("radiosurgery/about"))
    program.session.topic_shown.emit(about.key)
    assert about.sentences[0].text in visible(program)
    shut = next(topic for topic in topics if topic.closed)
    program.session.topic_shown.emit(shut.key)
    assert "This part stays shut unless you wish to see it." in visible(program)
    assert shut.title not in visible(program)


def test_behind_the_lock_it_is_blank_and_stays_turned(qtbot, tmp_path, clock):
    quick_vault(tmp_path, clock())
    with program_in(tmp_path, clock) as made:
        made.desk.start()
        with qtbot.waitSignal(made.desk.unlocked, timeout=20_000):
            made.desk.unlock.unlock_asked.emit(PASSPHRASE, "", "")
        made.session.begin(CLINICIAN)
        made.session.change(moves.describing, patient=PATIENT, case=METASTASIS)
        go(made, "case")
        with qtbot.waitActive(made.window):
            made.window.show()
            made.window.activateWindow()
        press(qtbot, made, "frame.turn")
        assert "T10" in visible(made)
        key(qtbot, made, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert "T10" not in visible(made)
        key(qtbot, made, Qt.Key.Key_F9)
        assert QApplication.focusWidget() is made.desk.unlock.initial_focus()


# ---- two screens


def test_a_window_of_its_own_never_takes_the_keyboard(qtbot, program):
    go(program, "options")
    field = QApplication.focusWidget()
    program.window.patient_screen_asked.emit()
    own = window_of_patient()
    assert own.isVisible()
    assert own.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    QApplication.processEvents()
    assert QApplication.activeWindow() is program.window
    assert QApplication.focusWidget() is field
    assert "Stereotactic radiosurgery" in words(own)
    assert program.window.findChild(QWidget, "frame.patient_screen").isChecked()
    press(qtbot, program, "frame.patient_screen")
    assert not own.isVisible()
    assert not program.window.findChild(QWidget, "frame.patient_screen").isChecked()


def test_putting_the_consultation_away_blanks_it_at_once(qtbot, program):
    go(program, "case")
    press(qtbot, program, "frame.patient_screen")
    own = window_of_patient()
    assert any("T10" in each for each in words(own))
    program.session.leave()
    assert words(own) == {CALM, "Content not yet approved by this clinic"}


def test_the_screen_goes_when_it_is_unplugged_and_is_only_offered_again(qtbot, program, qapp):
    press(qtbot, program, "frame.patient_screen")
    own = window_of_patient()
    qapp.screenRemoved.emit(qapp.primaryScreen())
    assert not own.isVisible()
    assert status(program) == "A screen was unplugged. The patient's screen is closed."
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.screenAdded.emit(qapp.primaryScreen())
    assert window_of_patient() is None
    assert status(program).startswith("A screen was plugged in.")


def test_it_closes_with_the_window(qtbot, program):
    press(qtbot, program, "frame.patient_screen")
    own = window_of_patient()
    with qtbot.waitSignal(own.destroyed):
        program.window.let_go()


def test_closing_it_by_itself_is_seen_on_the_console(qtbot, program):
    press(qtbot, program, "frame.patient_screen")
    window_of_patient().close()
    assert not program.window.findChild(QWidget, "frame.patient_screen").isChecked()


TWO_SCREENS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QWidget
from tests.helpers.clock import Clock
from tests.helpers.programs import program_in
from tests.helpers.talks import CLINICIAN
app = QApplication([])
with program_in(Path(sys.argv[1]), Clock()) as made:
    made.session.begin(CLINICIAN)
    made.window.show()
    made.window.patient_screen_asked.emit()
    app.processEvents()
    own = next(w for w in app.topLevelWidgets() if w.objectName() == "patient.window")
    print(made.window.screen().name(), own.screen().name(), own.geometry().getRect())
"""


def test_with_a_second_screen_it_fills_that_one(tmp_path):
    screens = [
        {"name": "clinician", "x": 0, "y": 0, "width": 1366, "height": 768},
        {"name": "patient", "x": 1366, "y": 0, "width": 1920, "height": 1080},
    ]
    for screen in screens:
        screen.update({"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1})
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"synchronousWindowSystemEvents": True, "screens": screens}))
    done = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS, str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "clinician patient (1366, 0, 1920, 1080)", done.stderr
