"""A number of a cell, with its people drawn beside it."""

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from spinecounsel.viewing.compare_cells import CompareCell, Whose
from ui.theme.theme import theme
from ui.widgets.mini_pictograph import MiniPictograph
from ui.widgets.printed import Words
from ui.widgets.reading import NOT_READ

LONGEST_NUMBER = 9  # letters that are printed large
OUT_OF_HEAD = 100  # what the head of the table counts out of


class OutOf:
    """Prints the number; the people are a widget in ``parent``, a picture to screen readers.

    The head of the table says "out of 100 people": anything else stands beside its number, or
    below where there is no room.  The number of another group is not printed large.
    """

    def __init__(self, cell: CompareCell, kind: str, parent: QWidget) -> None:
        large = len(cell.number) <= LONGEST_NUMBER and cell.whose is not Whose.OTHER
        self._number = Words(cell.number, "number_cell" if large else "strong", kind)
        told = cell.drawn and cell.out_of == OUT_OF_HEAD
        self._rest = Words("" if told else cell.rest, "body")
        self._people = _people(cell, kind, parent) if cell.drawn else None
        self._sets: dict[float, _Set] = {}

    def words(self) -> str:
        """Give the number, and what it is counted out of where that stands beside it."""
        return " ".join(filter(None, (self._number.words(), self._rest.words())))

    def least(self) -> float:
        """Give the width of the number and the people, or of the widest word beside it."""
        return max(self._number.least() + self._beside(), self._rest.least())

    def height(self, width: float) -> float:
        """Give the height of the line, and of the one below it."""
        each = self._set(width)
        return each.line + each.below

    def draw(self, painter: QPainter, place: QRectF, *, leftwards: bool) -> None:
        """Draw the words."""
        each = self._set(place.width())
        high = self._number.height(each.number)
        left = place.right() - each.number if leftwards else place.left()
        number = QRectF(left, place.top() + (each.line - high) / 2, each.number, high)
        self._number.draw(painter, number, leftwards=leftwards)
        if each.below:
            self._rest.draw(painter, place.adjusted(0, each.line, 0, 0), leftwards=leftwards)
        elif self._rest.words():
            past = each.before
            beside = place.adjusted(0, 0, -past, 0) if leftwards else place.adjusted(past, 0, 0, 0)
            beside.translate(0, (each.line - self._rest.height(beside.width())) / 2)
            self._rest.draw(painter, beside, leftwards=leftwards)

    def place_people(self, place: QRectF, *, leftwards: bool) -> None:
        """Put the people beside the number."""
        if self._people is None:
            return
        each, size = self._set(place.width()), self._people.sizeHint()
        past = each.number + theme().px("s")
        left = place.right() - past - size.width() if leftwards else place.left() + past
        top = place.top() + (each.line - size.height()) / 2
        self._people.setGeometry(round(left), round(top), size.width(), size.height())

    def _beside(self) -> float:
        """Give the room that the people take."""
        return self._people.sizeHint().width() + theme().px("s") if self._people else 0.0

    def _set(self, width: float) -> "_Set":
        """Give how it is set at ``width``; the same widths are asked for again and again."""
        if width not in self._sets:
            self._sets[width] = self._measured(width)
        return self._sets[width]

    def _measured(self, width: float) -> "_Set":
        beside = self._beside()
        wide = min(self._number.natural(), max(self._number.least(), width - beside))
        before = wide + beside + theme().px("s")
        people = self._people.sizeHint().height() if self._people else 0
        line = max(self._number.height(wide), people)
        if not self._rest.words():
            return _Set(wide, line, before, 0.0)
        if width - before < self._rest.least():
            return _Set(wide, line, 0.0, self._rest.height(width))
        return _Set(wide, max(line, self._rest.height(width - before)), before, 0.0)


class _Set(NamedTuple):
    """Width of the number, height of the line, px before the rest, height of a line below."""

    number: float
    line: float
    before: float
    below: float


def _people(cell: CompareCell, kind: str, parent: QWidget) -> MiniPictograph:
    made = MiniPictograph()
    made.setParent(parent)
    made.setProperty(NOT_READ, True)  # noqa: FBT003 - what it shows is in the name of the cell
    made.show_people(
        filled=cell.count, maybe=cell.maybe, out_of=cell.out_of, kind=kind, words=cell.text
    )
    made.show_range(cell.low, cell.high)
    return made
