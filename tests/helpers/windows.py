"""No test leaves a window behind, and no dialog without an answer hangs the run."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE = 2.0  # seconds until a modal dialog counts as forgotten
OF_QT = frozenset({"QTipLabel", "QWhatsThat", "QRollEffect", "QAlphaWidget"})


class ModalGuard:
    """A timer runs inside the loop of a modal dialog too: it closes one that nobody answers."""

    def __init__(self) -> None:
        self.stuck: list[str] = []
        self._dialog: QWidget | None = None
        self._since = 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(100)

    def stop(self) -> None:
        self._timer.stop()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if dialog is not self._dialog:
            self._dialog, self._since = dialog, time.monotonic()
        elif dialog is not None and time.monotonic() - self._since > PATIENCE:
            self.stuck.append(f"{type(dialog).__name__} {dialog.windowTitle()!r}")
            dialog.close()


@pytest.fixture(autouse=True)
def _windows_answered_and_gone(request: pytest.FixtureRequest) -> Iterator[None]:
    """For tests that use Qt: see the module."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("qapp")
    before = set(QApplication.topLevelWidgets())
    guard = ModalGuard()
    yield
    guard.stop()
    assert not guard.stuck, f"modal dialog that nobody answered: {guard.stuck}"
    if not getattr(request.node, "has_failed", False):
        left = leftover(before)
        assert not left, f"windows left behind (qtbot.addWidget?): {left}"


def leftover(before: set[QWidget]) -> list[str]:
    """Name the windows that are there and were not ``before``, once what is to be deleted is."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [
        f"{type(window).__name__} {window.objectName() or window.windowTitle()!r}"
        for window in QApplication.topLevelWidgets()
        if window not in before and window.metaObject().className() not in OF_QT
    ]
