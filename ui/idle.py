"""Tells when nobody has touched keyboard, pointer or screen for a while."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

CHECK_MS = 5_000
TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


class IdleWatch(QObject):
    """Emits ``idle`` once when nothing was touched for ``limit`` seconds; any touch starts anew.

    ``now`` gives seconds that never run backwards and that count while the computer sleeps, where
    the system has such a clock.
    """

    idle = Signal()

    def __init__(
        self, app: QApplication, *, limit: float, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(app)
        self._limit = limit
        self._now = now
        self._touched = now()
        self._told = False
        self._timer = QTimer(self, interval=CHECK_MS)
        self._timer.timeout.connect(self.check)
        self._timer.start()
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note that somebody is there; events pass on untouched."""
        if event.type() in TOUCHES and watched.isWindowType():
            self._touched = self._now()
            self._told = False
        return False

    def check(self) -> None:
        """Emit ``idle`` when the limit has passed since the last touch."""
        if not self._told and self._now() - self._touched >= self._limit:
            self._told = True
            self.idle.emit()
