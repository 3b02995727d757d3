"""What a comparison on paper is drawn of: rows with tinted cells, and the marks beside a number."""

from collections.abc import Mapping, Sequence

from reportlab.platypus import Flowable

from spinecounsel.document.flow import Row
from spinecounsel.document.look import HAIRLINE, colour
from spinecounsel.document.marks import draw_discs
from spinecounsel.document.tagging import Drawn
from spinecounsel.record.side_by_side import ComparedArm, SideBySide
from spinecounsel.wording import say

_ROLES = {"benefit", "risk"}


def key_of(table: SideBySide) -> str:
    """Say what may be set beside what, and what the words mean that stand instead of a number."""
    cells = [cell for row in table.rows for cell in row.cells]
    grouped = any(len(cell.arms) > 1 for cell in cells)
    instead = {cell.words for cell in cells}
    keys = (
        (True, say("Rows stand apart: other people were studied, or in another way.")),
        (grouped, say("Two numbers of one option in a row are of one study.")),
        (say("Not known") in instead, say("“Not known”: no study here tells it.")),
        (
            say("No number") in instead,
            say("“No number”: none was found, or the question does not fit."),
        ),
    )
    return " ".join(words for needed, words in keys if needed)


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

    It is decoration: the number beside it and the note below say the same in words.  ``scale``
    enlarges it with the text.
    """

    PITCH, ROWS, DISC = 1.5, 5, 3.9

    def __init__(self, arm: ComparedArm, *, kind: str, sure: int, scale: float) -> None:
        super().__init__()
        self._arm, self._sure, self._scale = arm, sure, scale
        self._role = kind if kind in _ROLES else "ink2"
        self._crowd = 20 * self.PITCH + 4 if arm.count is not None else 0
        self.width, self.height = (self._crowd + 5 * self.DISC) * scale, 10.6 * scale

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Give its size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw both."""
        with self.paper.decoration():
            self.paper.saveState()
            self.paper.scale(self._scale, self._scale)
            if self._arm.count is not None:
                self._draw_people(self._arm.count)
            draw_discs(self.paper, self._sure, self._crowd, 3.0, self.DISC)
            self.paper.restoreState()

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
