"""A line with a mark in front: a shape beside the word."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.icons import KindMark
from ui.widgets.text import Text


class Marked(QWidget):
    """A mark and a sentence; it hides while there is no sentence."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._words = Text("", "body_strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(KindMark(kind, size=20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    def show_words(self, words: str) -> None:
        """Show the sentence."""
        self._words.setText(words)
        self.setVisible(bool(words))
