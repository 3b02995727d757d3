"""The first start, once the vault is made: the clinic, then practise, begin, or look around."""

from PySide6.QtCore import QObject, Signal

from spinecounsel.consultation import first_start, settings
from spinecounsel.viewing.first_start import Stage, Way, first_view
from ui.cabinet import Cabinet
from ui.main_window import MainWindow
from ui.pages.first.page import FirstPage
from ui.pages.vault.clinic_form import ClinicForm
from ui.wiring.clinic import ClinicWiring, House

FIRST = "first"


class FirstStart(QObject):
    """Leads through it; ``ended()``, then ``chosen(way)`` for what is to be done next.

    The page is made when it begins, and gone when it ends or when the program is locked.  What was
    interrupted goes on at the next unlock by somebody who keeps the vault.
    """

    ended = Signal()
    chosen = Signal(object)

    def __init__(self, window: MainWindow, cabinet: Cabinet, house: House) -> None:
        super().__init__(window)
        self._window, self._cabinet, self._house = window, cabinet, house
        self._page: FirstPage | None = None
        self._clinic: ClinicWiring | None = None

    def begin(self) -> None:
        """Show the form of the clinic; the vault was made just now, and is open."""
        self._begin(Stage.CLINIC)

    def resume(self) -> None:
        """Go on where a first start was interrupted; ``ended()`` where none was."""
        if self._cabinet.may("keep vault"):
            self._cabinet.ask(first_start.stage, done=self._on_stage, failed=self._on_no_stage)
        else:
            self.ended.emit()

    def clear(self) -> None:
        """Put the page away; another one is shown already."""
        if self._page is not None:
            self._page = self._clinic = None
            self._window.remove_screen(FIRST)

    def _on_stage(self, stage: Stage | None) -> None:
        if not self._cabinet.is_open:  # it was locked meanwhile
            return
        if stage is None:
            self.ended.emit()
        else:
            self._begin(stage)

    def _on_no_stage(self, _sentence: str) -> None:
        self._on_stage(None)

    def _begin(self, stage: Stage) -> None:
        form = ClinicForm("first.clinic")
        self._clinic = ClinicWiring(self._window, self._house, form)
        self._page = FirstPage(form, form.name.edit)
        self._page.clinic_named.connect(self._on_clinic_named)
        self._page.clinic_left.connect(self._on_clinic_left)
        self._page.chosen.connect(self._on_chosen)
        self._page.look.pass_on(self._window)
        self._window.add_screen(FIRST, self._page)
        self._house.read()
        self._show(stage)

    def _show(self, stage: Stage) -> None:
        if self._page is not None:
            self._page.show_view(first_view(stage))
            self._window.show_screen(FIRST, alone=True)
            self._page.initial_focus().setFocus()

    def _on_clinic_named(self) -> None:
        """Go on once the name that was left just now is saved, or it is known what is wrong."""
        if self._cabinet.is_open:
            self._cabinet.ask(settings.settings, done=self._on_settled, failed=self._on_settled)

    def _on_settled(self, _answer: object) -> None:
        if self._clinic is not None and not self._clinic.is_name_wrong:
            self._begin_choosing()
        elif self._page is not None:
            self._page.initial_focus().setFocus()

    def _on_clinic_left(self) -> None:
        self._begin_choosing()

    def _begin_choosing(self) -> None:
        self._keep(Stage.BEGIN)
        self._show(Stage.BEGIN)

    def _keep(self, stage: Stage | None) -> None:
        if self._cabinet.is_open:
            told = self._window.say_sentence
            self._cabinet.ask(first_start.keep_stage, stage=stage, done=_ignore, failed=told)

    def _on_chosen(self, way: Way) -> None:
        if way is Way.MANUAL:
            self._window.manual_asked.emit()
            return
        self._keep(None)
        self.ended.emit()
        self.clear()
        self.chosen.emit(way)


def _ignore(_answer: object) -> None:
    """Take an answer that nobody waits for."""
