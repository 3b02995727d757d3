"""A scale with grades: the grade in one row, what it means, and a way to its limits and sources."""

from PySide6.QtCore import Qt, Signal

from spinecounsel.viewing.case import GradeView
from spinecounsel.wording import say
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule, row
from ui.widgets.fold import FoldQuestion
from ui.widgets.icons import KindMark
from ui.widgets.text import Text


class GradeCard(Card):
    """Shows a ``GradeView``.

    ``answered(field, key)``, ``score_asked(score)``; ``fold`` opens to all grades.
    """

    answered = Signal(str, str)
    score_asked = Signal(str)

    def __init__(self, view: GradeView) -> None:
        super().__init__(pad=0, spacing=0)
        self.fold = FoldQuestion(view.question, place="case")
        self.fold.answered.connect(self.answered)
        self._score = view.score
        self._definition = Text("", "body", "ink2")
        self._band = Text("", "body")
        self._limits = Text("", "body", "ink2")
        self._warning = KindMark("warning", size=20)
        self._more = Button(say("Formula, source, limits"), "link", small=True)
        self._more.setObjectName(f"case.{view.question.field}.more")
        self._more.clicked.connect(self._on_more)
        self._lay_out()

    def show_view(self, view: GradeView, problem: str = "") -> None:
        """Show the grade, what it means and what it is not for; a warning where it does not fit."""
        self.fold.show_view(view.question)
        self.fold.problem.show_words(problem)
        self._more.setAccessibleName(
            say("{name}: formula, source, limits", name=view.question.label)
        )
        chosen = next(each for each in view.question.answers if each.key == view.question.chosen)
        for text, words in ((self._definition, chosen.sentence), (self._band, view.band)):
            text.setText(words)
            text.setVisible(bool(words))
        self._limits.setText(view.limits)
        self._limits.set_tone("ink2" if view.fits else "ink")
        self._warning.setVisible(not view.fits)

    def _lay_out(self) -> None:
        self.column.setContentsMargins(0, 6, 0, 0)
        self.add(self.fold)
        inside = Card("bare", pad=0, spacing=6)
        inside.column.setContentsMargins(20, 0, 20, 8)
        inside.add(self._definition)
        inside.add(self._band)
        limits = row()
        limits.addWidget(self._warning, 0, Qt.AlignmentFlag.AlignTop)
        limits.addWidget(self._limits, 1)
        inside.column.addLayout(limits)
        self.add(inside)
        self.add(Rule())
        foot = row()
        foot.setContentsMargins(18, 0, 18, 2)
        foot.addStretch(1)
        foot.addWidget(self._more)
        self.column.addLayout(foot)

    def _on_more(self) -> None:
        self.score_asked.emit(self._score)
