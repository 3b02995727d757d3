"""Joins the screen of the vault to its sections; each section has a wiring of its own."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.cabinet import Cabinet
from ui.main_window import MainWindow
from ui.pages.vault.page import VaultPage

VAULT = "vault"


class Section(NamedTuple):
    """A part of the screen.

    ``show()`` is called each time it comes into view, ``clear()`` when the vault is locked: nothing
    of it may stay in the widgets.  ``acts`` are those of which a person needs one to see it (such
    as ``keep vault``); with none, everybody sees it.
    """

    key: str
    title: str
    widget: QWidget
    show: Callable[[], None]
    clear: Callable[[], None]
    acts: tuple[str, ...] = ()


class VaultScreen(QObject):
    """Shows the sections that this person may see; ``add`` them before the first ``open``."""

    def __init__(self, window: MainWindow, cabinet: Cabinet) -> None:
        super().__init__(window)
        self._window, self._cabinet = window, cabinet
        self._sections: dict[str, Section] = {}
        self._shown = ""
        self.page = VaultPage()
        self.page.picked.connect(self.show_section)
        window.add_screen(VAULT, self.page)

    def add(self, section: Section) -> None:
        """Add a section after the others."""
        self._sections[section.key] = section
        self.page.add_section(section.key, section.title, section.widget)

    def open(self) -> None:
        """Show the screen with the section that was shown last, else the first."""
        allowed = self._allowed()
        if not self._cabinet.is_open or not allowed:
            return
        self.show_rights()
        self._window.show_screen(VAULT)
        self.show_section(self._shown if self._shown in allowed else allowed[0])
        self.page.initial_focus().setFocus()

    def show_rights(self) -> None:
        """Offer what this person may see now."""
        self.page.show_allowed(frozenset(self._allowed()))
        self.page.show_reading(allowed=self._cabinet.may("read"))

    def show_section(self, key: str) -> None:
        """Show one section, as the vault is now."""
        self._shown = key
        self.page.show_section(key)
        self._sections[key].show()

    def clear(self) -> None:
        """Forget what the sections show."""
        for section in self._sections.values():
            section.clear()

    def _allowed(self) -> list[str]:
        return [key for key, section in self._sections.items() if self._may_see(section)]

    def _may_see(self, section: Section) -> bool:
        return not section.acts or any(self._cabinet.may(act) for act in section.acts)
