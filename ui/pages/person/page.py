"""The person: who it is about, who is in the room, what the patient wishes, and capacity."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.person import PersonView
from spinecounsel.wording import say
from ui.pages.page import Page
from ui.pages.person.capacity import CapacityCard
from ui.pages.person.identity import IdentityCard
from ui.pages.person.present import PresentCard
from ui.pages.person.referrer import ReferrerCard
from ui.theme.theme import theme
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.notice import Notice
from ui.widgets.question import SegmentQuestion
from ui.widgets.scroll import Scroll
from ui.widgets.slices import Slices
from ui.widgets.tabbing import tab_through
from ui.widgets.text import Heading, PageTitle


class PersonPage(Page):
    """Shows a ``PersonView``; the cards that stand below are made in idle time.

    ``written(field, text)`` and ``left(field)`` of the patient's identity;
    ``referrer_written(field, text)`` of the doctor that the letter goes to; ``person_added()``,
    ``person_removed(index)``, ``person_written(index, field, text)``; ``wished(field, key)``;
    ``capacity_answered(field, key)``, ``capacity_noted(text)``; ``representative_added()``,
    ``representative_removed()``, ``representative_written(field, text)``.
    """

    written = Signal(str, str)
    left = Signal(str)
    referrer_written = Signal(str, str)
    person_added = Signal()
    person_removed = Signal(int)
    person_written = Signal(int, str, str)
    wished = Signal(str, str)
    capacity_answered = Signal(str, str)
    capacity_noted = Signal(str)
    representative_added = Signal()
    representative_removed = Signal()
    representative_written = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("person")
        self._view: PersonView | None = None
        self._identity: IdentityCard | None = None
        self._referrer: ReferrerCard | None = None
        self._capacity: CapacityCard | None = None
        self._rest = Slices(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 14, 26, 0)
        column.setSpacing(theme().px("s"))
        title = PageTitle(say("Who is here today?"))
        title.setContentsMargins(6, 0, 6, 0)
        column.addWidget(title)
        self._replaces = Notice(boxed=False, mark="doc")
        self._replaces.setObjectName("person.replaces")
        self._replaces.setContentsMargins(6, 0, 6, 0)
        column.addWidget(self._replaces)
        self._scroll, ground = Scroll(), QWidget()
        self._inside = QVBoxLayout(ground)
        self._inside.setContentsMargins(6, 6, 6, 16)
        self._inside.setSpacing(theme().px("l"))
        self._scroll.setWidget(ground)  # empty: full, it would be laid out for a width of chance
        column.addWidget(self._scroll, 1)

    def show_view(self, view: PersonView) -> None:
        """Show everything; what is being written stays."""
        self._view = view
        if self._identity is None:
            self._identity = self._make_cards(view)
            self._rest.later(self._make_below())
        self._replaces.show_sentence(view.replaces)
        self._identity.show_view(view)
        self._present.show_view(view)
        if self._referrer is not None:
            self._referrer.show_view(view.referrer)
        for wish, question in zip(view.wishes, self._wishes, strict=True):
            question.show_view(wish)
        if self._capacity is not None:
            self._capacity.show_view(view)

    def initial_focus(self) -> QWidget:
        """Give the control to begin with."""
        return self if self._identity is None else self._identity.first()

    def _make_cards(self, view: PersonView) -> IdentityCard:
        identity = IdentityCard(view)
        identity.written.connect(self.written)
        identity.left.connect(self.left)
        self._present = PresentCard()
        self._present.added.connect(self.person_added)
        self._present.removed.connect(self.person_removed)
        self._present.written.connect(self.person_written)
        self._present.chosen.connect(self.person_written)
        wishes = Card(pad=20, spacing=16)
        wishes.add(Heading(say("What does the patient wish?")))
        self._wishes = [SegmentQuestion(wish, place="person") for wish in view.wishes]
        for question in self._wishes:
            question.answered.connect(self.wished)
            wishes.add(question)
        self._inside.addWidget(Columns([[identity], [wishes]]))
        self._inside.addWidget(self._present)
        self._inside.addStretch(1)
        return identity

    def _make_below(self) -> Iterator[None]:
        if self._view is not None:
            referrer = ReferrerCard()
            referrer.written.connect(self.referrer_written)
            referrer.show_view(self._view.referrer)
            self._referrer = referrer
            self._inside.insertWidget(2, referrer)
            tab_through(self._present, referrer)
            yield
            capacity = CapacityCard(self._view)
            capacity.answered.connect(self.capacity_answered)
            capacity.noted.connect(self.capacity_noted)
            capacity.representative_added.connect(self.representative_added)
            capacity.representative_removed.connect(self.representative_removed)
            capacity.representative_written.connect(self.representative_written)
            capacity.show_view(self._view)
            self._capacity = capacity
            self._inside.insertWidget(3, capacity)
            tab_through(referrer, capacity)
            yield
