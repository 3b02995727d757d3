"""Reading aloud: offered where there is a voice, silent on another page and behind the lock."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.ui.test_main_window import view
from tests.ui.test_speech import fake
from ui.main_window import UNLOCK, MainWindow
from ui.speech import Voice
from ui.widgets.text import Text
from ui.wiring.aloud import Aloud

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the made-up voice is a script")


def page(words):
    made = QWidget()
    made.text = Text(words)
    QVBoxLayout(made).addWidget(made.text)
    return made


@pytest.fixture
def window(qtbot):
    made = MainWindow()
    qtbot.addWidget(made)
    for name in (UNLOCK, "person", "walk"):
        made.add_screen(name, page(f"Words of {name}"))
    made.show_frame(view(step="walk"))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.let_go()


@pytest.fixture
def said(window, tmp_path):
    """What the voice was given; it then speaks on for a while."""
    Aloud(window, Voice(str(fake(tmp_path, then="exec sleep 60")), (), ()))
    return tmp_path / "said"


def button(window):
    return window.findChild(QWidget, "frame.aloud")


def start(qtbot, window, said):
    qtbot.mouseClick(button(window), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(said.exists)
    assert button(window).accessibleName() == "Stop reading (F7)"


def is_silent(window):
    return button(window).accessibleName() == "Read aloud (F7)"


def test_without_a_voice_there_is_no_button(window):
    assert not button(window).isVisible()


def test_the_page_is_read_and_nothing_of_the_banner(qtbot, window, said):
    assert button(window).isVisible()
    start(qtbot, window, said)
    assert said.read_text("utf-8") == " Words of walk.\n"


@pytest.mark.parametrize("key", [Qt.Key.Key_F7, Qt.Key.Key_Escape])
def test_a_key_stops_it(qtbot, window, said, key):
    start(qtbot, window, said)
    qtbot.keyClick(window, key)
    assert is_silent(window)


def test_it_stops_on_another_page_and_behind_the_lock(qtbot, window, said):
    start(qtbot, window, said)
    window.show_frame(view(step="person"))
    assert is_silent(window)
    said.unlink()
    start(qtbot, window, said)
    window.show_screen(UNLOCK)
    assert is_silent(window)
    said.unlink()
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert is_silent(window)
    assert not button(window).isVisible()


def test_it_stops_when_what_is_read_stands_there_no_more(qtbot, window, said):
    start(qtbot, window, said)
    window.page.text.setText("Other words")
    qtbot.waitUntil(lambda: is_silent(window))


def test_a_voice_that_breaks_is_told_at_the_foot(qtbot, window, tmp_path):
    Aloud(window, Voice(str(tmp_path / "gone"), (), ()))
    qtbot.mouseClick(button(window), Qt.MouseButton.LeftButton)
    status = window.findChild(Text, "frame.status")
    qtbot.waitUntil(lambda: "could not read this" in status.text())
