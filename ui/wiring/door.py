"""The way into the vault: making it, opening it, the recovery code, a passphrase of one's own."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from spinecounsel.consultation import people
from spinecounsel.letters import cannot_show, undrawn
from spinecounsel.viewing.recovery import Moment, recovery_view
from spinecounsel.viewing.unlock import Way
from spinecounsel.wording import say
from ui.main_window import RECOVERY, MainWindow
from ui.pages.recovery.page import RecoveryPage
from ui.session import Session
from ui.wiring.code_printing import print_code
from ui.wiring.restoring import Restoring
from ui.wiring.threshold import Threshold


class Door(QObject):
    """Shows the first page until somebody is in; ``entered()`` then, ``made()`` in a new vault.

    ``draft_kept`` tells whether a consultation waits behind the door.
    """

    entered = Signal()
    made = Signal()

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        threshold: Threshold,
        draft_kept: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window, self._cabinet, self._clock = window, session.cabinet, session.clock
        self._threshold, self._draft_kept = threshold, draft_kept
        threshold.join(self._cabinet.outside)
        self._way, self._asks_code = Way.UNLOCK, False
        self._is_new = False
        self._code = ""
        self._then: Callable[[], None] = self.entered.emit
        self.page, self.recovery = threshold.page, RecoveryPage()
        self.restoring = Restoring(window, session, self.page, self.show)
        window.add_screen(RECOVERY, self.recovery)
        self.recovery.look.pass_on(window)
        self._connect()

    def start(self) -> None:
        """Show the first page: make a vault, open it, or say why that cannot be."""
        self.show()
        self._threshold.enter()

    def shut(self) -> None:
        """Show the first page at once, before the vault is closed behind it."""
        self._way, self._asks_code, self._code = Way.UNLOCK, False, ""
        self.recovery.clear()
        self.page.forget()
        self._threshold.show_shut()

    def show(self, problem: str = "") -> None:
        """Show what can be done at the door now."""
        self._threshold.show(
            self._way,
            problem=problem,
            draft_kept=self._draft_kept(),
            asks_code=self._asks_code,
            is_spoilt=self._cabinet.is_spoilt,
        )

    def show_code(self, code: str, moment: Moment, then: Callable[[], None]) -> None:
        """Show a recovery code that was just made; ``then()`` once it holds, or was left."""
        self._code, self._then = code, then
        self.recovery.show_view(recovery_view(code, moment))
        self._window.show_screen(RECOVERY)
        self.recovery.initial_focus().setFocus()

    def _connect(self) -> None:
        self.page.unlock_asked.connect(self._on_unlock_asked)
        self.page.create_asked.connect(self._on_create_asked)
        self.page.recover_asked.connect(self._on_recover_asked)
        self.page.change_asked.connect(self._on_change_asked)
        self.page.way_asked.connect(self._on_way_asked)
        self.page.manual_asked.connect(self._window.manual_asked)
        self.page.keys_asked.connect(self._window.keys_asked)
        self.page.about_asked.connect(self._window.about_asked)
        self.recovery.print_asked.connect(self._on_print_asked)
        self.recovery.kept.connect(self._on_kept)
        self.recovery.left.connect(self._on_left)

    def _on_way_asked(self, way: str) -> None:
        self._way, self._asks_code = Way(way), False
        self.page.forget()
        self.show()
        self.page.initial_focus().setFocus()

    def _on_unlock_asked(self, passphrase: str, person: str, code: str) -> None:
        self.page.set_busy(busy=True)
        self._cabinet.unlock(
            passphrase,
            person=person,
            code=code,
            done=self._on_opened,
            failed=self._on_refused,
            code_needed=self._on_code_needed,
        )

    def _on_create_asked(self, passphrase: str, repeated: str, name: str, role: str) -> None:
        if not name.strip():
            self._on_refused(say("Please enter your name: it stands in each record."))
        elif sentence := cannot_show(undrawn(name + role)):
            self._on_refused(sentence)
        elif self._are_the_same(passphrase, repeated):
            self.page.set_busy(busy=True)
            self._is_new = True
            self._cabinet.create(
                passphrase,
                name=name.strip(),
                title=role.strip(),
                done=self._on_opened,
                failed=self._on_refused,
            )

    def _on_recover_asked(self, code: str, person: str, passphrase: str, repeated: str) -> None:
        if self._are_the_same(passphrase, repeated):
            self.page.set_busy(busy=True)
            self._cabinet.recover(
                code,
                passphrase,
                person=person or self._only_person(),
                done=self._on_opened,
                failed=self._on_refused,
            )

    def _on_change_asked(self, old: str, new: str, repeated: str) -> None:
        if self._cabinet.is_open and self._are_the_same(new, repeated):
            self.page.set_busy(busy=True)
            self._cabinet.ask(
                people.change_passphrase,
                old=old,
                new=new,
                now=self._clock(),
                done=self._on_opened,
                failed=self._on_refused,
            )

    def _are_the_same(self, passphrase: str, repeated: str) -> bool:
        if passphrase != repeated:
            self._on_refused(say("The two passphrases differ. Please type them again."))
        return passphrase == repeated

    def _only_person(self) -> str:
        state, _ = self._threshold.look()
        return state.people[0].id if state.people else ""

    def _on_code_needed(self, _sentence: str) -> None:
        self._asks_code = True
        self.page.set_busy(busy=False)
        self.show()

    def _on_refused(self, sentence: str) -> None:
        self._is_new = False
        self.page.set_busy(busy=False)
        self.show(sentence)

    def _on_opened(self, _nothing: object) -> None:
        if not self._cabinet.is_open:  # it was locked meanwhile
            return
        self.page.set_busy(busy=False)
        self._asks_code = False
        if self._cabinet.person.temporary:
            self._way = Way.CHANGE
            self.show()
            self.page.initial_focus().setFocus()
            return
        self._way = Way.UNLOCK
        self.page.choose(self._cabinet.person.id)
        self.page.forget()
        is_new, self._is_new = self._is_new, False
        code = self._cabinet.take_recovery_code()
        if code and is_new:
            self.show_code(code, Moment.NEW, self.made.emit)
        elif code:
            self.show_code(code, Moment.MADE, self.entered.emit)
        elif self._cabinet.may("keep people") and not self._threshold.look()[0].has_code:
            self._cabinet.ask(
                people.offer_recovery_code, done=self._on_offered, failed=self._on_not_offered
            )
        else:
            self.entered.emit()

    def _on_offered(self, code: str) -> None:
        if self._cabinet.is_open:
            self.show_code(code, Moment.MISSING, self.entered.emit)

    def _on_not_offered(self, sentence: str) -> None:
        if self._cabinet.is_open:
            self.entered.emit()
            self._window.say_sentence(sentence)

    def _on_print_asked(self) -> None:
        print_code(self._window, self._code, self._cabinet.path.stem)

    def _on_kept(self) -> None:
        if self._cabinet.is_open:
            self._cabinet.ask(
                people.use_recovery_code,
                code=self._code,
                now=self._clock(),
                done=self._on_code_holds,
                failed=self._on_code_refused,
            )

    def _on_code_holds(self, _nothing: object) -> None:
        self._on_left()

    def _on_code_refused(self, sentence: str) -> None:
        if self._code:
            self.recovery.say_problem(sentence)

    def _on_left(self) -> None:
        if self._cabinet.is_open and self._code:
            self._code = ""
            self.recovery.clear()
            self._then()
