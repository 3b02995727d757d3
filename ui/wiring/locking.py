"""Locks the program when nobody is there, after a warning that any key takes back."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from spinecounsel.viewing.settings import IDLE_MINUTES, Settings
from ui.away.clipboard import ClipboardWatch
from ui.away.idle import IdleWatch
from ui.away.sleep import SleepWatch
from ui.dialogs.leaving import LeavingDialog
from ui.main_window import MainWindow
from ui.wiring.desk import Desk

IDLE_SECONDS = IDLE_MINUTES * 60.0


class Locking(QObject):
    """Watches from now on; ``stop`` ends it."""

    def __init__(
        self,
        app: QApplication,
        window: MainWindow,
        desk: Desk,
        *,
        limit: float = IDLE_SECONDS,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._warning: LeavingDialog | None = None
        self._clipboard = ClipboardWatch(app)
        self.idle = IdleWatch(app, limit=limit, now=now)
        self.idle.nearly.connect(self._on_nearly)
        self.idle.back.connect(self._on_back)
        self.idle.idle.connect(self._lock)
        desk.house.known.connect(self._on_settings)
        self.sleep = SleepWatch(app)
        self.sleep.asleep.connect(self._lock)
        window.lock_asked.connect(self._clipboard.clear)
        window.gone.connect(self._clipboard.clear)

    def stop(self) -> None:
        """Watch no more."""
        self.idle.stop()

    def _on_settings(self, settings: Settings) -> None:
        self.idle.set_limit(settings.idle_minutes * 60.0)

    def _lock(self) -> None:
        self._on_back()
        self._clipboard.clear()
        self._desk.lock()

    def _on_nearly(self, seconds: int) -> None:
        if not self._desk.cabinet.is_open:
            return
        if self._warning is None:
            self._warning = LeavingDialog(self._window)
            self._warning.finished.connect(self._on_stayed)
            self._warning.open()
        self._warning.show_seconds(seconds)

    def _on_back(self) -> None:
        if self._warning is not None:
            self._warning.accept()

    def _on_stayed(self) -> None:
        self._warning = None
        self.idle.touch()
