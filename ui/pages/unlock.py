"""The first page: make the vault, or open it.  It shows no patient data."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinecounsel.viewing.unlock import UnlockView, Way, waiting
from spinecounsel.wording import say
from ui.pages.page import Page
from ui.theme.focus_ring import AROUND_PROPERTY
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.icons import KindMark
from ui.widgets.look import Look
from ui.widgets.notice import Notice
from ui.widgets.scroll import Scroll
from ui.widgets.spine.art import SpineArt
from ui.widgets.text import PageTitle, Text

FORM_WIDTH = 500  # px at 100 % text
SECOND_MS = 1_000


class UnlockPage(Page):
    """Asks for the passphrase; for a new vault also for the clinician and the passphrase twice.

    ``unlock_asked(passphrase)``; ``create_asked(passphrase, repeated, name, role)``;
    ``text_size_changed(scale)``; ``scheme_chosen(name)``; ``about_asked()``.
    """

    unlock_asked = Signal(str)
    create_asked = Signal(str, str, str, str)
    text_size_changed = Signal(float)
    scheme_chosen = Signal(str)
    about_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("unlock")
        self._way = Way.UNLOCK
        self._waits = 0
        self._busy = False
        self._tick = QTimer(self, interval=SECOND_MS)
        self._tick.timeout.connect(self._on_tick)
        self._make_controls()
        self._lay_out()
        theme().themed.connect(self._on_themed)
        self._on_themed()

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
        self._problem.show_sentence(view.problem)
        self._notice.show_sentence(view.notice)
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
        self._busy = busy
        self._show_wait()

    def initial_focus(self) -> QWidget:
        """Give the control to begin with."""
        return self._name if self._way is Way.CREATE else self._passphrase

    def _make_controls(self) -> None:
        self._title = PageTitle()
        self._sentence = Text("", "lead", "ink2")
        self._name = _field("unlock.name", say("Your name"))
        self._role = _field("unlock.role", say("Your role, for instance spine surgeon"))
        self._passphrase = _field("unlock.passphrase", say("Passphrase"), hidden=True)
        self._passphrase.setProperty("role", "bare")
        self._repeat = _field("unlock.repeat", say("The passphrase once more"), hidden=True)
        self._show = Button(
            say("Show"), "quiet", icon="eye", name=say("Show the passphrase"), small=True
        )
        self._show.setObjectName("unlock.show")
        self._show.setCheckable(True)
        self._show.toggled.connect(self._on_show_toggled)
        self._go = Button(say("Unlock"), "primary")
        self._go.setObjectName("unlock.go")
        self._go.clicked.connect(self._on_go)
        for field in (self._name, self._role, self._passphrase, self._repeat):
            field.returnPressed.connect(self._on_go)
        self._problem = Notice()
        self._said = Text("", "body", "ink2")
        self._notice = Notice(boxed=False)
        self._look = Look("unlock")
        self._look.text_size_changed.connect(self.text_size_changed)
        self._look.scheme_chosen.connect(self.scheme_chosen)
        self._look.about_asked.connect(self.about_asked)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._side = _Side()
        row.addWidget(self._side, 43)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        scroll = Scroll()
        scroll.setWidget(self._form())
        right.addWidget(scroll, 1)
        self._bottom = QHBoxLayout()
        self._bottom.setContentsMargins(32, 12, 32, 28)
        self._bottom.setSpacing(theme().px("l"))
        self._bottom.addWidget(self._notice, 1)
        self._bottom.addWidget(self._look)
        right.addLayout(self._bottom)
        row.addLayout(right, 57)

    def _form(self) -> QWidget:
        ground = QWidget()
        self._column = QWidget()
        form = QVBoxLayout(self._column)
        form.setContentsMargins(14, 24, 14, 24)
        form.setSpacing(theme().px("m"))
        head = QHBoxLayout()
        head.setSpacing(theme().px("m"))
        head.addWidget(KindMark("lock"), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, 1)
        self._who = _group((say("Your name"), self._name), (say("Your role"), self._role))
        self._passphrase_part = _group((say("Passphrase"), self._secret()))
        self._repeat_part = _group((say("The passphrase once more"), self._repeat))
        form.addStretch(2)
        form.addLayout(head)
        for part in (
            self._sentence,
            self._who,
            self._passphrase_part,
            self._repeat_part,
            self._problem,
        ):
            form.addWidget(part)
        form.addSpacing(theme().px("s"))
        form.addLayout(self._actions())
        form.addStretch(3)
        around = QHBoxLayout(ground)
        around.setContentsMargins(24, 0, 24, 0)
        around.addStretch(1)
        around.addWidget(self._column, 8)
        around.addStretch(1)
        return ground

    def _secret(self) -> QWidget:
        """Give the field for the passphrase with its button inside."""
        frame = QFrame()
        frame.setProperty("kind", "field")
        frame.setProperty(AROUND_PROPERTY, True)  # noqa: FBT003 - Qt's own order
        row = QHBoxLayout(frame)
        row.setContentsMargins(14, 0, 6, 0)
        row.addWidget(self._passphrase, 1)
        row.addWidget(self._show)
        return frame

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px("l"))
        row.addWidget(self._go)
        row.addWidget(self._said, 1)
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
        self._go.setEnabled(not waits and not self._busy)
        busy = say("Opening the vault ...") if self._busy else ""
        self._said.setText(waiting(self._waits) if waits else busy)
        if waits != self._tick.isActive():
            self._tick.start() if waits else self._tick.stop()

    def _on_themed(self) -> None:
        self._column.setMaximumWidth(round(FORM_WIDTH * theme().text_scale) + 28)
        self._side.setVisible(not theme().large_text)


class _Side(QFrame):
    """The left half: what the program is, and a spine."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        brand = QHBoxLayout()
        brand.setSpacing(14)
        brand.addWidget(KindMark("brand", size=40))
        brand.addWidget(Text(say("SpineCounsel"), "heading"), 1)
        words = QVBoxLayout()
        words.addLayout(brand)
        words.addStretch(1)
        words.addWidget(Text(say("Go through the options together."), "display"))
        words.addSpacing(theme().px("l"))
        words.addWidget(
            Text(say("Works without a network. Records stay on this computer."), "lead", "ink2")
        )
        words.addStretch(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(64, 48, 24, 32)
        row.addLayout(words, 5)
        row.addWidget(SpineArt(), 3)


def _field(ident: str, name: str, *, hidden: bool = False) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(ident)
    field.setAccessibleName(name)
    if hidden:
        field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def _group(*rows: tuple[str, QWidget]) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, theme().px("s"), 0, 0)
    column.setSpacing(theme().px("s"))
    for words, field in rows:
        label = Text(words, "control")
        label.setBuddy(field)
        if column.count():
            column.addSpacing(theme().px("s"))
        column.addWidget(label)
        column.addWidget(field)
    return part
