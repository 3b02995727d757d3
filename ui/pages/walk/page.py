"""The heart of the talk: one option at a time, one topic at a time."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.keys import Where, shortcuts
from spinecounsel.viewing.walk import WalkView
from spinecounsel.viewing.walk_card import CardView
from spinecounsel.wording import say
from ui.pages.page import Page
from ui.pages.walk.card import WalkCard
from ui.pages.walk.list import WalkList
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import column
from ui.widgets.notice import Notice
from ui.widgets.text import Text

LIST = 284  # px at 100 % text
NARROW = 448, 544  # px, and px at 100 % text: with less width, list and card take turns
_NO_LIMIT = 16_777_215  # Qt's QWIDGETSIZE_MAX
BUTTONS = {"discussed", "material", "ask"}  # of the foot, and what their keys are called


class WalkPage(Page):
    """Shows the topics of an option and the card of one of them.

    ``topic_picked(key)``, ``option_turned(by)``, ``discussed(key)``, ``unmarked(key)``,
    ``set_aside(key, wish)``, ``material_flagged(key, on)``, ``opened(key)``,
    ``asked(key, id, text, answer)``, ``numbers_preferred(numbers)``, ``wished(wish)``.
    When text is large or there is little width, list and card take turns.
    """

    topic_picked = Signal(str)
    option_turned = Signal(int)
    discussed = Signal(str)
    unmarked = Signal(str)
    set_aside = Signal(str, str)
    material_flagged = Signal(str, bool)
    opened = Signal(str)
    asked = Signal(str, str, str, str)
    numbers_preferred = Signal(str)
    wished = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("walk")
        self._view: WalkView | None = None
        self._list, self._card = WalkList(), WalkCard()
        self._red_flag = Notice()
        self._strip, self._around = QWidget(), Text("", "control")
        self._topics = Button(icon="list")
        self._topics.setCheckable(True)
        self._topics.setObjectName("walk.topics")
        self._before = Button("", "icon", icon="prev", name=say("The topic before"))
        self._before.setObjectName("walk.previous_topic")
        self._after = Button("", "icon", icon="next", name=say("The next topic"))
        self._after.setObjectName("walk.next_topic")
        self._connect()
        self._lay_out()
        theme().themed.connect(self._show_parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the list as there is room."""
        super().resizeEvent(event)
        self._show_parts()

    def show_view(self, view: WalkView) -> None:
        """Show the option and the topic."""
        turned = self._key() != (view.card.key if view.card else "")
        before = QApplication.focusWidget()
        inside = before is not None and self.isAncestorOf(before)
        self._view = view
        anew = self._list.show_list(view)
        if view.card is not None:
            anew = self._card.show_card(view.card, last=not view.after) or anew
        self._topics.setText(view.place)
        self._topics.setAccessibleName(say("{place}: all topics", place=view.place))
        self._around.setText(view.around)
        self._before.setEnabled(bool(view.before))
        self._after.setEnabled(bool(view.after))
        if turned:
            self._topics.setChecked(False)
        self._show_parts()
        if anew:
            for above, below in pairwise(self._stops()):
                QWidget.setTabOrder(above, below)
        if inside and before is not None and not before.isVisible():
            self._card.foot.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_early(self, view: WalkView) -> None:
        """Fill the list, and make the card in idle time, before the page is entered."""
        self._view = view
        self._list.show_list(view)
        if view.card is not None:
            self._card.prepare(iter((view.card,)))
        self._show_parts()

    def prepare(self, cards: Iterator[CardView]) -> None:
        """Make the cards that will be shown next while nothing else is to be done."""
        self._card.prepare(cards)

    def initial_focus(self) -> QWidget:
        """Give the button that marks the topic, or where there is none the list."""
        return self._card.foot.first() if self._view and self._view.card else self._list.first()

    def _is_folded(self) -> bool:
        fixed, growing = NARROW
        return theme().large_text or self.width() < fixed + growing * theme().text_scale

    def _key(self) -> str:
        return self._view.card.key if self._view and self._view.card else ""

    def _stops(self) -> list[QWidget]:
        strip = [self._topics, self._before, self._after]
        return [*strip, *self._list.stops(), *self._card.stops()]

    def _connect(self) -> None:
        self._list.picked.connect(self._on_picked)
        self._list.turned.connect(self._on_turned)
        self._topics.clicked.connect(self._show_parts)
        self._before.clicked.connect(self._on_before)
        self._after.clicked.connect(self._on_after)
        card = self._card
        card.discussed.connect(self.discussed)
        card.unmarked.connect(self.unmarked)
        card.set_aside.connect(self.set_aside)
        card.material_flagged.connect(self.material_flagged)
        card.opened.connect(self.opened)
        card.went_on.connect(self._on_after)
        card.asked.connect(self.asked)
        card.preferred.connect(self.numbers_preferred)
        card.wished.connect(self.wished)
        for act, keys in shortcuts(Where.WALK):
            if act not in BUTTONS:
                continue
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setObjectName(act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_key)

    def _lay_out(self) -> None:
        strip = QHBoxLayout(self._strip)
        strip.setContentsMargins(6, 0, 6, 0)
        strip.setSpacing(theme().px("m"))
        strip.addWidget(self._topics)
        strip.addStretch(1)
        for widget in (self._before, self._around, self._after):
            strip.addWidget(widget)
        right = QVBoxLayout()
        right.setSpacing(theme().px("m"))
        right.addWidget(self._card, 1)
        right.addWidget(self._red_flag)
        self._box = QHBoxLayout()
        self._box.setSpacing(theme().px("l"))
        self._box.addWidget(self._list)
        self._box.addLayout(right)
        outer = column(self, spacing=theme().px("s"))
        outer.setContentsMargins(22, 16, 26, 10)
        outer.addWidget(self._strip)
        outer.addLayout(self._box, 1)

    def _show_parts(self) -> None:
        """Show list and card, or one of them."""
        if self._view is None:
            return
        large, card = self._is_folded(), self._view.card is not None
        self._list.setMinimumWidth(0 if large else round(LIST * theme().text_scale))
        self._list.setMaximumWidth(_NO_LIMIT if large else self._list.minimumWidth())
        listed = not large or not card or self._topics.isChecked()
        shown = card and not (large and listed)
        self._box.setStretch(0, int(large and listed))
        self._box.setStretch(1, int(not (large and listed)))
        self._strip.setVisible(large and card)
        self._list.setVisible(listed)
        self._card.setVisible(shown)
        self._red_flag.show_sentence(self._view.red_flag if shown and not large else "")
        self._card.red_flag.show_sentence(self._view.red_flag if large else "")

    def _on_picked(self, key: str) -> None:
        self._topics.setChecked(False)
        self.topic_picked.emit(key)

    def _on_turned(self, by: int) -> None:
        before = QApplication.focusWidget()
        self.option_turned.emit(by)
        if self._is_folded():  # who turns the options in the list wants to see the list
            self._topics.setChecked(True)
            self._show_parts()
            if before is not None and self._list.isAncestorOf(before):
                before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_before(self) -> None:
        if self._view is not None and self._view.before:
            self.topic_picked.emit(self._view.before)

    def _on_after(self) -> None:
        if self._view is not None and self._view.after:
            self.topic_picked.emit(self._view.after)

    def _on_key(self) -> None:
        shortcut = self.sender()
        if isinstance(shortcut, QShortcut):
            self._card.press(shortcut.objectName())
