"""What the patient expected, and beside it, in words, what was found: no scale, no judgement."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.expect import Beside, ExpectView
from spinecounsel.viewing.expect_found import Found, FoundLine
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.card import Card, column
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.flow import Run
from ui.widgets.icons import KindMark
from ui.widgets.scroll import Scroll
from ui.widgets.slices import Slices
from ui.widgets.text import Heading, Text

AT_ONCE = 2  # options whose findings are made at once; the others follow
TWO_COLUMNS = 700  # px at 100 % text: with less, what was found stands below what was said


class BesidePane(Scroll):
    """Shows what was said before the first number; nothing here can be changed."""

    def __init__(self) -> None:
        super().__init__(say("What you said, and what was found"))
        self._shown: ExpectView | None = None
        self._cards: list[_BesideCard] = []
        self._rest = Slices(self)
        self._folded = False
        ground = QWidget()
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(6, 0, 14, 16)
        self._column.setSpacing(theme().px("m"))
        self._how = Text("", "lead", "ink2")
        self._leant = Text("", "lead")
        self._column.addWidget(self._how)
        self._column.addWidget(self._leant)
        self._column.addStretch(1)
        self.setWidget(ground)

    def show_view(self, view: ExpectView) -> None:
        """Show it; what is the same stays as it is."""
        if view == self._shown:
            return
        self._shown = view
        self._how.setText(
            say("You would rather not say what you expect. That is fine.")
            if view.skipped
            else say("You said this before we looked at numbers. It stays as you said it.")
        )
        self._leant.setText(view.leant)
        self._leant.setVisible(bool(view.leant))
        for old in self._cards:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = []
        self._rest.take(self._make_cards(view), until=self._fill_a_screen)

    def _make_cards(self, view: ExpectView) -> Iterator[None]:
        for each in view.beside:
            card = _BesideCard(each)
            card.show_folded(folded=self._folded)
            self._column.insertWidget(2 + len(self._cards), card)
            self._cards.append(card)
            for found in each.found:
                yield
                card.add_found(found)
            yield

    def _fill_a_screen(self) -> bool:
        return sum(card.shown for card in self._cards) >= AT_ONCE

    def show_folded(self, *, folded: bool) -> None:
        """Put what was found below what was said, or beside it."""
        self._folded = folded
        for card in self._cards:
            card.show_folded(folded=folded)


class _BesideCard(Card):
    """One theme; what was found comes option by option.  ``shown`` counts them."""

    def __init__(self, view: Beside) -> None:
        super().__init__(pad=16, spacing=10)
        self._theme, self.shown = view.theme, 0
        self.setObjectName(f"expect.beside.{view.theme}")
        self.add(Heading(view.title, "card_title"))
        said, found = QWidget(), QWidget()
        left, self._right = column(said, spacing=6), column(found, spacing=14)
        left.addWidget(Text(say("What you said"), "label", "ink2"))
        for words in view.said:
            text = Text("", "cell")
            text.show_runs([Run(words)])  # as it was written: two stars do not make it bold
            left.addWidget(text)
        left.addStretch(1)
        self._right.addWidget(Text(say("What was found"), "label", "ink2"))
        if view.nothing:
            self._right.addWidget(_not_known(view.nothing))
        self._right.addStretch(1)
        self._sides = QBoxLayout(SIDE_BY_SIDE)
        self._sides.setSpacing(32)
        self._sides.addWidget(said, 2)
        self._sides.addWidget(found, 3)
        self.column.addLayout(self._sides)

    def add_found(self, found: Found) -> None:
        """Put what was found with one more option below the others."""
        self._right.insertWidget(self._right.count() - 1, _found(found, self._theme))
        self.shown += 1

    def show_folded(self, *, folded: bool) -> None:
        """Put what was found below what was said, or beside it."""
        self._sides.setDirection(FOLDED if folded else SIDE_BY_SIDE)
        self._sides.setSpacing(14 if folded else 32)


def _found(found: Found, theme_name: str) -> QWidget:
    ground = QWidget()
    lines = column(ground, spacing=8)
    lines.addWidget(Heading(found.option, "strong"))
    for line in found.lines:
        lines.addWidget(_line(line, theme_name))
    if not found.lines:
        lines.addWidget(_not_known(say("Not known")))
    return ground


def _line(line: FoundLine, theme_name: str) -> QWidget:
    ground = QWidget()
    ground.setObjectName(f"expect.found.{theme_name}.{line.estimate}")
    words = column(ground, spacing=1)
    if line.owner:
        words.addWidget(Text(f"{line.owner}:", "body_strong"))
    words.addWidget(Text(line.sentence, "row"))
    for fact in (line.people, line.span, line.sure):
        words.addWidget(Text(fact, "label", "ink2"))
    return ground


def _not_known(sentence: str) -> QWidget:
    ground = QWidget()
    row = QBoxLayout(SIDE_BY_SIDE, ground)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(KindMark("not_known", size=20, role="ink2"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(sentence, "row", "ink2"), 1)
    return ground
