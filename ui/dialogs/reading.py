"""A dialog to be read: words that scroll, and one button that closes it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Rule
from ui.widgets.scroll import Scroll, clear_ground

EDGE = 32  # px, left and right of the words


class ReadingDialog(QDialog):
    """Shows ``words`` under ``title``; arrow keys scroll it, Escape or the button closes it.

    ``name`` is its object name, ``width`` how wide it is at 100 % text, in px.
    """

    def __init__(self, window: QWidget, name: str, title: str, words: QWidget, width: int) -> None:
        super().__init__(window)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        scroll = Scroll(title)
        scroll.setObjectName(f"{name}.text")
        scroll.setWidget(words)
        clear_ground(scroll)
        close = Button(say("Close"), "primary")
        close.setObjectName(f"{name}.close")
        close.clicked.connect(self.accept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6, 6, 6, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addSpacing(theme().px("s"))
        whole.addWidget(Rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(EDGE - 6, theme().px("m"), EDGE - 6, theme().px("m"))
        foot.addWidget(close)
        foot.addStretch(1)
        whole.addLayout(foot)
        room = window.size() - QSize(2 * EDGE, 2 * EDGE)
        self.resize(QSize(round(width * theme().text_scale), room.height()).boundedTo(room))
        scroll.setFocus(Qt.FocusReason.PopupFocusReason)
