"""Joins the section on people to the vault."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from spinecounsel.consultation import people as core
from spinecounsel.viewing.people import PersonFacts, PersonRow, people_view, role_words
from spinecounsel.viewing.recovery import Moment
from spinecounsel.wording import say
from ui.dialogs.messages import Messages
from ui.dialogs.person import GivePassphraseDialog, NewPersonDialog, RolesDialog
from ui.dialogs.second_factor import FactorOffDialog, FactorOnDialog
from ui.dialogs.tall import TallForm
from ui.main_window import MainWindow
from ui.pages.people.section import PeopleSection
from ui.session import Session
from ui.wiring.door import Door
from ui.wiring.vault import Section, VaultScreen

KEY = "people"


class PeopleWiring(QObject):
    """Shows who can open the vault, and changes that when people ask for it."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        screen: VaultScreen,
        door: Door,
        messages: Messages,
    ) -> None:
        super().__init__(window)
        self._window, self._cabinet, self._clock = window, session.cabinet, session.clock
        self._screen, self._door, self._messages = screen, door, messages
        self._rows: dict[str, PersonRow] = {}
        self._own_factor = self._has_code = False
        self._form: TallForm | None = None
        self.section = section = PeopleSection()
        screen.add(Section(KEY, say("People"), section, self.show, self.clear))
        section.told.connect(self._on_told)
        section.add_asked.connect(self._on_add_asked)
        section.roles_asked.connect(self._on_roles_asked)
        section.passphrase_asked.connect(self._on_passphrase_asked)
        section.factor_off_asked.connect(self._on_factor_off_asked)
        section.remove_asked.connect(self._on_remove_asked)
        section.own_factor_asked.connect(self._on_own_factor_asked)
        section.code_asked.connect(self._on_code_asked)
        section.rekey_asked.connect(self._on_rekey_asked)

    def show(self) -> None:
        """Show the people as they are now."""
        if self._cabinet.is_open:
            self._cabinet.ask(core.everybody, done=self._on_everybody, failed=self.section.say)

    def clear(self) -> None:
        """Show nobody."""
        self._rows, self._own_factor = {}, False
        self.section.clear()
        self.section.set_busy(busy=False)

    def _on_everybody(self, found: core.Everybody) -> None:
        if not self._cabinet.is_open:
            return
        facts = [
            PersonFacts(
                id=person.id,
                name=person.name,
                title=person.title,
                roles=tuple(map(str, person.roles)),
                temporary=person.temporary,
                second_factor=person.id in found.second_factor,
            )
            for person in found.people
        ]
        view = people_view(
            facts,
            own=found.own.id,
            keeps_people=found.keeps_people,
            has_code=found.has_code,
        )
        self._rows = {row.id: row for row in view.rows}
        self._own_factor, self._has_code = view.own_second_factor, found.has_code
        self.section.show_view(view)

    # ---- others

    def _on_add_asked(self) -> None:
        self._open(NewPersonDialog(self._window, role_words(), self._on_person_given))

    def _on_person_given(
        self, name: str, title: str, roles: tuple[str, ...], passphrase: str
    ) -> None:
        newcomer = core.Newcomer(name=name, title=title, roles=roles, passphrase=passphrase)
        said = say("{name} can open the vault from now on.", name=name)
        self._do(core.add, said, newcomer=newcomer)

    def _on_roles_asked(self, ident: str) -> None:
        row = self._rows[ident]

        def given(roles: tuple[str, ...]) -> None:
            said = say("The roles of {name} were changed.", name=row.name)
            self._do(core.change_roles, said, ident=ident, roles=roles)

        self._open(RolesDialog(self._window, role_words(), row.name, row.role_keys, given))

    def _on_passphrase_asked(self, ident: str) -> None:
        row = self._rows[ident]

        def given(passphrase: str) -> None:
            said = say("{name} has a new passphrase, to be changed at once.", name=row.name)
            self._do(core.give_passphrase, said, ident=ident, passphrase=passphrase)

        self._open(GivePassphraseDialog(self._window, row.name, given))

    def _on_factor_off_asked(self, ident: str) -> None:
        row = self._rows[ident]

        def agreed() -> None:
            said = say("The second factor of {name} is off.", name=row.name)
            self._do(core.switch_off, said, ident=ident, passphrase="")

        self._messages.ask(
            say("Switch off the second factor of {name}, who lost it?", name=row.name),
            yes=say("Switch it off"),
            no=say("Keep it"),
            agreed=agreed,
        )

    def _on_remove_asked(self, ident: str) -> None:
        row = self._rows[ident]

        def agreed() -> None:
            said = say("{name} cannot open the vault any more.", name=row.name)
            self._do(core.remove, said, ident=ident)

        self._messages.ask(
            say(
                "Remove {name}? This passphrase opens nothing from now on. All records stay, with "
                "the name in them. If {name} may have copied files of the vault, give it another "
                "key afterwards.",
                name=row.name,
            ),
            yes=say("Remove"),
            no=say("Keep"),
            agreed=agreed,
        )

    # ---- oneself

    def _on_own_factor_asked(self) -> None:
        if self._own_factor:
            self._open(FactorOffDialog(self._window, self._on_own_off_given))
        elif self._cabinet.is_open:
            self._cabinet.ask(
                core.offer_second_factor, done=self._on_offered, failed=self.section.say
            )

    def _on_own_off_given(self, passphrase: str) -> None:
        if self._cabinet.is_open:
            ident = self._cabinet.person.id
            said = say("Your second factor is off.")
            self._do(core.switch_off, said, ident=ident, passphrase=passphrase)

    def _on_offered(self, offered: core.Offered) -> None:
        if not self._cabinet.is_open:
            return

        def given(code: str) -> None:
            said = say("From now on the vault asks you for 6 digits too.")
            self._do(core.switch_on, said, offer=offered.offer, code=code)

        secret, squares = offered.offer.secret, offered.squares
        self._open(FactorOnDialog(self._window, secret, squares, given))

    # ---- code and key

    def _on_code_asked(self) -> None:
        self._messages.ask(
            say(
                "Make a new recovery code? It is shown once, to be put on paper. Till you have "
                "typed a group of it back, the old one holds; from then on only the new one does."
            ),
            yes=say("Make a new code"),
            no=say("Keep the old one"),
            agreed=self._on_code_agreed,
        )

    def _on_code_agreed(self) -> None:
        if self._cabinet.is_open:
            self._cabinet.ask(core.offer_recovery_code, done=self._on_code, failed=self.section.say)

    def _on_code(self, code: str) -> None:
        if self._cabinet.is_open:
            moment = Moment.NEXT if self._has_code else Moment.FIRST
            self._door.show_code(code, moment, self._screen.open)

    def _on_rekey_asked(self) -> None:
        self._messages.ask(
            say(
                "Encrypt the whole vault under another key? It takes some seconds for each "
                "100 MB, and as much free room on the disk as the vault has. Everybody keeps their "
                "passphrase."
            ),
            yes=say("Give it another key"),
            no=say("Not now"),
            agreed=self._on_rekey_agreed,
        )

    def _on_rekey_agreed(self) -> None:
        if not self._cabinet.is_open:
            return
        self.section.set_busy(busy=True)
        self._on_share(0.0)
        course = self._cabinet.ask_long(
            core.rekey_at(self._clock()), done=self._on_rekeyed, failed=self._on_not_rekeyed
        )
        course.told.connect(self._on_share)

    def _on_share(self, share: float) -> None:
        if self._cabinet.is_open:  # else it was locked meanwhile, and somebody else may come
            self.section.say(say("Encrypting: {n} % done ...", n=round(100 * share)))

    def _on_rekeyed(self, _nothing: object) -> None:
        self.section.set_busy(busy=False)
        self._on_done(say("The vault has another key. Make a backup now."))

    def _on_not_rekeyed(self, sentence: str) -> None:
        self.section.set_busy(busy=False)
        if self._cabinet.is_open:
            self.section.say(sentence)

    # ---- doing

    def _open(self, form: TallForm) -> None:
        self.section.say("")
        self._form = form
        form.open()

    def _do(self, work: Callable[..., Any], said: str, **more: Any) -> None:
        """Do ``work`` now; say ``said`` afterwards, or in the form why it was not done."""
        if not self._cabinet.is_open:
            return

        def done(_answer: object) -> None:
            if (form := self._open_form()) is not None:
                form.accept()
            self._on_done(said)

        self._cabinet.ask(work, now=self._clock(), done=done, failed=self._on_refused, **more)

    def _on_done(self, said: str) -> None:
        if self._cabinet.is_open:
            self.section.say(said)
            self._screen.show_rights()  # they may have changed
            self.show()

    def _on_refused(self, sentence: str) -> None:
        if (form := self._open_form()) is not None:
            form.say_refused(sentence)
        else:
            self.section.say(sentence)

    def _open_form(self) -> TallForm | None:
        form = self._form
        shown = form is not None and isValid(form) and form.isVisible()
        return form if shown else None

    def _on_told(self) -> None:
        scroll = self._screen.page.scroll_of(KEY)
        scroll.make_room(self.section.said)
        scroll.ensureWidgetVisible(self.section.said)
