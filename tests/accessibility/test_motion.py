"""Nothing moves by itself, so there is nothing to turn off for whom movement makes ill."""

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.theme.theme import theme

SOURCES = sorted((Path(__file__).parents[2] / "ui").rglob("*.py"))
MOVING = re.compile(r"Q(?:Property|Variant|Sequential|Parallel)\w*Animation|QTimeLine|QMovie")


def test_no_widget_is_animated():
    assert SOURCES
    assert [file.name for file in SOURCES if MOVING.search(file.read_text("utf-8"))] == []


def test_the_theme_turns_off_what_the_toolkit_moves(qapp):
    qapp.setEffectEnabled(Qt.UIEffect.UI_General, True)  # noqa: FBT003 - Qt's own order
    for effect in (Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_AnimateCombo):
        qapp.setEffectEnabled(effect, True)  # noqa: FBT003
    theme().apply(qapp, scheme="light", text_scale=1.0)
    assert [effect.name for effect in Qt.UIEffect if QApplication.isEffectEnabled(effect)] == []
