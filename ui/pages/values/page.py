"""What matters to the patient, and then how each option does on just that."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.values import ValuesView
from spinecounsel.wording import say
from ui.pages.page import Page
from ui.pages.values.statements import StatementsCard
from ui.pages.values.table import ValuesTable
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.notice import Notice
from ui.widgets.scroll import Scroll
from ui.widgets.text import Heading, PageTitle, Text


class ValuesPage(Page):
    """Asks what matters and shows what is known of it.

    ``weighed(statement, text, importance)``: ``statement`` is empty for the patient's own words,
    ``importance`` when an answer was taken back.
    """

    weighed = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("values")
        self._view: ValuesView | None = None
        self._details = False
        self._statements: StatementsCard | None = None
        self._table = ValuesTable()
        self._table_title = Heading(say("How each option does on what matters"), "card_title")
        self._nothing = Text(
            say("Choose A lot or Some above: what is known of it comes here."), "lead", "ink2"
        )
        self._weigh = Text(say("No total is made of this. **Only you can weigh it.**"), "lead")
        self._red_flag = Notice()
        self._to_table = Button(say("To the table"), icon="down", small=True)
        self._to_table.setObjectName("values.to_table")
        self._to_table.clicked.connect(self._on_to_table)
        self._who = Button("", "link", small=True)
        self._who.setObjectName("values.details")
        self._who.clicked.connect(self._on_who)
        self._lay_out()
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_view(self, view: ValuesView) -> None:
        """Show what matters and the table; an answer that was there stays as it is."""
        self._view = view
        if self._statements is None:
            self._statements = StatementsCard(view)
            self._statements.weighed.connect(self.weighed)
            self._column.insertWidget(1, self._statements)
            QWidget.setTabOrder(self._statements.last(), self._who)
        self._statements.show_statements(view)
        self._nothing.setVisible(not view.columns)
        self._table.setVisible(bool(view.columns))
        self._who.setVisible(bool(view.columns))
        self._weigh.setVisible(bool(view.columns))
        self._red_flag.show_sentence(view.red_flag)
        self._show_table()

    def initial_focus(self) -> QWidget:
        """Give the first answer."""
        return self._statements.first() if self._statements else self

    def _lay_out(self) -> None:
        self._head = QBoxLayout(SIDE_BY_SIDE)
        self._head.setContentsMargins(6, 0, 6, 0)
        self._head.addWidget(PageTitle(say("What matters to you?")), 1)
        self._head.addWidget(self._to_table, 0, Qt.AlignmentFlag.AlignLeading)
        self._scroll, ground = Scroll(), QWidget()
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(6, 0, 14, 24)
        self._column.setSpacing(theme().px("l"))
        how = say("Say how much each thing matters. You may leave out any. No answer is wrong.")
        self._column.addWidget(Text(how, "lead", "ink2"))
        self._line = QBoxLayout(SIDE_BY_SIDE)
        self._line.addWidget(self._table_title, 1)
        self._line.addWidget(self._who, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addLayout(self._line)
        for widget in (self._nothing, self._table, self._weigh, self._red_flag):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._scroll.setWidget(ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 16, 26, 0)
        column.setSpacing(theme().px("s"))
        column.addLayout(self._head)
        column.addWidget(self._scroll, 1)

    def _show_table(self) -> None:
        self._who.setText(
            say("Hide who was studied")
            if self._details
            else say("Who was studied, and how sure we are")
        )
        if self._view is not None:
            self._table.show_columns(self._view.options, self._view.columns, details=self._details)

    def _on_who(self) -> None:
        self._details = not self._details
        self._show_table()

    def _on_to_table(self) -> None:
        self._scroll.verticalScrollBar().setValue(self._table_title.y() - theme().px("s"))

    def _on_themed(self) -> None:
        large = theme().large_text
        for box in (self._head, self._line):
            box.setDirection(FOLDED if large else SIDE_BY_SIDE)
            box.setStretch(0, 0 if large else 1)
