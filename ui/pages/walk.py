"""The heart of the talk: one option at a time, one topic at a time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.walk import WalkView
from ui.pages.page import Page
from ui.pages.walk_card import WalkCard
from ui.pages.walk_list import WalkList
from ui.theme.theme import theme
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.notice import Notice
from ui.widgets.text import Text

LIST_SHARE, CARD_SHARE = 27, 73


class WalkPage(Page):
    """Shows the topics of an option and the card of one of them.

    ``topic_picked(key)``, ``option_turned(by)``, ``discussed(key)``, ``unmarked(key)``,
    ``set_aside(key, wish)``, ``material_flagged(key, on)``, ``opened(key)``,
    ``asked(key, id, text, answer)``.
    """

    topic_picked = Signal(str)
    option_turned = Signal(int)
    discussed = Signal(str)
    unmarked = Signal(str)
    set_aside = Signal(str, str)
    material_flagged = Signal(str, bool)
    opened = Signal(str)
    asked = Signal(str, str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("walk")
        self._list, self._card = WalkList(), WalkCard()
        self._red_flag = Notice()
        self._done = Text("", "body_strong")
        self._connect()
        self._lay_out()
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_view(self, view: WalkView) -> None:
        """Show the option and the topic."""
        self._list.show_list(view)
        self._card.setVisible(view.card is not None)
        if view.card is not None:
            self._card.show_card(view.card)
        self._red_flag.show_sentence(view.red_flag)
        self._done.setText(view.done)
        self._done.setVisible(bool(view.done))

    def initial_focus(self) -> QWidget:
        """Give the control to begin with: the row of the topic that is shown."""
        return self._list.first()

    def go_on(self) -> None:
        """Put the focus where the next topic is marked."""
        self._card.foot.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self._list.picked.connect(self.topic_picked)
        self._list.turned.connect(self.option_turned)
        self._card.opened.connect(self.opened)
        foot = self._card.foot
        foot.discussed.connect(self.discussed)
        foot.unmarked.connect(self.unmarked)
        foot.set_aside.connect(self.set_aside)
        foot.material_flagged.connect(self.material_flagged)
        foot.asked.connect(self.asked)
        for key, press in (
            ("D", foot.press_discussed),
            ("M", foot.press_material),
            ("Q", foot.press_ask),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(press)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(28, 18, 28, 14)
        outer.setSpacing(theme().px("m"))
        self._box = QBoxLayout(SIDE_BY_SIDE)
        self._box.setSpacing(theme().px("xl"))
        left = QVBoxLayout()
        left.addWidget(self._list, 1)
        left.addWidget(self._done)
        self._box.addLayout(left, LIST_SHARE)
        self._box.addWidget(self._card, CARD_SHARE)
        outer.addLayout(self._box, 1)
        outer.addWidget(self._red_flag)

    def _on_themed(self) -> None:
        large = theme().large_text
        self._box.setDirection(FOLDED if large else SIDE_BY_SIDE)
        self._list.set_compact(compact=large)
