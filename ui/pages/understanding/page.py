"""What the patient says back in their own words, and a short check of what was discussed."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.understanding import SaidBack, UnderstandingView
from spinecounsel.wording import say
from ui.pages.page import Page
from ui.pages.understanding.item import ItemCard
from ui.pages.understanding.knowledge import KnowledgeCard
from ui.theme.theme import theme
from ui.widgets.columns import Columns
from ui.widgets.scroll import Scroll
from ui.widgets.text import PageTitle, Text


class UnderstandingPage(Page):
    """Asks what was understood.

    ``said_back(item, key)``, ``worded(item, words)``, ``answered(question, choice)``,
    ``explain_asked(step, topic)``.
    """

    said_back = Signal(str, str)
    worded = Signal(str, str)
    answered = Signal(str, str)
    explain_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("understanding")
        self._items: dict[str, ItemCard] = {}
        self._order: list[str] = []
        self._knowledge = KnowledgeCard()
        self._knowledge.answered.connect(self.answered)
        self._knowledge.explain_asked.connect(self.explain_asked)
        self._list = QWidget()
        self._cards = QVBoxLayout(self._list)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(theme().px("m"))
        self._lay_out()

    def show_view(self, view: UnderstandingView) -> None:
        """Show what was said; what is being written stays as it is."""
        order = [item.item for item in view.items]
        if order != self._order:
            self._arrange(view.items, view.answers)
        for item in view.items:
            self._items[item.item].show_item(item)
        self._knowledge.show_questions(view.knowledge, view.nothing)
        if order != self._order:
            self._order = order
            self._follow()

    def initial_focus(self) -> QWidget:
        """Give the first answer."""
        return self._items[self._order[0]].first() if self._order else self

    def _arrange(self, items: Sequence[SaidBack], answers: Sequence[tuple[str, str]]) -> None:
        """Put the cards in order: what was to be asked again comes first."""
        for item in items:
            if item.item not in self._items:
                self._items[item.item] = self._new_card(item, answers)
            self._cards.addWidget(self._items[item.item])

    def _new_card(self, item: SaidBack, answers: Sequence[tuple[str, str]]) -> ItemCard:
        card = ItemCard(item, answers)
        card.said_back.connect(self.said_back)
        card.worded.connect(self.worded)
        card.explain_asked.connect(self.explain_asked)
        return card

    def _follow(self) -> None:
        """Let the focus go down in the order of the cards, then to the questions."""
        stops = [stop for item in self._order for stop in self._items[item].stops()]
        for above, below in pairwise([*stops, *self._knowledge.stops()]):
            QWidget.setTabOrder(above, below)

    def _lay_out(self) -> None:
        scroll, ground = Scroll(), QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(6, 0, 14, 16)
        column.setSpacing(theme().px("m"))
        how = say(
            "Please tell us in your own words. It is no test of you: **we ask so that we can see "
            "whether we explained it well.**"
        )
        column.addWidget(Text(how, "lead", "ink2"))
        column.addWidget(Columns([[self._list], [self._knowledge]], (8, 6), spacing=16))
        column.addStretch(1)
        scroll.setWidget(ground)
        title = PageTitle(say("Did we explain it well?"))
        title.setContentsMargins(6, 0, 6, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(26, 16, 26, 0)
        outer.setSpacing(theme().px("s"))
        outer.addWidget(title)
        outer.addWidget(scroll, 1)
