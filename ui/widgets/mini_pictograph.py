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


class MiniPictograph(QWidget):
    """Shows people: ``filled``, then ``maybe`` (outlined squares), the rest as small dots."""

    def __init__(self) -> None:
        super().__init__()
        self._filled, self._maybe, self._out_of, self._kind = 0, 0, 100, "benefit"
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

    def sizeHint(self) -> QSize:
        """Give the size it has."""
        rows, columns, pitch = self._form()
        return QSize(columns * pitch + GAP - 1, rows * pitch - 1)

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
        painter.end()

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
