"""One application for all tests of a process: the program's own look, and nothing that moves."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.theme.theme import theme

SCHEME, TEXT_SCALE = "light", 1.0
EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """pytest-qt's application in Fusion with the bundled fonts, so pictures are the same."""
    qapp.setCursorFlashTime(0)
    for effect in EFFECTS:
        QApplication.setEffectEnabled(effect, False)  # noqa: FBT003 - Qt's own order
    theme().apply(qapp, scheme=SCHEME, text_scale=TEXT_SCALE)
    return qapp


@pytest.fixture(autouse=True)
def _look_put_back(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test may change scheme and text size; the next one starts from light at 100 %."""
    yield
    if {"qapp", "qtbot"} & set(request.fixturenames):
        present = (theme().scheme, theme().text_scale)
        if present != (SCHEME, TEXT_SCALE):
            app = request.getfixturevalue("qapp")
            theme().apply(app, scheme=SCHEME, text_scale=TEXT_SCALE)
