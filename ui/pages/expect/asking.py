"""The questions on what the patient expects, before any number is shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from spinecounsel.viewing.expect import ExpectView
from spinecounsel.wording import say
from ui.pages.expect.leaning import LeaningCard
from ui.pages.expect.question import QuestionCard
from ui.theme.theme import theme
from ui.widgets.columns import Columns
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text


class AskingPane(Scroll):
    """Asks; signals as in the page."""

    written = Signal(str, str)
    scored = Signal(str, object)
    leaned = Signal(str, bool)
    turned_to = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._cards: dict[str, QuestionCard] = {}
        self._leaning = LeaningCard()
        self._leaning.leaned.connect(self.leaned)
        ground = QWidget()
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(6, 0, 14, 8)
        self._column.setSpacing(theme().px("m"))
        how = say("Say what you think now, before we look at any number. You may leave out any.")
        self._column.addWidget(Text(how, "lead", "ink2"))
        self._column.addWidget(self._leaning)
        self._column.addStretch(1)
        self.setWidget(ground)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def show_view(self, view: ExpectView) -> None:
        """Show what was said; what is being written stays as it is."""
        if not self._cards:
            self._make_cards(view)
        for question in view.questions:
            self._cards[question.theme].show_question(question)
        self._leaning.show_rows(view.leaning)

    def first(self) -> QWidget:
        """Give the first field."""
        card = next(iter(self._cards.values()), None)
        return card.words.edit if card else self

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Say which question has the focus; elsewhere in here it is none."""
        if new is not None and self.isAncestorOf(new):
            cards = self._cards.items()
            self.turned_to.emit(next((each for each, card in cards if card.isAncestorOf(new)), ""))

    def _make_cards(self, view: ExpectView) -> None:
        for question in view.questions:
            card = QuestionCard(question)
            card.written.connect(self.written)
            card.scored.connect(self.scored)
            self._cards[question.theme] = card
        cards = list(self._cards.values())
        for place in range(0, len(cards), 2):
            pair = [[card] for card in cards[place : place + 2]]
            row = Columns(pair, [1] * len(pair), spacing=12, filled=True)
            self._column.insertWidget(1 + place // 2, row)
