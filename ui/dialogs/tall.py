"""A form that may be higher than the window: it scrolls, and its buttons always stay in sight."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Rule, column
from ui.widgets.notice import Notice
from ui.widgets.scroll import Scroll, clear_ground
from ui.widgets.text import Heading, Text

WIDTH, EDGE = 620, 32  # px: at 100 % text, and left and right of the words


class TallForm(QDialog):
    """A title, sentences, whatever a subclass puts into ``lines``, what is wrong, two buttons.

    What is wrong stands above the buttons, where it is seen wherever the words are scrolled to.

    ``on_use`` is called by the button that goes on; a subclass says there what happens.  Without
    words for that button there is only one that closes; ``cancel`` are its words.
    """

    def __init__(
        self, window: QWidget, ident: str, title: str, use: str = "", cancel: str = ""
    ) -> None:
        super().__init__(window)
        self.setObjectName(ident)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._window = window
        self._said = Text("", "row")
        self.problem = Notice(boxed=False)
        self._use_words = use
        self._cancel_words = cancel or (say("Cancel") if use else say("Close"))
        self._use: Button | None = None
        self._cancel: Button | None = None
        self._allowed = True
        self._before: QWidget | None = None
        self._scroll = Scroll()
        self._ground = QWidget()
        self.lines = column(self._ground, margin=EDGE - 6, spacing=theme().px("m"))
        self.lines.addWidget(Heading(title, "card_title"))
        self._scroll.setWidget(self._ground)
        clear_ground(self._scroll)

    def finish_lines(self) -> None:
        """Put what is wrong and the buttons below all that was put into ``lines``.

        They come last, so that they are last for the Tab key too.
        """
        self.lines.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6, 6, 6, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(Rule())
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(EDGE - 6, theme().px("m"), EDGE - 6, theme().px("m"))
        self._foot.setSpacing(theme().px("m"))
        self._foot.addWidget(self.problem)
        self._foot.addLayout(self._buttons())
        whole.addLayout(self._foot)

    def begin_at_cancel(self) -> None:
        """Begin at the button that closes, where that is what most people want."""
        if self._cancel is not None:
            self._cancel.setFocus()

    def on_use(self) -> None:
        """Do what the form is for."""

    def show_busy(self, sentence: str) -> None:
        """Say what is going on, and take nothing else meanwhile; empty for nothing.

        Then the focus is where it was before, for what takes nothing cannot keep it.
        """
        if sentence and self._ground.isEnabled():
            self._before = self.focusWidget()
        self._said.setText(sentence)
        self._ground.setEnabled(not sentence)
        self.allow(allowed=self._allowed)
        if not sentence and self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._before = None

    def allow(self, *, allowed: bool) -> None:
        """Let the button that goes on be pressed, or not yet."""
        self._allowed = allowed
        if self._use is not None:
            self._use.setEnabled(allowed and self._ground.isEnabled())

    def say_refused(self, sentence: str) -> None:
        """Say why it was not done; what was typed stays, and a passphrase can be typed anew."""
        self.show_busy("")
        self.problem.show_sentence(sentence)
        self.fit()
        if (secret := self._hidden_field()) is not None:
            self.lead_to(secret)
            secret.selectAll()

    def _hidden_field(self) -> QLineEdit | None:
        """Give the field for a passphrase, where there is one."""
        fields = self._ground.findChildren(QLineEdit)
        hidden = (each for each in fields if each.echoMode() is QLineEdit.EchoMode.Password)
        return next((each for each in hidden if each.isVisibleTo(self)), None)

    def lead_to(self, part: QWidget) -> None:
        """Bring the place of what is wrong into view, with the focus on it."""
        self._scroll.make_room(part)
        self._scroll.ensureWidgetVisible(part)
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words, with the focus on the first thing to do."""
        super().showEvent(event)
        self.fit()
        if self.focusWidget() is None:
            self.focusNextChild()

    def _on_use(self) -> None:
        if self._use is not None and self._use.isEnabled():
            self.problem.show_sentence("")
            self.on_use()

    def _buttons(self) -> QHBoxLayout:
        ident = self.objectName()
        cancel = Button(self._cancel_words)
        cancel.setObjectName(f"{ident}.cancel")
        self._cancel = cancel
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(theme().px("m"))
        if self._use_words:
            self._use = Button(self._use_words, "primary")
            self._use.setObjectName(f"{ident}.use")
            self._use.clicked.connect(self._on_use)
            foot.addWidget(self._use)
        foot.addWidget(cancel)
        foot.addWidget(self._said, 1)
        return foot

    def fit(self) -> None:
        """Be as high as the words, but never higher than the window."""
        room = self._window.window().size() - QSize(2 * EDGE, 2 * EDGE)
        width = min(round(WIDTH * theme().text_scale), room.width())
        whole, inner = self.layout(), self._ground.layout()
        if whole is None or inner is None:
            return
        high = inner.heightForWidth(width - 12)
        foot = self._foot.totalHeightForWidth(width - 12)
        self.resize(QSize(width, high + foot + 12).boundedTo(room))
