"""The bar at the foot: more time, what is to be known now, back and on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.icons import KindMark
from ui.widgets.laying import laid_out_once
from ui.widgets.notice import Notice
from ui.widgets.text import Text

SHORT = 36  # letters that have room between the buttons when text is large
NARROW = 640  # px at 100 % text: with less room, large text leaves a button to its icon


class Foot(QFrame):
    """Buttons of the way and of the patient, a standing notice, and one sentence that changes.

    ``more_time_asked``, ``words_asked`` (what do the words here mean), ``aloud_asked`` (read to
    me, or no more), ``back_asked``, ``continue_asked``.
    """

    more_time_asked = Signal()
    words_asked = Signal()
    aloud_asked = Signal()
    back_asked = Signal()
    continue_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("frame.foot")
        self.setProperty("kind", "bar")
        self._on_the_way = False
        self._may_speak = False
        self._more_time = self._button("more_time", say("We want more time"), icon="time")
        self._more_time.clicked.connect(self.more_time_asked)
        self.words = Button("", "icon", icon="book", name=say("Words explained (F8)"))
        self.words.setObjectName("frame.words")
        self.words.clicked.connect(self.words_asked)
        self._aloud = Button("", "icon")
        self._aloud.setObjectName("frame.aloud")
        self._aloud.clicked.connect(self.aloud_asked)
        self.show_aloud(speaks=False)
        self._back = self._button("back", say("Back"), icon="left")
        self._back.clicked.connect(self.back_asked)
        self._continue = Button(say("Continue"), "primary", icon="right", icon_after=True)
        self._continue.setObjectName("frame.continue")
        self._continue.clicked.connect(self.continue_asked)
        self.notice = Notice(boxed=False)
        self._mark = KindMark("warning")
        self._status = Text("", "body", "ink2")
        self._status.setObjectName("frame.status")
        self._said = QWidget()
        for button in (self._more_time, self.words, self._aloud, self._back, self._continue):
            policy = button.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Fixed)  # sentences give way, not buttons
            button.setSizePolicy(policy)
        self._lay_out()
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_way(self, *, back: bool, on: bool, more_time: bool = True) -> None:
        """Show the buttons of the way; ``back`` and ``on`` say which ends are open.

        ``more_time`` says whether people may ask for it here.
        """
        self._on_the_way = True
        with laid_out_once(self):
            self._back.setVisible(back)
            self._continue.setVisible(on)
            self._more_time.setVisible(more_time)
            self.words.show()
            self._aloud.setVisible(self._may_speak)
            self._on_themed()

    def show_no_way(self) -> None:
        """Show the notice and the sentence only."""
        self._on_the_way = False
        with laid_out_once(self):
            for button in (self._more_time, self.words, self._aloud, self._back, self._continue):
                button.hide()
            self._on_themed()

    def offer_aloud(self) -> None:
        """Offer to read aloud from now on: this computer has a voice."""
        self._may_speak = True
        self._aloud.setVisible(self._on_the_way)

    def show_aloud(self, *, speaks: bool) -> None:
        """Show that it is being read aloud, and offer to stop."""
        self._aloud.set_icon("pause" if speaks else "speaker")
        name = say("Stop reading (F7)") if speaks else say("Read aloud (F7)")
        self._aloud.setAccessibleName(name)
        self._aloud.setToolTip(name)

    def show_status(self, sentence: str, *, warns: bool = False) -> None:
        """Show the sentence; one that ``warns`` has a mark and is read out by screen readers."""
        said_before = self._status.text() == sentence and self._mark.isVisibleTo(self)
        self._status.setText(sentence)
        self._status.set_tone("ink" if warns else "ink2")
        self._status.set_role("body_strong" if warns else "body")
        self._mark.setVisible(warns and bool(sentence))
        if warns and sentence and not said_before:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._status, sentence))
        self._place_status()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of a button to its icon where a small window shows large text."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = theme().large_text and self.width() < NARROW * theme().text_scale
        words = say("We want more time")
        with laid_out_once(self):
            self._more_time.setText("" if narrow else words)
            self._more_time.set_role("icon" if narrow else "secondary")
            self._more_time.setToolTip(words if narrow else "")

    def _button(self, ident: str, words: str, *, icon: str) -> Button:
        button = Button(words, icon=icon, name=words)
        button.setObjectName(f"frame.{ident}")
        return button

    def _lay_out(self) -> None:
        said = QHBoxLayout(self._said)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(theme().px("s"))
        said.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        said.addWidget(self._status, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 10, 32, 10)
        self._column.setSpacing(theme().px("s"))
        self._row = QHBoxLayout()
        self._row.setSpacing(theme().px("l"))
        self._row.addWidget(self._more_time)
        patient = QHBoxLayout()
        patient.setSpacing(theme().px("m"))
        patient.addWidget(self.words)
        patient.addWidget(self._aloud)
        self._row.addLayout(patient)
        self._row.addWidget(self.notice)
        self._row.addStretch(1)
        self._row.addWidget(self._said)
        self._row.addWidget(self._back)
        self._row.addWidget(self._continue)
        self._column.addLayout(self._row)

    def _on_themed(self) -> None:
        folded = theme().large_text
        self._back.setText("" if folded else say("Back"))
        self._back.set_role("icon" if folded else "secondary")
        self.notice.setVisible(
            bool(self.notice.sentence.text()) and not (folded and self._on_the_way)
        )
        self.setMinimumHeight(theme().px("size.bottom_bar") if self._on_the_way else 60)
        self._fit()
        self._place_status()

    def _place_status(self) -> None:
        """Put a long sentence in large text above the buttons, any other between them."""
        above = theme().large_text and len(self._status.text()) > SHORT
        self._said.setVisible(bool(self._status.text()))
        if above and self._column.indexOf(self._said) < 0:
            self._column.insertWidget(0, self._said)
        elif not above and self._row.indexOf(self._said) < 0:
            self._row.insertWidget(self._row.indexOf(self._back), self._said)
