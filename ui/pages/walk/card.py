"""The card of one topic: its content scrolls, its marks stay at the foot."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.walk_card import CardState, CardView
from spinecounsel.wording import say
from ui.pages.walk.contents import Contents
from ui.pages.walk.foot import WalkFoot
from ui.pages.walk.head import WalkHead
from ui.pages.walk.question import QuestionPanel
from ui.pages.walk.wish import WishPanel
from ui.theme.theme import theme
from ui.widgets.card import Card, Rule
from ui.widgets.field import LineField
from ui.widgets.notice import Notice
from ui.widgets.scroll import Scroll


class WalkCard(Card):
    """Shows a ``CardView``.

    ``discussed(key)``, ``unmarked(key)``, ``set_aside(key, wish)``, ``material_flagged(key, on)``,
    ``opened(key)``, ``went_on``, ``asked(key, id, text, answer)``; the id of a new question is
    empty.  ``preferred(numbers)`` carries a ``NumberView``, ``wished(wish)`` a ``PrognosisWish``.
    """

    discussed = Signal(str)
    unmarked = Signal(str)
    set_aside = Signal(str, str)
    material_flagged = Signal(str, bool)
    opened = Signal(str)
    went_on = Signal()
    asked = Signal(str, str, str, str)
    preferred = Signal(str)
    wished = Signal(str)

    def __init__(self) -> None:
        super().__init__(pad=0, spacing=0)
        self._view: CardView | None = None
        self._last = False
        self.foot, self._questions = WalkFoot(), QuestionPanel()
        self.red_flag = Notice()
        self._head, self._prognosis = WalkHead(), WishPanel()
        self._wish = LineField(say("In your words, if you like"), "walk.wish")
        self._scroll, self._contents = Scroll(), Contents()
        self._lay_out()
        self._connect()

    def show_card(self, view: CardView, *, last: bool) -> bool:
        """Show the topic, and tell whether its content is another than before."""
        turned = self._view is None or view.key != self._view.key
        self._view, self._last = view, last
        if turned:
            self._questions.fold()
        self._questions.show_questions(view.asked)
        self._questions.show_ideas(view.ideas)
        self._wish.setVisible(view.state is CardState.ASIDE)
        self._wish.show_words(view.wish)
        self._prognosis.show_question(view.prognosis)
        self._head.show_head(view)
        anew = self._contents.show_card(view)
        self._let_scroll(view)
        self._show_foot()
        if turned:
            self._scroll.verticalScrollBar().setValue(0)
        return anew

    def prepare(self, views: Iterator[CardView]) -> None:
        """Make what will be shown next while nothing else is to be done."""
        self._contents.prepare(views)

    def press(self, ident: str) -> None:
        """Press a button of the foot from afar, when it is there."""
        self.foot.press(ident)

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        return [
            self._scroll,
            *self._head.stops(),
            *self._contents.buttons(),
            *self._prognosis.stops(),
            self._wish.edit,
            *self._questions.stops(),
            *self.foot.stops(),
        ]

    def _lay_out(self) -> None:
        ground = QWidget()
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(28, 22, 20, 20)
        self._column.setSpacing(theme().px("l"))
        self._column.addWidget(self.red_flag)
        self._column.addWidget(self._head)
        self._column.addWidget(self._contents)
        self._column.addWidget(self._prognosis)
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
        self._head.preferred.connect(self.preferred)
        self._prognosis.wished.connect(self.wished)
        self._wish.written.connect(self._on_wish_written)
        self._questions.asked.connect(self._on_asked)
        self._questions.unfolded.connect(self._on_unfolded)
        self._questions.folded.connect(self._on_folded)
        self._questions.looked.connect(self._on_looked)

    def _let_scroll(self, view: CardView) -> None:
        """Let the keys scroll a card of nothing but words: it takes the focus itself."""
        held = view.counted or view.prognosis or view.asked or view.state is CardState.ASIDE
        alone = not held and not self._contents.buttons()
        policy = Qt.FocusPolicy.StrongFocus if alone else Qt.FocusPolicy.NoFocus
        self._scroll.setFocusPolicy(policy)
        self._scroll.setAccessibleName(view.title if alone else "")

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

    def _on_looked(self) -> None:
        QTimer.singleShot(0, self, self._reveal_ideas)

    def _reveal_ideas(self) -> None:
        inside = self._questions.ideas.mapTo(self._questions, QPoint(0, 0)).y()
        self._scroll.verticalScrollBar().setValue(self._questions.y() + inside - theme().px("s"))

    def _reveal_questions(self) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.maximum())
