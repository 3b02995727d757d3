"""What is there at once: the window with its first page, as it was left."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from spinecounsel.paths import VAULT
from ui.main_window import MainWindow
from ui.outside import Outside
from ui.theme.look import KeptLook, keep_look, read_look
from ui.theme.theme import theme
from ui.wiring.threshold import Threshold


class Front(QObject):
    """The window, not furnished yet, and its first page; text size and colours can be changed."""

    def __init__(
        self,
        app: QApplication,
        *,
        home: Path,
        clock: Callable[[], dt.datetime],
        notice: str,
    ) -> None:
        super().__init__()
        self.app, self.home, self.clock = app, home, clock
        self.window = MainWindow(furnished=False)
        self.threshold = Threshold(self.window, Outside(home / VAULT, clock), notice)
        self.window.text_size_changed.connect(self._on_text_size_changed)
        self.window.scheme_chosen.connect(self._on_scheme_chosen)
        self._waits: BaseException | None = None

    def show_problem(self, error: BaseException) -> None:
        """Say that something in the program itself went wrong; not while the patient looks."""
        if self.window.turned:
            self._waits = self._waits or error
            return
        from ui.dialogs.problem import show_problem

        show_problem(self.window, error)

    def show_waiting(self) -> None:
        """Say what went wrong while the patient looked, once the console is there again."""
        waits = self._waits
        if waits is not None and not self.window.turned:
            from ui.dialogs.problem import show_problem

            self._waits = None
            show_problem(self.window, waits, waited=True)

    def _on_text_size_changed(self, text_scale: float) -> None:
        self._wear(KeptLook(scheme=theme().scheme, text_scale=text_scale))

    def _on_scheme_chosen(self, scheme: str) -> None:
        self._wear(KeptLook(scheme=scheme, text_scale=theme().text_scale))

    def _wear(self, look: KeptLook) -> None:
        theme().apply(self.app, scheme=look.scheme, text_scale=look.text_scale)
        keep_look(self.home, look)


def dressed_front(
    app: QApplication, *, home: Path, clock: Callable[[], dt.datetime], notice: str
) -> Front:
    """Give the front, with ``app`` dressed as it was left in ``home``."""
    look = read_look(home)
    theme().begin(app, scheme=look.scheme, text_scale=look.text_scale)
    front = Front(app, home=home, clock=clock, notice=notice)
    theme().finish(app)
    return front


def dress(app: QApplication, home: Path) -> None:
    """Dress ``app`` as it was left in ``home``."""
    look = read_look(home)
    theme().apply(app, scheme=look.scheme, text_scale=look.text_scale)
