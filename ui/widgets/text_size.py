"""Text size and colours, to be changed at any moment."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from spinecounsel.wording import say
from ui.theme.theme import LEAST_SCALE, MOST_SCALE, theme
from ui.widgets.button import Button
from ui.widgets.text import Text

STEPS = (1.0, 1.25, 1.5, 1.75, 2.0)


def step_from(scale: float, by: int) -> float:
    """Give the text size that is ``by`` steps larger than ``scale``, within what is allowed."""
    nearest = min(range(len(STEPS)), key=lambda place: abs(STEPS[place] - scale))
    return STEPS[max(0, min(len(STEPS) - 1, nearest + by))]


class TextSize(QFrame):
    """Smaller, how large now, larger; ``chosen`` carries the text size (1.0 is 100 %)."""

    chosen = Signal(float)

    def __init__(self, place: str) -> None:
        """Name the buttons ``<place>.text_smaller`` and ``<place>.text_larger``."""
        super().__init__()
        self.setProperty("kind", "group")
        self._smaller = Button("A –", "bare", name=say("Smaller text"))
        self._smaller.setObjectName(f"{place}.text_smaller")
        self._larger = Button("A +", "bare", name=say("Larger text"))
        self._larger.setObjectName(f"{place}.text_larger")
        self._now = Text("", "body_strong")
        self._now.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(0)
        row.addWidget(self._smaller)
        row.addWidget(self._now)
        row.addWidget(self._larger)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._smaller.clicked.connect(self._on_smaller)
        self._larger.clicked.connect(self._on_larger)
        theme().themed.connect(self._on_themed)
        self._on_themed()
