"""Closing the program: first all is saved, and where something would be lost, that is asked."""

from PySide6.QtCore import QObject

from spinecounsel.consultation import settings
from spinecounsel.wording import say
from ui.dialogs.messages import Messages
from ui.main_window import MainWindow
from ui.session import Session
from ui.wiring.clinic import House


class Closing(QObject):
    """Lets the window go once nothing is only in memory, and the vault is closed."""

    def __init__(
        self, window: MainWindow, session: Session, house: House, messages: Messages
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._cabinet = window, session, session.cabinet
        self._messages = messages
        self._closing = False
        window.close_asked.connect(self._on_asked)
        session.draft_saved.connect(self._on_settled)
        session.draft_waits.connect(self._on_lost)
        house.refused.connect(self._on_lost)

    def _on_asked(self) -> None:
        self._closing = True
        self._leave_field()
        self._session.save_waiting()
        if self._cabinet.is_open:  # what was just left is saved, or refused, before this is told
            self._cabinet.ask(settings.settings, done=self._on_settled, failed=self._on_settled)
        else:
            self._close_once_saved()

    def _leave_field(self) -> None:
        """Let a field in which something is being written give it away, as if it was left."""
        field = self._window.focusWidget()
        if field is not None:
            field.clearFocus()
            field.setFocus()  # the window may stay open

    def _close_once_saved(self) -> None:
        if not self._session.unsaved:
            self._close()
        elif not self._cabinet.is_open:
            self._on_lost(say("The last change is not saved yet. Unlock, and it is saved."))
        elif self._session.waits_for_others:
            self._on_lost(
                say(
                    "A change that somebody else made is not saved yet. When they unlock the "
                    "vault, it is saved."
                )
            )
        else:
            self._window.say_sentence(say("Saving the last change ..."), warns=False)

    def _on_settled(self, _what: object) -> None:
        if self._closing:
            self._close_once_saved()

    def _on_lost(self, sentence: str) -> None:
        if self._closing:
            self._closing = False
            self._messages.ask(
                sentence,
                yes=say("Close, and lose the change"),
                no=say("Keep it open"),
                agreed=self._close,
            )

    def _close(self) -> None:
        self._closing = False
        if self._cabinet.is_open:
            self._cabinet.lock(done=self._on_closed)
        else:
            self._window.let_go()

    def _on_closed(self, _nothing: object) -> None:
        self._window.let_go()
