"""Puts the program together: window, session, vault and worker, and what joins them."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from spinecounsel.content.model import ContentPack
from spinecounsel.viewing.about import about_view
from spinecounsel.viewing.glossary import NO_GLOSSARY, glossary_of
from ui.cabinet import Cabinet
from ui.dialogs.about import show_about
from ui.dialogs.messages import Messages
from ui.dialogs.problem import show_problem
from ui.main_window import MainWindow
from ui.session import PROGRAM, Session
from ui.speech import Voice
from ui.tasks import Worker
from ui.theme.look import KeptLook, keep_look, read_look
from ui.theme.theme import theme
from ui.vault_command import VAULT
from ui.widgets.glossary import explainer
from ui.widgets.spoken import tell_pictures
from ui.wiring.aloud import Aloud
from ui.wiring.background_check import BackgroundCheck
from ui.wiring.desk import Desk
from ui.wiring.patient import PatientSide
from ui.wiring.tour import Tour, WiringOf
from ui.wiring.words import Words


class Program(QObject):
    """Everything that runs; ``window`` is to be shown, ``close`` ends the worker."""

    def __init__(
        self,
        app: QApplication,
        *,
        home: Path,
        session: Session,
        wirings: WiringOf,
    ) -> None:
        super().__init__()
        self._app, self._home = app, home
        self.session = session
        tell_pictures()
        explainer().use(glossary_of(session.pack))
        self.window = MainWindow()
        self.messages = Messages(self.window)
        self.desk = Desk(self.window, session, self.messages)
        Tour(self.window, session, self.messages, wirings)  # lives as long as the window
        PatientSide(self.window, session, app)  # so does this
        Words(self.window)
        self.background = BackgroundCheck(self.window, session.cabinet)
        self.desk.unlocked.connect(self.background.begin)
        self.window.about_asked.connect(self._on_about_asked)
        self.window.text_size_changed.connect(self._on_text_size_changed)
        self.window.scheme_chosen.connect(self._on_scheme_chosen)
        session.cabinet.broke.connect(self.show_problem)

    def show_problem(self, error: BaseException) -> None:
        """Say that something in the program itself went wrong."""
        show_problem(self.window, error)

    def speak_by(self, voice: Voice) -> None:
        """Offer to read aloud by ``voice`` from now on."""
        Aloud(self.window, voice)

    def close(self) -> None:
        """Save what waits, close the vault and end the worker."""
        explainer().use(NO_GLOSSARY)
        self.session.save_waiting()
        self.session.cabinet.close()

    def _on_about_asked(self) -> None:
        show_about(self.window, about_view(self.session.pack, PROGRAM))

    def _on_text_size_changed(self, text_scale: float) -> None:
        self._wear(KeptLook(scheme=theme().scheme, text_scale=text_scale))

    def _on_scheme_chosen(self, scheme: str) -> None:
        self._wear(KeptLook(scheme=scheme, text_scale=theme().text_scale))

    def _wear(self, look: KeptLook) -> None:
        theme().apply(self._app, scheme=look.scheme, text_scale=look.text_scale)
        keep_look(self._home, look)


def build(
    app: QApplication,
    *,
    home: Path,
    pack: ContentPack,
    clock: Callable[[], dt.datetime],
    new_id: Callable[[], str],
) -> Program:
    """Put the program together for the vault in ``home`` and dress it as it was left there.

    ``clock`` gives the present moment in the zone of the room, ``new_id`` a new id.  Nothing is
    shown yet: ``desk.start()`` shows the first page in ``window``.
    """
    from ui.wiring.steps import WIRINGS

    look = read_look(home)
    theme().apply(app, scheme=look.scheme, text_scale=look.text_scale)
    cabinet = Cabinet(home / VAULT, Worker(), pack, clock)
    session = Session(pack, cabinet, clock, new_id)
    return Program(app, home=home, session=session, wirings=WIRINGS)
