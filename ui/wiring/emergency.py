"""Lets somebody without the role read records in an emergency, once the reason is noted."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from shiboken6 import isValid

from spinecounsel.consultation import people as core
from ui.dialogs.emergency import EmergencyDialog
from ui.main_window import MainWindow
from ui.session import Session


class EmergencyWiring(QObject):
    """``ask(then)`` asks why; ``then()`` is called when records may be read."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._cabinet, self._clock = window, session.cabinet, session.clock
        self._dialog: EmergencyDialog | None = None

    def ask(self, then: Callable[[], None]) -> None:
        """Ask why records have to be read now."""

        def given(reason: str) -> None:
            if self._cabinet.is_open:
                self._cabinet.ask(
                    core.break_glass, reason=reason, now=self._clock(), done=done, failed=refused
                )

        def done(_nothing: object) -> None:
            if self._cabinet.is_open:
                if self._dialog is not None and isValid(self._dialog):
                    self._dialog.accept()
                then()

        def refused(sentence: str) -> None:
            if self._dialog is not None and isValid(self._dialog):
                self._dialog.say_refused(sentence)

        self._dialog = EmergencyDialog(self._window, core.emergencies(), given)
        self._dialog.open()
