"""Round the consultation: unlock, library, the finished record, lock."""

from PySide6.QtCore import QObject, Signal

from spinecounsel.consultation.filing import Filed
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.people import Clinician
from spinecounsel.storage import Condition, Row
from spinecounsel.viewing.frame import approval_notice
from spinecounsel.viewing.library import Filter, Listed, library_view
from spinecounsel.viewing.unlock import Way, unlock_view
from spinecounsel.wording import say
from ui.main_window import MainWindow
from ui.pages.finished import FinishedPage
from ui.pages.library import LibraryPage
from ui.pages.unlock import UnlockPage
from ui.session import Session
from ui.wiring.paper import Paper

NAME, ROLE = "clinician.name", "clinician.role"


class Desk(QObject):
    """Leads from the locked vault to a consultation, and from a sealed record back.

    ``unlocked()`` when the library is shown for the first time after the vault was opened.
    """

    unlocked = Signal()

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self.window, self.session, self.cabinet = window, session, session.cabinet
        self.unlock, self.library, self.finished = UnlockPage(), LibraryPage(), FinishedPage()
        self.paper = Paper(window, self.cabinet, self.finished, session.clock)
        self.window.add_screen("unlock", self.unlock)
        self.window.add_screen("library", self.library)
        self.window.add_screen("finished", self.finished)
        self._clinician = Clinician(name="")
        self._text, self._filter = "", Filter.EVERYTHING
        self._rows: tuple[Row, ...] = ()
        self._draft_kept = False
        self._connect()

    def start(self) -> None:
        """Show the first page: make a vault, open it, or say why that cannot be."""
        self._show_unlock()
        self.window.show_screen("unlock")
        self.unlock.initial_focus().setFocus()

    def lock(self) -> None:
        """Put everything about patients away and close the vault; the draft is kept."""
        if not self.cabinet.is_open:
            return
        self._draft_kept = self.session.open
        self.session.leave()
        self.window.forget()
        self.library.clear()
        self.paper.clear()
        self.unlock.forget()
        self.cabinet.lock(done=self._on_locked)

    def go_to_library(self) -> None:
        """Show all consultations, fresh from the vault."""
        self.session.leave()
        self.paper.clear()
        self.window.show_clinician(self._clinician.name)
        self.window.show_screen("library")
        self._search()
        self.library.initial_focus().setFocus()

    def _connect(self) -> None:
        self.unlock.unlock_asked.connect(self._on_unlock_asked)
        self.unlock.create_asked.connect(self._on_create_asked)
        self.library.searched.connect(self._on_searched)
        self.library.filtered.connect(self._on_filtered)
        self.library.begun.connect(self._on_begun)
        self.library.picked.connect(self._on_picked)
        self.finished.closed.connect(self.go_to_library)
        self.window.lock_asked.connect(self.lock)
        self.window.library_asked.connect(self.go_to_library)
        self.session.filed.connect(self._on_filed)

    def _show_unlock(self, problem: str = "") -> None:
        state = self.cabinet.state
        way = {Condition.ABSENT: Way.CREATE, Condition.PRESENT: Way.UNLOCK}.get(
            state.condition, Way.CLOSED
        )
        view = unlock_view(
            way,
            problem=problem or state.sentence,
            seconds_to_wait=self.cabinet.seconds_to_wait if way is Way.UNLOCK else 0.0,
            notice=approval_notice(self.session.pack.manifest),
            draft_kept=self._draft_kept,
        )
        self.unlock.show_view(view)

    def _on_unlock_asked(self, passphrase: str) -> None:
        self.unlock.set_busy(busy=True)
        self.cabinet.unlock(passphrase, done=self._on_opened, failed=self._on_refused)

    def _on_create_asked(self, passphrase: str, repeated: str, name: str, role: str) -> None:
        if not name.strip():
            self._on_refused(say("Please enter your name: it stands in each record."))
        elif passphrase != repeated:
            self._on_refused(say("The two passphrases differ. Please type them again."))
        else:
            self._clinician = Clinician(name=name.strip(), role=role.strip())
            self.unlock.set_busy(busy=True)
            self.cabinet.create(passphrase, done=self._on_created, failed=self._on_refused)

    def _on_refused(self, sentence: str) -> None:
        self.unlock.set_busy(busy=False)
        self._show_unlock(sentence)

    def _on_created(self, _nothing: None) -> None:
        settings = {NAME: self._clinician.name, ROLE: self._clinician.role}
        self.cabinet.keep_settings(settings, failed=self.window.say_sentence)
        self._enter()

    def _on_opened(self, _nothing: None) -> None:
        self.cabinet.settings(
            keys=(NAME, ROLE), done=self._on_settings, failed=self.window.say_sentence
        )

    def _on_settings(self, settings: dict[str, str | None]) -> None:
        self._clinician = Clinician(name=settings[NAME] or "", role=settings[ROLE] or "")
        self._enter()

    def _enter(self) -> None:
        self.unlock.set_busy(busy=False)
        self.unlock.forget()
        self._draft_kept = False
        self.go_to_library()
        self.unlocked.emit()

    def _on_locked(self, _nothing: object) -> None:
        self.start()

    def _on_searched(self, text: str) -> None:
        self._text = text
        self._search()

    def _on_filtered(self, chosen: Filter) -> None:
        self._filter = chosen
        self._show_library()

    def _search(self) -> None:
        if self.cabinet.is_open:
            self.cabinet.search(self._text, done=self._on_found, failed=self.window.say_sentence)

    def _on_found(self, rows: tuple[Row, ...]) -> None:
        self._rows = rows
        self._show_library()

    def _show_library(self) -> None:
        view = library_view(
            tuple(_listed(row) for row in self._rows),
            text=self._text,
            chosen=self._filter,
            now=self.session.clock(),
        )
        self.library.show_view(view)

    def _on_begun(self) -> None:
        self.session.begin(self._clinician)

    def _on_picked(self, ident: str, is_draft: bool) -> None:  # noqa: FBT001 - a Qt slot
        if is_draft:
            self.cabinet.open_draft(ident, done=self._on_draft, failed=self.window.say_sentence)
        else:
            self.cabinet.open_record(ident, done=self._on_filed, failed=self.window.say_sentence)

    def _on_draft(self, draft: Discussion) -> None:
        self.session.resume(draft)

    def _on_filed(self, filed: Filed) -> None:
        self.paper.show(filed)
        self.window.show_screen("finished")
        self.finished.initial_focus().setFocus()


def _listed(row: Row) -> Listed:
    return Listed(
        id=row.id,
        name=row.name,
        number=row.number,
        born=row.born,
        consulted=row.consulted,
        status=row.status,
        options=row.options,
    )
