"""What matters to the patient, and how each option does on just that: two parts of one page."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.values import ValuesView
from spinecounsel.wording import say
from ui.pages.page import Page
from ui.pages.values.fit import FitPane
from ui.pages.values.statements import StatementsCard
from ui.theme.theme import theme
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.scroll import Scroll
from ui.widgets.slices import Slices
from ui.widgets.tabs import Tab, Tabs
from ui.widgets.text import PageTitle, Text

MATTERS, OPTIONS = "matters", "options"
TWO_COLUMNS = 1000  # px at 100 % text: with less, the statements stand below each other


class ValuesPage(Page):
    """Asks what matters and shows what is known of it.

    ``weighed(statement, text, importance)``: ``statement`` is empty for the patient's own words,
    ``importance`` when an answer was taken back.  ``tied(text, concept, on)``: what own words are
    about.  ``topic_asked(key)``: a line of the table was pressed.
    """

    weighed = Signal(str, str, str)
    tied = Signal(str, str, bool)
    topic_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("values")
        self._statements: StatementsCard | None = None
        self._said = self._looked = False
        self._shown = MATTERS
        self._tabs = Tabs(self._parts(), place="values")
        self._tabs.picked.connect(self._on_picked)
        self._scroll, ground = Scroll(), QWidget()
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(6, 0, 14, 24)
        self._column.setSpacing(theme().px("m"))
        how = say("Say how much each thing matters. You may leave out any. No answer is wrong.")
        self._column.addWidget(Text(how, "lead", "ink2"))
        self._column.addStretch(1)
        self._scroll.setWidget(ground)
        self._rest = Slices(self)
        self._fit = FitPane()
        self._fit.asked.connect(self.topic_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 16, 26, 0)
        column.setSpacing(theme().px("s"))
        self._head = QBoxLayout(SIDE_BY_SIDE)
        self._head.setContentsMargins(6, 0, 6, 0)
        self._head.addWidget(PageTitle(say("What matters to you?")), 1)
        self._head.addWidget(self._tabs, 0, Qt.AlignmentFlag.AlignLeading)
        column.addLayout(self._head)
        for pane in (self._scroll, self._fit):
            column.addWidget(pane, 1)
        theme().themed.connect(self._on_themed)
        self._on_themed()
        self._show_part()

    def show_view(self, view: ValuesView) -> None:
        """Show what matters; what is not made yet, and the table, come in idle time.

        An answer that was there stays.
        """
        if self._statements is None:
            self._statements = StatementsCard(view)
            self._statements.weighed.connect(self.weighed)
            self._statements.tied.connect(self.tied)
            self._column.insertWidget(1, self._statements)
            self._fold()
        self._said = any(each.importance for each in (*view.statements, *view.own))
        if not self._said:  # nobody has answered: begin with the questions
            self._shown, self._looked = MATTERS, False
        self._statements.show_statements(view)
        self._rest.later(self._steps(self._statements, view))
        self._show_part()

    def initial_focus(self) -> QWidget:
        """Give the first answer, or the first part of the table."""
        if self._shown == OPTIONS:
            return self._fit.first()
        return self._statements.first() if self._statements else self

    def showEvent(self, event: QShowEvent) -> None:
        """Make at once what is seen first."""
        if self._statements is not None:
            self._rest.hurry(self._statements.fills_window)
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the statements below each other where room is scarce."""
        super().resizeEvent(event)
        self._fold()

    def _parts(self) -> tuple[Tab, Tab]:
        return (
            Tab(MATTERS, say("What matters"), "done" if self._said else "to_do"),
            Tab(OPTIONS, say("How each option does"), "done" if self._looked else "to_do"),
        )

    def _steps(self, card: StatementsCard, view: ValuesView) -> Iterator[None]:
        yield from card.steps()
        self._fit.show_view(view)
        yield

    def _show_part(self) -> None:
        if self._shown == OPTIONS:
            self._rest.finish()
        self._tabs.show_tabs(self._parts(), self._shown)
        self._scroll.setVisible(self._shown == MATTERS)
        self._fit.setVisible(self._shown == OPTIONS)

    def _on_themed(self) -> None:
        large = theme().large_text
        self._head.setDirection(FOLDED if large else SIDE_BY_SIDE)
        self._head.setStretch(0, 0 if large else 1)
        self._fold()

    def _fold(self) -> None:
        if self._statements is not None:
            least = TWO_COLUMNS * theme().text_scale
            self._statements.show_folded(folded=theme().large_text or self.width() < least)

    def _on_picked(self, key: str) -> None:
        self._shown = key
        self._looked = self._looked or (key == OPTIONS and self._said)
        self._show_part()
