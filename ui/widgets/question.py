"""Questions with a few answers: side by side, or as large rows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.answers import QuestionView
from ui.widgets.choice import Choice, ChoiceOption
from ui.widgets.segments import Segments
from ui.widgets.text import Text


class Question(QWidget):
    """A label, a hint and what a subclass puts below; ``answered`` carries field and key.

    ``place`` begins the object names: ``<place>.<field>.<key>`` for each answer.
    """

    answered = Signal(str, str)

    def __init__(self, view: QuestionView, *, place: str) -> None:
        super().__init__()
        self._field = view.field
        self.name = f"{place}.{view.field}"
        self.setObjectName(self.name)
        self.label = Text(view.label, "strong")
        self.hint = Text(view.hint, "body", "ink2")
        self.hint.setVisible(bool(view.hint))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addWidget(self.label)
        self.column.addWidget(self.hint)

    def show_words(self, view: QuestionView) -> None:
        """Show label and hint of ``view``."""
        self.label.setText(view.label)
        self.hint.setText(view.hint)
        self.hint.setVisible(bool(view.hint))

    def on_chosen(self, key: str) -> None:
        """Hand on which answer a person chose."""
        self.answered.emit(self._field, key)


class SegmentQuestion(Question):
    """A question whose answers stand side by side; they are those of the first view."""

    def __init__(self, view: QuestionView, *, place: str) -> None:
        super().__init__(view, place=place)
        self._segments = Segments(
            [(answer.key, answer.title) for answer in view.answers], name=view.label
        )
        for answer in view.answers:
            button = self._segments.button(answer.key)
            button.setObjectName(f"{self.name}.{answer.key}")
        self._segments.chosen.connect(self.on_chosen)
        self.column.addWidget(self._segments, 0, Qt.AlignmentFlag.AlignLeading)
        self.show_view(view)

    def show_view(self, view: QuestionView) -> None:
        """Show which answer is chosen; no signal."""
        self.show_words(view)
        self._segments.show_chosen(view.chosen)

    def first(self) -> QWidget:
        """Give the first answer, for the focus."""
        return self._segments.findChildren(QWidget)[0]


class RowQuestion(Question):
    """A question whose answers are large rows, each with its sentence."""

    def __init__(self, view: QuestionView, *, place: str) -> None:
        super().__init__(view, place=place)
        self._choice = Choice((), name=view.label)
        self._choice.chosen.connect(self.on_chosen)
        self.column.addWidget(self._choice)
        self.show_view(view)

    def show_view(self, view: QuestionView) -> None:
        """Show the answers and which of them is chosen; no signal."""
        self.show_words(view)
        self._choice.show_options(
            [ChoiceOption(each.key, each.title, each.sentence) for each in view.answers]
        )
        for answer in view.answers:
            self._choice.row_of(answer.key).setObjectName(f"{self.name}.{answer.key}")
        self._choice.show_chosen(view.chosen)

    def first(self) -> QWidget:
        """Give the first answer, for the focus."""
        return self._choice.findChildren(QWidget)[0]
