"""What stands round the evidence: what numbers cannot say, and what the patient expected."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.walk_card import CardState, CardView, ToldBefore
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.card import Card
from ui.widgets.icons import KindMark
from ui.widgets.text import Heading, Text

WHY_MARK = 32  # px at 100 % text


class Why(QWidget):
    """Why nothing is shown: in words, beside the sign that the list has too."""

    def __init__(self, view: CardView) -> None:
        super().__init__()
        aside = view.state is CardState.ASIDE
        mark = KindMark("hand" if aside else "lock", size=WHY_MARK, role="ink2")
        words = QVBoxLayout()
        words.setSpacing(theme().px("m"))
        for text in view.why:
            words.addWidget(Text(text, "patient"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px("l"))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


class ToldCard(Card):
    """What the patient said before the first number, as they said it."""

    def __init__(self, told: Sequence[ToldBefore]) -> None:
        super().__init__("well", pad=16, spacing=6)
        self.add(Heading(say("What you told us before")))
        for each in told:
            self.add(Text(f"**{each.theme}:** {each.sentences[0]}", "cell"))
            for sentence in each.sentences[1:]:
                self.add(Text(sentence, "row", "ink2"))
