"""How pages are set up: the room that is left free at their edges, and the text inside."""

from reportlab.lib.units import mm

from spinecounsel.document.look import PAGE
from spinecounsel.frozen import Frozen


class PageSetup(Frozen, frozen=True, kw_only=True):
    """Free edges of an upright page, in points; ``width`` and ``height`` are those of the text."""

    margin: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """Give the width of the text."""
        return float(PAGE[0]) - 2 * self.margin

    @property
    def height(self) -> float:
        """Give the height of the text."""
        return float(PAGE[1]) - self.top - self.bottom


RECORD = PageSetup(margin=13.5 * mm, top=13.5 * mm, bottom=14.5 * mm)
COPY = PageSetup(margin=15 * mm, top=17 * mm, bottom=17 * mm)
LARGE = PageSetup(margin=15 * mm, top=21 * mm, bottom=22 * mm)
LETTER = PageSetup(margin=22 * mm, top=20 * mm, bottom=20 * mm)
