"""A question that shows its answer in one row and opens to all answers when it is pressed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from spinecounsel.viewing.answers import QuestionView
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.choice import Choice, ChoiceOption
from ui.widgets.field import ProblemLine
from ui.widgets.icons import KindMark
from ui.widgets.pressing import UP_DOWN, press_by
from ui.widgets.text import Text

AT_THE_END = 48


class FoldRow(QAbstractButton):
    """The row: what is asked, what was answered, and (where there are any) the points."""

    def __init__(self, *, sides: int = 20) -> None:
        super().__init__()
        self._label = _quiet(Text("", "label", "ink2"))
        self._answer = _quiet(Text("", "control"))
        self._remark = _quiet(Text("", "label", "ink2"))
        self._end = _quiet(Text("", "heading"))
        self._end.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._arrow = KindMark("down", size=20, role="action")
        self._sides = sides
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._lay_out()
        self.setMinimumHeight(theme().px("size.target_min"))

    def show_words(self, label: str, answer: str, *, remark: str = "", end: str = "") -> None:
        """Show what is asked, the answer, a remark behind it, and what stands at the end."""
        self._label.setText(label)
        self._answer.setText(answer)
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        self._end.setText(end)
        self._end.setVisible(bool(end))
        points = say("points: {points}", points=end) if end else ""
        self.setAccessibleName(", ".join(filter(None, (label, answer, remark, points))))

    def show_open(self, *, is_open: bool) -> None:
        """Turn the arrow."""
        self._arrow.show_kind("up" if is_open else "down")
        self.setAccessibleDescription(
            say("Close the answers") if is_open else say("Open the answers")
        )

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        return self._row.totalSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key."""
        if not press_by(self, event, others=UP_DOWN):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if self.underMouse() or self.isDown():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("well"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
            painter.end()

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(self._sides, 1, min(self._sides, 10), 1)
        self._row.setSpacing(theme().px("s"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        for text in (self._label, self._answer, self._remark):
            words.addWidget(text)
        words.addStretch(1)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._end, 0, Qt.AlignmentFlag.AlignVCenter)
        self._end.setMinimumWidth(AT_THE_END)


class FoldQuestion(QWidget):
    """A question in one row.

    ``answered`` carries field and key, ``unfolded`` that all answers are shown.  The row is named
    ``<place>.<field>``, its answers ``<place>.<field>.<key>``; they are made when it is unfolded
    first.  Escape closes it.
    """

    answered = Signal(str, str)
    unfolded = Signal()

    def __init__(self, view: QuestionView, *, place: str, sides: int = 20) -> None:
        super().__init__()
        self._field = view.field
        self._name = f"{place}.{view.field}"
        self._view = view
        self._made = False
        self.row = FoldRow(sides=sides)
        self.row.setObjectName(self._name)
        self.row.clicked.connect(self._on_row_clicked)
        self._hint = Text("", "body", "ink2")
        self._choice = Choice((), name=view.label, close=True)
        self._choice.chosen.connect(self._on_chosen)
        self._choice.kept.connect(self._close)
        self.problem = ProblemLine()
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(sides, 4, 10, 12)
        inside.setSpacing(theme().px("s"))
        inside.addWidget(self._hint)
        inside.addWidget(self._choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.row)
        column.addWidget(self.problem)
        column.addWidget(self._inside)
        self.problem.setContentsMargins(sides, 0, 10, 4)
        self.fold()

    def show_view(
        self, view: QuestionView, *, short: str = "", remark: str = "", end: str = ""
    ) -> None:
        """Show the answers and which of them is chosen; ``short`` stands for a long label."""
        self._view = view
        chosen = next((each.title for each in view.answers if each.key == view.chosen), "")
        self.row.show_words(short or view.label, chosen, remark=remark, end=end)
        whole = view.label + "." if short not in {"", view.label} else ""
        self._hint.setText(" ".join(filter(None, (whole, view.hint))))
        self._hint.setVisible(bool(whole or view.hint))
        if self._made:
            self._show_answers()

    def fold(self) -> None:
        """Show the row only."""
        self._inside.hide()
        self.row.show_open(is_open=False)

    def unfold(self) -> None:
        """Show all answers, and put the focus on the one that is chosen."""
        if not self._made:
            self._made = True
            self._show_answers()
        self._inside.show()
        self.row.show_open(is_open=True)
        self.unfolded.emit()
        self._choice.first().setFocus(Qt.FocusReason.TabFocusReason)

    def is_folded(self) -> bool:
        """Tell whether only the row is shown."""
        return self._inside.isHidden()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key."""
        if event.key() == Qt.Key.Key_Escape and not self.is_folded():
            self._close()
        else:
            super().keyPressEvent(event)

    def _show_answers(self) -> None:
        answers = self._view.answers
        self._choice.show_options(
            [ChoiceOption(each.key, each.title, each.sentence) for each in answers]
        )
        above: QWidget = self.row
        for answer in answers:
            row = self._choice.row_of(answer.key)
            row.setObjectName(f"{self._name}.{answer.key}")
            QWidget.setTabOrder(above, row)
            above = row
        self._choice.show_chosen(self._view.chosen)

    def _close(self) -> None:
        self.row.setFocus(Qt.FocusReason.TabFocusReason)
        self.fold()

    def _on_row_clicked(self) -> None:
        if self.is_folded():
            self.unfold()
        else:
            self._close()

    def _on_chosen(self, key: str) -> None:
        self._close()
        self.answered.emit(self._field, key)


def _quiet(text: Text) -> Text:
    text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return text
