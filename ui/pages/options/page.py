"""Which options will be gone through, which are usual here and why, and what is left out."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.options import OptionGroup, OptionsView
from spinecounsel.wording import say
from ui.pages.options.group import OptionsGroup
from ui.pages.options.reason import LeftOutCard
from ui.pages.options.talk import TalkCard
from ui.pages.page import Page
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.scroll import Scroll
from ui.widgets.slices import Slices
from ui.widgets.text import PageTitle

ROOM = 820  # px at 100 % text: with less, nothing stands beside the options
AT_ONCE = 2  # groups that are made at once: no screen shows more; the others follow


class OptionsPage(Page):
    """Lets the clinician choose.

    ``toggled(option, chosen)``, ``all_usual_asked(group)`` (empty for all groups),
    ``reason_picked(option, key)``, ``reason_written(option, words)``, ``same_asked(option)``.
    """

    toggled = Signal(str, bool)
    all_usual_asked = Signal(str)
    reason_picked = Signal(str, str)
    reason_written = Signal(str, str)
    same_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("options")
        self._groups: dict[str, OptionsGroup] = {}
        self._view: OptionsView | None = None
        self._rest = Slices(self)
        self._all_usual = Button(say("Choose all usual ones"), small=True)
        self._all_usual.setObjectName("options.all_usual")
        self._all_usual.clicked.connect(self._on_all_usual)
        self._talk = TalkCard()
        self._left_out = LeftOutCard()
        self._left_out.picked.connect(self.reason_picked)
        self._left_out.written.connect(self.reason_written)
        self._left_out.same_asked.connect(self.same_asked)
        self._lay_out()
        theme().themed.connect(self._fold)
        self._fold()

    def show_view(self, view: OptionsView) -> None:
        """Show what is chosen and left out; nothing that was there is made anew."""
        self._view = view
        for group in view.groups:
            if group.id in self._groups:
                self._groups[group.id].show_group(group)
        if not self._groups:
            self._rest.take(self._make_groups(), until=self._fill_a_screen)
        self._all_usual.setEnabled(bool(view.unchosen))
        self._talk.show_talk(view.title, view.chosen, view.remark)
        self._left_out.show_left_out(view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold for the width that there is."""
        super().resizeEvent(event)
        self._fold()

    def initial_focus(self) -> QWidget:
        """Give the first option."""
        first = next(iter(self._groups.values()), None)
        return first.first() if first else self

    def _make_groups(self) -> Iterator[None]:
        """Make one group after the other, each for what is chosen by then."""
        while (group := self._next_group()) is not None:
            self._add_group(group.id, OptionsGroup(group))
            self._order_focus()
            yield

    def _next_group(self) -> OptionGroup | None:
        groups = self._view.groups if self._view is not None else ()
        return next((group for group in groups if group.id not in self._groups), None)

    def _fill_a_screen(self) -> bool:
        return len(self._groups) == AT_ONCE

    def _add_group(self, ident: str, group: OptionsGroup) -> None:
        group.toggled.connect(self.toggled)
        group.all_usual_asked.connect(self.all_usual_asked)
        self._groups[ident] = group
        self._list.insertWidget(len(self._groups) - 1, group)

    def _lay_out(self) -> None:
        self._head = QBoxLayout(SIDE_BY_SIDE)
        self._head.setContentsMargins(6, 0, 6, 0)
        self._head.addWidget(PageTitle(say("Which options will you go through?")), 1)
        self._head.addWidget(self._all_usual, 0, Qt.AlignmentFlag.AlignLeading)
        self._main, ground = Scroll(), QWidget()
        self._ground = QVBoxLayout(ground)
        self._ground.setContentsMargins(6, 0, 14, 24)
        self._ground.setSpacing(theme().px("xl"))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme().px("l"))
        self._ground.addLayout(self._list)
        self._ground.addStretch(1)
        self._main.setWidget(ground)
        self._side_place, self._side = Scroll(say("What will be talked about")), QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(6, 0, 6, 24)
        side.setSpacing(theme().px("l"))
        side.addWidget(self._talk)
        side.addWidget(self._left_out)
        side.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme().px("m"))
        row.addWidget(self._main, 2)
        row.addWidget(self._side_place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 16, 26, 0)
        column.setSpacing(theme().px("m"))
        column.addLayout(self._head)
        column.addLayout(row, 1)

    def _order_focus(self) -> None:
        """Let the focus go down the options first, then down what is left out."""
        groups = [stop for group in self._groups.values() for stop in group.stops()]
        beside = [self._side_place, *self._left_out.stops()]
        for above, below in pairwise([self._all_usual, *groups, *beside]):
            QWidget.setTabOrder(above, below)

    def _on_all_usual(self) -> None:
        self.all_usual_asked.emit("")

    def _fold(self) -> None:
        """Put what will be talked about below the options where text is large or room scarce."""
        large = theme().large_text
        self._head.setDirection(FOLDED if large else SIDE_BY_SIDE)
        self._head.setStretch(0, 0 if large else 1)
        placed = self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        folded = large or (placed and self.width() < ROOM * theme().text_scale)
        below = self._ground.indexOf(self._side) >= 0
        if folded and not below:
            self._side_place.takeWidget()
            self._ground.insertWidget(1, self._side)
            self._side.show()
        elif not folded and self._side_place.widget() is None:
            self._ground.removeWidget(self._side)
            self._side_place.setWidget(self._side)
        self._side_place.setVisible(not folded)
        if self._groups and folded != below:
            self._order_focus()
