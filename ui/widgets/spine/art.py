"""The spine as an ornament of the first page."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.spine.paint import ART, paint_shapes
from ui.widgets.spine.side import SHEET, side_shapes


class SpineArt(QWidget):
    """A spine from the side, as high as its place; it says nothing and takes no focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(96)
        theme().themed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Ask for the height of a small window."""
        return QSize(158, 732)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the spine in the middle."""
        left, top, width, height = SHEET
        scale = min(self.width() / width, self.height() / height)
        painter = QPainter(self)
        painter.translate((self.width() - width * scale) / 2, (self.height() - height * scale) / 2)
        painter.scale(scale, scale)
        painter.translate(-left, -top)
        paint_shapes(painter, side_shapes(), ART)
        painter.end()
