"""Joins the section on settings to the vault; each is saved when its field is left."""

from PySide6.QtCore import QObject

from spinecounsel.viewing.settings import settings_view
from spinecounsel.wording import say
from ui.main_window import MainWindow
from ui.pages.vault.settings import SettingsSection
from ui.wiring.clinic import ClinicWiring, House, Written
from ui.wiring.keeping import KEY as KEEPING
from ui.wiring.vault import Section, VaultScreen

KEY = "settings"


class SettingsWiring(QObject):
    """Shows what is set, and says of each field that it was saved, or what is wrong."""

    def __init__(self, window: MainWindow, house: House, screen: VaultScreen) -> None:
        super().__init__(window)
        self._house, self._screen = house, screen
        self._card = card = SettingsSection()
        self._clinic = ClinicWiring(window, house, card.clinic)
        self._written = Written(house)
        card.given.connect(self._written.give)
        card.keeping_asked.connect(self._on_keeping_asked)
        card.look.text_size_changed.connect(window.text_size_changed)
        card.look.scheme_chosen.connect(window.scheme_chosen)
        house.known.connect(self._show_view)
        self._written.changed.connect(self._show_view)
        title = say("Settings")
        screen.add(Section(KEY, title, card, self._show, self._clear, ("keep vault",)))

    def _show(self) -> None:
        self._clear()
        self._house.read()

    def _clear(self) -> None:
        self._clinic.forget()
        self._written.forget()

    def _show_view(self, _settings: object = None) -> None:
        self._card.show_view(settings_view(self._house.settings, self._written.said))

    def _on_keeping_asked(self) -> None:
        self._screen.show_section(KEEPING)
        self._screen.page.initial_focus().setFocus()
