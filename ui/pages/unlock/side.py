"""The left half of the first page: what the program is, and a spine."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.icons import KindMark
from ui.widgets.spine.art import SpineArt
from ui.widgets.text import Text


class Side(QFrame):
    """The left half: what the program is, and a spine."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        brand = QHBoxLayout()
        brand.setSpacing(14)
        brand.addWidget(KindMark("brand", size=40))
        brand.addWidget(Text(say("SpineCounsel"), "heading"), 1)
        words = QVBoxLayout()
        words.addLayout(brand)
        words.addStretch(1)
        words.addWidget(Text(say("Go through the options together."), "display"))
        words.addSpacing(theme().px("l"))
        words.addWidget(
            Text(say("Works without a network. Records stay on this computer."), "lead", "ink2")
        )
        words.addStretch(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(64, 48, 24, 32)
        row.addLayout(words, 5)
        row.addWidget(SpineArt(), 3)
