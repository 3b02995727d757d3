"""What the patient expects, in their words and on a scale, before any number is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.expect import ExpectQuestion, ExpectView
from spinecounsel.wording import say
from ui.pages.expect.scale import Scale
from ui.pages.page import Page
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE, Columns
from ui.widgets.field import LineField
from ui.widgets.scroll import Scroll
from ui.widgets.text import PageTitle, Text


class ExpectPage(Page):
    """Asks what the patient expects.

    ``written(theme, words)``, ``scored(theme, score or None)``, ``skipped(whether)``.
    """

    written = Signal(str, str)
    scored = Signal(str, object)
    skipped = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("expect")
        self._cards: dict[str, _QuestionCard] = {}
        self._skip = Button(say("Rather not say"))
        self._skip.setObjectName("expect.skip")
        self._skip.setCheckable(True)
        self._skip.set_icon("", when_checked="check")
        self._skip.clicked.connect(self.skipped)
        self._lay_out()
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_view(self, view: ExpectView) -> None:
        """Show what was said; what is being written stays as it is."""
        if not self._cards:
            self._make_cards(view)
        for question in view.questions:
            self._cards[question.theme].show_question(question)
        self._skip.setChecked(view.skipped)
        self._skip.setEnabled(view.may_skip)

    def initial_focus(self) -> QWidget:
        """Give the first field."""
        first = next(iter(self._cards.values()), None)
        return first.words.edit if first else self

    def _make_cards(self, view: ExpectView) -> None:
        for question in view.questions:
            card = _QuestionCard(question)
            card.written.connect(self.written)
            card.scored.connect(self.scored)
            self._cards[question.theme] = card
        cards = list(self._cards.values())
        for place in range(0, len(cards), 2):
            pair = [[card] for card in cards[place : place + 2]]
            row = Columns(pair, [1] * len(pair), spacing=12, filled=True)
            self._column.insertWidget(self._column.count() - 1, row)

    def _lay_out(self) -> None:
        self._head = QBoxLayout(SIDE_BY_SIDE)
        self._head.setContentsMargins(6, 0, 6, 0)
        self._head.addWidget(PageTitle(say("What do you expect?")), 1)
        self._head.addWidget(self._skip, 0, Qt.AlignmentFlag.AlignLeading)
        scroll, ground = Scroll(), QWidget()
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(6, 0, 14, 8)
        self._column.setSpacing(theme().px("m"))
        how = say("Say what you think now, before we look at any number. You may leave out any.")
        self._column.addWidget(Text(how, "lead", "ink2"))
        self._column.addStretch(1)
        scroll.setWidget(ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 16, 26, 0)
        column.setSpacing(theme().px("s"))
        column.addLayout(self._head)
        column.addWidget(scroll, 1)

    def _on_themed(self) -> None:
        large = theme().large_text
        self._head.setDirection(FOLDED if large else SIDE_BY_SIDE)
        self._head.setStretch(0, 0 if large else 1)


class _QuestionCard(Card):
    """One question: a field for words and a scale; each may stay empty."""

    written = Signal(str, str)
    scored = Signal(str, object)

    def __init__(self, view: ExpectQuestion) -> None:
        super().__init__(pad=16, spacing=6)
        self._theme = view.theme
        self.words = LineField(say("In your own words"), f"expect.{view.theme}.words")
        self.words.edit.setAccessibleName(
            say("{question} In your own words", question=view.question)
        )
        self.words.written.connect(self._on_written)
        place = f"expect.{view.theme}"
        self._scale = Scale(view.question, view.low, view.high, place=place)
        self._scale.scored.connect(self._on_scored)
        self.add(Text(view.question, "patient"))
        self.add(self.words)
        self.add(self._scale)

    def show_question(self, view: ExpectQuestion) -> None:
        """Show what was said."""
        self.words.show_words(view.words)
        self._scale.show_score(view.score)

    def _on_written(self, words: str) -> None:
        self.written.emit(self._theme, words)

    def _on_scored(self, score: int | None) -> None:
        self.scored.emit(self._theme, score)
