"""The first start after the vault: the clinic, then what to begin with."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.first_start import FirstView, Stage, Way, WayView
from spinecounsel.wording import say
from ui.pages.page import Page
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.icons import KindMark, draw_icon
from ui.widgets.look import Look, stand_alone
from ui.widgets.row_button import RowButton
from ui.widgets.text import PageTitle, Text
from ui.widgets.wrapping import Wrapping

WIDTH = 680  # px at 100 % text
_ICONS = {Way.PRACTISE: "person", Way.NEW: "plus", Way.MANUAL: "book", Way.LIST: "home"}


class FirstPage(Page):
    """Shows a ``FirstView``; ``form`` is that of the clinic, ``first`` what has the focus in it.

    ``clinic_named()``, or ``clinic_left()`` for later; ``chosen(way)`` at the end.  ``look``
    changes text size and colours and leads to help.
    """

    clinic_named = Signal()
    clinic_left = Signal()
    chosen = Signal(object)

    def __init__(self, form: QWidget, first: QWidget) -> None:
        super().__init__()
        self.setObjectName("first")
        self._form, self._first = form, first
        self._step = Text("", "label", "ink2")
        self._step.setObjectName("first.step")
        self._title = PageTitle()
        self._sentence = Text("", "lead")
        self._go = Button(say("Go on"), "primary")
        self._go.setObjectName("first.go")
        self._later = Button(say("Later"), "quiet")
        self._later.setObjectName("first.later")
        self._go.clicked.connect(self.clinic_named)
        self._later.clicked.connect(self.clinic_left)
        self._actions = QWidget()
        self._rows: list[_WayRow] = []
        self.look = Look("first")
        self._lay_out()
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_view(self, view: FirstView) -> None:
        """Show a stage."""
        self._step.setText(view.step)
        self._title.setText(view.title)
        self._sentence.setText(view.sentence)
        for part in (self._form, self._actions):
            part.setVisible(view.stage is Stage.CLINIC)
        for way in view.ways[len(self._rows) :]:
            row = _WayRow(way)
            row.chosen.connect(self.chosen)
            self._rows.append(row)
            self._ways.addWidget(row)
            row.show()  # at once, so that it can take the focus

    def initial_focus(self) -> QWidget:
        """Give the control to begin with."""
        return self._rows[0] if self._rows else self._first

    def _lay_out(self) -> None:
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(14, 24, 14, 24)
        column.setSpacing(theme().px("m"))
        head = QHBoxLayout()
        head.setSpacing(theme().px("m"))
        head.addWidget(KindMark("brand"), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, 1)
        buttons = Wrapping(self._actions, spacing=theme().px("m"))
        buttons.addWidget(self._go)
        buttons.addWidget(self._later)
        self._ways = QVBoxLayout()
        self._ways.setSpacing(theme().px("m"))
        column.addStretch(1)
        column.addWidget(self._step)
        column.addLayout(head)
        for part in (self._sentence, self._form, self._actions):
            column.addWidget(part)
        column.addLayout(self._ways)
        column.addStretch(2)
        stand_alone(self, self._column, self.look)

    def _on_themed(self) -> None:
        self._column.setMaximumWidth(round(WIDTH * theme().text_scale) + 28)


class _WayRow(RowButton):
    """One way to begin, pressed as a whole."""

    chosen = Signal(object)

    def __init__(self, view: WayView) -> None:
        self._way = view.way
        super().__init__(view.title, view.sentence, frame="card")
        self.setObjectName(f"first.{view.way}")
        self.clicked.connect(self._on_clicked)

    def mark(self) -> str:
        """Give the icon in front."""
        return _ICONS[self._way]

    def _paint_mark(self, painter: QPainter) -> None:
        draw_icon(painter, self.mark(), QRectF(self._mark_place()), theme().colour("action"))

    def _on_clicked(self) -> None:
        self.chosen.emit(self._way)
