"""Ends the program in good order when the system, or whoever started it in a terminal, asks to."""

import os
import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication


class Ending(QObject):
    """Leaves the event loop at SIGTERM and Ctrl+C, so that what is done after it is done.

    Nobody is asked anything any more.  Python hears of a signal only when some of its own code runs
    next: so the signal wakes the loop.  On Windows no program is asked like that.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        if os.name == "nt":
            return
        ear, mouth = os.pipe()
        os.set_blocking(mouth, False)
        self._notifier = QSocketNotifier(ear, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_asked)
        signal.set_wakeup_fd(mouth)
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, _hear)

    def _on_asked(self) -> None:
        self._notifier.setEnabled(False)  # or the loops that wait for the vault would end too
        self._app.exit()


def _hear(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: that the loop was woken is enough."""
