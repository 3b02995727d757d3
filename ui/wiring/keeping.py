"""Joins the section on keeping and erasing to the vault."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from spinecounsel.consultation import keeping as core
from spinecounsel.viewing.keeping import (
    HeldThing,
    Keeping,
    erased_words,
    keeping_view,
    read_years,
    years_problem,
)
from spinecounsel.wording import say
from ui.main_window import MainWindow
from ui.pages.vault.keeping import KeepingSection
from ui.session import Session
from ui.wiring.vault import Section, VaultScreen

KEY = "keeping"


class KeepingWiring(QObject):
    """Shows the rule and what is due, finds what is kept of a patient, and erases it."""

    def __init__(self, window: MainWindow, session: Session, screen: VaultScreen) -> None:
        super().__init__(window)
        self._session = session
        self._cabinet, self._clock = session.cabinet, session.clock
        self._card = card = KeepingSection(core.grounds())
        self._screen = screen
        self._keeping = Keeping(years=None, due=(), unfinished=False)
        self._found: tuple[HeldThing, ...] | None = None
        self._asked = ""
        card.years_given.connect(self._on_years_given)
        card.due_asked.connect(self._on_due_asked)
        card.sought.connect(self._on_sought)
        card.erase_asked.connect(self._on_erase_asked)
        card.finish_asked.connect(self._on_finish_asked)
        card.told.connect(self._on_told)
        title = say("Keeping")
        screen.add(Section(KEY, title, card, self._show, self._clear, ("keep vault",)))

    def _show(self) -> None:
        if self._cabinet.is_open:
            self._cabinet.ask(
                core.keeping, now=self._clock(), done=self._on_keeping, failed=self._card.say
            )

    def _clear(self) -> None:
        self._found, self._asked = None, ""
        self._card.clear()

    def _on_keeping(self, keeping: Keeping) -> None:
        if self._cabinet.is_open:
            self._keeping = keeping
            self._show_view()

    def _show_view(self) -> None:
        self._card.show_view(keeping_view(self._keeping, self._found, self._asked))

    def _on_years_given(self, typed: str) -> None:
        try:
            years = read_years(typed)
        except ValueError:
            self._card.say(years_problem())
            return
        self._cabinet.ask(
            core.set_years,
            years=years,
            now=self._clock(),
            done=self._on_years_set,
            failed=self._card.say,
        )

    def _on_years_set(self, _nothing: object) -> None:
        if self._cabinet.is_open:
            self._card.say(say("The rule was set."))
            self._show()

    def _on_due_asked(self) -> None:
        self._on_found("", self._keeping.due)

    def _on_sought(self, number: str) -> None:
        self._card.say("")
        self._cabinet.ask(
            core.find, number=number, done=partial(self._on_found, number), failed=self._card.say
        )

    def _on_found(self, number: str, found: tuple[HeldThing, ...]) -> None:
        if self._cabinet.is_open:
            self._found, self._asked = found, number
            self._show_view()
            self._bring_into_view(*self._card.results())

    def _on_erase_asked(self, idents: tuple[str, ...], why: str) -> None:
        self._card.say(say("Erasing, and writing the vault’s file anew ..."))
        self._card.show_busy(busy=True)
        for ident in idents:
            self._session.forget(ident)  # else a draft that waits to be saved would come back
        self._cabinet.ask(
            core.erase,
            idents=idents,
            why=why,
            now=self._clock(),
            done=self._on_erased,
            failed=self._on_not_erased,
        )

    def _on_erased(self, erased: tuple[int, tuple[str, ...]]) -> None:
        self._card.show_busy(busy=False)
        if self._cabinet.is_open:
            self._found = None
            self._card.say(erased_words(*erased))
            self._show()

    def _on_not_erased(self, sentence: str) -> None:
        self._card.show_busy(busy=False)
        if self._cabinet.is_open:
            self._found = None
            self._card.say(sentence)
            self._show()

    def _on_finish_asked(self) -> None:
        self._card.show_busy(busy=True)
        self._cabinet.ask(core.finish, done=self._on_finished, failed=self._on_not_erased)

    def _on_finished(self, _nothing: object) -> None:
        self._card.show_busy(busy=False)
        if self._cabinet.is_open:
            self._card.say(say("The erasure is finished: no trace is left in the vault’s file."))
            self._show()

    def _on_told(self) -> None:
        self._bring_into_view(self._card.said)

    def _bring_into_view(self, *parts: QWidget) -> None:
        scroll = self._screen.page.scroll_of(KEY)
        scroll.make_room(*parts)
        for part in parts:
            scroll.ensureWidgetVisible(part)
