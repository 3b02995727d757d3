"""The page about the program: whole, scrolled by keys, closed by Escape, and behind the lock."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from spinecounsel.viewing.about import about_view
from tests.helpers.layout import cuts
from tests.helpers.packs import shipped_pack
from tests.helpers.programs import program_in, quick_vault
from ui.dialogs.about import AboutDialog, show_about
from ui.theme.theme import theme
from ui.widgets.text import Text


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def opened(qtbot, window):
    show_about(window, about_view(shipped_pack(), "SpineCounsel 9.9"))
    dialog = window.findChild(AboutDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_no_words_are_cut_and_all_is_reached_by_keys(qtbot, qapp, window, text_scale):
    theme().apply(qapp, scheme="light", text_scale=text_scale)
    dialog = opened(qtbot, window)
    qtbot.wait(1)
    assert list(cuts(dialog)) == []
    assert window.rect().width() >= dialog.width()
    scroll = dialog.focusWidget()
    bar = scroll.verticalScrollBar()
    qtbot.keyClick(scroll, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(scroll, Qt.Key.Key_Tab)
    assert dialog.focusWidget().objectName() == "about.close"
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_each_item_stands_with_its_state_in_words(qtbot, window):
    dialog = opened(qtbot, window)
    words = [text.text() for text in dialog.findChildren(Text)]
    assert words[words.index("21  Tried out with patients who face the decision") - 1] == (
        "Not done: needs people"
    )
    assert words[words.index("Q3  Lists the options") - 1] == "Met"
    assert "SpineCounsel 9.9" in words
    dialog.close()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_it_opens_from_everywhere_but_only_once(qtbot, tmp_path, clock):
    quick_vault(tmp_path, clock())
    with program_in(tmp_path, clock) as program:
        window = program.window
        program.desk.start()
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        qtbot.mouseClick(window.findChild(QWidget, "unlock.help"), Qt.MouseButton.LeftButton)
        menu = window.findChild(QMenu, "unlock.help_menu")
        menu.actions()[-1].trigger()
        menu.close()
        window.about_asked.emit()
        (dialog,) = window.findChildren(AboutDialog)
        with qtbot.waitSignal(dialog.destroyed):
            dialog.close()
        window.about_asked.emit()
        (dialog,) = window.findChildren(AboutDialog)
        with qtbot.waitSignal(dialog.destroyed):
            window.forget()
