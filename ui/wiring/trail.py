"""Joins the section with the audit trail to the vault."""

from functools import partial

from PySide6.QtCore import QObject

from spinecounsel.consultation.keeping import TrailPage, trail_page
from spinecounsel.wording import say
from ui.main_window import MainWindow
from ui.pages.vault.trail import TrailSection
from ui.session import Session
from ui.wiring.vault import Section, VaultScreen

NOTHING = TrailPage(lines=(), before=0)


class TrailWiring(QObject):
    """Shows the trail page by page, of everything or of one record."""

    def __init__(self, window: MainWindow, session: Session, screen: VaultScreen) -> None:
        super().__init__(window)
        self._cabinet, self._clock = session.cabinet, session.clock
        self._card = card = TrailSection()
        self._record = ""
        self._lines = NOTHING.lines
        self._before = 0
        card.sought.connect(self._on_sought)
        card.more_asked.connect(self._on_more_asked)
        title = say("Trail")
        screen.add(Section("trail", title, card, self._show, self._clear, ("read trail",)))

    def _show(self) -> None:
        self._lines, self._before = (), 0
        self._ask()

    def _clear(self) -> None:
        self._lines, self._before, self._record = (), 0, ""
        self._card.clear()

    def _on_sought(self, record: str) -> None:
        self._record = record
        self._show()

    def _on_more_asked(self) -> None:
        self._ask()

    def _ask(self) -> None:
        if self._cabinet.is_open:
            self._cabinet.ask(
                trail_page,
                before=self._before,
                record_id=self._record,
                zone=self._clock().tzinfo,
                done=partial(self._on_page, self._record, self._before),
                failed=self._card.say,
            )

    def _on_page(self, record: str, before: int, page: TrailPage) -> None:
        """Put a page behind those that are shown, unless another one is wanted by now."""
        if self._cabinet.is_open and (record, before) == (self._record, self._before):
            self._lines += page.lines
            self._before = page.before
            self._card.show_lines(self._lines, more=bool(page.before))
