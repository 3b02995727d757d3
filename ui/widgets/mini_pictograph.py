"""The same people as small marks for a cell of a table: filled by columns, so length is the number.

Drawn on whole pixels, not smoothed, so that they are sharp.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.people import State, state_of, tone_of

HUNDRED = (5, 20, 5)  # rows, columns, distance of two marks in px at 100 % text
THOUSAND = (20, 50, 2)
GAP = 4  # in the middle
RANGE_ROOM = 7


class MiniPictograph(QWidget):
    """Shows people: ``filled``, then ``maybe`` (outlined squares), the rest as small dots."""

    def __init__(self) -> None:
        super().__init__()
        self._filled, self._maybe, self._out_of, self._kind = 0, 0, 100, "benefit"
        self._range: tuple[int, int] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme().themed.connect(self.updateGeometry)

    def show_people(
        self,
        *,
        filled: int,
        maybe: int = 0,
        out_of: int = 100,
        kind: str = "benefit",
        words: str,
    ) -> None:
        """Show ``filled`` of ``out_of`` people and ``maybe`` more; ``kind`` gives the colour."""
        self._filled, self._maybe, self._out_of, self._kind = filled, maybe, out_of, kind
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def show_range(self, low: int | None, high: int | None) -> None:
        """Draw a line below from ``low`` to ``high``, where the source prints a range."""
        self._range = None if low is None or high is None else (low, high)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size it has."""
        rows, columns, pitch = self._form()
        below = RANGE_ROOM if self._range else 0
        return QSize(columns * pitch + GAP - 1, rows * pitch - 1 + below)

    def minimumSizeHint(self) -> QSize:
        """Give the size it has."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        rows, columns, pitch = self._form()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter = QPainter(self)
        for place in range(self._out_of):
            column, row = divmod(place, rows)
            left = column * pitch + (GAP if column >= columns // 2 else 0)
            box = QRect(left, row * pitch, max(1, pitch - 1), max(1, pitch - 1))
            if rtl:
                box.moveLeft(self.width() - box.right() - 1)
            self._draw(painter, state_of(place, self._filled, self._maybe), box)
        if self._range:
            self._draw_range(painter, *self._range)
        painter.end()

    def _draw_range(self, painter: QPainter, low: int, high: int) -> None:
        """Draw a line with ends, as long as the columns that the range reaches over."""
        rows, columns, pitch = self._form()
        ends = [
            round(end / rows * pitch) + (GAP if end / rows > columns // 2 else 0)
            for end in (low, high)
        ]
        line = QRect(ends[0], rows * pitch + 2, max(2, ends[1] - ends[0]), 2)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            line.moveLeft(self.width() - line.right() - 1)
        for part in (
            line,
            QRect(line.left(), line.top() - 2, 2, 6),
            QRect(line.right() - 1, line.top() - 2, 2, 6),
        ):
            painter.fillRect(part, theme().colour("ink2"))

    def _draw(self, painter: QPainter, state: State, box: QRect) -> None:
        if state is State.FILLED:
            whole = box if box.width() > 2 else box.adjusted(0, 0, 1, 1)
            painter.fillRect(whole, tone_of(self._kind))
        elif state is State.MAYBE:
            painter.setPen(tone_of(self._kind))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        else:
            inset = box.width() // 4
            painter.fillRect(box.adjusted(inset, inset, -inset, -inset), theme().colour("hollow"))

    def _form(self) -> tuple[int, int, int]:
        rows, columns, pitch = HUNDRED if self._out_of <= HUNDRED[0] * HUNDRED[1] else THOUSAND
        return rows, columns, round(pitch * theme().text_scale)
