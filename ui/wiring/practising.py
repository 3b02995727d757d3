"""Starts a practice: this program once more, on a vault that is thrown away."""

import sys

from PySide6.QtCore import QObject, QProcess
from PySide6.QtWidgets import QMessageBox

from spinecounsel.wording import say
from ui.dialogs.messages import message_box, show_box
from ui.main_window import MainWindow
from ui.pages.library.page import LibraryPage
from ui.pages.unlock import UnlockPage
from ui.widgets.look import Look

COMMAND = "practise"
_FROM_SOURCE = "import sys; from ui.app import main; sys.exit(main(sys.argv[1:]))"


class Practising(QObject):
    """Starts a practice in a window of its own, which outlives this one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._offering: tuple[LibraryPage | UnlockPage | Look, ...] = ()

    def join(self, *offering: LibraryPage | UnlockPage | Look) -> None:
        """Offer it at each of these places, and start it when it is asked for there."""
        self._offering = offering
        for each in offering:
            each.practice_asked.connect(self.start)
            each.offer_practice(offered=True)

    def offer_no_more(self) -> None:
        """Offer it nowhere: this is a practice itself."""
        for each in self._offering:
            each.offer_practice(offered=False)

    def start(self) -> None:
        """Start it, and say so, since it takes a moment to come."""
        program, *arguments = command()
        started, _ident = QProcess.startDetached(program, arguments)
        if started:
            words = say("The practice opens in a window of its own ...")
        else:
            words = say(
                "The practice could not be started. You can start it from a terminal: "
                "spinecounsel practise"
            )
        self._say(words, warns=not started)

    def _say(self, words: str, *, warns: bool) -> None:
        """Say it at the foot, or in a box where a page stands alone."""
        if self._window.foot.isVisibleTo(self._window):
            self._window.say_sentence(words, warns=warns)
            return
        box = message_box(self._window, "practising", words)
        close = box.addButton(say("Close"), QMessageBox.ButtonRole.AcceptRole)
        close.setObjectName("practising.close")
        show_box(box)


def command() -> tuple[str, ...]:
    """Give what starts a practice, in the installed program and from source."""
    if getattr(sys, "frozen", False):
        return (sys.executable, COMMAND)
    return (sys.executable, "-c", _FROM_SOURCE, COMMAND)
