"""Questions that people ask: a button that shows them by topic; one press takes one over."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.walk_ideas import Idea, IdeaGroup
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import column
from ui.widgets.icons import draw_icon
from ui.widgets.row_button import RowButton
from ui.widgets.wrapping import Wrapping


class IdeasPanel(QWidget):
    """Shows questions by topic, folded at first; ``picked(text)`` when one is taken over.

    ``opened`` when they are looked at: rows are made only then.  Escape folds them.
    """

    picked = Signal(str)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._groups: tuple[IdeaGroup, ...] = ()
        self._topic = ""
        self._chips: dict[str, Button] = {}
        self._rows: dict[int, _IdeaRow] = {}
        self._open = Button(say("Questions people ask"), "quiet", small=True)
        self._open.set_icon("down", when_checked="up")
        self._open.setObjectName("walk.ideas")
        self._open.setCheckable(True)
        self._open.toggled.connect(self._on_toggled)
        self._inside, self._topics = QWidget(), QWidget()
        self._topics.setAccessibleName(say("Topics"))
        self._wrapping = Wrapping(self._topics)
        inside = column(self._inside, spacing=theme().px("s"))
        inside.addWidget(self._topics)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        inside.addLayout(self._list)
        whole = column(self, spacing=theme().px("s"))
        whole.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeading)
        whole.addWidget(self._inside)
        self._inside.hide()
        self.hide()

    def show_ideas(self, groups: Sequence[IdeaGroup]) -> None:
        """Show the questions, and which of them were asked; without any the panel is away."""
        if self._groups == tuple(groups):
            return
        self._groups = tuple(groups)
        self.setVisible(bool(groups))
        topics = [each.topic for each in groups]
        if self._topic not in topics:
            self._topic = next(iter(topics), "")
        if self._open.isChecked():
            self._show_parts()

    def knows(self, text: str) -> bool:
        """Tell whether ``text`` is one of the questions, word for word."""
        return any(each.text == text for group in self._groups for each in group.ideas)

    def fold(self) -> None:
        """Show the button only."""
        self._open.setChecked(False)

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        return [self._open, *self._chips.values(), *self._rows.values()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key."""
        if event.key() == Qt.Key.Key_Escape and self._open.isChecked():
            self._open.setFocus(Qt.FocusReason.TabFocusReason)
            self.fold()
        else:
            super().keyPressEvent(event)

    def _show_parts(self) -> None:
        topics = [group.topic for group in self._groups]
        made = list(self._chips) != topics
        if made:
            _clear(self._chips, self._wrapping)
            self._chips = {topic: self._chip(place) for place, topic in enumerate(topics)}
        for topic, chip in self._chips.items():
            chip.setChecked(topic == self._topic)
            chip.updateGeometry()
        ideas = [
            each for group in self._groups if group.topic == self._topic for each in group.ideas
        ]
        if list(self._rows) != [each.place for each in ideas]:
            made = True
            _clear(self._rows, self._list)
            self._rows = {each.place: self._row(each) for each in ideas}
        for each in ideas:
            self._rows[each.place].show_idea(each)
        if made:
            self._order()

    def _chip(self, place: int) -> Button:
        topic = self._groups[place].topic
        chip = Button(topic, "chip", name=say("Questions: {topic}", topic=topic))
        chip.set_icon("", when_checked="check")
        chip.setObjectName(f"walk.idea_topic.{place}")
        chip.setProperty("topic", topic)
        chip.setCheckable(True)
        chip.clicked.connect(self._on_chip)
        self._wrapping.addWidget(chip)
        chip.show()
        return chip

    def _row(self, idea: Idea) -> "_IdeaRow":
        row = _IdeaRow()
        row.setObjectName(f"walk.idea.{idea.place}")
        row.clicked.connect(self._on_row)
        self._list.addWidget(row)
        row.show()
        return row

    def _order(self) -> None:
        """Let Tab go through the topics and then the questions, before what comes after."""
        before, *rest = self.stops()
        for each in rest:
            QWidget.setTabOrder(before, each)
            before = each

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        if on:
            self._show_parts()
        self._inside.setVisible(on)
        if on:
            self.opened.emit()

    def _on_chip(self) -> None:
        self._topic = str(self.sender().property("topic"))
        self._show_parts()

    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, _IdeaRow):
            self.picked.emit(row.title.text())


class _IdeaRow(RowButton):
    """A question; one that was asked has a mark and says so."""

    def __init__(self) -> None:
        self._asked = False
        super().__init__("")
        self.title.set_role("row")

    def show_idea(self, idea: Idea) -> None:
        """Show the question, and whether it was asked."""
        self._asked = idea.asked
        self.show_words(idea.text, say("Asked") if idea.asked else "")
        self.update()

    def mark(self) -> str:
        """Give the mark in front: a question, or that it was asked."""
        return "done" if self._asked else "ask"

    def _paint_mark(self, painter: QPainter) -> None:
        if self._asked:
            super()._paint_mark(painter)
        else:
            draw_icon(painter, self.mark(), QRectF(self._mark_place()), theme().colour("action"))


def _clear(
    widgets: dict[str, Button] | dict[int, _IdeaRow], layout: Wrapping | QVBoxLayout
) -> None:
    for widget in widgets.values():
        layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
