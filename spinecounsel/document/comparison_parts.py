"""The sheet across: its head and foot, rows with tinted cells, and the marks beside a number."""

from collections.abc import Mapping, Sequence
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from spinecounsel.dates import day
from spinecounsel.document.flow import Row
from spinecounsel.document.fonts import BASE
from spinecounsel.document.look import FINE, HAIRLINE, colour
from spinecounsel.document.marks import draw_discs, draw_mark
from spinecounsel.document.side_by_side import SheetArm, SideBySide
from spinecounsel.document.tagging import Drawn, TaggedCanvas
from spinecounsel.document.words import not_approved
from spinecounsel.wording import say

PAGE: tuple[float, float] = landscape(A4)
_SIDE = 14 * mm
HEIGHT = PAGE[1] - 15 * mm - 17 * mm  # between head and foot
_ROLES = {"benefit", "risk"}


class ComparisonCanvas(TaggedCanvas):
    """The canvas of the sheet; nobody's name stands on it."""

    page = PAGE

    def __init__(self, table: SideBySide, *args: Any, **kwargs: Any) -> None:
        super().__init__(BASE, *args, **kwargs)
        self._table = table

    def furniture(self, number: int, pages: int) -> None:
        """Draw head and foot."""
        self.setFont(BASE, FINE.size)
        self.setFillColor(colour("ink2"))
        if not self._table.approved:
            y = PAGE[1] - 10 * mm
            draw_mark(self, "warning", _SIDE, y - 2, 10)
            self.setFillColor(colour("ink2"))
            self.drawString(_SIDE + 14, y, not_approved())
        self.setStrokeColor(colour("line"))
        self.setLineWidth(HAIRLINE)
        self.line(_SIDE, 13 * mm, PAGE[0] - _SIDE, 13 * mm)
        made = say(
            "Made on {day}  ·  {content}  ·  {program}",
            day=day(self._table.when.date()),
            content=self._table.content,
            program=self._table.program,
        )
        self.drawString(_SIDE, 9 * mm, made)
        page = say("Page {number} of {pages}", number=number, pages=pages)
        self.drawRightString(PAGE[0] - _SIDE, 9 * mm, page)


class TintedRow(Row):
    """A row of the table: cells that may be compared stand on the ground of their kind.

    ``tints`` gives the kind by the place of the cell; ``strong`` draws the line of a head.
    """

    def __init__(
        self,
        cells: Sequence[tuple[float, float, Flowable]],
        *,
        pad: float,
        tints: Mapping[int, str] | None = None,
        strong: bool = False,
    ) -> None:
        super().__init__(cells, pad=pad, rule=not strong)
        self._tints, self._strong = dict(tints or {}), strong

    def draw(self) -> None:
        """Draw the grounds, then the cells."""
        with self.paper.decoration():
            for place, kind in self._tints.items():
                x, wide, _ = self._cells[place]
                role = f"{kind}_soft" if kind in _ROLES else "well"
                self.paper.setFillColor(colour(role))
                self.paper.rect(x - 5, 0.5, wide + 8.5, self.height - 1, stroke=0, fill=1)
            if self._strong:
                self.paper.setStrokeColor(colour("ink2"))
                self.paper.setLineWidth(HAIRLINE * 1.5)
                self.paper.line(0, 0, self.width, 0)
        super().draw()


class Marks(Drawn):
    """People as small squares, by columns so that length is the number; then how sure it is.

    It is decoration: the number beside it and the note below say the same in words.
    """

    PITCH, ROWS, DISC = 1.5, 5, 3.9

    def __init__(self, arm: SheetArm, kind: str, sure: int) -> None:
        super().__init__()
        self._arm, self._sure = arm, sure
        self._role = kind if kind in _ROLES else "ink2"
        self._crowd = 20 * self.PITCH + 4 if arm.count is not None else 0
        self.width, self.height = self._crowd + 5 * self.DISC, 10.6

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Give its size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw both."""
        with self.paper.decoration():
            if self._arm.count is not None:
                self._draw_people(self._arm.count)
            draw_discs(self.paper, self._sure, self._crowd, 3.0, self.DISC)

    def _draw_people(self, count: int) -> None:
        """Draw 100 squares: of 1,000 people each stands for ten, and a part of one is drawn so."""
        share = 100 * count / self._arm.out_of
        side = self.PITCH * 0.8
        for place in range(100):
            column, row = divmod(place, self.ROWS)
            x, y = column * self.PITCH, 8.8 - (row + 1) * self.PITCH
            part = min(1.0, max(0.0, share - place))
            self.paper.setFillColor(colour("hollow"))
            inset = side * 0.3
            self.paper.rect(x + inset, y + inset, side * 0.4, side * 0.4, stroke=0, fill=1)
            if part:
                self.paper.setFillColor(colour(self._role))
                self.paper.rect(x, y, side * part, side, stroke=0, fill=1)
