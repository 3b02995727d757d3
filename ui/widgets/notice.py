"""Boxes and lines that warn: a shape, a word, then the colour."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.widgets.icons import KindMark
from ui.widgets.text import Text


class Notice(QFrame):
    """A warning: the amber triangle, an optional title, and a sentence (``**words**`` are bold).

    ``boxed`` stands on amber ground; not boxed, it is a line for the foot of a window.
    """

    def __init__(
        self, sentence: str = "", *, title: str = "", boxed: bool = True, mark: str = "warning"
    ) -> None:
        super().__init__()
        self.mark = KindMark(mark, size=26 if boxed else 24)
        self.title = Text(title, "strong")
        self.sentence = Text("", "row" if boxed else "body_strong")
        row = QHBoxLayout(self)
        row.setSpacing(12 if boxed else 8)
        if boxed:
            self.setProperty("kind", "warning")
            row.setContentsMargins(16, 10, 16, 10)
        else:
            row.setContentsMargins(0, 0, 0, 0)
        top = Qt.AlignmentFlag.AlignTop if title else Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self.mark, 0, top)
        self.column = QVBoxLayout()
        self.column.setSpacing(6)
        self.column.addWidget(self.title)
        self.column.addWidget(self.sentence)
        row.addLayout(self.column, 1)
        self._show_words(sentence, title)
        if not (sentence or title):
            self.hide()  # never shown before it has its place: it would be a window of its own

    def show_sentence(self, sentence: str, *, title: str | None = None) -> None:
        """Show another sentence and, if given, another title; it hides when both are empty."""
        self._show_words(sentence, self.title.text() if title is None else title)
        self.setVisible(bool(sentence or self.title.text()))

    def _show_words(self, sentence: str, title: str) -> None:
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.setAccessibleName(" ".join(filter(None, (self.title.text(), self.sentence.text()))))
