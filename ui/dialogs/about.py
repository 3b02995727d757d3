"""What the program is, who wrote what it says, and what it does not have yet."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from spinecounsel.viewing.about import AboutView, Item, ItemState, LineView, state_word
from spinecounsel.wording import say
from ui.dialogs.reading import EDGE, ReadingDialog
from ui.theme.theme import theme
from ui.widgets.card import column
from ui.widgets.icons import KindMark
from ui.widgets.text import Heading, PageTitle, Text

NAME = "about"
WIDTH, NAMES = 900, 210  # px at 100 % text: the whole, and the column of names and states
MARKS = {ItemState.MET: "done", ItemState.NEEDS_PEOPLE: "not_known"}


class AboutDialog(ReadingDialog):
    """Shows an ``AboutView``."""

    def __init__(self, window: QWidget, view: AboutView) -> None:
        super().__init__(window, NAME, view.title, _words(view), WIDTH)


def show_about(window: QWidget, view: AboutView) -> None:
    """Show it in front of ``window``, unless it is there already."""
    if window.findChild(AboutDialog, NAME) is None:
        AboutDialog(window, view).open()


def _words(view: AboutView) -> QWidget:
    ground = QWidget()
    inside = column(ground, margin=EDGE - 6, spacing=theme().px("m"))
    inside.addWidget(PageTitle(view.title))
    for sentence in view.purpose:
        inside.addWidget(Text(sentence, "lead"))
    for title, lines in ((say("The content"), view.content), (say("The program"), view.program)):
        inside.addWidget(_title(title))
        inside.addWidget(_lines(lines))
    inside.addWidget(_title(say("How it stands against a checklist")))
    inside.addWidget(Text(view.checklist, "lead"))
    for group in view.groups:
        inside.addSpacing(theme().px("s"))
        inside.addWidget(Text(group.title, "strong"))
        inside.addWidget(_items(group.items))
    inside.addStretch(1)
    return ground


def _title(text: str) -> Text:
    title = Heading(text, "card_title")
    title.setContentsMargins(0, theme().px("l"), 0, 0)
    return title


def _lines(lines: Sequence[LineView]) -> QWidget:
    """Give names with what is said of them."""
    return _grid([(Text(each.label, "row", "ink2"), Text(each.text, "row")) for each in lines])


def _items(items: Sequence[Item]) -> QWidget:
    """Give each item with its state: a mark, then a word."""
    return _grid([(_state(each), Text(f"{each.id}  {each.text}", "row")) for each in items])


def _state(item: Item) -> QWidget:
    place = QWidget()
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px("s"))
    mark = KindMark(MARKS.get(item.state, "does_not_apply"), size=20)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(state_word(item.state), "row", "ink2"), 1, Qt.AlignmentFlag.AlignTop)
    return place


def _grid(rows: Sequence[tuple[QWidget, QWidget]]) -> QWidget:
    place = QWidget()
    grid = QGridLayout(place)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme().px("l"))
    grid.setVerticalSpacing(theme().px("s"))
    grid.setColumnMinimumWidth(0, round(NAMES * theme().text_scale))
    grid.setColumnStretch(1, 1)
    for line, (left, right) in enumerate(rows):
        grid.addWidget(left, line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(right, line, 1, Qt.AlignmentFlag.AlignTop)
    return place
