"""One card with the keys: those of the page in front, and those of the whole program."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.keys import KeyGroup
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Rule, column
from ui.widgets.flow import Run
from ui.widgets.key_row import KeyRow
from ui.widgets.scroll import Scroll, clear_ground
from ui.widgets.text import Heading, PageTitle

NAME = "keys"
WIDTH, EDGE = 760, 32  # px: at 100 % text, and left and right of the words


class KeysDialog(QDialog):
    """Shows ``groups``; arrow keys scroll it, Escape or the button closes it."""

    def __init__(self, window: QWidget, groups: Sequence[KeyGroup]) -> None:
        super().__init__(window)
        self.setObjectName(NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Keys"))
        self._scroll = Scroll(say("Keys"))
        self._scroll.setObjectName(f"{NAME}.text")
        self._scroll.setWidget(_words(groups))
        clear_ground(self._scroll)
        close = Button(say("Close"), "primary")
        close.setObjectName(f"{NAME}.close")
        close.clicked.connect(self.accept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6, 6, 6, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(Rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(EDGE - 6, theme().px("m"), EDGE - 6, theme().px("m"))
        foot.addWidget(close)
        foot.addStretch(1)
        whole.addLayout(foot)
        room = window.size() - QSize(2 * EDGE, 2 * EDGE)
        self.resize(QSize(round(WIDTH * theme().text_scale), room.height()).boundedTo(room))
        self._scroll.setFocus(Qt.FocusReason.PopupFocusReason)


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
