"""The frame: whose record it is, where we are, what is missing, and nothing of it behind a lock."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from spinecounsel.viewing.frame import FactView, FrameView, StepView
from tests.helpers.clock import START
from ui.main_window import LIBRARY, UNLOCK, MainWindow
from ui.theme.theme import theme
from ui.widgets.text import Text

FACTS = (("Born", "14 March 1958"), ("Hospital number", "TEST-0001"), ("In the room", "Nurse"))


def view(**changes):
    titles = ("person", "Person", "done"), ("walk", "Walk", "now"), ("sign", "Sign", "to_do")
    fields = {
        "name": "Sample Patient",
        "facts": tuple(
            FactView(label=label, text=text, main=place < 2)
            for place, (label, text) in enumerate(FACTS)
        ),
        "steps": tuple(
            StepView(id=ident, title=title, state=state, spoken=f"{title}, {state}")
            for ident, title, state in titles
        ),
        "step": "walk",
        "place": "Step 2 of 3: Walk",
        "first": False,
        "last": False,
        "may_change": True,
        "missing": "",
        "notice": "Content not yet approved by this clinic",
    }
    return FrameView(**(fields | changes))


@pytest.fixture
def window(qtbot):
    made = MainWindow()
    qtbot.addWidget(made)
    for name in (UNLOCK, LIBRARY, "person", "walk", "sign"):
        made.add_screen(name, QWidget())
    made.resize(1366, 768)
    yield made
    made.let_go()


def shown(window):
    return [text.text() for text in window.findChildren(Text) if text.isVisibleTo(window)]


def status(window):
    return window.findChild(Text, "frame.status").text()


def press(qtbot, window, name):
    qtbot.mouseClick(window.findChild(QWidget, name), Qt.MouseButton.LeftButton)


def test_the_frame_shows_whose_record_it_is_and_what_is_missing(qtbot, window):
    window.show_frame(view(missing="3 options are not explained yet."))
    with qtbot.waitExposed(window):
        window.show()
    words = shown(window)
    assert {"Sample Patient", "14 March 1958", "TEST-0001", "Nurse"} <= set(words)
    assert status(window) == "3 options are not explained yet."


def test_a_warning_wins_and_a_said_sentence_lasts_until_something_else_is_missing(window):
    window.show_frame(view(missing="One thing."))
    window.say_saved(START)
    window.say_sentence("Not yet.")
    assert status(window) == "Not yet."
    window.show_frame(view(missing="One thing."))
    assert status(window) == "Not yet."
    window.say_waits("The disk is full.")
    assert status(window) == "The disk is full."
    window.say_saved(START)
    assert status(window) == "Not yet."
    window.show_frame(view())
    assert status(window) == "Draft saved 09:30"


def test_a_step_is_picked_in_the_rail_by_pointer_and_by_keys(qtbot, window):
    window.show_frame(view())
    picked = []
    window.step_picked.connect(picked.append)
    press(qtbot, window, "frame.step.sign")
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    now = window.findChild(QWidget, "frame.step.walk")
    now.setFocus()
    qtbot.keyClick(now, Qt.Key.Key_Up)
    above = window.findChild(QWidget, "frame.step.person")
    assert above.hasFocus()
    qtbot.keyClick(above, Qt.Key.Key_Return)
    assert picked == ["sign", "person"]
    spoken = QAccessible.queryAccessibleInterface(above).text(QAccessible.Text.Name)
    assert spoken == "Person, done"


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_large_text_folds_the_rail_into_a_button_that_opens_it(qtbot, qapp, window):
    window.show_frame(view())
    with qtbot.waitExposed(window):
        window.show()
    theme().apply(qapp, scheme="light", text_scale=2.0)
    rail, folded = (window.findChild(QWidget, f"frame.{name}") for name in ("step.walk", "steps"))
    assert (rail.isVisible(), folded.isVisible()) == (False, True)
    assert folded.text() == "Step 2 of 3: Walk"
    assert "Nurse" not in shown(window)
    press(qtbot, window, "frame.steps")
    with qtbot.waitSignal(window.step_picked) as picked:
        press(qtbot, window, "frame.list.sign")
    assert picked.args == ["sign"]


@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_no_words_of_the_frame_are_cut(qtbot, qapp, window, text_scale):
    theme().apply(qapp, scheme="light", text_scale=text_scale)
    window.show_frame(view(name="Alexandra Konstantinopoulou-Schmidt"))
    window.say_sentence("The disk is full. The last change is not saved yet. Nothing was lost.")
    with qtbot.waitExposed(window):
        window.show()
    assert window.size().width() == 1366
    for text in window.findChildren(Text):
        if text.isVisible():
            assert text.height() >= text.heightForWidth(text.width()), text.text()
    for button in window.findChildren(QPushButton):
        if button.isVisible():
            assert button.height() >= button.minimumHeight(), button.objectName()
            assert min(button.width(), button.height()) >= 44, button.objectName()


@pytest.mark.parametrize("text_scale", [1.0, 1.25])
def test_a_rail_that_scrolls_stands_in_its_place(qtbot, qapp, window, text_scale):
    theme().apply(qapp, scheme="light", text_scale=text_scale)
    steps = [StepView(id=f"s{n}", title="Step", state="done", spoken="Step") for n in range(10)]
    window.show_frame(view(steps=(*steps, *view().steps)))
    window.resize(1024, 640)
    with qtbot.waitExposed(window):
        window.show()
    seen = window._rail_place.viewport()
    assert window._rail_place.verticalScrollBar().isVisible()
    assert window.rail.mapTo(seen, window.rail.rect().topLeft()).x() == 0
    assert window.rail.width() <= seen.width()


def test_with_large_text_in_a_small_window_the_foot_leaves_the_page_its_room(qtbot, qapp, window):
    window.show_frame(view())
    window.say_saved(START)
    theme().apply(qapp, scheme="light", text_scale=2.0)
    with qtbot.waitExposed(window):
        window.show()
    assert "Draft saved" in status(window)
    more_time = window.findChild(QPushButton, "frame.more_time")
    window.resize(1366, 768)
    assert more_time.text() == "We want more time"
    window.resize(1024, 640)
    assert (more_time.text(), more_time.toolTip()) == ("", "We want more time")
    assert more_time.accessibleName() == "We want more time"
    assert not status(window)
    window.say_sentence("Not saved.")
    assert status(window) == "Not saved."


def test_keys_go_on_and_back_undo_and_change_the_text_size(qtbot, window):
    window.show_frame(view())
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    control = Qt.KeyboardModifier.ControlModifier
    for signal, key in (
        (window.continue_asked, Qt.Key.Key_PageDown),
        (window.back_asked, Qt.Key.Key_PageUp),
        (window.undo_asked, Qt.Key.Key_Z),
        (window.lock_asked, Qt.Key.Key_L),
    ):
        with qtbot.waitSignal(signal):
            qtbot.keyClick(window, key, control)
    with qtbot.waitSignal(window.text_size_changed) as changed:
        qtbot.keyClick(window, Qt.Key.Key_Plus, control)
    assert changed.args == [1.25]


def test_there_is_no_way_past_the_ends(qtbot, window):
    window.show_frame(view(step="sign", last=True))
    with qtbot.waitExposed(window):
        window.show()
    assert not window.findChild(QWidget, "frame.continue").isVisible()
    with qtbot.assertNotEmitted(window.continue_asked):
        qtbot.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)


def test_nothing_of_a_patient_stays_in_any_widget_behind_the_lock(window):
    window.show_frame(view())
    window.say_sentence("Sample Patient has not signed yet.")
    window.show_clinician("Dr Ada Beispiel")
    window.show_screen(UNLOCK)
    window.forget()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    kept = " ".join(
        f"{widget.accessibleName()} {getattr(widget, 'text', str)()}"
        for widget in window.findChildren(QWidget)
    )
    for word in ("Sample", "1958", "TEST-0001", "Nurse", "Beispiel"):
        assert word not in kept
    assert not window.findChild(QWidget, "frame.lock").isVisibleTo(window)


def test_a_removed_screen_is_gone(qtbot, window):
    field = QLineEdit("of a patient")
    window.add_screen("extra", field)
    with qtbot.waitSignal(field.destroyed):
        window.remove_screen("extra")


def test_a_window_whose_question_is_answered_at_once_closes_at_the_first_try(qtbot, window):
    with qtbot.waitExposed(window):
        window.show()
    window.close_asked.connect(window.let_go)
    with qtbot.waitSignal(window.gone):
        window.close()
    assert not window.isVisible()
