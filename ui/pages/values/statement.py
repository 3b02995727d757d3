"""A statement and how much it matters; the patient's own can be tied to what is known."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.values import StatementRow, ValuesView
from spinecounsel.wording import say
from ui.pages.values.about import About
from ui.pages.values.words import LongWords
from ui.theme.theme import theme
from ui.widgets.button import GAP, Button
from ui.widgets.card import Rule
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.segments import Segments


class Statement(QWidget):
    """A statement of the pack; to press the same answer again takes it back.

    ``weighed(statement, text, importance)``; importance is empty when it was taken back.  Own words
    are not ``may_clear``: they go by the button that says so only.
    """

    weighed = Signal(str, str, str)

    def __init__(self, row: StatementRow, view: ValuesView, *, may_clear: bool = True) -> None:
        super().__init__()
        self._id, self._text = row.id, row.text
        self._keys = [key for key, _ in view.importances]
        self.rule = Rule()
        self.words = LongWords()
        self.segments = Segments(view.importances, name=row.words.short, may_clear=may_clear)
        self.segments.chosen.connect(self._on_chosen)
        self.line = QBoxLayout(SIDE_BY_SIDE)
        self.line.addWidget(self.words, 1)
        self.answers = QHBoxLayout()
        self.answers.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignVCenter)
        self.answers.addStretch(1)
        self.line.addLayout(self.answers)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self.column.addWidget(self.rule)
        self.column.addLayout(self.line)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_row(self, row: StatementRow, place: str) -> None:
        """Show how much it matters; the answers are named ``<place>.<importance>``."""
        self.words.show_words(row.words.whole, row.words.short, place=place)
        self.segments.show_chosen(row.importance)
        for key in self._keys:
            self.segments.button(key).setObjectName(f"{place}.{key}")

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        return [self.words.more, *(self.segments.button(key) for key in self._keys)]

    def _on_chosen(self, importance: str) -> None:
        self.weighed.emit(self._id, self._text, importance)

    def _on_themed(self) -> None:
        large = theme().large_text
        self.line.setDirection(FOLDED if large else SIDE_BY_SIDE)
        self.line.setSpacing(theme().px("s" if large else "m"))
        self._keep_width()

    def _keep_width(self) -> None:
        """Leave room for the tick, so that the words beside do not move when it comes."""
        tick = 0 if self.segments.chosen_key() else theme().px("glyph.icon") + GAP
        self.segments.setMinimumWidth(0)
        self.segments.setMinimumWidth(self.segments.sizeHint().width() + tick)


class OwnStatement(Statement):
    """The patient's own words, which can be removed; ``tied(text, concept, on)``."""

    tied = Signal(str, str, bool)

    def __init__(self, row: StatementRow, view: ValuesView) -> None:
        super().__init__(row, view, may_clear=False)
        remove = say("Remove: {text}", text=row.words.short)
        self._remove = Button("", "icon", icon="remove", name=remove)
        self._remove.clicked.connect(self._on_remove)
        self.answers.insertWidget(1, self._remove, 0, Qt.AlignmentFlag.AlignVCenter)
        self._about = About(view.questions, row.words.short)
        self._about.tied.connect(self._on_tied)
        self.column.addWidget(self._about)

    def show_row(self, row: StatementRow, place: str) -> None:
        """Show how much they matter, and what they are about."""
        super().show_row(row, place)
        self._remove.setObjectName(f"{place}.remove")
        self._about.show_tied(row.about, place=place)

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        return [*super().stops(), self._remove, *self._about.stops()]

    def _on_remove(self) -> None:
        self.weighed.emit("", self._text, "")

    def _on_tied(self, concept: str, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.tied.emit(self._text, concept, on)
