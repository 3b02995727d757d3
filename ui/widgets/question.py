"""Questions with a few answers: side by side, or as large rows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.answers import NOT_KNOWN, QuestionView
from ui.theme.theme import theme
from ui.widgets.choice import Choice, ChoiceOption
from ui.widgets.field import ProblemLine
from ui.widgets.segments import Segments
from ui.widgets.text import Text


class Question(QWidget):
    """A label, a hint, the answers, and a problem; ``answered`` carries field and key.

    ``place`` begins the object names: ``<place>.<field>.<key>`` for each answer.
    """

    answered = Signal(str, str)

    def __init__(self, view: QuestionView, *, place: str, role: str = "strong") -> None:
        super().__init__()
        self._field = view.field
        self._name = f"{place}.{view.field}"
        self.setObjectName(self._name)
        self.label = Text(view.label, role)
        self._hint = Text("", "body", "ink2")
        self._problem: ProblemLine | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self._show_words(view)

    def show_problem(self, problem: str) -> None:
        """Say what is wrong with the answer; nothing when empty."""
        if self._problem is None:
            if not problem:
                return
            self._problem = ProblemLine()
            self.column.addWidget(self._problem)
        self._problem.show_words(problem)

    def _show_words(self, view: QuestionView) -> None:
        self.label.setText(view.label)
        self._hint.setText(view.hint)
        self._hint.setVisible(bool(view.hint))

    def _on_chosen(self, key: str) -> None:
        self.answered.emit(self._field, key)


class SegmentQuestion(Question):
    """A question whose answers stand side by side; they are those of the first view.

    ``beside`` puts them behind the label, and below it when the text is large.
    """

    def __init__(self, view: QuestionView, *, place: str, beside: bool = False) -> None:
        super().__init__(view, place=place, role="body_strong" if beside else "strong")
        self._beside = beside
        self._segments = Segments(
            [(answer.key, answer.title) for answer in view.answers],
            name=view.label,
            quiet=NOT_KNOWN,
        )
        for answer in view.answers:
            button = self._segments.button(answer.key)
            button.setObjectName(f"{self._name}.{answer.key}")
        self._segments.chosen.connect(self._on_chosen)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.label)
        words.addWidget(self._hint)
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._line.setSpacing(6)
        self._line.addLayout(words, 1 if beside else 0)
        self._line.addWidget(self._segments, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addLayout(self._line)
        theme().themed.connect(self._on_themed)
        self._on_themed()
        self.show_view(view)

    def show_view(self, view: QuestionView) -> None:
        """Show which answer is chosen; no signal."""
        self._show_words(view)
        self._segments.show_chosen(view.chosen)

    def first(self) -> QWidget:
        """Give the first answer, for the focus."""
        return self._segments.first()

    def _on_themed(self) -> None:
        if self._beside:
            large = theme().large_text
            across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
            self._line.setDirection(down if large else across)
            self._line.setSpacing(6 if large else theme().px("l"))


class RowQuestion(Question):
    """A question whose answers are large rows, each with its sentence."""

    def __init__(self, view: QuestionView, *, place: str) -> None:
        super().__init__(view, place=place)
        self._choice = Choice((), name=view.label)
        self._choice.chosen.connect(self._on_chosen)
        for widget in (self.label, self._hint, self._choice):
            self.column.addWidget(widget)
        self.show_view(view)

    def show_view(self, view: QuestionView) -> None:
        """Show the answers and which of them is chosen; no signal."""
        self._show_words(view)
        self._choice.show_options(
            [ChoiceOption(each.key, each.title, each.sentence) for each in view.answers]
        )
        for answer in view.answers:
            self._choice.row_of(answer.key).setObjectName(f"{self._name}.{answer.key}")
        self._choice.show_chosen(view.chosen)

    def first(self) -> QWidget:
        """Give the answer that is chosen, else the first, for the focus."""
        return self._choice.first()
