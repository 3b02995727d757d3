"""Tells when nobody has touched keyboard, pointer or screen for a while."""

import time
from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

CHECK_MS, CHECK_SOON_MS = 5_000, 500
WARNING_SECONDS = 60.0
LATE_SECONDS = 30.0  # a check that comes so much too late has slept through
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

    In the last minute (or half of a shorter limit) ``nearly(seconds)`` says every second how many
    are left, and ``back()`` that somebody touched something after all.  A computer that has slept
    is ``idle`` as soon as it wakes.  ``now`` gives seconds that never run backwards and that count
    while the computer sleeps, where the system has such a clock.  ``stop`` ends the watch.
    """

    idle = Signal()
    nearly = Signal(int)
    back = Signal()

    def __init__(
        self, app: QApplication, *, limit: float, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(app)
        self._app = app
        self._limit = limit
        self._now = now
        self._touched = self._checked = now()
        self._left = 0
        self._told = False
        self._timer = QTimer(self, interval=CHECK_MS)
        self._timer.timeout.connect(self.check)
        self._timer.start()
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note that somebody is there; events pass on untouched."""
        if event.type() in TOUCHES and watched.isWindowType():
            self.touch()
        return False

    def set_limit(self, limit: float) -> None:
        """Wait for ``limit`` seconds from now on, counted from the last touch."""
        self._limit = limit

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._now()
        self._told = False
        if self._left:
            self._warn(0)
            self.back.emit()

    def check(self) -> None:
        """Warn, or emit ``idle``, when it is time for it."""
        before, self._checked = self._checked, self._now()
        if self._told:
            return
        left = self._limit - (self._checked - self._touched)
        slept = self._checked - before > CHECK_MS / 1_000 + LATE_SECONDS
        if left <= 0 or slept:
            self._told = True
            self._warn(0)
            self.idle.emit()
        elif left <= min(WARNING_SECONDS, self._limit / 2):
            self._warn(ceil(left))

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._app.removeEventFilter(self)

    def _warn(self, left: int) -> None:
        """Say what is left when that has changed; look more often while it is little."""
        if left != self._left:
            self._left = left
            self._timer.setInterval(CHECK_SOON_MS if left else CHECK_MS)
            if left:
                self.nearly.emit(left)
