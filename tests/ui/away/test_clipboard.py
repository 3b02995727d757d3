"""Nothing of ours stays on the clipboard; what others copied does."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.away.clipboard import ClipboardWatch


@pytest.fixture
def copied(qtbot: QtBot, qapp: QApplication) -> QLineEdit:
    qapp.clipboard().clear()
    field = QLineEdit("Maria Sample")
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.selectAll()
    return field


def test_what_was_copied_is_gone_after_a_while(
    qtbot: QtBot, qapp: QApplication, copied: QLineEdit
) -> None:
    ClipboardWatch(qapp, kept=50)
    copied.copy()
    assert qapp.clipboard().text() == "Maria Sample"
    qtbot.waitUntil(lambda: not qapp.clipboard().text())


def test_it_is_taken_away_at_once_when_asked(qapp: QApplication, copied: QLineEdit) -> None:
    watch = ClipboardWatch(qapp)
    copied.copy()
    watch.clear()
    assert qapp.clipboard().text() == ""


def test_what_another_program_copied_since_is_left_alone(
    qapp: QApplication, copied: QLineEdit
) -> None:
    focus: list[object] = [copied]
    watch = ClipboardWatch(qapp, focused=lambda: focus[-1] if focus else None)
    copied.copy()
    focus.clear()
    qapp.clipboard().setText("from elsewhere")
    watch.clear()
    assert qapp.clipboard().text() == "from elsewhere"
