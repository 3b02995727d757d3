"""Options side by side: only what may be compared stands in one row."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.compare import CompareView
from spinecounsel.wording import say, say_count
from ui.pages.compare.table import CELL_SHARE, HEAD_SHARE, CompareTable
from ui.pages.page import Page
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.icons import KindMark
from ui.widgets.notice import Notice
from ui.widgets.scroll import Scroll
from ui.widgets.text import PageTitle, Text


class ComparePage(Page):
    """Shows the comparison; ``everything_asked(on)`` for the questions beyond the main ones."""

    everything_asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("compare")
        self._view: CompareView | None = None
        self._table = CompareTable()
        self._table.heads_needed.connect(self._on_heads_needed)
        self._more = Button("", "secondary", small=True)
        self._more.setObjectName("compare.everything")
        self._more.setCheckable(True)
        self._more.clicked.connect(self.everything_asked)
        self._details = Button(say("Who was studied"), "secondary", icon="doc", small=True)
        self._details.setObjectName("compare.details")
        self._details.setCheckable(True)
        self._details.toggled.connect(self._on_details)
        self._red_flag = Notice()
        self._lay_out()
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_view(self, view: CompareView) -> None:
        """Show the options and the rows; the place in the list stays where it is."""
        self._view = view
        self._more.setChecked(view.all_shown)
        self._more.setVisible(view.all_shown or view.more > 0)
        self._more.setText(
            say("Main questions only")
            if view.all_shown
            else say_count("Show {n} more row", "Show {n} more rows", view.more)
        )
        self._red_flag.show_sentence(view.red_flag)
        self._on_details(self._details.isChecked())
        self._show_heads()

    def initial_focus(self) -> QWidget:
        """Give the control to begin with."""
        return self._details

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(28, 16, 28, 14)
        outer.setSpacing(theme().px("m"))
        top = QHBoxLayout()
        top.setSpacing(theme().px("m"))
        top.addWidget(PageTitle(say("Compare")), 1)
        self._legend = _legend()
        for widget in (self._legend, self._details, self._more):
            top.addWidget(widget)
        outer.addLayout(top)
        self._heads = QFrame()
        self._heads.setProperty("kind", "well")
        self._head_row = QHBoxLayout(self._heads)
        self._head_row.setContentsMargins(6, 0, 18, 0)
        self._head_row.setSpacing(0)
        outer.addWidget(self._heads)
        scroll = Scroll(say("Options side by side"))
        scroll.setObjectName("compare.rows")
        ground = QWidget()
        self._inside = QVBoxLayout(ground)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.addWidget(self._table)
        scroll.setWidget(ground)
        outer.addWidget(scroll, 1)
        self._outer = outer

    def _show_heads(self) -> None:
        while self._head_row.count():
            item = self._head_row.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        self._head_row.addWidget(_head(say("Out of 100 people"), "label"), HEAD_SHARE)
        for _, name in self._view.options if self._view else ():
            self._head_row.addWidget(_head(name, "body_strong"), CELL_SHARE)

    def _on_details(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        if self._view is not None:
            self._table.show_rows(self._view, details=on)

    def _on_heads_needed(self, needed: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._heads.setVisible(needed)

    def _on_themed(self) -> None:
        """With large text the warning scrolls with the rows, and the cells say what marks mean."""
        large = theme().large_text
        self._legend.setHidden(large)
        (self._inside if large else self._outer).addWidget(self._red_flag)


def _head(words: str, role: str) -> Text:
    text = Text(words, role)
    text.setContentsMargins(14, 10, 10, 10)
    text.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return text


def _legend() -> QWidget:
    legend = QWidget()
    row = QHBoxLayout(legend)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for mark, words in (("link", say("Same study")), ("not_known", say("No number found"))):
        row.addWidget(KindMark(mark, size=20), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Text(words, "body"))
        row.addSpacing(theme().px("m"))
    return legend
