"""Keys: each one in the window is in the list that help is written from, and does what it says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from spinecounsel.viewing.keys import Where, all_keys, keys_view, shortcuts
from spinecounsel.viewing.manual import the_manual
from tests.helpers.layout import cuts
from tests.helpers.programs import program_in
from tests.test_architecture import ROOT, UI
from ui.dialogs.keys import KeysDialog
from ui.main_window import MainWindow
from ui.pages.manual.window import ManualWindow
from ui.pages.walk.page import WalkPage
from ui.theme.theme import theme
from ui.widgets.key_row import KeyRow
from ui.widgets.scroll import Scroll
from ui.wiring.aloud import Aloud
from ui.wiring.steps import WIRINGS

# Every module in which a widget looks at keys itself, and what the list says of that.
HANDLED = {
    "ui/dialogs/leaving.py": {"stay"},
    "ui/dialogs/pin.py": {"leave"},
    "ui/pages/decision/kinds.py": {"kinds along", "kinds pick"},
    "ui/pages/expect/scale.py": {"scale step", "scale leap", "scale ends", "scale none"},
    "ui/pages/library/page.py": {"rows"},
    "ui/pages/library/row.py": {"rows", "open"},
    "ui/pages/manual/contents.py": {"chapters"},
    "ui/pages/manual/window.py": {"chapters"},
    "ui/pages/sign/seal.py": {"not sealed"},
    "ui/pages/values/line.py": {"press"},
    "ui/pages/vault/page.py": {"sections"},
    "ui/pages/walk/ideas.py": {"leave"},
    "ui/pages/walk/list.py": {"topics along", "topics ends"},
    "ui/patient/screen.py": {"scroll line", "scroll page"},
    "ui/widgets/button.py": {"press"},
    "ui/widgets/choice.py": {"along"},
    "ui/widgets/fold.py": {"press", "leave"},
    "ui/widgets/preview.py": {"preview ends"},
    "ui/widgets/rail.py": {"step along", "step ends", "step pick", "leave"},
    "ui/widgets/row_button.py": {"press"},
    "ui/widgets/segments.py": {"along"},
    "ui/widgets/spine/overview.py": {"spine along"},
    "ui/widgets/spine/region.py": {"spine along"},
    "ui/widgets/spine/strip.py": {"spine pick"},
    "ui/widgets/tabs.py": {"along"},
    "ui/widgets/word_card.py": {"leave"},
}


class Voice:
    """No voice: only what it takes to offer reading aloud."""


def test_every_widget_that_looks_at_keys_is_in_the_list():
    looking = {
        file.relative_to(ROOT).as_posix()
        for file in UI
        if "def keyPressEvent" in file.read_text("utf-8")
    }
    assert looking == set(HANDLED)
    acts = {each.act for each in all_keys()}
    assert set().union(*HANDLED.values()) <= acts


def test_every_shortcut_in_the_window_is_in_the_list(qtbot, tmp_path, clock):
    with program_in(tmp_path, clock, wirings=WIRINGS) as program:
        Aloud(program.window, Voice())
        manual, walk = ManualWindow(the_manual()), WalkPage()
        for each in (manual, walk):
            qtbot.addWidget(each)
        made = {
            shortcut.key().toString(QKeySequence.SequenceFormat.PortableText)
            for window in (program.window, manual, walk)
            for shortcut in window.findChildren(QShortcut)
        }
    places = (Where.ALWAYS, Where.TALK, Where.TURNED, Where.WALK, Where.MANUAL)
    listed = {key for _, key in shortcuts(*places)}
    assert made <= listed
    by_widgets = set().union(*HANDLED.values()) | {"turn back"}
    wanted = {key for act, key in shortcuts(*places) if act not in by_widgets}
    assert wanted <= made


@pytest.mark.parametrize(
    ("keys", "signal"),
    [
        ("F1", "manual_asked"),
        ("F2", "keys_asked"),
        ("F7", "aloud_asked"),
        ("F8", "words_asked"),
        ("F9", "turn_asked"),
        ("Ctrl+L", "lock_asked"),
        ("Ctrl++", "text_size_changed"),
        ("Ctrl+=", "text_size_changed"),
        ("Ctrl+-", "text_size_changed"),
        ("Ctrl+0", "text_size_changed"),
    ],
)
def test_a_key_of_the_window_asks_for_what_the_list_says(qtbot, keys, signal):
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    with qtbot.waitSignal(getattr(window, signal)):
        QTest.keySequence(window, keys)
    window.let_go()


def test_all_that_the_window_can_do_by_a_key_has_one():
    window = MainWindow()
    acts = {act for act, _ in shortcuts(Where.ALWAYS, Where.TALK)}
    assert set(window._acts) == acts - {"hush"}
    window.let_go()
    window.deleteLater()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_card_shows_each_key_with_its_words_and_cuts_none(qtbot, qapp, scale):
    theme().apply(qapp, scheme="light", text_scale=scale)
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    groups = keys_view("walk", walking=True)
    card = KeysDialog(window, groups)
    card.open()
    QApplication.processEvents()
    rows = card.findChildren(KeyRow)
    assert len(rows) == sum(len(group.lines) for group in groups)
    assert list(cuts(card)) == []
    text = card.findChild(Scroll, "keys.text")
    QTest.keyClick(text, Qt.Key.Key_PageDown)
    assert text.verticalScrollBar().value() > 0
    card.close()
    window.let_go()
