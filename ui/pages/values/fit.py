"""How each option does on what matters: the table, and what stands round it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.values import ValuesView, Words
from spinecounsel.wording import say
from ui.pages.values.table import ValuesTable
from ui.pages.values.words import LongWords
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.notice import Notice
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text


class FitPane(Scroll):
    """Shows the table; ``asked`` carries the key of the topic whose line was pressed."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(say("How each option does"))
        self._view: ValuesView | None = None
        self._details = False
        self._table = ValuesTable()
        self._table.asked.connect(self.asked)
        self._untied = _Untied()
        self._nothing = Text(
            say("Choose A lot or Some under “What matters”: what is known of it comes here."),
            "lead",
            "ink2",
        )
        self._weigh = Text(say("No total is made of this. **Only you can weigh it.**"), "lead")
        self._red_flag = Notice()
        self._who = Button("", "link", small=True)
        self._who.setObjectName("values.details")
        self._who.clicked.connect(self._on_who)
        self._line = QBoxLayout(SIDE_BY_SIDE)
        self._line.addWidget(self._weigh, 1)
        self._line.addWidget(self._who, 0, Qt.AlignmentFlag.AlignLeading)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(6, 0, 14, 24)
        column.setSpacing(theme().px("s"))
        column.addLayout(self._line)
        for widget in (self._nothing, self._table, self._untied, self._red_flag):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(ground)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_view(self, view: ValuesView) -> None:
        """Show the table; what is the same stays as it is."""
        self._view = view
        self._nothing.setVisible(not (view.columns or view.untied))
        for widget in (self._table, self._who, self._weigh):
            widget.setVisible(bool(view.columns))
        self._untied.show_words(view.untied)
        self._red_flag.show_sentence(view.red_flag)
        if self.isVisible():
            self._show_table()

    def showEvent(self, event: QShowEvent) -> None:
        """Build the table only now: while answers are given, nobody sees it."""
        self._show_table()
        super().showEvent(event)

    def first(self) -> QWidget:
        """Give the first control, for the focus."""
        return self._who if self._view and self._view.columns else self

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

    def _on_themed(self) -> None:
        large = theme().large_text
        self._line.setDirection(FOLDED if large else SIDE_BY_SIDE)
        self._line.setStretch(0, 0 if large else 1)


class _Untied(Card):
    """The patient's own words that nothing is known of, for they are tied to nothing."""

    def __init__(self) -> None:
        super().__init__(pad=16, spacing=6)
        self._shown: tuple[Words, ...] = ()
        self.add(Text(say("In your own words"), "label", "ink2"))
        self._list = QVBoxLayout()
        self.column.addLayout(self._list)
        self.add(Text(say("Nothing was counted on just this."), "cell", "ink2"))
        self.hide()

    def show_words(self, untied: tuple[Words, ...]) -> None:
        """Show ``untied``; hides when there is none."""
        self.setVisible(bool(untied))
        if untied == self._shown:
            return
        self._shown = untied
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        for place, each in enumerate(untied):
            words = LongWords("strong")
            words.show_words(each.whole, each.short, place=f"values.untied.{place}")
            self._list.addWidget(words)
