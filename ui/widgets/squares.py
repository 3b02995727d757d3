"""A QR code on the screen: dark on white in every look, since cameras want it so."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme

SIDE, QUIET = 220, 4  # px at 100 % text; squares left white on each side (ISO/IEC 18004)
DARK, LIGHT = QColor(0, 0, 0), QColor(255, 255, 255)


class SquaresPicture(QWidget):
    """Shows squares row by row from above, True for dark; ``name`` says what they are for."""

    def __init__(self, squares: tuple[tuple[bool, ...], ...], name: str) -> None:
        super().__init__()
        self._squares = squares
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().themed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        side = round(SIDE * min(theme().text_scale, 1.5))
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the squares as large as whole pixels allow, so that none is blurred."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), LIGHT)
        count = len(self._squares) + 2 * QUIET
        side = max(1, min(self.width(), self.height()) // count)
        left = (self.width() - side * len(self._squares)) // 2
        top = (self.height() - side * len(self._squares)) // 2
        for down, row in enumerate(self._squares):
            for across, dark in enumerate(row):
                if dark:
                    place = QRectF(left + across * side, top + down * side, side, side)
                    painter.fillRect(place, DARK)
        painter.end()
