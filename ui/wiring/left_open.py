"""After an unclean end: says so at the next unlock, and offers what was open."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from spinecounsel.consultation import left_open
from spinecounsel.consultation.left_open import LeftOpen
from spinecounsel.viewing.left_open import left_words
from spinecounsel.wording import say
from ui.dialogs.messages import message_box, show_box
from ui.main_window import MainWindow
from ui.session import Session


class LeftOpenWiring(QObject):
    """Marks beside the vault that it is open, and which draft; ``take_up(ident)`` opens one."""

    def __init__(
        self, window: MainWindow, session: Session, take_up: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._take_up = window, session, take_up
        self._cabinet = session.cabinet
        self._pointed = ""
        session.begun.connect(self._point)
        session.draft_saved.connect(self._point)
        session.ended.connect(self._point)

    def begin(self) -> None:
        """Mark the vault as open, and say what an unclean end left; it was just unlocked."""
        self._pointed = ""
        self._cabinet.ask(left_open.enter, done=self._on_entered, failed=self._window.say_sentence)

    def _point(self, _what: object = None) -> None:
        ident = self._session.kept_id
        if ident != self._pointed and self._cabinet.is_open:
            self._pointed = ident
            self._cabinet.ask(left_open.point, ident=ident, done=_ignore, failed=_ignore)

    def _on_entered(self, left: LeftOpen | None) -> None:
        if left is None or not self._cabinet.is_open:
            return
        words = left_words(
            is_own=left.is_own,
            draft=bool(left.ident),
            name=left.name,
            saved=left.saved,
            now=self._session.clock(),
        )
        box = message_box(self._window, "leftopen", words)
        if left.ident:
            go_on = box.addButton(say("Go on with it"), QMessageBox.ButtonRole.AcceptRole)
            go_on.setObjectName("leftopen.go")
            go_on.clicked.connect(partial(self._on_taken_up, left.ident))
            later = box.addButton(say("Later"), QMessageBox.ButtonRole.RejectRole)
            box.setDefaultButton(go_on)
        else:
            later = box.addButton(say("Go on"), QMessageBox.ButtonRole.AcceptRole)
        later.setObjectName("leftopen.later")
        show_box(box)

    def _on_taken_up(self, ident: str) -> None:
        if self._cabinet.is_open and not self._session.open:
            self._take_up(ident)


def _ignore(_answer: object) -> None:
    """Take an answer that nobody waits for."""
