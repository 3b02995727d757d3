"""A few plain questions in little room: what helps comes in place, with doors, after a "no"."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.sure import Door, SureQuestion, SureView
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.fold import FoldRow
from ui.widgets.segments import Segments
from ui.widgets.text import Text

SIDES = 18
LEAST_BESIDE = 760  # px: with less room, the questions stand one below the other


class PlainQuestions(Card):
    """Questions under one row that opens and closes; it closes once all are answered yes.

    ``answered(field, key)``, the key empty when it was taken back; ``step_asked(step)``.  Names are
    ``<place>.fold``, ``<place>.<field>.<key>`` and ``<place>.<field>.to.<step>``.
    """

    answered = Signal(str, str)
    step_asked = Signal(str)

    def __init__(self, place: str, label: str) -> None:
        super().__init__(pad=0, spacing=0)
        self._place, self._label = place, label
        self._rows: dict[str, _Row] = {}
        self._settled: bool | None = None
        self._head = FoldRow(sides=SIDES)
        self._head.setObjectName(f"{place}.fold")
        self._head.clicked.connect(self._on_fold)
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(SIDES, 8, SIDES, 12)
        self._grid.setHorizontalSpacing(theme().px("xl"))
        self._grid.setVerticalSpacing(theme().px("s"))
        self.add(self._head)
        self.add(self._inside)
        theme().themed.connect(self._arrange)

    def show_view(self, view: SureView) -> None:
        """Show the answers, and what helps where one is no."""
        if not self._rows:
            self._make_rows(view)
        for question in view.questions:
            self._rows[question.field].show_question(question)
        for above, below in pairwise(self._stops()):
            QWidget.setTabOrder(above, below)
        self._head.show_words(self._label, view.summary)
        if view.settled != self._settled:
            self._settled = view.settled
            self._open(is_open=not view.settled)

    def is_folded(self) -> bool:
        """Tell whether only the row is shown."""
        return self._inside.isHidden()

    def first(self) -> QWidget:
        """Give the first answer, or the row that opens them."""
        rows = list(self._rows.values())
        return self._head if self.is_folded() or not rows else rows[0].first()

    def last(self) -> QWidget:
        """Give the last of what can have the focus, for its order."""
        return self._stops()[-1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the questions beside each other where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _stops(self) -> list[QWidget]:
        return [self._head, *(stop for row in self._rows.values() for stop in row.stops())]

    def _make_rows(self, view: SureView) -> None:
        for question in view.questions:
            row = _Row(self._place, question, view.yes_no)
            row.answered.connect(self.answered)
            row.step_asked.connect(self.step_asked)
            self._rows[question.field] = row
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= LEAST_BESIDE and not theme().large_text
        across = 2 if beside else 1
        for place, row in enumerate(self._rows.values()):
            self._grid.addWidget(row, place // across, place % across, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if beside else 0)

    def _open(self, *, is_open: bool) -> None:
        if not is_open and self._inside.isAncestorOf(QApplication.focusWidget() or self):
            self._head.setFocus(Qt.FocusReason.OtherFocusReason)
        self._inside.setVisible(is_open)
        self._head.show_open(is_open=is_open)

    def _on_fold(self) -> None:
        self._open(is_open=self.is_folded())


class _Row(QWidget):
    answered = Signal(str, str)
    step_asked = Signal(str)

    def __init__(
        self, place: str, question: SureQuestion, yes_no: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__()
        self._name = f"{place}.{question.field}"
        self._field = question.field
        self._shown: tuple[Door, ...] = ()
        self._buttons: list[Button] = []
        self._segments = Segments(yes_no, name=question.question, may_clear=True)
        self._keys = [key for key, _ in yes_no]
        for key in self._keys:
            self._segments.button(key).setObjectName(f"{self._name}.{key}")
        self._segments.chosen.connect(self._on_chosen)
        self._help = Text("", "lead")
        self._doors = QBoxLayout(SIDE_BY_SIDE)
        self._doors.setSpacing(theme().px("m"))
        self._line = QBoxLayout(SIDE_BY_SIDE)
        self._line.addWidget(Text(question.question, "lead"), 1, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self._segments, 0, Qt.AlignmentFlag.AlignLeading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._line)
        column.addWidget(self._help)
        column.addLayout(self._doors)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_question(self, question: SureQuestion) -> None:
        """Show the answer, and what helps."""
        self._segments.show_chosen(question.answer)
        self._help.setText(question.help)
        self._help.setVisible(bool(question.help))
        if question.doors != self._shown:
            self._shown = question.doors
            self._make_doors()

    def first(self) -> QWidget:
        """Give the answer that is chosen, else the first."""
        return self._segments.first()

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        return [*(self._segments.button(key) for key in self._keys), *self._buttons]

    def _make_doors(self) -> None:
        while self._doors.count():
            item = self._doors.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        self._buttons = [self._door(door) for door in self._shown]
        for button in self._buttons:
            self._doors.addWidget(button)
        self._doors.addStretch(1)

    def _door(self, door: Door) -> Button:
        button = Button(door.words, small=True)
        button.setObjectName(f"{self._name}.to.{door.step}")
        button.setProperty("step", door.step)
        button.clicked.connect(self._on_door)
        return button

    def _on_door(self) -> None:
        self.step_asked.emit(str(self.sender().property("step")))

    def _on_chosen(self, key: str) -> None:
        self.answered.emit(self._field, key)

    def _on_themed(self) -> None:
        large = theme().large_text
        self._line.setDirection(FOLDED if large else SIDE_BY_SIDE)
        self._line.setSpacing(theme().px("s" if large else "m"))
        self._doors.setDirection(FOLDED if large else SIDE_BY_SIDE)
