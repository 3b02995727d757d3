"""The same people as small marks for a cell of a table: filled by columns, so length is the number.

Drawn on whole pixels, not smoothed, so that they are sharp; drawn once and then copied, for a table
shows dozens of them.
"""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.people import State, state_of, tone_of

HUNDRED = (5, 20, 5)  # rows, columns, distance of two marks in px at 100 % text
THOUSAND = (20, 50, 2)
GAP = 4  # in the middle
RANGE_ROOM = 7
KEPT = 256  # pictures


class _Crowd(NamedTuple):
    """What is drawn; ``low`` and ``high`` are the range, None for none."""

    filled: int = 0
    maybe: int = 0
    out_of: int = 100
    kind: str = "benefit"
    low: int | None = None
    high: int | None = None


class MiniPictograph(QWidget):
    """Shows people: ``filled``, then ``maybe`` (outlined squares), the rest as small dots."""

    def __init__(self) -> None:
        super().__init__()
        self._crowd = _Crowd()
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
        self.setAccessibleName(words)
        self._show(self._crowd._replace(filled=filled, maybe=maybe, out_of=out_of, kind=kind))

    def show_range(self, low: int | None, high: int | None) -> None:
        """Draw a line below from ``low`` to ``high``, where the source prints a range."""
        told = low is not None and high is not None
        self._show(self._crowd._replace(low=low if told else None, high=high if told else None))

    def sizeHint(self) -> QSize:
        """Give the size it has."""
        return _size(self._crowd)

    def minimumSizeHint(self) -> QSize:
        """Give the size it has."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        look = (theme().scheme, theme().text_scale)
        picture = _picture(self._crowd, look, self.devicePixelRatioF(), leftwards=rtl)
        painter = QPainter(self)
        left = self.width() - self.sizeHint().width() if rtl else 0
        painter.drawPixmap(QPoint(left, 0), picture)
        painter.end()

    def _show(self, crowd: _Crowd) -> None:
        if crowd != self._crowd:
            self._crowd = crowd
            self.updateGeometry()
            self.update()


@lru_cache(maxsize=KEPT)
def _picture(crowd: _Crowd, _look: tuple[str, float], ratio: float, *, leftwards: bool) -> QPixmap:
    """Give the picture of a crowd in the look of the theme that is given."""
    size = _size(crowd)
    picture = QPixmap((size * ratio).expandedTo(QSize(1, 1)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    boxes: dict[State, list[QRect]] = {state: [] for state in State}
    for place, box in enumerate(_boxes(crowd)):
        state = state_of(place, crowd.filled, crowd.maybe)
        boxes[state].append(_mirrored(box, size.width()) if leftwards else box)
    _draw(painter, boxes, crowd.kind)
    for part in _range(crowd):
        whole = _mirrored(part, size.width()) if leftwards else part
        painter.fillRect(whole, theme().colour("ink2"))
    painter.end()
    return picture


def _draw(painter: QPainter, boxes: dict[State, list[QRect]], kind: str) -> None:
    """Draw all people of a state at once."""
    tone = tone_of(kind)
    filled = [
        box if box.width() > 2 else box.adjusted(0, 0, 1, 1)  # small ones grow together
        for box in boxes[State.FILLED]
    ]
    hollow = [
        box.adjusted(inset, inset, -inset, -inset)
        for box in boxes[State.HOLLOW]
        for inset in (box.width() // 4,)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("hollow"))
    painter.drawRects(hollow)
    painter.setBrush(tone)
    painter.drawRects(filled)
    painter.setPen(tone)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRects([box.adjusted(0, 0, -1, -1) for box in boxes[State.MAYBE]])


def _boxes(crowd: _Crowd) -> list[QRect]:
    rows, columns, pitch = _form(crowd)
    side = max(1, pitch - 1)
    boxes = []
    for place in range(crowd.out_of):
        column, row = divmod(place, rows)
        left = column * pitch + (GAP if column >= columns // 2 else 0)
        boxes.append(QRect(left, row * pitch, side, side))
    return boxes


def _range(crowd: _Crowd) -> tuple[QRect, ...]:
    """Give a line with ends, as long as the columns that the range reaches over."""
    if crowd.low is None or crowd.high is None:
        return ()
    rows, columns, pitch = _form(crowd)
    left, right = (
        round(end / rows * pitch) + (GAP if end / rows > columns // 2 else 0)
        for end in (crowd.low, crowd.high)
    )
    line = QRect(left, rows * pitch + 2, max(2, right - left), 2)
    return (
        line,
        QRect(line.left(), line.top() - 2, 2, 6),
        QRect(line.right() - 1, line.top() - 2, 2, 6),
    )


def _mirrored(box: QRect, width: int) -> QRect:
    return QRect(width - box.right() - 1, box.top(), box.width(), box.height())


def _size(crowd: _Crowd) -> QSize:
    rows, columns, pitch = _form(crowd)
    below = RANGE_ROOM if crowd.low is not None else 0
    return QSize(columns * pitch + GAP - 1, rows * pitch - 1 + below)


def _form(crowd: _Crowd) -> tuple[int, int, int]:
    rows, columns, pitch = HUNDRED if crowd.out_of <= HUNDRED[0] * HUNDRED[1] else THOUSAND
    return rows, columns, round(pitch * theme().text_scale)
