"""The manual at the part that fits the page in front, the card of keys, and what the program is."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.main_window import MainWindow
from ui.session import PROGRAM, Session

if TYPE_CHECKING:
    from ui.pages.manual.window import ManualWindow


class Help(QObject):
    """Shows help when the window asks for it; none where the patient's view fills the window.

    The manual stands in a window of its own, made when it is asked for first, and goes with the
    program's.  It is there behind the lock too, since it knows no patient.  What help needs is
    loaded when somebody asks for it: the start does not wait for it.
    """

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._manual: ManualWindow | None = None
        self._about = ""
        self._put_away = False
        window.manual_asked.connect(self._on_manual_asked)
        window.keys_asked.connect(self._on_keys_asked)
        window.about_asked.connect(self._on_about_asked)
        window.turn_asked.connect(self._on_turned)
        window.patient_screen_asked.connect(self._on_patient_screen)
        window.gone.connect(self._on_gone)

    def _on_manual_asked(self) -> None:
        if self._window.turned:
            return
        from spinecounsel.viewing.manual import the_manual
        from ui.pages.manual.window import ManualWindow

        if self._manual is None:
            self._manual = ManualWindow(the_manual())
            self._manual.asked.connect(self._on_asked)
        self._manual.open_over(self._window)
        about = the_manual().about(*self._window.places)
        if about != self._about:  # else the reader finds the place that they left
            self._about = about
            self._manual.go_to(about)

    def _on_keys_asked(self) -> None:
        if self._window.turned:
            return
        from spinecounsel.viewing.keys import keys_view
        from ui.dialogs.keys import show_keys

        groups = keys_view(
            self._window.screen_name, walking=self._window.walking, mac=sys.platform == "darwin"
        )
        manual = self._manual
        reads = manual is not None and manual.isActiveWindow()
        show_keys(manual if manual is not None and reads else self._window, groups)

    def _on_about_asked(self) -> None:
        if not self._window.turned:
            from spinecounsel.viewing.about import about_view
            from ui.dialogs.about import show_about

            show_about(self._window, about_view(self._session.pack, PROGRAM))

    def _on_asked(self, act: str) -> None:
        self._window.act(act)
        if act == "lock":  # where the passphrase is typed comes to the front
            self._window.raise_()
            self._window.activateWindow()

    def _on_turned(self) -> None:
        """Put the manual away while the patient looks at this window."""
        manual = self._manual
        if manual is None:
            return
        if self._window.turned:
            self._put_away = manual.isVisible()
            manual.hide()
        elif self._put_away:
            self._put_away = False
            manual.show()
            self._window.activateWindow()

    def _on_patient_screen(self) -> None:
        """Leave the other screen to the patient."""
        if self._manual is not None and self._manual.isVisible():
            self._manual.open_over(self._window)

    def _on_gone(self) -> None:
        if self._manual is not None:
            self._manual.close()
            self._manual.deleteLater()
            self._manual = None
