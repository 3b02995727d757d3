"""The patient's side: a screen of their own, or the console turned to them by one key."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication

from spinecounsel.viewing.patient import PatientView, Talk, blank_view, patient_view
from spinecounsel.wording import say
from ui.main_window import MainWindow
from ui.patient.screen import PatientScreen
from ui.patient.window import PatientWindow
from ui.session import Session


class PatientSide(QObject):
    """Shows the patient what the clinician has opened, and follows every change.

    Each screen is made when it is asked for and deleted when it goes.  Without a consultation, so
    also behind the lock and in the library, it is blank at once.  No screen is taken by itself:
    one that is plugged in is only offered, and when one is unplugged the window goes before it
    can cover the clinician's.  Where there is no banner, as behind the lock, nothing is turned.
    """

    def __init__(self, window: MainWindow, session: Session, app: QApplication) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._own: PatientWindow | None = None
        self._turned: PatientScreen | None = None
        self._topic = self._option = self._looking = self._theme = self._row = ""
        session.begun.connect(self._on_begun)
        session.changed.connect(self._show)
        session.ended.connect(self._show)
        session.topic_shown.connect(self._on_topic_shown)
        session.ahead_shown.connect(self._on_ahead_shown)
        session.expect_shown.connect(self._on_expect_shown)
        session.row_shown.connect(self._on_row_shown)
        window.turn_asked.connect(self._on_turn_asked)
        window.patient_screen_asked.connect(self._on_screen_asked)
        window.gone.connect(self._close)
        app.screenAdded.connect(self._on_screen_added)
        app.screenRemoved.connect(self._on_screen_removed)

    def _show(self) -> None:
        screens = [self._turned, self._own.patient if self._own else None]
        shown = [screen for screen in screens if screen is not None]
        if shown:
            view = self._view()
            for screen in shown:
                screen.show_view(view)

    def _view(self) -> PatientView:
        if not self._session.open:
            return blank_view(self._session.pack.manifest)
        sitting = self._session.sitting
        return patient_view(
            Talk(
                pack=self._session.pack,
                discussion=sitting.discussion,
                agenda=sitting.agenda,
                shown=self._topic,
                option=self._option,
                looking=self._looking,
                theme=self._theme,
                row=self._row,
            )
        )

    def _on_begun(self) -> None:
        self._topic = self._option = self._looking = self._theme = self._row = ""

    def _on_topic_shown(self, key: str) -> None:
        self._topic = key
        self._show()

    def _on_ahead_shown(self, option: str, looking: str) -> None:
        self._option, self._looking = option, looking
        self._show()

    def _on_expect_shown(self, theme: str) -> None:
        self._theme = theme
        self._show()

    def _on_row_shown(self, key: str) -> None:
        self._row = key
        self._show()

    def _on_turn_asked(self) -> None:
        if self._turned is not None:
            self._turned = None
            self._window.turn_back()
        elif self._window.banner.isVisibleTo(self._window):
            self._turn()

    def _turn(self) -> None:
        self._turned = PatientScreen(self._view(), way_back=say("F9: back"))
        self._window.turn(self._turned)

    def _on_screen_asked(self) -> None:
        if self._own is not None:
            self._close()
            return
        here = self._window.screen()
        others = [each for each in QApplication.screens() if each is not here]
        self._own = PatientWindow(self._view())
        self._own.closed.connect(self._on_closed)
        self._own.show_on(others[0] if others else None)
        self._window.activateWindow()  # some systems give the keyboard to any window that opens
        self._window.show_patient_screen(on=True)

    def _close(self) -> None:
        if self._own is not None:
            self._own.close()

    def _on_closed(self) -> None:
        self._own = None
        self._window.show_patient_screen(on=False)

    def _on_screen_added(self, _screen: QScreen) -> None:
        self._window.say_sentence(
            say("A screen was plugged in. “Patient's screen” shows the patient's view on it."),
            warns=False,
        )

    def _on_screen_removed(self, _screen: QScreen) -> None:
        if self._own is not None:
            self._close()
            self._window.say_sentence(
                say("A screen was unplugged. The patient's screen is closed.")
            )
