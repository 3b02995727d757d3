"""A picture out of a file, as wide as its place; what it shows is its accessible name."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme

EDGE = 1  # px: the line round it


class Picture(QWidget):
    """Shows the picture in ``file``, never larger than it is."""

    def __init__(self, file: Path, shows: str) -> None:
        super().__init__()
        self.setAccessibleName(shows)
        self._image = QImage(str(file))
        self._shown = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(self._image.width() + 2 * EDGE)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height at ``width``."""
        inner = min(width - 2 * EDGE, self._image.width())
        return round(inner * self._image.height() / max(1, self._image.width())) + 2 * EDGE

    def sizeHint(self) -> QSize:
        """Give the size it would like: its own."""
        return self._image.size() + QSize(2 * EDGE, 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which anything can be seen."""
        return QSize(160, self.heightForWidth(160))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        inner = self.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        sharp = inner.size() * self.devicePixelRatioF()
        if self._shown.size() != sharp:
            self._shown = QPixmap.fromImage(
                self._image.scaled(
                    sharp,
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
        painter.drawPixmap(inner, self._shown)
        painter.setPen(theme().colour("edge"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
