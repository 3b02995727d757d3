"""One application for all tests of a process: Fusion, the bundled fonts, nothing that moves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from spinecounsel.paths import fonts_folder

FAMILIES = ["Atkinson Hyperlegible Next", "Source Sans 3", "DejaVu Sans"]
EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """pytest-qt's application, dressed so that pictures are the same everywhere."""
    qapp.setStyle("Fusion")
    qapp.setCursorFlashTime(0)
    for effect in EFFECTS:
        QApplication.setEffectEnabled(effect, False)  # noqa: FBT003 - Qt's own order
    for file in sorted(fonts_folder().glob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(file)) >= 0, file.name
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(16)
    qapp.setFont(font)
    return qapp
