"""Labels with words."""

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.text import Text


class Facts(QWidget):
    """Labels with words, side by side; below each other when text is large."""

    def __init__(self, facts: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._parts = [
            (Text(label, "label", "ink2"), Text(words, "body")) for label, words in facts
        ]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px("l"))
        self._grid.setVerticalSpacing(6)
        theme().themed.connect(self._place)
        self._place()

    def _place(self) -> None:
        large = theme().large_text
        for number, (label, words) in enumerate(self._parts):
            if large:
                self._grid.addWidget(label, 2 * number, 0, 1, 2)
                self._grid.addWidget(words, 2 * number + 1, 0, 1, 2)
            else:
                self._grid.addWidget(label, number, 0)
                self._grid.addWidget(words, number, 1)
        self._grid.setColumnStretch(1, 1)
