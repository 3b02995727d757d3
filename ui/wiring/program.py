"""Puts the program together: window, session, vault and worker, and what joins them."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from spinecounsel.content.model import ContentPack
from spinecounsel.paths import VAULT
from spinecounsel.viewing.approval import approval_notice
from spinecounsel.viewing.glossary import NO_GLOSSARY, glossary_of
from ui.cabinet import Cabinet
from ui.dialogs.messages import Messages
from ui.session import Session
from ui.speech import Voice
from ui.tasks import Worker
from ui.widgets.glossary import explainer
from ui.widgets.spoken import tell_pictures
from ui.wiring.aloud import Aloud
from ui.wiring.background_check import BackgroundCheck
from ui.wiring.desk import Desk
from ui.wiring.front import Front, dress
from ui.wiring.help import Help
from ui.wiring.left_open import LeftOpenWiring
from ui.wiring.patient import PatientSide
from ui.wiring.tour import Tour, WiringOf
from ui.wiring.words import Words

_NOTHING_LEFT = object()


class Program(QObject):
    """Everything that runs; ``window`` is to be shown, ``close`` ends the worker."""

    def __init__(
        self,
        app: QApplication,
        *,
        home: Path,
        session: Session,
        wirings: WiringOf,
        front: Front | None = None,
    ) -> None:
        super().__init__()
        self._app, self._wirings = app, wirings
        self.session = session
        notice = approval_notice(session.pack.manifest)
        self._front = front or Front(app, home=home, clock=session.clock, notice=notice)
        self.window = self._front.window
        self._parts = self._furnish()
        if front is None:
            self.finish()

    def go_on(self) -> bool:
        """Make the next part of it; False when nothing is left to make."""
        return next(self._parts, _NOTHING_LEFT) is not _NOTHING_LEFT

    def finish(self) -> None:
        """Make all that is left."""
        while self.go_on():
            pass

    def _furnish(self) -> Iterator[None]:
        session, window = self.session, self.window
        tell_pictures()
        explainer().use(glossary_of(session.pack))
        yield
        yield from window.furnish()
        yield
        self.messages = Messages(window)
        self.desk = Desk(window, session, self.messages)
        yield from self.desk.furnish(self._front.threshold)
        yield
        Tour(window, session, self.messages, self._wirings)  # lives as long as the window
        PatientSide(window, session, self._app)  # so does this
        window.turn_asked.connect(self._front.show_waiting)  # after the console is back
        Words(window)
        self.background = BackgroundCheck(window, session.cabinet)
        self.desk.unlocked.connect(self.background.begin)
        self.left_open = LeftOpenWiring(window, session, self.desk.take_up)
        self.desk.unlocked.connect(self.left_open.begin)
        Help(window, session)
        session.cabinet.broke.connect(self.show_problem)
        self._front.threshold.let_in()

    def show_problem(self, error: BaseException) -> None:
        """Say that something in the program itself went wrong."""
        self._front.show_problem(error)

    def speak_by(self, voice: Voice) -> None:
        """Offer to read aloud by ``voice`` from now on."""
        Aloud(self.window, voice)

    def close(self) -> None:
        """Save what waits, close the vault and end the worker."""
        explainer().use(NO_GLOSSARY)
        self.session.save_waiting()
        self.session.cabinet.close()


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

    dress(app, home)
    cabinet = Cabinet(home / VAULT, Worker(), pack, clock)
    session = Session(pack, cabinet, clock, new_id)
    return Program(app, home=home, session=session, wirings=WIRINGS)
