"""One file that was checked: a mark with its word, why, and what the seal says."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from spinecounsel.viewing.verify import VerifyRow
from ui.pages.verify.facts import Facts
from ui.theme.theme import theme
from ui.widgets.card import Card
from ui.widgets.icons import KindMark
from ui.widgets.text import Heading, Text


class VerifyCard(Card):
    """Shows a ``VerifyRow``; it takes the focus, so that it can be read out as a whole."""

    def __init__(self, row: VerifyRow, place: int) -> None:
        super().__init__(pad=20, spacing=10)
        self.row = row
        self.setObjectName(f"verify.row.{place}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        facts = tuple(f"{label}: {words}" for label, words in row.facts)
        self.setAccessibleName(f"{row.name}: {row.word}")
        self.setAccessibleDescription(" ".join((row.reason, *(f"{fact}." for fact in facts))))
        self.column.addLayout(self._head())
        self.add(Text(row.reason, "lead"))
        if row.facts:
            self.add(Facts(row.facts))

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(theme().px("m"))
        head.addWidget(KindMark(self.row.mark, size=30), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Heading(self.row.word))
        words.addWidget(Text(self.row.name, "row", "ink2"))
        head.addLayout(words, 1)
        return head
