"""Round the consultation: unlock, library, the finished record, and lock."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from spinecounsel.consultation import people
from spinecounsel.consultation.filing import Filed
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.people import Clinician
from spinecounsel.storage import Person
from spinecounsel.viewing.approval import approval_notice
from spinecounsel.viewing.finished import kinds_made
from spinecounsel.viewing.first_start import Way
from spinecounsel.wording import say
from ui.dialogs.clinician import ask_clinician
from ui.dialogs.messages import Messages
from ui.dialogs.passphrase import PassphraseDialog
from ui.main_window import LIBRARY, MainWindow
from ui.pages.finished import FinishedPage
from ui.pages.library.page import LibraryPage
from ui.pages.vault.backup import BackupSection
from ui.pages.verify.page import VerifyPage
from ui.session import Session
from ui.wiring.clinic import House
from ui.wiring.closing import Closing
from ui.wiring.door import Door
from ui.wiring.earlier import EarlierWiring
from ui.wiring.emergency import EmergencyWiring
from ui.wiring.first_start import FirstStart
from ui.wiring.keeping import KeepingWiring
from ui.wiring.later import LaterWiring
from ui.wiring.listing import Listing
from ui.wiring.paper import Paper
from ui.wiring.people import PeopleWiring
from ui.wiring.pin import PinAsking
from ui.wiring.practising import Practising
from ui.wiring.sealer import Sealing
from ui.wiring.settings import SettingsWiring
from ui.wiring.threshold import Threshold
from ui.wiring.trail import TrailWiring
from ui.wiring.transfer import add_backup
from ui.wiring.vault import VaultScreen
from ui.wiring.verify import Checking

FINISHED, VERIFY = "finished", "verify"


class _Place(NamedTuple):
    """Where a person was when the program was locked: ids of the person, draft and record."""

    person: str
    draft: str
    record: str
    screen: str


class Desk(QObject):
    """Leads from the locked vault to a consultation, and from a sealed record back.

    ``unlocked()`` when the vault was opened and the clinician is known.
    """

    unlocked = Signal()

    def __init__(self, window: MainWindow, session: Session, messages: Messages) -> None:
        super().__init__(window)
        self.window, self.session, self.cabinet = window, session, session.cabinet
        self._messages = messages
        self.practising = Practising(window)
        self._clinician = Clinician(name="")
        self._form: PassphraseDialog | None = None
        self._left: _Place | None = None
        self._discarded = ""

    def furnish(self, threshold: Threshold) -> Iterator[None]:
        """Make the pages and join them, one part at each step; nothing works before the last."""
        window, session, messages = self.window, self.session, self._messages
        self.door = Door(window, session, threshold, self._is_draft_kept)
        yield
        self.unlock, self.library = self.door.page, LibraryPage()
        yield
        self.finished = FinishedPage(kinds_made())
        yield
        self.paper = Paper(window, self.cabinet, self.finished, session.clock, messages)
        self.later = LaterWiring(window, session, self.finished, self.paper)
        self.listing = Listing(self.cabinet, self.library, session.clock, window.say_sentence)
        self.earlier = EarlierWiring(window, session, self.library)
        self.earlier.taken_back.connect(self.listing.search)
        self.verify = VerifyPage()
        yield
        self.checking = Checking(window, self.cabinet, self.verify)
        self.sealing = Sealing(window, self.cabinet, self.verify.sealer, messages)
        self.vault = VaultScreen(window, self.cabinet)
        self._emergency = EmergencyWiring(window, session)
        yield
        self.people = PeopleWiring(window, session, self.vault, self.door, messages)
        yield
        section = BackupSection()
        yield
        self.backup = add_backup(window, session, self.vault, messages, section)
        yield
        KeepingWiring(window, session, self.vault)
        yield
        TrailWiring(window, session, self.vault)
        yield
        self.house = House(window, session)
        SettingsWiring(window, self.house, self.vault)
        yield
        self.first = FirstStart(window, self.cabinet, self.house)
        PinAsking(window, self.cabinet.pins)  # these two live as long as the window
        Closing(window, session, self.house, messages)
        self._connect()

    def start(self) -> None:
        """Show the first page: make a vault, open it, or say why that cannot be."""
        self.door.start()

    def lock(self) -> None:
        """Put everything about patients away at once and close the vault; the draft is kept."""
        if not self.cabinet.is_open:
            return
        ident, screen = self.cabinet.person.id, self.window.screen_name
        self._left = _Place(ident, self.session.kept_id, self.paper.shown_id, screen)
        self.door.shut()
        self.session.leave()
        self._forget()
        self.cabinet.lock(done=self._on_locked)
        self.unlock.initial_focus().setFocus()

    def take_up(self, ident: str) -> None:
        """Go on with a draft."""
        self._on_picked(ident, is_draft=True)

    def go_to_library(self) -> None:
        """Show all consultations, fresh from the vault; to who may not read them, the vault."""
        self.session.leave()
        self.paper.clear()
        self.checking.clear()
        self.sealing.clear()
        self.window.show_clinician(self._clinician.name)
        if not self.cabinet.may("read"):
            self.vault.open()
            return
        self.library.offer_new(offered=self.cabinet.may("prepare"))
        self.window.show_screen(LIBRARY)
        self.listing.search()
        self.library.initial_focus().setFocus()

    @property
    def _notice(self) -> str:
        return approval_notice(self.session.pack.manifest)

    def _forget(self) -> None:
        self.listing.clear()
        self._clinician = Clinician(name="")
        self.window.forget()
        self.library.clear()
        self.paper.clear()
        self.checking.clear()
        self.sealing.clear()
        self.vault.clear()
        self.house.forget()
        self.first.clear()

    def _connect(self) -> None:
        pages = {LIBRARY: self.library, FINISHED: self.finished, VERIFY: self.verify}
        for name, page in pages.items():
            self.window.add_screen(name, page)
        self.window.show_notice(self._notice)
        self.door.entered.connect(self.first.resume)
        self.door.made.connect(self.first.begin)
        self.first.ended.connect(self._enter)
        self.first.chosen.connect(self._on_way_chosen)
        self.library.begun.connect(self._on_begun)
        self.library.picked.connect(self._on_picked)
        self.library.discard_asked.connect(self._on_discard_asked)
        self.library.verify_asked.connect(self._on_verify_asked)
        helps = (self.unlock, self.window.banner.look, self.verify.look)
        self.practising.join(self.library, *helps)
        self.finished.closed.connect(self.go_to_library)
        self.verify.closed.connect(self._on_verify_closed)
        self.window.lock_asked.connect(self.lock)
        self.window.library_asked.connect(self.go_to_library)
        self.window.clinician_asked.connect(self._on_clinician_asked)
        self.window.vault_asked.connect(self._on_vault_asked)
        self.vault.page.closed.connect(self._on_vault_closed)
        self.people.section.own_passphrase_asked.connect(self._on_passphrase_asked)
        self.session.filed.connect(self._on_filed)

    # ---- the vault

    def _is_draft_kept(self) -> bool:
        return bool(self._left and self._left.draft) and not self.session.unsaved

    def _enter(self) -> None:
        self._take(self.cabinet.person)
        self.session.save_waiting()
        self.house.read()
        left, self._left = self._left, None
        self.go_to_library()
        if left is not None and left.person == self.cabinet.person.id:
            self._go_back_to(left)
        self.backup.make_due()
        self.unlocked.emit()

    def _go_back_to(self, place: "_Place") -> None:
        """Show what the same person had before the lock."""
        if place.draft:
            self._on_picked(place.draft, is_draft=True)
        elif place.screen == FINISHED and place.record:
            self._on_picked(place.record, is_draft=False)
        elif place.screen == VERIFY:
            self._on_verify_asked()

    def _on_locked(self, _nothing: object) -> None:
        self.door.show()

    # ---- the clinician

    def _take(self, person: Person) -> None:
        self._clinician = Clinician(name=person.name, role=person.title)

    def _on_clinician_asked(self) -> None:
        ask_clinician(
            self.window,
            (self._clinician.name, self._clinician.role),
            given=self._on_clinician_given,
            passphrase_asked=self._on_passphrase_asked,
        )

    def _on_passphrase_asked(self) -> None:
        self._form = PassphraseDialog(self.window, self._on_passphrase_given)
        self._form.open()

    def _on_passphrase_given(self, old: str, new: str) -> None:
        self.cabinet.ask(
            people.change_passphrase,
            old=old,
            new=new,
            now=self.session.clock(),
            done=self._on_passphrase_changed,
            failed=self._on_passphrase_refused,
        )

    def _on_passphrase_changed(self, _nothing: object) -> None:
        if self._form is not None and isValid(self._form):
            self._form.accept()
        self.window.say_sentence(say("The passphrase was changed."), warns=False)

    def _on_passphrase_refused(self, sentence: str) -> None:
        if self._form is not None and isValid(self._form):
            self._form.say_refused(sentence)

    def _on_clinician_given(self, name: str, role: str) -> None:
        if self.cabinet.is_open:
            self.cabinet.ask(
                people.name_oneself,
                name=name,
                title=role,
                now=self.session.clock(),
                done=self._on_named,
                failed=self.window.say_sentence,
            )

    def _on_named(self, person: Person) -> None:
        if self.cabinet.is_open:
            self._take(person)
            self.window.show_clinician(person.name)

    def _on_vault_asked(self) -> None:
        self.paper.clear()
        self.checking.clear()
        self.sealing.clear()
        self.vault.open()

    def _on_vault_closed(self) -> None:
        if self.cabinet.may("read"):
            self.go_to_library()
        else:
            self._emergency.ask(self.go_to_library)

    # ---- the library

    def _on_begun(self) -> None:
        leads = self.cabinet.may("sign")  # who only prepares it is not the clinician of the record
        self.session.begin(self._clinician if leads else Clinician(name=""))

    def _on_way_chosen(self, way: Way) -> None:
        if way is Way.NEW:
            self._on_begun()
        elif way is Way.PRACTISE:
            self.practising.start()

    def _on_picked(self, ident: str, is_draft: bool) -> None:  # noqa: FBT001 - a Qt slot
        if is_draft:
            self.cabinet.open_draft(ident, done=self._on_draft, failed=self.window.say_sentence)
        else:
            self.cabinet.open_record(ident, done=self._on_filed, failed=self.window.say_sentence)

    def _on_draft(self, draft: Discussion) -> None:
        if self.cabinet.is_open and not self.session.open:
            leads = self.cabinet.may("sign")
            self.session.resume(draft, self._clinician if leads else None)

    def _on_discard_asked(self, ident: str, name: str) -> None:
        self._discarded = ident
        self._messages.ask(
            say("Throw away the draft of {name}? It cannot be brought back.", name=name),
            yes=say("Throw it away"),
            no=say("Keep it"),
            agreed=self._on_discard_agreed,
        )

    def _on_discard_agreed(self) -> None:
        if self.cabinet.is_open:
            self.session.forget(self._discarded)
            self.cabinet.discard_draft(
                self._discarded, done=self._on_discarded, failed=self.window.say_sentence
            )

    def _on_discarded(self, _nothing: object) -> None:
        self.listing.search()

    def _on_filed(self, filed: Filed) -> None:
        if self.cabinet.is_open:
            self.paper.show(filed)
            self.window.show_screen(FINISHED)
            self.finished.initial_focus().setFocus()

    def _on_verify_closed(self) -> None:
        if self.cabinet.is_open:
            self.go_to_library()
        else:
            self.checking.clear()
            self.start()

    def _on_verify_asked(self) -> None:
        self.verify.stand_alone(alone=False)
        self.sealing.show()
        self.window.show_screen(VERIFY)
        self.verify.initial_focus().setFocus()
