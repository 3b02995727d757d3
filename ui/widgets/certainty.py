"""How sure something is: four discs, filled from the left, and the word."""

from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.flow import ENDLESS, Flow, Run

LEVELS = ("very low", "low", "moderate", "high")
GAP = 4.0  # between discs
WORD_GAP = 8.0


def certainty_word(level: str) -> str:
    """Give the word for a level; ``KeyError`` when there is no such level."""
    return {
        "high": say("High"),
        "moderate": say("Moderate"),
        "low": say("Low"),
        "very low": say("Very low"),
    }[level]


def discs_width(side: float) -> float:
    """Give how wide four discs of ``side`` px are."""
    return 4 * side + 3 * GAP


def draw_discs(
    painter: QPainter, level: str, corner: QPointF, side: float, *, leftwards: bool = False
) -> None:
    """Draw the discs of a level with their upper left corner at ``corner``, ``side`` px each."""
    line = 1.8 if side > 12 else 1.3
    sure = LEVELS.index(level) + 1
    for place in range(4):
        across = place * (side + GAP) + side / 2
        tone = theme().colour("ink" if place < sure else "edge")
        painter.setPen(QPen(tone, line))
        painter.setBrush(tone if place < sure else Qt.BrushStyle.NoBrush)
        across = discs_width(side) - across if leftwards else across
        centre = corner + QPointF(across, side / 2)
        painter.drawEllipse(centre, side / 2 - 1.2, side / 2 - 1.2)


class Certainty(QWidget):
    """Shows a level of ``LEVELS``.

    ``disc`` is the size of a disc at 100 % text, ``role`` the font of the word.  Without the word
    (``word=False``, in a table) it is in the accessible name only: the table says it elsewhere.
    """

    def __init__(self, *, disc: float = 13, role: str = "body_strong", word: bool = True) -> None:
        super().__init__()
        self._disc, self._role, self._with_word = disc, role, word
        self._level = LEVELS[0]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme().themed.connect(self.updateGeometry)

    def show_level(self, level: str) -> None:
        """Show ``high``, ``moderate``, ``low`` or ``very low``."""
        self._level = level
        self.setAccessibleName(say("How sure: {word}", word=certainty_word(level)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size it has."""
        side = self._side()
        width, height = discs_width(side), side
        if self._with_word:
            word = self._word()
            width, height = width + WORD_GAP + word.width + 1, max(height, word.height)
        return QSize(ceil(width), ceil(height))

    def minimumSizeHint(self) -> QSize:
        """Give the size it has."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side, middle = self._side(), self.height() / 2
        left = self.width() - discs_width(side) if rtl else 0.0
        draw_discs(painter, self._level, QPointF(left, middle - side / 2), side, leftwards=rtl)
        if self._with_word:
            word = self._word()
            left = 0.0 if rtl else discs_width(side) + WORD_GAP
            top = middle - word.height / 2
            word.draw(painter, QPointF(left, top), theme().colour("ink"))
        painter.end()

    def _word(self) -> Flow:
        return Flow((Run(certainty_word(self._level)),), self._role, ENDLESS)

    def _side(self) -> float:
        return self._disc * theme().text_scale
