"""The card of one topic: its content scrolls, its marks stay at the foot."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.walk_card import CardState, CardView
from spinecounsel.wording import say
from ui.pages.walk.estimate import BlockPanel
from ui.pages.walk.foot import WalkFoot
from ui.pages.walk.parts import parts_panel
from ui.pages.walk.question import QuestionPanel
from ui.theme.theme import theme
from ui.widgets.card import Card, Rule, column
from ui.widgets.field import LineField
from ui.widgets.icons import KindMark
from ui.widgets.notice import Notice
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text

TONES = ("benefit", "risk")
WHY_MARK = 32  # px at 100 % text


class WalkCard(Card):
    """Shows a ``CardView``.

    ``discussed(key)``, ``unmarked(key)``, ``set_aside(key, wish)``, ``material_flagged(key, on)``,
    ``opened(key)``, ``went_on``, ``asked(key, id, text, answer)``; the id of a new question is
    empty.
    """

    discussed = Signal(str)
    unmarked = Signal(str)
    set_aside = Signal(str, str)
    material_flagged = Signal(str, bool)
    opened = Signal(str)
    went_on = Signal()
    asked = Signal(str, str, str, str)

    def __init__(self) -> None:
        super().__init__(pad=0, spacing=0)
        self._shown: tuple[object, ...] = ()
        self._view: CardView | None = None
        self._last = False
        self.foot, self._questions = WalkFoot(), QuestionPanel()
        self.red_flag = Notice()
        self._kind = KindMark("living", size=26)
        self._kind_word, self._title = Text("", "strong"), Text("", "card_title")
        self._wish = LineField(say("In your words, if you like"), "walk.wish")
        self._scroll, self._content = Scroll(), QWidget()
        self._lay_out()
        self._connect()
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_card(self, view: CardView, *, last: bool) -> bool:
        """Show the topic; the content is made anew, and True given, only when it is another."""
        turned = self._view is None or view.key != self._view.key
        self._view, self._last = view, last
        if turned:
            self._questions.fold()
        self._questions.show_questions(view.asked)
        self._wish.setVisible(view.state is CardState.ASIDE)
        self._wish.show_words(view.wish)
        shown = (view.key, view.state, view.why, view.blocks, view.parts)
        anew = shown != self._shown
        if anew:
            self._shown = shown
            self._show_head(view)
            self._fill(view)
        self._show_foot()
        if turned:
            self._scroll.verticalScrollBar().setValue(0)
        return anew

    def press(self, ident: str) -> None:
        """Press a button of the foot from afar, when it is there."""
        self.foot.press(ident)

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        inside = self._content.findChildren(QAbstractButton)
        return [*inside, self._wish.edit, *self._questions.stops(), *self.foot.stops()]

    def _lay_out(self) -> None:
        ground = QWidget()
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(28, 22, 20, 20)
        self._column.setSpacing(theme().px("l"))
        self._head = QHBoxLayout()
        self._head.setSpacing(theme().px("s"))
        for widget, share in ((self._kind, 0), (self._kind_word, 0), (self._title, 1)):
            self._head.addWidget(widget, share, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self.red_flag)
        self._column.addLayout(self._head)
        self._column.addWidget(self._content)
        self._column.addWidget(self._wish)
        self._column.addStretch(1)
        self._column.addWidget(self._questions)
        self._scroll.setWidget(ground)
        for part in (ground, self._scroll.viewport()):
            part.setAutoFillBackground(False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.addWidget(self._scroll, 1)
        self.add(Rule())
        self.add(self.foot)

    def _connect(self) -> None:
        foot = self.foot
        foot.discussed.connect(self._on_discussed)
        foot.unmarked.connect(self._on_unmarked)
        foot.set_aside.connect(self._on_set_aside)
        foot.opened.connect(self._on_opened)
        foot.material_flagged.connect(self._on_material_flagged)
        foot.ask_asked.connect(self._on_ask_asked)
        foot.went_on.connect(self.went_on)
        self._wish.written.connect(self._on_wish_written)
        self._questions.asked.connect(self._on_asked)
        self._questions.unfolded.connect(self._on_unfolded)
        self._questions.folded.connect(self._on_folded)

    def _show_head(self, view: CardView) -> None:
        self._kind.show_kind(view.kind)
        self._kind_word.setText(view.kind_word)
        self._kind_word.set_tone(view.kind if view.kind in TONES else "ink2")
        # "What is not known" under "Not known" would say the same twice.
        self._kind_word.setVisible(view.kind in {*TONES, "course"})
        self._title.setText(view.title)

    def _fill(self, view: CardView) -> None:
        old = self._content
        self._content = QWidget()
        whole = column(self._content, spacing=theme().px("xl"))
        if view.why:
            whole.addWidget(_Why(view))
        for place, block in enumerate(view.blocks):
            if place:
                whole.addWidget(Rule())
            titled = len(view.blocks) > 1 or block.estimates[0].title != view.title
            whole.addWidget(BlockPanel(block, titled=titled and len(block.estimates) == 1))
        if view.parts:
            whole.addWidget(parts_panel(view.parts))
        self._column.replaceWidget(old, self._content)
        self._content.show()
        old.hide()
        old.deleteLater()

    def _show_foot(self) -> None:
        if self._view is not None:
            asking = not self._questions.is_folded()
            self.foot.show_foot(self._view, asking=asking, last=self._last)

    def _key(self) -> str:
        return self._view.key if self._view is not None else ""

    def _on_discussed(self) -> None:
        self.discussed.emit(self._key())

    def _on_unmarked(self) -> None:
        self.unmarked.emit(self._key())

    def _on_set_aside(self) -> None:
        self.set_aside.emit(self._key(), "")

    def _on_wish_written(self, words: str) -> None:
        self.set_aside.emit(self._key(), words)

    def _on_opened(self) -> None:
        self.opened.emit(self._key())

    def _on_material_flagged(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.material_flagged.emit(self._key(), on)

    def _on_ask_asked(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        if on:
            self._questions.unfold()
        else:
            self._questions.fold()
            self._show_foot()

    def _on_asked(self, ident: str, text: str, answer: str) -> None:
        self.asked.emit(self._key(), ident, text, answer)

    def _on_folded(self) -> None:
        self._show_foot()
        self.foot.focus_ask()

    def _on_unfolded(self) -> None:
        self._show_foot()
        # They have their place only when the layout has made room for them.
        QTimer.singleShot(0, self, self._reveal_questions)

    def _reveal_questions(self) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _on_themed(self) -> None:
        # The word stands on the line of the title, which is written larger.
        lower = theme().line_height("card_title") - theme().line_height("strong")
        self._kind_word.setContentsMargins(0, round(lower * 0.7), 0, 0)
        self._kind.setFixedHeight(round(theme().line_height("card_title")))


class _Why(QWidget):
    """Why nothing is shown: in words, beside the sign that the list has too."""

    def __init__(self, view: CardView) -> None:
        super().__init__()
        aside = view.state is CardState.ASIDE
        mark = KindMark("hand" if aside else "lock", size=WHY_MARK, role="ink2")
        words = QVBoxLayout()
        words.setSpacing(theme().px("m"))
        for text in view.why:
            words.addWidget(Text(text, "patient"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px("l"))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
