"""The card of one topic: its content scrolls, its marks stay at the foot."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.walk_card import CardState, CardView, SentencePart
from spinecounsel.wording import say
from ui.pages.walk_estimate import BlockPanel
from ui.pages.walk_foot import WalkFoot
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.icons import KindMark
from ui.widgets.scroll import Scroll
from ui.widgets.text import Heading, Text

TONES = {"benefit": "benefit", "risk": "risk"}


class WalkCard(Card):
    """Shows a ``CardView``; ``opened(key)`` when a shut topic is to be opened."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(pad=0, spacing=0)
        self._shown: tuple[object, ...] = ()
        self._key = ""
        self.foot = WalkFoot()
        self._kind = KindMark("living", size=26)
        self._kind_word = Text("", "strong")
        self._title = Text("", "card_title")
        self._scroll = Scroll()
        self._lay_out()

    def show_card(self, view: CardView) -> None:
        """Show the topic; the content is made anew only when it is another one."""
        self._key = view.key
        self._kind.show_kind(view.kind)
        self._kind_word.setText(view.kind_word)
        self._kind_word.set_tone(TONES.get(view.kind, "ink2"))
        # "What is not known" under "Not known" would say the same twice.
        self._kind_word.setVisible(view.kind in TONES or view.kind == "course")
        self._title.setText(view.title)
        self.foot.show_foot(view)
        shown = (view.key, view.state, view.why, view.blocks, view.parts)
        if shown != self._shown:
            self._shown = shown
            self._fill(view)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(28, 22, 28, 8)
        head.setSpacing(theme().px("s"))
        head.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._kind_word, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.column.addWidget(self._scroll, 1)
        self.add(Rule())
        self.add(self.foot)

    def _fill(self, view: CardView) -> None:
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(28, 8, 28, 20)
        column.setSpacing(theme().px("l"))
        if view.state is not CardState.OPEN:
            self._add_why(column, view)
        for place, block in enumerate(view.blocks):
            if place:
                column.addWidget(Rule())
            titled = len(view.blocks) > 1 or block.estimates[0].title != view.title
            column.addWidget(BlockPanel(block, titled=titled))
        for part in view.parts:
            column.addWidget(_PartPanel(part))
        column.addStretch(1)
        old = self._scroll.takeWidget()
        self._scroll.setWidget(ground)
        if old is not None:
            old.hide()
            old.deleteLater()
        self._scroll.verticalScrollBar().setValue(0)

    def _add_why(self, column: QVBoxLayout, view: CardView) -> None:
        for text in view.why:
            column.addWidget(Text(text, "patient"))
        if view.state is CardState.ASIDE:
            return
        words = (
            say("Open it all the same")
            if view.state is CardState.MAY_NOT_FIT
            else say("Open it together")
        )
        button = Button(words, "secondary", icon="eye")
        button.setObjectName("walk.open")
        button.clicked.connect(self._on_open)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def _on_open(self) -> None:
        self.opened.emit(self._key)


class _PartPanel(QWidget):
    """Sentences under one heading; their sources open below."""

    def __init__(self, part: SentencePart) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("xs"))
        head = QHBoxLayout()
        head.setSpacing(theme().px("s"))
        if part.mark:
            head.addWidget(KindMark(part.mark, size=22), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Heading(part.heading), 1)
        column.addLayout(head)
        for sentence in part.sentences:
            column.addWidget(Text(sentence, "cell"))
        if part.sources:
            column.addWidget(_Sources(part))


class _Sources(QWidget):
    def __init__(self, part: SentencePart) -> None:
        super().__init__()
        button = Button(say("Where this comes from"), "link", icon="doc", small=True)
        button.setAccessibleName(say("Where this comes from: {part}", part=part.heading))
        button.setCheckable(True)
        words = Text("\n".join(part.sources), "body", "ink2")
        words.hide()
        button.toggled.connect(words.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(words)
