"""The head of the card: what it is about, and how the patient likes to see its numbers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from spinecounsel.discussion.people import NumberView
from spinecounsel.discussion.words import number_view
from spinecounsel.viewing.walk_card import CardView
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.icons import KindMark
from ui.widgets.segments import Segments
from ui.widgets.text import Text

TONES = ("benefit", "risk")
LEAST_TITLE = 260  # px at 100 % text: with less, the title goes above the switch


class WalkHead(QWidget):
    """Shows mark, kind and title, and where there are numbers how to see them.

    ``preferred(numbers)`` carries a ``NumberView``; its buttons are ``walk.view.<numbers>``.
    """

    preferred = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._kind = KindMark("living", size=26)
        self._kind_word, self._title = Text("", "strong"), Text("", "card_title")
        self.switch = Segments(
            [(each, number_view(each)) for each in NumberView], name=say("See numbers as")
        )
        for each in NumberView:
            self.switch.button(each).setObjectName(f"walk.view.{each}")
        self.switch.chosen.connect(self.preferred)
        words = QHBoxLayout()
        words.setSpacing(theme().px("s"))
        for widget, share in ((self._kind, 0), (self._kind_word, 0), (self._title, 1)):
            words.addWidget(widget, share, Qt.AlignmentFlag.AlignTop)
        self._box = QBoxLayout(SIDE_BY_SIDE, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme().px("m"))
        self._box.addLayout(words, 1)
        self._box.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def show_head(self, view: CardView) -> None:
        """Show what the card is about."""
        self._kind.show_kind(view.kind)
        self._kind_word.setText(view.kind_word)
        self._kind_word.set_tone(view.kind if view.kind in TONES else "ink2")
        # "What is not known" under "Not known" would say the same twice.
        self._kind_word.setVisible(view.kind in {*TONES, "course"})
        self._title.setText(view.title)
        self.switch.setVisible(view.counted)
        self.switch.show_chosen(view.numbers)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the switch where there is room."""
        super().resizeEvent(event)
        self._fit()

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        return [self.switch.button(each) for each in NumberView]

    def _fit(self) -> None:
        left = self.width() - self.switch.sizeHint().width() - self._kind.width()
        beside = left - self._kind_word.sizeHint().width() >= LEAST_TITLE * theme().text_scale
        self._box.setDirection(SIDE_BY_SIDE if beside else FOLDED)

    def _on_themed(self) -> None:
        # The word stands on the line of the title, which is written larger.
        lower = theme().line_height("card_title") - theme().line_height("strong")
        self._kind_word.setContentsMargins(0, round(lower * 0.7), 0, 0)
        self._kind.setFixedHeight(round(theme().line_height("card_title")))
        self._fit()
