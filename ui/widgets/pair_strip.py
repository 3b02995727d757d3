"""The scale that two groups of people share: where each person stands, and where a number ends."""

from PySide6.QtCore import QRectF

from ui.widgets.people import BOX

ROWS, THOUSAND_ROWS = 5, 10
QUARTERS = 4
GAP = 9.0  # after each quarter
CELL_SHAPE = 26.2 / 31.2  # height over width of a person's cell
SHARE = 0.62  # of a cell's width that the person takes


class PairStrip:
    """People by columns from ``left`` on, ``width`` px together; all measures in px."""

    def __init__(self, *, left: float, width: float, out_of: int) -> None:
        self.left, self.right = left, left + width
        self.out_of = out_of
        self.dots = out_of > 100
        self._rows = THOUSAND_ROWS if self.dots else ROWS
        self._columns = out_of // self._rows
        self._cell = (width - (QUARTERS - 1) * GAP) / self._columns
        self._high = self._cell * (1.0 if self.dots else CELL_SHAPE)

    @property
    def height(self) -> float:
        """The height of all rows."""
        return self._rows * self._high

    def box(self, place: int) -> QRectF:
        """Give where the mark of a person is; y counts from the top of the strip."""
        column, row = divmod(place, self._rows)
        x = self.left + column * self._cell + self._gaps(column) * GAP
        if self.dots:
            return QRectF(x, row * self._high, self._cell, self._high)
        wide = self._cell * SHARE
        high = wide * BOX.height() / BOX.width()
        inside = (self._cell - wide) / 2, (self._high - high) / 2
        return QRectF(x + inside[0], row * self._high + inside[1], wide, high)

    def x_of(self, count: int) -> float:
        """Give where ``count`` people end."""
        columns = count / self._rows
        return self.left + columns * self._cell + self._gaps(columns, ends=True) * GAP

    def tick_of(self, count: int) -> float:
        """Give where the mark of ``count`` is on the axis: in the middle of a gap."""
        inside = 0 < count < self.out_of
        return self.x_of(count) + (GAP / 2 if inside and self._ends_quarter(count) else 0)

    def _gaps(self, columns: float, *, ends: bool = False) -> int:
        """Give how many gaps are before a column, or before the end of one."""
        quarter = self._columns / QUARTERS
        passed = int(columns // quarter)
        if ends and passed and columns == passed * quarter:
            passed -= 1
        return min(passed, QUARTERS - 1)

    def _ends_quarter(self, count: int) -> bool:
        return count * QUARTERS % self.out_of == 0
