"""Keys, and beside or below them what they do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.flow import Run
from ui.widgets.text import Text

WIDTH = 210  # px at 100 % text: the column of the keys
_NO_LIMIT = 16_777_215  # Qt's QWIDGETSIZE_MAX
BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class KeyRow(QWidget):
    """One line of a list of keys; ``words`` may be in pieces, where some were searched for."""

    def __init__(self, keys: str, *words: Run) -> None:
        super().__init__()
        self._keys = Text(f"**{keys}**", "lead")
        does = Text("", "lead")
        does.show_runs(words)
        self._row = QBoxLayout(BESIDE, self)
        self._row.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(does, 1, Qt.AlignmentFlag.AlignTop)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def _on_themed(self) -> None:
        large = theme().large_text
        self._row.setDirection(BELOW if large else BESIDE)
        self._row.setSpacing(0 if large else theme().px("l"))
        self._row.setContentsMargins(0, theme().px("s") if large else 0, 0, 0)
        width = round(WIDTH * theme().text_scale)
        self._keys.setMinimumWidth(0 if large else width)
        self._keys.setMaximumWidth(_NO_LIMIT if large else width)
