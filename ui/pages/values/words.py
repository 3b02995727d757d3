"""A person's words: shown short where they are long, and the rest on tap."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.wording import say
from ui.widgets.button import Button
from ui.widgets.flow import Run
from ui.widgets.text import Text


class LongWords(QWidget):
    """Shows the short words; a button below shows the whole, and hides when nothing is cut."""

    def __init__(self, role: str = "lead", tone: str = "ink") -> None:
        super().__init__()
        self._whole, self._short = "", ""
        self._text = Text("", role, tone)
        self.more = Button(say("Read all"), "link", small=True)
        self.more.setCheckable(True)
        self.more.clicked.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._text)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_words(self, whole: str, short: str, *, place: str) -> None:
        """Show ``short``, and offer ``whole`` if it is longer; the button is ``<place>.more``."""
        self._whole, self._short = whole, short
        self.more.setObjectName(f"{place}.more")
        self.more.setVisible(whole != short)
        self._show()

    def _show(self) -> None:
        is_open = self.more.isChecked()
        self.more.setText(say("Show less") if is_open else say("Read all"))
        self.more.setAccessibleName(f"{self.more.text()}: {self._short}")
        # As it was written: two stars in it are two stars, and do not make it bold.
        self._text.show_runs([Run(self._whole if is_open else self._short)])
