"""Joins the earlier states of a draft to the library, and takes one back."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from spinecounsel.consultation.earlier import Earlier, earlier_states, take_back
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.viewing.earlier import earlier_row, earlier_view
from spinecounsel.wording import say
from ui.dialogs.earlier import EarlierDialog
from ui.main_window import MainWindow
from ui.pages.library.page import LibraryPage
from ui.session import Session


class EarlierWiring(QObject):
    """Shows the earlier states of a draft; ``taken_back()`` when one is the present one again."""

    taken_back = Signal()

    def __init__(self, window: MainWindow, session: Session, page: LibraryPage) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._dialog: EarlierDialog | None = None
        page.earlier_asked.connect(self._on_asked)

    def _on_asked(self, ident: str) -> None:
        if self._session.is_saving(ident):
            self._window.say_sentence(say("A change of a draft is still being saved. Try again."))
            return
        self._session.cabinet.ask(
            earlier_states,
            ident=ident,
            done=partial(self._on_states, ident),
            failed=self._window.say_sentence,
        )

    def _on_states(self, ident: str, states: tuple[Earlier, ...]) -> None:
        session = self._session
        if session.cabinet.is_open and not session.open:
            rows = tuple(
                earlier_row(
                    each.number, each.at, each.said, session.pack, now=session.clock(), by=each.by
                )
                for each in states
            )
            taken = partial(self._on_taken, ident)
            self._dialog = EarlierDialog(self._window, earlier_view(rows), taken)
            self._dialog.open()

    def _on_taken(self, ident: str, number: int) -> None:
        session = self._session
        if session.cabinet.is_open:
            session.cabinet.ask(
                take_back,
                ident=ident,
                number=number,
                pack=session.pack,
                now=session.clock(),
                done=self._on_back,
                failed=self._on_refused,
            )

    def _on_back(self, _said: Discussion) -> None:
        if (dialog := self._open_dialog()) is not None:
            dialog.accept()
        if self._session.cabinet.is_open:
            self.taken_back.emit()
            self._window.say_sentence(
                say("The draft is as it was then. What was there before is kept too."), warns=False
            )

    def _on_refused(self, sentence: str) -> None:
        if (dialog := self._open_dialog()) is not None:
            dialog.say_refused(sentence)

    def _open_dialog(self) -> EarlierDialog | None:
        dialog = self._dialog
        return dialog if dialog is not None and isValid(dialog) and dialog.isVisible() else None
