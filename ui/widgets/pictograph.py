"""So many of 100 (or 1,000) people, each drawn: the share as a crowd that one can count."""

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.people import BOX, People, State, state_of

ACROSS = 10  # people in a row; a gap after each 5, both ways, helps to count
CELL = QSizeF(28, 34)
GAP = 8.0
SHARE = 0.68  # of a cell's width that the person takes
PERSON_SIZE = BOX * (CELL.width() * SHARE / BOX.width())
BLOCKS_ACROSS, DOT_CELL, BLOCK_GAP = 5, 10.0, 12.0  # a thousand: ten blocks of a hundred dots
THOUSAND = 1000
LEAST = 0.62  # smaller than this share of its size, people are not told apart


class _Drawing(NamedTuple):
    """Width and height of the whole, in units of its cells."""

    width: float
    height: float


HUNDRED_SIZE = _Drawing(CELL.width() * ACROSS + GAP, CELL.height() * ACROSS + GAP)
THOUSAND_SIZE = _Drawing(
    BLOCKS_ACROSS * DOT_CELL * ACROSS + (BLOCKS_ACROSS - 1) * BLOCK_GAP,
    2 * DOT_CELL * ACROSS + BLOCK_GAP,
)


class Pictograph(QWidget):
    """Shows people: ``filled``, then hatched (``maybe``: up to the upper end of a range), hollow.

    It scales with its box.  Its accessible name says the same in words.
    """

    def __init__(self) -> None:
        super().__init__()
        self._filled, self._maybe, self._out_of, self._kind = 0, 0, 100, "benefit"
        self._people = People()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().themed.connect(self._on_themed)

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
        resized = out_of != self._out_of
        self._filled, self._maybe, self._out_of, self._kind = filled, maybe, out_of, kind
        self.setAccessibleName(words)
        if resized:
            self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height for a width."""
        whole = self._whole()
        return round(width / whole.width * whole.height)

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        whole = self._whole()
        return QSize(round(whole.width), round(whole.height))

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which people are told apart."""
        return self.sizeHint() * LEAST

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the people in the new size."""
        self._people.forget()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        whole = self._whole()
        scale = min(self.width() / whole.width, self.height() / whole.height)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start = QPointF(
            (self.width() - whole.width * scale) / 2, (self.height() - whole.height * scale) / 2
        )
        painter = QPainter(self)
        size, ratio, dots = self._mark_size(), self.devicePixelRatioF(), self._is_thousand()
        pictures = {
            state: self._people.picture(state, self._kind, size * scale, ratio, dots=dots)
            for state in State
        }
        for place, (across, down) in enumerate(_corners(self._out_of)):
            x = whole.width - size.width() - across if rtl else across
            picture = pictures[state_of(place, self._filled, self._maybe)]
            painter.drawPixmap(QPointF(start.x() + x * scale, start.y() + down * scale), picture)
        painter.end()

    def _is_thousand(self) -> bool:
        return self._out_of >= THOUSAND

    def _whole(self) -> _Drawing:
        return THOUSAND_SIZE if self._is_thousand() else HUNDRED_SIZE

    def _mark_size(self) -> QSizeF:
        return QSizeF(DOT_CELL, DOT_CELL) if self._is_thousand() else PERSON_SIZE

    def _on_themed(self) -> None:
        self._people.forget()
        self.update()


@cache
def _corners(out_of: int) -> tuple[tuple[float, float], ...]:
    """Give the upper left corner of the mark of each person, in units of the whole."""
    corner = _corner_of_thousand if out_of >= THOUSAND else _corner_of_hundred
    return tuple(corner(place) for place in range(out_of))


def _corner_of_thousand(place: int) -> tuple[float, float]:
    block, inside = divmod(place, ACROSS * ACROSS)
    row, column = divmod(inside, ACROSS)
    down, across = divmod(block, BLOCKS_ACROSS)
    side = DOT_CELL * ACROSS + BLOCK_GAP
    return across * side + column * DOT_CELL, down * side + row * DOT_CELL


def _corner_of_hundred(place: int) -> tuple[float, float]:
    row, column = divmod(place, ACROSS)
    return (
        column * CELL.width() + (column // 5) * GAP + (CELL.width() - PERSON_SIZE.width()) / 2,
        row * CELL.height() + (row // 5) * GAP + (CELL.height() - PERSON_SIZE.height()) / 2,
    )
