"""The first page: make the vault, or open it.  It shows no patient data."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from spinecounsel.viewing.unlock import UnlockView, Way, waiting
from spinecounsel.wording import say
from ui.pages.page import Page
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.icons import KindMark
from ui.widgets.scroll import Scroll
from ui.widgets.spine_art import SpineArt
from ui.widgets.text import PageTitle, Text

FORM_WIDTH = 500
SECOND_MS = 1_000


class UnlockPage(Page):
    """Asks for the passphrase; for a new vault also for the clinician and the passphrase twice.

    ``unlock_asked(passphrase)``; ``create_asked(passphrase, repeated, name, role)``;
    ``quit_asked()``.
    """

    unlock_asked = Signal(str)
    create_asked = Signal(str, str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("unlock")
        self._way = Way.UNLOCK
        self._waits = 0
        self._tick = QTimer(self, interval=SECOND_MS)
        self._tick.timeout.connect(self._on_tick)
        self._make_controls()
        self._lay_out()

    def show_view(self, view: UnlockView) -> None:
        """Show whether a vault is to be made, opened, or cannot be opened."""
        self._way = view.way
        creating = view.way is Way.CREATE
        self._title.setText(view.title)
        self._sentence.setText(view.sentence)
        self._sentence.setVisible(bool(view.sentence))
        for part in (self._who, self._repeat_part):
            part.setVisible(creating)
        self._passphrase_part.setVisible(view.way is not Way.CLOSED)
        self._go.setVisible(view.way is not Way.CLOSED)
        self._go.setText(say("Make the vault") if creating else say("Unlock"))
        self._problem.setText(view.problem)
        self._problem_row.setVisible(bool(view.problem))
        self._notice.setText(view.notice)
        self._notice_row.setVisible(bool(view.notice))
        self._waits = view.seconds_to_wait
        self._show_wait()
        if view.problem and view.way is Way.UNLOCK:
            self._passphrase.selectAll()
            self._passphrase.setFocus()

    def forget(self) -> None:
        """Empty the fields, so that no passphrase stays in them."""
        for field in (self._passphrase, self._repeat):
            field.clear()
        self._show.setChecked(False)

    def set_busy(self, *, busy: bool) -> None:
        """Close the form while the vault is being opened."""
        self._go.setEnabled(not busy and not self._waits)
        self._busy.setText(say("Opening the vault ...") if busy else "")

    def initial_focus(self) -> QWidget:
        """Give the control to begin with."""
        return self._name if self._way is Way.CREATE else self._passphrase

    def _make_controls(self) -> None:
        self._title = PageTitle()
        self._sentence = Text("", "lead", "ink2")
        self._name = _field("unlock.name", say("Your name"))
        self._role = _field("unlock.role", say("Your role, for instance spine surgeon"))
        self._passphrase = _field("unlock.passphrase", say("Passphrase"), hidden=True)
        self._repeat = _field("unlock.repeat", say("The passphrase once more"), hidden=True)
        self._show = Button(say("Show"), "quiet", icon="eye", name=say("Show the passphrase"))
        self._show.setObjectName("unlock.show")
        self._show.setCheckable(True)
        self._show.toggled.connect(self._on_show_toggled)
        self._go = Button(say("Unlock"), "primary")
        self._go.setObjectName("unlock.go")
        self._go.clicked.connect(self._on_go)
        for field in (self._name, self._role, self._passphrase, self._repeat):
            field.returnPressed.connect(self._on_go)
        self._problem = Text("", "body")
        self._busy = Text("", "body", "ink2")
        self._notice = Text("", "body_strong")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._art = _Side()
        row.addWidget(self._art, 43)
        scroll = Scroll()
        scroll.setWidget(self._form())
        row.addWidget(scroll, 57)

    def _form(self) -> QWidget:
        ground = QWidget()
        around = QHBoxLayout(ground)
        form = QVBoxLayout()
        form.setSpacing(theme().px("m"))
        head = QHBoxLayout()
        head.addWidget(KindMark("lock"), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addSpacing(theme().px("s"))
        head.addWidget(self._title, 1)
        form.addStretch(2)
        form.addLayout(head)
        form.addWidget(self._sentence)
        self._who = _group((say("Your name"), self._name), (say("Your role"), self._role))
        form.addWidget(self._who)
        self._passphrase_part = self._secret()
        form.addWidget(self._passphrase_part)
        self._repeat_part = _group((say("The passphrase once more"), self._repeat))
        form.addWidget(self._repeat_part)
        self._problem_row = _marked("warning", self._problem)
        form.addWidget(self._problem_row)
        form.addLayout(self._actions())
        form.addStretch(3)
        self._notice_row = _marked("warning", self._notice)
        form.addWidget(self._notice_row)
        around.addStretch(1)
        around.addLayout(form, 4)
        around.addStretch(1)
        return ground

    def _secret(self) -> QWidget:
        part = _group((say("Passphrase"), self._passphrase))
        inside = part.layout()
        assert inside is not None  # noqa: S101 - made by _group
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._show)
        inside.addItem(line)
        return part

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px("l"))
        row.addWidget(self._go)
        row.addWidget(self._busy, 1)
        return row

    def _on_go(self) -> None:
        if not self._go.isEnabled():
            return
        if self._way is Way.CREATE:
            self.create_asked.emit(
                self._passphrase.text(), self._repeat.text(), self._name.text(), self._role.text()
            )
        else:
            self.unlock_asked.emit(self._passphrase.text())

    def _on_show_toggled(self, shown: bool) -> None:  # noqa: FBT001 - a Qt slot
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in (self._passphrase, self._repeat):
            field.setEchoMode(mode)

    def _on_tick(self) -> None:
        self._waits -= 1
        self._show_wait()

    def _show_wait(self) -> None:
        waits = self._waits > 0
        self._go.setEnabled(not waits)
        self._busy.setText(waiting(self._waits) if waits else "")
        if waits != self._tick.isActive():
            self._tick.start() if waits else self._tick.stop()


class _Side(QFrame):
    """The left half: what the program is, and a spine."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        words = QVBoxLayout()
        words.addWidget(Text(say("SpineCounsel"), "heading"))
        words.addStretch(1)
        words.addWidget(Text(say("Go through the options together."), "card_title"))
        words.addSpacing(theme().px("m"))
        words.addWidget(
            Text(say("Works without a network. Records stay on this computer."), "lead", "ink2")
        )
        words.addStretch(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(64, 48, 24, 48)
        row.addLayout(words, 3)
        row.addWidget(SpineArt(), 2)


def _field(ident: str, name: str, *, hidden: bool = False) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(ident)
    field.setAccessibleName(name)
    if hidden:
        field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def _group(*rows: tuple[str, QLineEdit]) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, theme().px("s"), 0, 0)
    column.setSpacing(theme().px("s"))
    for words, field in rows:
        label = QLabel(words)
        label.setProperty("role", "control")
        label.setBuddy(field)
        column.addWidget(label)
        column.addWidget(field)
    return part


def _marked(kind: str, words: Text) -> QWidget:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(KindMark(kind), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return part
