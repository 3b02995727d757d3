"""Looks through the vault in the background after it was opened, a slice at a time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from spinecounsel.storage import Vault
from spinecounsel.wording import say
from ui.cabinet import Cabinet
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from spinecounsel.storage import Check

PAUSE_MS = 100


class BackgroundCheck(QObject):
    """Checks between what people do; says something only when something is wrong."""

    def __init__(self, window: MainWindow, cabinet: Cabinet) -> None:
        super().__init__(window)
        self._window, self._cabinet = window, cabinet
        self._check: Check | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Begin with the vault that was just opened."""
        self._cabinet.ask(Vault.begin_check, done=self._on_begun, failed=self._on_cannot)

    def _on_begun(self, check: "Check") -> None:
        self._check = check
        self._pause.start()

    def _go_on(self) -> None:
        check = self._check
        if check is None or not self._cabinet.is_open:
            self._check = None
            return
        self._cabinet.ask(_slice, check=check, done=self._on_slice, failed=self._on_cannot)

    def _on_slice(self, more: object) -> None:
        if more and self._cabinet.is_open:
            self._pause.start()
            return
        check, self._check = self._check, None
        if check is not None and check.problem and self._cabinet.is_open:
            self._window.say_sentence(
                say(
                    "Looking through the vault, something was found that is not as it was "
                    "written. {problem} You can go on working. Tell whoever looks after your "
                    "computers, and keep the last backup.",
                    problem=check.problem,
                )
            )

    def _on_cannot(self, _sentence: str) -> None:
        """The vault was locked, or cannot be read, which is said where it is wanted."""
        self._check = None


def _slice(_vault: Vault, *, check: "Check") -> bool:
    return check.go_on()
