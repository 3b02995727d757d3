"""One card with the keys: those of the page in front, and those of the whole program."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from spinecounsel.viewing.keys import KeyGroup
from spinecounsel.wording import say
from ui.dialogs.reading import EDGE, ReadingDialog
from ui.theme.theme import theme
from ui.widgets.card import column
from ui.widgets.flow import Run
from ui.widgets.key_row import KeyRow
from ui.widgets.text import Heading, PageTitle

NAME = "keys"
WIDTH = 760  # px at 100 % text


class KeysDialog(ReadingDialog):
    """Shows ``groups``."""

    def __init__(self, window: QWidget, groups: Sequence[KeyGroup]) -> None:
        super().__init__(window, NAME, say("Keys"), _words(groups), WIDTH)


def show_keys(window: QWidget, groups: Sequence[KeyGroup]) -> None:
    """Show them in front of ``window``, unless they are there already."""
    if window.findChild(KeysDialog, NAME) is None:
        KeysDialog(window, groups).open()


def _words(groups: Sequence[KeyGroup]) -> QWidget:
    ground = QWidget()
    inside = column(ground, margin=EDGE - 6, spacing=theme().px("s"))
    inside.addWidget(PageTitle(say("Keys")))
    for group in groups:
        title = Heading(group.title)
        title.setContentsMargins(0, theme().px("l"), 0, 0)
        inside.addWidget(title)
        for line in group.lines:
            inside.addWidget(KeyRow(line.keys, Run(line.words)))
    inside.addStretch(1)
    return ground
