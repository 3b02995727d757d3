"""Whose page it is: a name, and the facts that keep people apart, whole at any width."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.card import Rule
from ui.widgets.flow import Flow, Run
from ui.widgets.text import Text

SIDE = 24  # px, left and right
PLAIN, SMALL = "row", "label"  # the types of the sentence
FEW, MANY = 2, 1_000  # lines
NO_BREAK, JOINED = "\N{NO-BREAK SPACE}", "\N{WORD JOINER}"


class BannerFact(NamedTuple):
    """A fact with its name; only ``main`` ones stay when text is large."""

    label: str
    text: str
    main: bool


class Identity(QWidget):
    """A name and facts side by side, or where there is less room in one sentence that wraps."""

    def __init__(self) -> None:
        super().__init__()
        self._facts: tuple[BannerFact, ...] = ()
        self._who = ""
        self._blocks: list[_Fact] = []
        self._sentence = Text("", PLAIN)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._name = _Fact(say("Name"), first=True)
        self._row.addWidget(self._name)
        self._row.addWidget(self._sentence, 100)
        self._row.addStretch(1)
        self._sentence.hide()

    def show_person(self, name: str, facts: Sequence[BannerFact]) -> None:
        """Show who it is about; the facts are made anew only when there are others."""
        self._who = name
        self._name.show_text(name)
        if [fact.label for fact in facts] != [fact.label for fact in self._facts]:
            self._make(facts)
        self._facts = tuple(facts)
        for block, fact in zip(self._blocks, facts, strict=True):
            block.show_text(fact.text)
        self._sentence.show_runs(self._runs())
        main = (fact.text for fact in facts if fact.main)
        self._sentence.setAccessibleName(", ".join((name, *main)))  # without what joins words

    def fits(self, room: int, *, tight: bool) -> bool:
        """Tell whether who it is about stands in ``room`` px; ``tight`` it may take two lines."""
        if theme().large_text:
            return self._lines(PLAIN, room) <= (FEW if tight else 1)
        side_by_side = self._least_width(main_only=tight) <= room
        return side_by_side or (tight and self._lines(PLAIN, room) <= FEW)

    def fold(self, room: int) -> None:
        """Show as much as stands in ``room`` px; the name and the main facts always."""
        everything = self._least_width(main_only=False) <= room
        beside = not theme().large_text and (
            everything or self._least_width(main_only=True) <= room
        )
        self._name.setVisible(beside)
        for block, fact in zip(self._blocks, self._facts, strict=True):
            block.setVisible(beside and (everything or fact.main))
        if not beside:
            self._sentence.set_role(PLAIN if self._lines(PLAIN, room) <= FEW else SMALL)
        self._sentence.setVisible(not beside)

    def _least_width(self, *, main_only: bool) -> int:
        """Give the width in which the name stands in two lines, and no other fact is broken."""
        wanted = zip(self._blocks, self._facts, strict=True)
        return self._name.two_lines_width() + sum(
            block.line_width() for block, fact in wanted if fact.main or not main_only
        )

    def _lines(self, role: str, room: int) -> int:
        """Give how many lines the sentence has; too many when a word of it would be broken."""
        runs, measure = self._runs(), theme().metrics(role, bold=True)
        words = "".join(run.text for run in runs).split(" ")
        whole = max(map(measure.horizontalAdvance, words)) < room
        return Flow(runs, role, room).lines if whole else MANY

    def _runs(self) -> tuple[Run, ...]:
        """Say who it is about; a date or a number is broken only where no line would hold it."""
        main = (fact.text for fact in self._facts if fact.main)
        whole = (each.replace(" ", NO_BREAK).replace("-", f"-{JOINED}") for each in main)
        return Run(self._who, bold=True), *(Run(f"{NO_BREAK}· {each}") for each in whole)

    def _make(self, facts: Sequence[BannerFact]) -> None:
        for block in self._blocks:
            self._row.removeWidget(block)
            block.hide()
            block.deleteLater()
        self._blocks = [_Fact(fact.label, first=False) for fact in facts]
        for place, block in enumerate(self._blocks, start=1):
            self._row.insertWidget(place, block)


class _Fact(QWidget):
    """One fact under its name."""

    def __init__(self, label: str, *, first: bool) -> None:
        super().__init__()
        self._rule = Rule(down=True)
        self._text = Text("", "heading" if first else "strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, SIDE, 0)
        row.setSpacing(SIDE)
        row.addWidget(self._rule)
        self._rule.setVisible(not first)  # it has a parent now: before, it would be a window
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addStretch(1)
        column.addWidget(Text(label, "label", "ink2"))
        column.addWidget(self._text)
        column.addStretch(1)
        row.addLayout(column, 1)

    def show_text(self, text: str) -> None:
        self._text.setText(text)

    def two_lines_width(self) -> int:
        """Give a width at which all stands in two lines, with what stands beside it."""
        measure = self._text.fontMetrics()
        words = self._text.text()
        longest = max(map(measure.horizontalAdvance, words.split()), default=0)
        return self._wide((measure.horizontalAdvance(words) + longest) // 2)

    def line_width(self) -> int:
        """Give the width of all in one line, with what stands beside it."""
        return self._wide(self._text.fontMetrics().horizontalAdvance(self._text.text()))

    def _wide(self, words: int) -> int:
        return max(words, 1) + 2 * SIDE + self._rule.sizeHint().width()
