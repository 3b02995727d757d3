"""Starts a practice: this program once more, on a vault that is thrown away."""

import sys

from PySide6.QtCore import QObject, QProcess

from spinecounsel.wording import say
from ui.main_window import MainWindow

COMMAND = "practise"
_FROM_SOURCE = "import sys; from ui.app import main; sys.exit(main(sys.argv[1:]))"


class Practising(QObject):
    """Starts a practice in a window of its own, which outlives this one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def start(self) -> None:
        """Start it, and say so, since it takes a moment to come."""
        program, *arguments = command()
        started, _ident = QProcess.startDetached(program, arguments)
        if started:
            self._window.say_sentence(
                say("The practice opens in a window of its own ..."), warns=False
            )
        else:
            self._window.say_sentence(
                say(
                    "The practice could not be started. You can start it from a terminal: "
                    "spinecounsel practise"
                )
            )


def command() -> tuple[str, ...]:
    """Give what starts a practice, in the installed program and from source."""
    if getattr(sys, "frozen", False):
        return (sys.executable, COMMAND)
    return (sys.executable, "-c", _FROM_SOURCE, COMMAND)
