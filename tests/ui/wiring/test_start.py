"""The first page at once, the rest of the program while somebody types; with a real vault."""

import shutil
from itertools import count

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from spinecounsel.paths import content_folder
from tests.helpers.programs import PASSPHRASE, quick_vault
from ui.app import PACK
from ui.main_window import LIBRARY
from ui.theme.theme import theme
from ui.widgets.text import Text
from ui.wiring.front import Front
from ui.wiring.start import Start

FOLDER = content_folder() / PACK


@pytest.fixture
def begin(qtbot, qapp, tmp_path, clock):
    """Give what shows the first page for the vault in ``tmp_path``, painted or not yet."""
    made = []

    def begin(folder=FOLDER):
        ids = (f"id-{number}" for number in count(1))
        front = Front(qapp, home=tmp_path, clock=clock, notice="Not approved")
        start = Start(front, folder=folder, new_id=lambda: next(ids))
        made.append((front, start))
        front.window.resize(1366, 768)
        with qtbot.waitSignal(start.painted, timeout=20_000):
            front.window.show()
        return front.window, start

    yield begin
    for front, start in made:
        start.close()
        front.window.let_go()
        front.window.deleteLater()


def shown(window):
    return [text.text() for text in window.findChildren(Text) if text.isVisibleTo(window)]


def ready(qtbot, start):
    with qtbot.waitSignal(start.ready, timeout=30_000) as given:
        pass
    return given.args[0]


def part(window, name, kind=QWidget):
    return window.findChild(kind, name)


def test_what_is_typed_before_all_is_there_stays_and_opens_the_vault(qtbot, begin, tmp_path, clock):
    quick_vault(tmp_path, clock())
    window, start = begin()
    assert "Not approved" in shown(window)
    assert part(window, "frame.banner") is None
    line = part(window, "unlock.passphrase", QLineEdit)
    line.setText(PASSPHRASE)
    line.setCursorPosition(3)
    program = ready(qtbot, start)
    assert (line.text(), line.cursorPosition()) == (PASSPHRASE, 3)
    assert window.focusWidget() is line
    assert not part(window, "frame.banner").isVisibleTo(window)
    with qtbot.waitSignal(program.desk.unlocked, timeout=20_000):
        part(window, "unlock.go").click()
    assert window.screen_name == LIBRARY
    assert part(window, "frame.banner").isVisibleTo(window)


def test_what_is_asked_before_all_is_there_happens_once_it_is(qtbot, begin, tmp_path, clock):
    quick_vault(tmp_path, clock())
    window, start = begin()
    part(window, "unlock.passphrase", QLineEdit).setText(PASSPHRASE)
    part(window, "unlock.go").click()
    assert "Opening the vault ..." in shown(window)
    assert not part(window, "unlock.go").isEnabled()
    program = ready(qtbot, start)
    qtbot.waitUntil(lambda: window.screen_name == LIBRARY, timeout=20_000)
    assert program.session.cabinet.is_open


def test_text_size_changes_at_once_and_is_kept(qtbot, begin, qapp, tmp_path):
    window, start = begin()
    part(window, "unlock.text_larger").click()
    assert theme().text_scale > 1.0
    kept = (tmp_path / "look.json").read_text("utf-8")
    ready(qtbot, start)
    part(window, "unlock.text_smaller").click()
    assert theme().text_scale == 1.0
    assert (tmp_path / "look.json").read_text("utf-8") != kept


def test_content_that_breaks_a_rule_opens_nothing_and_the_page_says_why(
    qtbot, begin, tmp_path, clock
):
    quick_vault(tmp_path, clock())
    folder = tmp_path / "pack"
    shutil.copytree(FOLDER, folder)
    (folder / "scores.toml").write_text("score = 1\n", "utf-8")
    window, _ = begin(folder)
    part(window, "unlock.go").click()
    qtbot.waitUntil(lambda: any("scores.toml" in each for each in shown(window)), timeout=20_000)
    assert not part(window, "unlock.go", QPushButton).isVisibleTo(window)
    assert not part(window, "unlock.passphrase").isVisibleTo(window)


def test_it_can_be_closed_before_all_is_there(qtbot, begin):
    window, start = begin()
    readies = []
    start.ready.connect(readies.append)
    with qtbot.waitSignal(window.gone):
        window.close()
    start.close()
    assert not window.isVisible()
    assert readies == []
