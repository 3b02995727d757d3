"""Options side by side: only what may be compared stands in one row."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QScrollBar, QVBoxLayout, QWidget

from spinecounsel.viewing.compare import CompareView
from spinecounsel.wording import say, say_count
from ui.pages.compare.chooser import Chooser
from ui.pages.compare.heads import CompareHeads
from ui.pages.compare.table import CompareTable
from ui.pages.page import Page
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.notice import Notice
from ui.widgets.scroll import Scroll
from ui.widgets.text import PageTitle, Text

TOOLS_IN_A_LINE = 2  # with large text


class ComparePage(Page):
    """Shows the comparison.

    ``everything_asked(on)`` for all rows; ``option_picked(id, chosen)``, ``row_picked(concept,
    chosen)``, ``matters_asked()``; ``row_opened(key)``, empty when one was closed;
    ``print_asked()`` and ``save_asked()`` for one sheet of paper.
    """

    everything_asked = Signal(bool)
    option_picked = Signal(str, bool)
    row_picked = Signal(str, bool)
    matters_asked = Signal()
    row_opened = Signal(str)
    print_asked = Signal()
    save_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("compare")
        self._view: CompareView | None = None
        self._first = 0
        self._make_tools()
        self._chooser = Chooser()
        self._chooser.option_picked.connect(self.option_picked)
        self._chooser.row_picked.connect(self.row_picked)
        self._chooser.matters_asked.connect(self.matters_asked)
        self._chooser.main_asked.connect(self._on_main_asked)
        self._said, self._warned = Text("", "body"), Notice()
        self._nothing = Text("", "lead", "ink2")
        self._red_flag = Notice()
        self._heads, self._table = CompareHeads(), CompareTable()
        self._heads.moved.connect(self._on_moved)
        self._table.formed.connect(self._show_columns)
        self._table.row_opened.connect(self.row_opened)
        self._sideways = QScrollBar(Qt.Orientation.Horizontal)
        self._sideways.setObjectName("compare.sideways")
        self._sideways.setAccessibleName(say("Options side by side"))
        self._sideways.valueChanged.connect(self._on_sideways)
        self._lay_out()
        theme().themed.connect(self._on_themed)
        self._on_themed()
        self._show_parts()

    def show_view(self, view: CompareView) -> None:
        """Show the options and the rows; the place in the list stays where it is."""
        self._view = view
        some_hidden = view.more > 0
        self._more.setVisible(some_hidden or not view.choice.main)
        self._more.setChecked(not some_hidden and not view.choice.main)
        self._more.setText(
            say_count("Show {n} more row", "Show {n} more rows", view.more)
            if some_hidden
            else say("Main questions only")
        )
        self._red_flag.show_sentence(view.red_flag)
        self._nothing.setText(view.nothing)
        self._nothing.setVisible(bool(view.nothing))
        self._chooser.show_choice(view.choice)
        place = self._scroll.verticalScrollBar().value()
        self._table.show_view(view)
        self._show_columns()
        self._scroll.verticalScrollBar().setValue(place)

    def say_sentence(self, sentence: str, *, warns: bool = False) -> None:
        """Say what becomes of the sheet, or why it cannot be made; empty for nothing."""
        self._said.setText("" if warns else sentence)
        self._said.setVisible(bool(sentence) and not warns)
        self._warned.show_sentence(sentence if warns else "")

    def initial_focus(self) -> QWidget:
        """Give the control to begin with."""
        return self._details

    def _make_tools(self) -> None:
        self._details = self._tool("details", say("Who was studied"), "doc", checkable=True)
        self._details.toggled.connect(self._on_details)
        self._choose = self._tool("rows", say("Choose what to show"), "list", checkable=True)
        self._choose.toggled.connect(self._on_choose)
        self._more = self._tool("everything", "", "", checkable=True)
        self._more.clicked.connect(self.everything_asked)
        self._sheet = self._tool("sheet", say("Print this sheet"), "print")
        self._sheet.clicked.connect(self._on_sheet)
        self._menu = QMenu(self)
        for what, words, signal in (
            ("print", say("Print"), self.print_asked),
            ("save", say("Save as PDF"), self.save_asked),
        ):
            action = QAction(words, self._menu)
            action.setObjectName(f"compare.{what}")
            action.triggered.connect(signal)
            self._menu.addAction(action)

    def _tool(self, what: str, words: str, icon: str, *, checkable: bool = False) -> Button:
        button = Button(words, "secondary", icon=icon, small=True)
        button.setObjectName(f"compare.{what}")
        button.setCheckable(checkable)
        return button

    def _lay_out(self) -> None:
        self._tools = QWidget()
        self._tool_grid = QGridLayout(self._tools)
        self._tool_grid.setContentsMargins(0, 0, 0, 0)
        self._tool_grid.setSpacing(theme().px("m"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(28, 16, 28, 14)
        outer.setSpacing(theme().px("m"))
        top = QHBoxLayout()
        top.setSpacing(theme().px("m"))
        top.addWidget(PageTitle(say("Compare")), 1)
        top.addWidget(self._tools)
        outer.addLayout(top)
        outer.addWidget(self._said)
        outer.addWidget(self._warned)
        outer.addWidget(self._heads)
        self._scroll = Scroll(say("Options side by side"))
        self._scroll.setObjectName("compare.table")
        ground = QWidget()
        self._inside = QVBoxLayout(ground)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.addWidget(self._nothing)
        self._inside.addWidget(self._table)
        self._scroll.setWidget(ground)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._sideways)
        outer.addWidget(self._chooser, 1)
        self._outer = outer
        self._said.hide()

    def _show_parts(self) -> None:
        """Show the table, or in its place what can be chosen."""
        choosing = self._choose.isChecked()
        form = self._table.form
        columns = len(self._view.options) if self._view else 0
        self._heads.setVisible(form.heads and not choosing)
        self._sideways.setVisible(form.heads and form.shown < columns and not choosing)
        self._scroll.setVisible(not choosing)
        self._chooser.setVisible(choosing)
        self._details.setEnabled(not choosing)

    def _show_columns(self) -> None:
        """Show as many columns as there is room for, from where one was."""
        if self._view is None:
            return
        names = tuple(name for _, name in self._view.options)
        form = self._table.form
        self._first = max(0, min(self._first, len(names) - form.shown)) if form.heads else 0
        self._sideways.setRange(0, max(0, len(names) - form.shown))
        self._sideways.setPageStep(form.shown)
        self._sideways.setValue(self._first)
        self._heads.show_names(names, form, self._first)
        self._table.show_from(self._first)
        self._show_parts()

    def _on_moved(self, by: int) -> None:
        self._sideways.setValue(self._first + by)

    def _on_sideways(self, value: int) -> None:
        if value != self._first:
            self._first = value
            self._show_columns()

    def _on_details(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._table.show_details(details=on)
        self._scroll.make_room(*self._table.lines())

    def _on_choose(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._choose.setText(say("Back to the table") if on else say("Choose what to show"))
        self.say_sentence("")
        self._show_parts()

    def _on_main_asked(self) -> None:
        self.everything_asked.emit(False)  # noqa: FBT003 - a Qt signal

    def _on_sheet(self) -> None:
        self._menu.popup(self._sheet.mapToGlobal(QPoint(0, self._sheet.height() + 4)))

    def _on_themed(self) -> None:
        """With large text the buttons stand in two lines, and the warning scrolls with the rows."""
        large = theme().large_text
        in_a_line = TOOLS_IN_A_LINE if large else 4
        for place, button in enumerate((self._details, self._more, self._choose, self._sheet)):
            self._tool_grid.addWidget(button, *divmod(place, in_a_line))
        (self._inside if large else self._outer).addWidget(self._red_flag)
