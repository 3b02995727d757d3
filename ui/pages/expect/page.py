"""What the patient expects, before any number is shown; later, beside it, what was found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.expect import ExpectView
from spinecounsel.wording import say
from ui.pages.expect.asking import AskingPane
from ui.pages.expect.beside import TWO_COLUMNS, BesidePane
from ui.pages.page import Page
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.text import PageTitle


class ExpectPage(Page):
    """Asks what the patient expects; once numbers were looked at, it only shows what was said.

    ``written(theme, words)``, ``scored(theme, score or None)``, ``leaned(option, on)``,
    ``skipped(whether)``, ``turned_to(theme)`` for the question that has the focus, empty for none.
    """

    written = Signal(str, str)
    scored = Signal(str, object)
    leaned = Signal(str, bool)
    skipped = Signal(bool)
    turned_to = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("expect")
        self._settled = False
        self._skip = Button(say("Rather not say"))
        self._skip.setObjectName("expect.skip")
        self._skip.setCheckable(True)
        self._skip.set_icon("", when_checked="check")
        self._skip.clicked.connect(self.skipped)
        self._asking, self._beside = AskingPane(), BesidePane()
        self._asking.written.connect(self.written)
        self._asking.scored.connect(self.scored)
        self._asking.leaned.connect(self.leaned)
        self._asking.turned_to.connect(self.turned_to)
        self._head = QBoxLayout(SIDE_BY_SIDE)
        self._head.setContentsMargins(6, 0, 6, 0)
        self._title = PageTitle(say("What do you expect?"))
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._skip, 0, Qt.AlignmentFlag.AlignLeading)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 16, 26, 0)
        column.setSpacing(theme().px("s"))
        column.addLayout(self._head)
        for pane in (self._asking, self._beside):
            column.addWidget(pane, 1)
        self._beside.hide()
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_view(self, view: ExpectView) -> None:
        """Show what was said; what is being written stays as it is."""
        self._settled = view.settled
        self._title.setText(
            say("What you expected, and what was found")
            if view.settled
            else say("What do you expect?")
        )
        self._skip.setChecked(view.skipped)
        self._skip.setEnabled(view.may_skip)
        self._skip.setVisible(not view.settled)
        panes = (self._beside, self._asking)
        shown, other = panes if view.settled else reversed(panes)
        shown.show_view(view)  # the other one holds no number before its time
        other.hide()
        shown.show()

    def initial_focus(self) -> QWidget:
        """Give the first field, or what scrolls when nothing is asked any more."""
        return self._beside if self._settled else self._asking.first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where room is scarce."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        least = TWO_COLUMNS * theme().text_scale
        self._beside.show_folded(folded=theme().large_text or self.width() < least)

    def _on_themed(self) -> None:
        large = theme().large_text
        self._head.setDirection(FOLDED if large else SIDE_BY_SIDE)
        self._head.setStretch(0, 0 if large else 1)
        self._fold()
