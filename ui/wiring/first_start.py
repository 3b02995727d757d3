"""The first start, once the vault is made: the clinic, then practise, begin, or look around."""

from PySide6.QtCore import QObject, Signal

from spinecounsel.consultation import settings as core
from spinecounsel.viewing.first_start import Stage, Way, first_view
from ui.cabinet import Cabinet
from ui.main_window import MainWindow
from ui.pages.first.page import FirstPage
from ui.pages.vault.clinic_form import ClinicForm
from ui.wiring.clinic import ClinicWiring, House

FIRST = "first"


class FirstStart(QObject):
    """Leads through it; ``ended()``, then ``chosen(way)`` for what is to be done next.

    The page is made when it begins, and gone when it ends or when the program is locked.
    """

    ended = Signal()
    chosen = Signal(object)

    def __init__(self, window: MainWindow, cabinet: Cabinet, house: House) -> None:
        super().__init__(window)
        self._window, self._cabinet, self._house = window, cabinet, house
        self._page: FirstPage | None = None
        self._clinic: ClinicWiring | None = None

    def begin(self) -> None:
        """Show the form of the clinic; the vault is open."""
        form = ClinicForm("first.clinic")
        self._clinic = ClinicWiring(self._window, self._house, form)
        self._page = FirstPage(form, form.name.edit)
        self._page.clinic_named.connect(self._on_clinic_named)
        self._page.clinic_left.connect(self._on_clinic_left)
        self._page.chosen.connect(self._on_chosen)
        self._window.add_screen(FIRST, self._page)
        self._house.read()
        self._show(Stage.CLINIC)

    def clear(self) -> None:
        """Put the page away; another one is shown already."""
        if self._page is not None:
            self._page = self._clinic = None
            self._window.remove_screen(FIRST)

    def _show(self, stage: Stage) -> None:
        if self._page is not None:
            self._page.show_view(first_view(stage))
            self._window.show_screen(FIRST, alone=True)
            self._page.initial_focus().setFocus()

    def _on_clinic_named(self) -> None:
        """Go on once the name that was left just now is saved, or it is known what is wrong."""
        if self._cabinet.is_open:
            self._cabinet.ask(core.settings, done=self._on_settled, failed=self._on_settled)

    def _on_settled(self, _answer: object) -> None:
        if self._clinic is not None and not self._clinic.is_wrong:
            self._show(Stage.BEGIN)
        elif self._page is not None:
            self._page.initial_focus().setFocus()

    def _on_clinic_left(self) -> None:
        self._show(Stage.BEGIN)

    def _on_chosen(self, way: Way) -> None:
        if way is Way.MANUAL:
            self._window.manual_asked.emit()
            return
        self.ended.emit()
        self.clear()
        self.chosen.emit(way)
