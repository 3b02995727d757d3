"""The first page: make the vault, or open it.  It shows no patient data."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinecounsel.viewing.unlock import UnlockView, Way, busy_words, waiting
from spinecounsel.wording import say
from ui.pages.page import HELP, Page
from ui.pages.unlock.fields import UnlockFields
from ui.pages.unlock.side import Side
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.field import LettersLine
from ui.widgets.icons import KindMark
from ui.widgets.look import Look, in_corner
from ui.widgets.notice import Notice
from ui.widgets.scroll import Scroll
from ui.widgets.text import PageTitle, Text

FORM_WIDTH = 500  # px at 100 % text
SECOND_MS = 1_000


class UnlockPage(Page):
    """Asks for the passphrase; for a new vault also for the clinician and the passphrase twice.

    ``unlock_asked(passphrase, person, code)``; ``create_asked(passphrase, repeated, name, role)``;
    ``recover_asked(code, person, passphrase, repeated)``; ``change_asked(old, new, repeated)``;
    ``way_asked(way)`` to the recovery code and back, to a new vault where one is missing, and to
    look for it again; ``restore_asked()`` of a backup;
    ``text_size_changed(scale)``; ``scheme_chosen(name)``; ``manual_asked()``; ``keys_asked()``;
    ``practice_asked()``; ``about_asked()``.
    """

    unlock_asked = Signal(str, str, str)
    create_asked = Signal(str, str, str, str)
    recover_asked = Signal(str, str, str, str)
    change_asked = Signal(str, str, str)
    way_asked = Signal(str)
    restore_asked = Signal()
    text_size_changed = Signal(float)
    scheme_chosen = Signal(str)
    manual_asked = Signal()
    keys_asked = Signal()
    practice_asked = Signal()
    about_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("unlock")
        self._way = Way.UNLOCK
        self._people: tuple[tuple[str, str], ...] = ()
        self._person = ""
        self._asked: frozenset[str] = frozenset()
        self._waits = 0
        self._busy = ""
        self._before: QWidget | None = None
        self._tick = QTimer(self, interval=SECOND_MS)
        self._tick.timeout.connect(self._on_tick)
        self._make_controls()
        self._lay_out()
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_view(self, view: UnlockView) -> None:
        """Show whether a vault is to be made, opened, or cannot be opened."""
        self._way = view.way
        self.setProperty(HELP, f"unlock.{view.way}")
        new = view.asked - self._asked
        self._asked = view.asked
        self._step.setText(view.step)
        self._step.setVisible(bool(view.step))
        self._title.setText(view.title)
        self._sentence.setText(view.sentence)
        self._sentence.setVisible(bool(view.sentence))
        self._show_people(view.people)
        self._fields.show_asked(view.asked, view.passphrase)
        self._go.setVisible(view.way is not Way.CLOSED)
        self._go.setText(view.action)
        self._recover.setVisible(view.may_recover)
        self._back.setText(view.back)
        self._back.setVisible(bool(view.back))
        self._restore.setVisible(view.may_restore)
        self._begin.setVisible(view.may_begin)
        self._problem.show_sentence(view.problem)
        self._notice.show_sentence(view.notice)
        self._waits = view.seconds_to_wait
        self._show_wait()
        self._lead(view, new)

    def forget(self) -> None:
        """Empty the fields, so that no passphrase stays in them."""
        self._fields.forget()

    def set_busy(self, *, busy: bool, opens: bool = True) -> None:
        """Switch all controls off while the vault is made or opened, or while one waits only.

        The focus stays on the page meanwhile, so that a key pressed again presses nothing else.
        """
        if busy:
            self._busy = busy_words(self._way) if opens else say("One moment ...")
            self._problem.show_sentence("")
            self._hold_focus()
        else:
            self._busy = ""
        for part in (self._fields, *self._links(), self._look):
            part.setEnabled(not busy)
        self._show_wait()
        if not busy:
            self._give_focus_back()

    def choose(self, person: str) -> None:
        """Choose who opens the vault, as whoever did so last."""
        self._person = person
        self._fields.person.show_key(person)

    def offer_practice(self, *, offered: bool) -> None:
        """Offer to practise in the menu of help, or not."""
        self._look.offer_practice(offered=offered)

    def initial_focus(self) -> QWidget:
        """Give the control to begin with."""
        if self._way is Way.MISSING:
            return self._go
        first = {Way.CREATE: "name", Way.RECOVER: "recovery", Way.CHANGE: "fresh"}
        key = first.get(self._way, "code" if "code" in self._asked else "passphrase")
        return self._fields.lines[key]

    def _links(self) -> tuple[Button, ...]:
        return self._recover, self._back, self._restore, self._begin

    def _hold_focus(self) -> None:
        has_focus = self.window().focusWidget()
        if has_focus is not self:
            is_here = has_focus is not None and self.isAncestorOf(has_focus)
            self._before = has_focus if is_here else None
            self.setFocus()

    def _give_focus_back(self) -> None:
        before, self._before = self._before, None
        if self.window().focusWidget() is self:
            (before or self.initial_focus()).setFocus()

    def _make_controls(self) -> None:
        self._step = Text("", "label", "ink2")
        self._title = PageTitle()
        self._sentence = Text("", "lead", "ink2")
        self._fields = UnlockFields()
        self._fields.returned.connect(self._on_go)
        self._fields.typed.connect(self._on_who)
        self._fields.person_picked.connect(self.choose)
        self._letters = LettersLine()
        self._go = Button(say("Unlock"), "primary")
        self._go.setObjectName("unlock.go")
        self._go.clicked.connect(self._on_go)
        self._recover = Button(say("Use the recovery code"), "link", icon="key", small=True)
        self._recover.setObjectName("unlock.recover")
        self._recover.clicked.connect(self._on_recover)
        self._back = Button("", "link", small=True)
        self._back.setObjectName("unlock.back")
        self._back.clicked.connect(self._on_back)
        self._restore = Button(say("Restore from a backup"), "link", small=True)
        self._restore.setObjectName("unlock.restore")
        self._restore.clicked.connect(self.restore_asked)
        self._begin = Button(say("Make a new, empty vault"), "link", small=True)
        self._begin.setObjectName("unlock.begin")
        self._begin.clicked.connect(self._on_begin)
        self._problem = Notice()
        self._said = Text("", "body", "ink2")
        self._notice = Notice(boxed=False)
        self._look = Look("unlock")
        self._look.pass_on(self)
        self._look.practice_asked.connect(self.practice_asked)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._side = Side()
        row.addWidget(self._side, 43)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        scroll = Scroll()
        scroll.setWidget(self._form())
        right.addWidget(scroll, 1)
        right.addLayout(in_corner(self._notice, self._look))
        row.addLayout(right, 57)

    def _form(self) -> QWidget:
        ground = QWidget()
        self._column = QWidget()
        form = QVBoxLayout(self._column)
        form.setContentsMargins(14, 16, 14, 16)
        form.setSpacing(theme().px("m"))
        head = QHBoxLayout()
        head.setSpacing(theme().px("m"))
        head.addWidget(KindMark("lock"), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, 1)
        form.addStretch(2)
        form.addWidget(self._step)
        form.addLayout(head)
        for part in (self._sentence, self._fields, self._letters, self._problem):
            form.addWidget(part)
        form.addSpacing(theme().px("s"))
        form.addLayout(self._actions())
        for link in self._links():
            form.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        form.addStretch(3)
        around = QHBoxLayout(ground)
        around.setContentsMargins(24, 0, 24, 0)
        around.addStretch(1)
        around.addWidget(self._column, 8)
        around.addStretch(1)
        return ground

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px("l"))
        row.addWidget(self._go)
        row.addWidget(self._said, 1)
        return row

    def _show_people(self, people: tuple[tuple[str, str], ...]) -> None:
        if people != self._people:
            self._people = people
            self._fields.person.show_options(people)
            known = {key for key, _ in people}
            self.choose(self._person if self._person in known or not people else people[0][0])

    def _lead(self, view: UnlockView, new: frozenset[str]) -> None:
        """Put the focus where something is to be typed now."""
        is_refused = bool(view.problem) and bool(view.asked)
        line = self._fields.at_fault(view.asked) if is_refused else self.initial_focus()
        if "code" in new or is_refused:
            line.setFocus()
            if isinstance(line, QLineEdit):
                line.selectAll()

    def _on_who(self) -> None:
        self._letters.show_of(self._fields.value("name"), self._fields.value("role"))

    def _on_go(self) -> None:
        if not self._go.isEnabled():
            return
        text = self._fields.value
        person = self._person if self._people else ""
        if self._way is Way.CREATE:
            self.create_asked.emit(text("passphrase"), text("repeat"), text("name"), text("role"))
        elif self._way is Way.RECOVER:
            self.recover_asked.emit(text("recovery"), person, text("fresh"), text("repeat"))
        elif self._way is Way.MISSING:
            self.way_asked.emit(Way.UNLOCK)
        elif self._way is Way.CHANGE:
            self.change_asked.emit(text("passphrase"), text("fresh"), text("repeat"))
        else:
            code = text("code") if "code" in self._asked else ""
            self.unlock_asked.emit(text("passphrase"), person, code)

    def _on_recover(self) -> None:
        self.way_asked.emit(Way.RECOVER)

    def _on_begin(self) -> None:
        self.way_asked.emit(Way.CREATE)

    def _on_back(self) -> None:
        self.way_asked.emit(Way.UNLOCK)

    def _on_tick(self) -> None:
        self._waits -= 1
        self._show_wait()

    def _show_wait(self) -> None:
        waits = self._waits > 0
        self._go.setEnabled(not waits and not self._busy)
        self._said.setText(waiting(self._waits) if waits and not self._busy else self._busy)
        if waits != self._tick.isActive():
            self._tick.start() if waits else self._tick.stop()

    def _on_themed(self) -> None:
        self._column.setMaximumWidth(round(FORM_WIDTH * theme().text_scale) + 28)
        self._side.setVisible(not theme().large_text)
