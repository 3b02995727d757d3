"""The spine as an ornament of the first page."""

from functools import cache

from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from spinecounsel.paths import resources_folder
from ui.theme.theme import theme
from ui.widgets.spine.line import SHEET, Shape
from ui.widgets.spine.paint import ART, paint_shapes


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
        paint_shapes(painter, art_shapes(), ART)
        painter.end()


@cache
def art_shapes() -> tuple[Shape, ...]:
    """Give the drawing from a file.

    It is that of ``side_shapes()``; to compute it takes longer than all else on the first page.
    """
    data = QByteArray((resources_folder() / "icons" / "spine.paths").read_bytes())
    stream = stream_of(data, QIODevice.OpenModeFlag.ReadOnly)
    shapes = []
    for _ in range(stream.readInt32()):
        role, path = stream.readQString(), QPainterPath()
        stream >> path
        shapes.append(Shape(role, "", path))
    return tuple(shapes)


def stream_of(data: QByteArray, mode: QIODevice.OpenModeFlag) -> QDataStream:
    """Give what reads or writes such a file."""
    stream = QDataStream(data, mode)
    stream.setVersion(QDataStream.Version.Qt_6_0)
    stream.setFloatingPointPrecision(QDataStream.FloatingPointPrecision.SinglePrecision)
    return stream
