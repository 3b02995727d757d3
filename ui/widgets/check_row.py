"""A large check box: title, sentence, a tag, and a button that opens more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.icons import KindMark
from ui.widgets.row_button import RowButton
from ui.widgets.text import Text


class CheckRow(RowButton):
    """A row that is ticked as a whole; ``toggled`` says so, ``clicked`` when a person did it.

    ``link`` is a button below the sentence; ``link_opened`` says that it was pressed.
    """

    link_opened = Signal()

    def __init__(
        self, title: str, sentence: str = "", *, link: str = "", frame: str = "none"
    ) -> None:
        self._linked = bool(link)
        super().__init__(title, sentence, frame=frame)
        self.setCheckable(True)
        self._on_themed()
        self.link = Button(link, "link", small=True)
        self.link.clicked.connect(self.link_opened)
        self.words.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeading)
        self.link.setVisible(bool(link))
        self._tag = QWidget()
        self._tag.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        tag_row = QHBoxLayout(self._tag)
        tag_row.setContentsMargins(0, 0, 0, 0)
        tag_row.setSpacing(8)
        self._tag_mark = KindMark("usual", size=18)
        self._tag_words = Text("", "body_strong")
        tag_row.addWidget(self._tag_mark)
        tag_row.addWidget(self._tag_words)
        self._tag.hide()
        self.row.addWidget(self._tag, 0, Qt.AlignmentFlag.AlignTop)

    def mark(self) -> str:
        """Give the mark in front: the box, ticked or not."""
        if self.isChecked():
            return "box_checked"
        return "box" if self.isEnabled() else "box_off"

    def show_tag(self, kind: str, words: str, tone: str = "ink") -> None:
        """Show a mark with words at the end of the row, such as "Usual here"; none when empty."""
        self._tag_mark.show_kind(kind or "usual")
        self._tag_words.setText(words)
        self._tag_words.set_tone(tone)
        self._tag.setVisible(bool(words))
        self.setAccessibleDescription(". ".join(filter(None, (words, self.sentence.text()))))

    def show_link(self, words: str) -> None:
        """Show other words on the button below the sentence; no button when empty."""
        if words == self.link.text():
            return
        self._linked = bool(words)
        self.link.setText(words)
        self.link.setVisible(bool(words))
        self._on_themed()

    def _on_themed(self) -> None:
        super()._on_themed()
        if self._linked:  # the button has room of its own above and below its words
            margins = self.row.contentsMargins()
            margins.setBottom(2)
            self.row.setContentsMargins(margins)
