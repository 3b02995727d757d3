"""The list of the walk: which option, its topics by kind, and how far each of them is."""

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.walk import TopicGroup, TopicRow, WalkView
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import column
from ui.widgets.flow import Run
from ui.widgets.icons import KindMark, draw_icon, kind_shapes
from ui.widgets.laying import appear
from ui.widgets.reading import NOT_READ
from ui.widgets.row_button import RowButton
from ui.widgets.scroll import Scroll
from ui.widgets.text import Heading, Text

STATE_MARKS = {"discussed": "check", "set aside": "hand", "closed": "lock"}
SIDE = 20  # px: marks at 100 % text
RADIUS = 8


class WalkList(QWidget):
    """Shows the topics of one option.

    ``picked(key)`` when a topic is pressed; ``turned(by)`` for the option before or after.  Tab
    comes to the topic that is shown; the arrow keys go from topic to topic, Enter shows one.
    """

    picked = Signal(str)
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty(NOT_READ, True)  # noqa: FBT003 - Qt's own order
        self._rows: dict[str, _TopicButton] = {}
        self._spare: list[_TopicButton] = []
        self._headings: list[Text] = []
        self._shape: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self._here = ""
        self._place, self._count = Text("", "label", "ink2"), Text("", "label", "ink2")
        self._option = Heading()
        self._previous = self._chevron("previous_option", "prev", say("The option before"))
        self._next = self._chevron("next_option", "next", say("The next option"))
        self._previous.clicked.connect(self._on_previous)
        self._next.clicked.connect(self._on_next)
        self._done, self._done_words = QWidget(), Text("", "body_strong")
        self._scroll = Scroll()
        self._lay_out()

    def show_list(self, view: WalkView) -> bool:
        """Show the topics; True when they are others than before."""
        self._place.setText(view.place)
        self._option.setText(view.option)
        self._count.setText(view.count)
        self._previous.setEnabled(view.has_previous)
        self._next.setEnabled(view.has_next)
        self._done_words.setText(view.done)
        self._done.setVisible(bool(view.done))
        shape = tuple((each.heading, tuple(row.key for row in each.rows)) for each in view.groups)
        anew = shape != self._shape
        if anew:
            self._shape = shape
            self._fill(view.groups)
        here = view.card.key if view.card is not None else ""
        for group in view.groups:
            for row in group.rows:
                self._rows[row.key].show_row(row, here=row.key == here)
        if anew:
            self._scroll.make_room(*self._rows.values())
            self._scroll.verticalScrollBar().setValue(0)
        if here != self._here and here in self._rows:
            self._scroll.ensureWidgetVisible(self._rows[here], 0, 60)
        self._here = here
        return anew

    def first(self) -> QWidget:
        """Give the row that is shown, for the focus."""
        return self._rows.get(self._here, self._next)

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        return [self._previous, self._next, *self._rows.values()]

    def _chevron(self, ident: str, icon: str, name: str) -> Button:
        button = Button("", "quiet", icon=icon, name=name, small=True)
        button.setObjectName(f"walk.{ident}")
        return button

    def _lay_out(self) -> None:
        turn = QHBoxLayout()
        turn.setSpacing(0)
        turn.addWidget(self._place, 1)
        turn.addWidget(self._previous)
        turn.addWidget(self._next)
        head = QVBoxLayout()
        head.setContentsMargins(14, 0, 0, 0)
        head.setSpacing(2)
        head.addLayout(turn)
        head.addSpacing(theme().px("xs"))
        head.addWidget(self._option)
        head.addWidget(self._count)
        ground = _Rows()
        ground.moved.connect(self._on_moved)
        self._column = column(ground, spacing=1)
        self._column.setContentsMargins(6, 6, 8, 6)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(ground)
        for part in (ground, self._scroll.viewport()):
            part.setAutoFillBackground(False)
        done = QHBoxLayout(self._done)
        done.setContentsMargins(14, 4, 6, 8)
        done.addWidget(KindMark("done", size=22), 0, Qt.AlignmentFlag.AlignTop)
        done.addWidget(self._done_words, 1)
        self._done.hide()
        whole = column(self, spacing=theme().px("xs"))
        whole.addLayout(head)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._done)

    def _fill(self, groups: Sequence[TopicGroup]) -> None:
        """Put the rows below each other; those that are there are used again."""
        there, headings = self._taken_out()
        # The focus does not stay on a row that becomes that of another topic.
        rows = deque(each for each in there if not each.hasFocus())
        headed = False
        for group in groups:
            if group.heading:
                self._add_heading(headings.popleft() if headings else _heading(), group.heading)
            elif headed:  # what stands alone does not belong under the heading before it
                self._column.addSpacing(theme().px("m"))
            headed = bool(group.heading)
            for row in group.rows:
                self._add_row(rows.popleft() if rows else self._new_row(), row)
        self._column.addStretch(1)
        self._put_by([each for each in there if each not in self._rows.values()])
        for heading in headings:
            heading.hide()
            heading.deleteLater()

    def _taken_out(self) -> "tuple[list[_TopicButton], deque[Text]]":
        """Empty the column; give the rows and headings that were made by now."""
        rows, headings = [*self._rows.values(), *self._spare], deque(self._headings)
        for widget in (*rows, *headings):
            self._column.removeWidget(widget)  # taken as items, Qt would keep what it knows of them
        while self._column.count():
            self._column.takeAt(0)
        self._rows, self._headings, self._here = {}, [], ""
        return rows, headings

    def _put_by(self, spare: "list[_TopicButton]") -> None:
        """Hide rows that an option with fewer topics does not need."""
        self._spare = spare
        for row in spare:
            row.setObjectName("")
            row.hide()

    def _add_heading(self, heading: Text, words: str) -> None:
        heading.setText(words)
        self._headings.append(heading)
        self._column.addWidget(heading)
        heading.raise_()  # what is heard in order was made in order, or is put there

    def _new_row(self) -> "_TopicButton":
        button = _TopicButton()
        button.picked.connect(self.picked)
        return button

    def _add_row(self, button: "_TopicButton", row: TopicRow) -> None:
        button.setObjectName(f"walk.topic.{len(self._rows)}")
        self._rows[row.key] = button
        self._column.addWidget(button)
        button.raise_()
        appear(button, button.width())

    def _on_moved(self, key: int) -> None:
        rows = list(self._rows.values())
        here = next((n for n, row in enumerate(rows) if row.hasFocus()), 0)
        there = {
            Qt.Key.Key_Down: here + 1,
            Qt.Key.Key_Up: here - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(rows) - 1,
        }[Qt.Key(key)]
        if 0 <= there < len(rows):
            rows[there].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(rows[there], 0, 60)

    def _on_previous(self) -> None:
        self.turned.emit(-1)

    def _on_next(self) -> None:
        self.turned.emit(1)


class _Rows(QWidget):
    """What the rows stand on; ``moved(key)`` before the scrolling area takes the arrow keys."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.moved.emit(event.key())
        else:
            super().keyPressEvent(event)


class _TopicButton(RowButton):
    picked = Signal(str)

    def __init__(self) -> None:
        self._kind = self._key = ""
        super().__init__("")
        self._mark_size = SIDE
        self._star = KindMark("starfull", size=SIDE, role="action")
        self._state = KindMark("check", size=SIDE, role="action")
        self.row.setSpacing(8)
        for mark in (self._star, self._state):
            self.row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setCheckable(True)
        self.title.set_role("row")
        self.clicked.connect(self._on_clicked)
        self._on_themed()

    def show_row(self, row: TopicRow, *, here: bool) -> None:
        """Show a topic, how far it is, and whether its card is shown."""
        if row.kind != self._kind:
            self._kind = row.kind
            self.update()
        self._key = row.key
        self.setChecked(here)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        self.title.show_runs((Run(row.title, bold=here),))
        self._star.setVisible(row.material)
        self._state.setVisible(row.state in STATE_MARKS)
        if row.state in STATE_MARKS:
            self._state.show_kind(STATE_MARKS[row.state])
        self.setAccessibleName(row.spoken)

    def mark(self) -> str:
        """Give the mark of the kind in front."""
        return self._kind

    def ringed_part(self) -> QRect:
        """Let the ring go round the whole row."""
        return self.rect()

    def _paint_ground(self, painter: QPainter) -> None:
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        if self.isChecked():
            painter.fillPath(path, theme().colour("sheet"))
            painter.strokePath(path, QPen(theme().colour("action"), theme().px("line.chosen")))
        elif self.underMouse() or self.isDown():
            painter.fillPath(path, theme().colour("well"))

    def _paint_mark(self, painter: QPainter) -> None:
        if self._kind in kind_shapes():
            super()._paint_mark(painter)
        else:
            draw_icon(painter, self._kind, QRectF(self._mark_place()), theme().colour("ink2"))

    def _mark_left(self) -> int:
        return 8

    def _on_themed(self) -> None:
        self.row.setContentsMargins(8 + self._mark_side() + 10, 7, 8, 7)
        self.setMinimumHeight(theme().px("size.target_min"))

    def _on_clicked(self) -> None:
        self.setChecked(True)
        self.picked.emit(self._key)


def _heading() -> Text:
    made = Text("", "body_strong", "ink2")
    made.setContentsMargins(8, 10, 0, 2)
    return made
