"""The list of the walk: which option, its topics by kind, and how far each of them is."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.walk import TopicGroup, TopicRow, WalkView
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.icons import KindMark
from ui.widgets.row_button import RowButton
from ui.widgets.scroll import Scroll
from ui.widgets.text import Heading, Text

STATE_MARKS = {"discussed": "check", "set aside": "hand", "closed": "lock"}
MARK, STATE, STAR = 20, 20, 20
RADIUS = 8


class WalkList(QWidget):
    """Shows the topics of one option.

    ``picked(key)`` when a topic is pressed or reached by the arrow keys; ``turned(by)`` for the
    option before or after.
    """

    picked = Signal(str)
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, _TopicButton] = {}
        self._shape: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self._place, self._count = Text("", "label", "ink2"), Text("", "label", "ink2")
        self._option = Heading()
        self._previous = self._chevron("previous_option", "prev", say("The option before"))
        self._next = self._chevron("next_option", "next", say("The next option"))
        self._previous.clicked.connect(self._on_previous)
        self._next.clicked.connect(self._on_next)
        self._all = Button(say("All its topics"), "quiet", icon="list", small=True)
        self._all.setObjectName("walk.topics")
        self._all.setCheckable(True)
        self._lay_out()
        self._all.toggled.connect(self._scroll.setVisible)

    def show_list(self, view: WalkView) -> None:
        """Show the topics of the option; rows are made anew only when the topics changed."""
        self._place.setText(view.place)
        self._option.setText(view.option)
        self._count.setText(view.count)
        self._previous.setEnabled(view.has_previous)
        self._next.setEnabled(view.has_next)
        shape = tuple((each.heading, tuple(row.key for row in each.rows)) for each in view.groups)
        if shape != self._shape:
            self._shape = shape
            self._fill(view.groups)
        for group in view.groups:
            for row in group.rows:
                is_here = view.card is not None and row.key == view.card.key
                self._rows[row.key].show_row(row, here=is_here)
                if is_here:
                    self._scroll.ensureWidgetVisible(self._rows[row.key], 0, 60)

    def set_compact(self, *, compact: bool) -> None:
        """Fold the topics behind a button, for large text; its press shows them."""
        self._all.setVisible(compact)
        self._scroll.setVisible(not compact or self._all.isChecked())

    def first(self) -> QWidget:
        """Give the row that is shown, for the focus."""
        shown = (row for row in self._rows.values() if row.isChecked())
        return next(shown, self._next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from topic to topic."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        rows = list(self._rows.values())
        here = next((n for n, row in enumerate(rows) if row.hasFocus()), None)
        if not step or here is None:
            super().keyPressEvent(event)
            return
        there = rows[max(0, min(len(rows) - 1, here + step))]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(there, 0, 60)

    def _chevron(self, ident: str, icon: str, name: str) -> Button:
        button = Button("", "icon", icon=icon, name=name)
        button.setObjectName(f"walk.{ident}")
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("s"))
        head = QHBoxLayout()
        head.setSpacing(theme().px("xs"))
        words = QVBoxLayout()
        words.setSpacing(2)
        for text in (self._place, self._option, self._count):
            words.addWidget(text)
        head.addWidget(self._previous, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self._next, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self._scroll = Scroll()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget()
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(6, 6, 10, 6)
        self._column.setSpacing(2)
        self._scroll.setWidget(ground)
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._scroll, 1)

    def _fill(self, groups: Sequence[TopicGroup]) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        for group in groups:
            if group.heading:
                heading = Text(group.heading, "body_strong", "ink2")
                heading.setContentsMargins(12, 12, 0, 4)
                self._column.addWidget(heading)
            for row in group.rows:
                button = _TopicButton(row)
                button.setObjectName(f"walk.topic.{len(self._rows)}")
                button.picked.connect(self.picked)
                self._rows[row.key] = button
                self._column.addWidget(button)
        self._column.addStretch(1)

    def _on_previous(self) -> None:
        self.turned.emit(-1)

    def _on_next(self) -> None:
        self.turned.emit(1)


class _TopicButton(RowButton):
    picked = Signal(str)

    def __init__(self, row: TopicRow) -> None:
        self._kind = row.kind
        super().__init__(row.title)
        self._key = row.key
        self._mark_size = MARK
        self._star = KindMark("starfull", size=STAR, role="action")
        self._state = KindMark("check", size=STATE, role="action")
        self.row.setSpacing(8)
        for mark in (self._star, self._state):
            self.row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setCheckable(True)
        self.title.set_role("row")
        self.clicked.connect(self._on_clicked)
        self._on_themed()

    def show_row(self, row: TopicRow, *, here: bool) -> None:
        """Show how far the topic is, and whether its card is shown."""
        self._kind = row.kind
        self.setChecked(here)
        self.title.setText(f"**{row.title}**" if here else row.title)
        self._star.setVisible(row.material)
        self._state.setVisible(row.state in STATE_MARKS)
        if row.state in STATE_MARKS:
            self._state.show_kind(STATE_MARKS[row.state])
        self.setAccessibleName(row.spoken)
        self.update()

    def mark(self) -> str:
        """Give the mark of the kind in front."""
        return "" if self._kind in {"lock", "list"} else self._kind

    def ringed_part(self) -> QRect:
        """The ring goes round the whole row."""
        return self.rect()

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        path = QPainterPath()
        path.addRoundedRect(box, RADIUS, RADIUS)
        if self.isChecked():
            painter.fillPath(path, theme().colour("sheet"))
            painter.strokePath(path, QPen(theme().colour("action"), theme().px("line.chosen")))
        elif self.underMouse() or self.isDown():
            painter.fillPath(path, theme().colour("well"))

    def _mark_left(self) -> int:
        return 12

    def _on_themed(self) -> None:
        self.row.setContentsMargins(12 + self._mark_side() + 12, 9, 10, 9)
        self.setMinimumHeight(theme().px("size.target_min"))

    def _on_clicked(self) -> None:
        self.setChecked(True)
        self.picked.emit(self._key)
