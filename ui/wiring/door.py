"""The way into the vault: making it, opening it, the recovery code, a passphrase of one's own."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from spinecounsel.consultation import people
from spinecounsel.errors import UserError
from spinecounsel.letters import cannot_show, undrawn
from spinecounsel.storage import Condition, VaultState
from spinecounsel.viewing.recovery import Moment, recovery_view
from spinecounsel.viewing.unlock import Way, unlock_view
from spinecounsel.wording import say
from ui.main_window import RECOVERY, UNLOCK, MainWindow
from ui.pages.recovery.page import RecoveryPage
from ui.pages.unlock import UnlockPage
from ui.session import Session
from ui.wiring.code_printing import print_code
from ui.wiring.restoring import Restoring


class Door(QObject):
    """Shows the first page until somebody is in; ``entered()`` then.

    ``draft_kept`` tells whether a consultation waits behind the door.
    """

    entered = Signal()

    def __init__(
        self, window: MainWindow, session: Session, notice: str, draft_kept: Callable[[], bool]
    ) -> None:
        super().__init__(window)
        self._window, self._cabinet, self._clock = window, session.cabinet, session.clock
        self._notice, self._draft_kept = notice, draft_kept
        self._way, self._asks_code = Way.UNLOCK, False
        self._code = ""
        self._then: Callable[[], None] = self.entered.emit
        self.page, self.recovery = UnlockPage(), RecoveryPage()
        Restoring(window, session, self.page, self.show)  # lives as long as the window
        window.add_screen(UNLOCK, self.page)
        window.add_screen(RECOVERY, self.recovery)
        self._connect()

    def start(self) -> None:
        """Show the first page: make a vault, open it, or say why that cannot be."""
        self.show()
        self._window.show_screen(UNLOCK)
        self.page.initial_focus().setFocus()

    def shut(self) -> None:
        """Show the first page at once, before the vault is closed behind it."""
        self._way, self._asks_code, self._code = Way.UNLOCK, False, ""
        self.recovery.clear()
        self.page.forget()
        self.page.show_view(unlock_view(Way.UNLOCK, notice=self._notice))
        self._window.show_screen(UNLOCK)

    def show(self, problem: str = "") -> None:
        """Show what can be done at the door now."""
        state, sentence = self._state()
        self.page.show_view(
            unlock_view(
                self._way_of(state),
                problem=problem or sentence,
                seconds_to_wait=self._seconds_to_wait(state),
                notice=self._notice,
                draft_kept=self._draft_kept(),
                people=tuple((person.id, person.name) for person in state.people),
                asks_code=self._asks_code,
                has_code=state.has_code,
                is_spoilt=self._cabinet.is_spoilt,
                folder=str(self._cabinet.path.parent) if self._cabinet.trace.is_there else "",
            )
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
        self.page.text_size_changed.connect(self._window.text_size_changed)
        self.page.scheme_chosen.connect(self._window.scheme_chosen)
        self.page.about_asked.connect(self._window.about_asked)
        self.recovery.print_asked.connect(self._on_print_asked)
        self.recovery.kept.connect(self._on_kept)
        self.recovery.left.connect(self._on_left)

    def _state(self) -> tuple[VaultState, str]:
        try:
            state = self._cabinet.state
        except UserError as error:
            return VaultState(condition=Condition.DAMAGED), str(error)
        return state, state.sentence

    def _way_of(self, state: VaultState) -> Way:
        if state.condition is Condition.ABSENT:
            is_missing = self._cabinet.trace.is_there and self._way is not Way.CREATE
            return Way.MISSING if is_missing else Way.CREATE
        return self._way if state.condition is Condition.PRESENT else Way.CLOSED

    def _seconds_to_wait(self, state: VaultState) -> float:
        waits = state.condition is Condition.PRESENT and self._way is not Way.CHANGE
        return self._cabinet.seconds_to_wait if waits else 0.0

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
        state, _ = self._state()
        return state.people[0].id if state.people else ""

    def _on_code_needed(self, _sentence: str) -> None:
        self._asks_code = True
        self.page.set_busy(busy=False)
        self.show()

    def _on_refused(self, sentence: str) -> None:
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
        code = self._cabinet.take_recovery_code()
        if code:
            self.show_code(code, Moment.MADE, self.entered.emit)
        elif self._cabinet.may("keep people") and not self._state()[0].has_code:
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
