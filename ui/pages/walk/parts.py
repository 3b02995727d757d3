"""Sentences on the card, under their headings, each with a button that opens its source."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from spinecounsel.viewing.walk_card import SentencePart
from spinecounsel.wording import say
from ui.pages.walk.facts import Lines
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import column
from ui.widgets.columns import Columns
from ui.widgets.icons import KindMark
from ui.widgets.text import Heading, Text

BESIDE_FROM = 5  # so many parts or more stand in two columns


def parts_panel(parts: Sequence[SentencePart]) -> QWidget:
    """Give the parts below each other, many of them in two columns that are about as long."""
    panels = [_PartPanel(part, place) for place, part in enumerate(parts)]
    marked = any(part.mark for part in parts)
    if len(parts) < BESIDE_FROM or marked:
        return Columns([panels], [1])
    break_at = _middle([len("".join(part.sentences)) + 60 for part in parts])
    return Columns([panels[:break_at], panels[break_at:]], spacing=32)


def _middle(lengths: Sequence[int]) -> int:
    """Give after how many parts the first column is about as long as the second."""
    return min(range(1, len(lengths)), key=lambda n: abs(sum(lengths[:n]) - sum(lengths[n:])))


class _PartPanel(QWidget):
    def __init__(self, part: SentencePart, place: int) -> None:
        super().__init__()
        whole = column(self, spacing=theme().px("xs"))
        head = QHBoxLayout()
        head.setSpacing(theme().px("s"))
        if part.mark:
            head.addWidget(KindMark(part.mark, size=22), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(Heading(part.heading), 1)
        whole.addLayout(head)
        for sentence in part.sentences:
            whole.addWidget(Text(sentence, "patient" if part.mark else "cell"))
        if not part.sources:
            return
        button = Button("", "quiet", icon="doc", small=True, name=say("Where this comes from"))
        button.setAccessibleName(say("Where this comes from: {part}", part=part.heading))
        button.setObjectName(f"walk.source.{place}")
        button.setCheckable(True)
        lines = Lines(part.sources)
        button.toggled.connect(lines.setVisible)
        head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        whole.addWidget(lines)
