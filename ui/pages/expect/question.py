"""One question on what the patient expects: a field for words and a scale."""

from PySide6.QtCore import Signal

from spinecounsel.viewing.expect import ExpectQuestion
from spinecounsel.wording import say
from ui.pages.expect.scale import Scale
from ui.widgets.card import Card
from ui.widgets.field import LineField
from ui.widgets.text import Text


class QuestionCard(Card):
    """Asks; words and scale may each stay empty.

    ``written(theme, words)``, ``scored(theme, score or None)``.
    """

    written = Signal(str, str)
    scored = Signal(str, object)

    def __init__(self, view: ExpectQuestion) -> None:
        super().__init__(pad=14, spacing=4)
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
