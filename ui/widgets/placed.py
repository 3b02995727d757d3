"""Widgets below or beside each other, for tables: laid out without asking everything twice.

Qt's layouts ask each widget for its height at many widths; a table has hundreds of them.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMargins, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme

LIKED = 240  # px, a width that suits a cell


class Placed(QWidget):
    """Places its parts itself; its height follows from its width.

    ``liked`` is the width that it will most likely have: layouts ask for the height at it.
    """

    def __init__(self, parts: Sequence[QWidget], *, liked: int) -> None:
        super().__init__()
        self._parts, self._liked = tuple(parts), liked
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for part in self._parts:
            part.setParent(self)

    def boxes(self, width: int) -> tuple[list[QRect], int]:
        """Give where the parts stand at ``width`` when one reads from the left, and the height."""
        raise NotImplementedError

    def heightForWidth(self, width: int) -> int:
        """Give the height that the parts need at ``width``."""
        if width not in self._heights:
            self._heights[width] = self.boxes(width)[1]
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Give the size it would like; its height follows from its width."""
        return QSize(self._liked, 0)

    def minimumSizeHint(self) -> QSize:
        """Give the least size; who puts it somewhere sees to the width."""
        return QSize(0, 0)

    def event(self, event: QEvent) -> bool:
        """Follow when a part needs another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._heights.clear()
            self.updateGeometry()
            self.place()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts where they belong."""
        super().resizeEvent(event)
        self.place()

    def changeEvent(self, event: QEvent) -> None:
        """Turn round where one reads from the right."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.place()

    def place(self) -> None:
        """Put the parts where they belong."""
        leftwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for part, box in zip(self._parts, self.boxes(self.width())[0], strict=True):
            if leftwards:
                box.moveLeft(self.width() - box.right() - 1)
            part.setGeometry(box)


class Below(Placed):
    """Parts below each other, each across the whole width within ``margins``."""

    def __init__(self, parts: Sequence[QWidget], *, margins: QMargins, spacing: int) -> None:
        super().__init__(parts, liked=LIKED)
        self._margins, self._spacing = margins, spacing

    def boxes(self, width: int) -> tuple[list[QRect], int]:
        """Give where the parts stand, and the height."""
        margins, boxes = self._margins, []
        inner, top = width - margins.left() - margins.right(), margins.top()
        for part in self._parts:
            high = height_of(part, inner)
            boxes.append(QRect(margins.left(), top, inner, high))
            top += high + self._spacing
        return boxes, top - (self._spacing if boxes else 0) + margins.bottom()


class Beside(Placed):
    """Parts beside each other, all as high as the highest; ``shares`` are their widths.

    A thin line divides them.
    """

    def __init__(self, parts: Sequence[QWidget], shares: Sequence[int], *, liked: int) -> None:
        super().__init__(parts, liked=liked)
        self._shares = tuple(shares)

    def boxes(self, width: int) -> tuple[list[QRect], int]:
        """Give where the parts stand, and the height."""
        line, whole = theme().px("line.divider"), sum(self._shares)
        ends = [
            round(width * sum(self._shares[: place + 1]) / whole)
            for place in range(len(self._parts))
        ]
        starts = [0, *(end + line for end in ends[:-1])]
        edges = list(zip(starts, ends, strict=True))
        highest = max(
            height_of(part, end - start)
            for part, (start, end) in zip(self._parts, edges, strict=True)
        )
        high = max(highest, self.height()) if width == self.width() else highest
        return [QRect(start, 0, end - start, high) for start, end in edges], highest

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        line, colour = theme().px("line.divider"), theme().colour("line")
        leftwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter = QPainter(self)
        for part in self._parts[1:]:
            left = part.x() + part.width() if leftwards else part.x() - line
            painter.fillRect(QRect(left, 0, line, self.height()), colour)
        painter.end()


def height_of(part: QWidget, width: int) -> int:
    """Give the height of a part at ``width``."""
    high = part.heightForWidth(width)
    return high if high >= 0 else part.sizeHint().height()
