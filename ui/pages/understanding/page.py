"""What the patient says back in their own words, and four plain questions before signing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.understanding import UnderstandingView
from spinecounsel.wording import say
from ui.pages.page import Page
from ui.pages.understanding.item import ItemCard
from ui.pages.understanding.sure import SureCard
from ui.theme.theme import theme
from ui.widgets.columns import Columns
from ui.widgets.scroll import Scroll
from ui.widgets.text import PageTitle, Text


class UnderstandingPage(Page):
    """Asks what was understood.

    ``said_back(item, key)``, ``worded(item, words)``, ``explain_asked(step)``,
    ``sure_answered(field, key)`` with an empty key for an answer that was taken back.
    """

    said_back = Signal(str, str)
    worded = Signal(str, str)
    explain_asked = Signal(str)
    sure_answered = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("understanding")
        self._items: dict[str, ItemCard] = {}
        self._sure: SureCard | None = None
        scroll, ground = Scroll(), QWidget()
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(6, 0, 14, 16)
        self._column.setSpacing(theme().px("m"))
        how = say(
            "Please tell us in your own words. It is no test of you: **we ask so that we can see "
            "whether we explained it well.**"
        )
        self._column.addWidget(Text(how, "lead", "ink2"))
        self._column.addStretch(1)
        scroll.setWidget(ground)
        title = PageTitle(say("Did we explain it well?"))
        title.setContentsMargins(6, 0, 6, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 16, 26, 0)
        column.setSpacing(theme().px("s"))
        column.addWidget(title)
        column.addWidget(scroll, 1)

    def show_view(self, view: UnderstandingView) -> None:
        """Show what was said; what is being written stays as it is."""
        if self._sure is None:
            self._sure = self._make_cards(view)
        for item in view.items:
            self._items[item.item].show_item(item)
        self._sure.show_questions(view.sure)

    def initial_focus(self) -> QWidget:
        """Give the first answer."""
        first = next(iter(self._items.values()), None)
        return first.first() if first else self

    def _make_cards(self, view: UnderstandingView) -> SureCard:
        for item in view.items:
            card = ItemCard(item, view.answers)
            card.said_back.connect(self.said_back)
            card.worded.connect(self.worded)
            card.explain_asked.connect(self.explain_asked)
            self._items[item.item] = card
        sure = SureCard(view)
        sure.answered.connect(self.sure_answered)
        sure.step_asked.connect(self.explain_asked)
        columns = Columns([list(self._items.values()), [sure]], (8, 5), spacing=16)
        self._column.insertWidget(1, columns)
        return sure
