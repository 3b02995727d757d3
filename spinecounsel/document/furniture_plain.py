"""Head and foot of the copies and the letter: whose paper it is, and which page."""

from typing import Any, ClassVar

from reportlab.lib.units import mm

from spinecounsel.document.drawing import draw_line
from spinecounsel.document.fonts import Fonts
from spinecounsel.document.lines import Typesetter
from spinecounsel.document.look import HAIRLINE, PAGE, Style, colour
from spinecounsel.document.marks import draw_mark
from spinecounsel.document.page import COPY, LARGE, LETTER, PageSetup
from spinecounsel.document.tagging import TaggedCanvas
from spinecounsel.document.words import not_approved
from spinecounsel.record.record import ConsentRecord
from spinecounsel.wording import say


class CopyCanvas(TaggedCanvas):
    """The canvas of the patient's copy; ``head`` and ``foot`` are baselines, from the edge."""

    setup: ClassVar[PageSetup] = COPY
    style: ClassVar[Style] = Style(size=10.5, colour="ink2")
    strong: ClassVar[Style] = Style(size=10.5, colour="ink", bold=True)
    head: ClassVar[float] = 14 * mm
    foot: ClassVar[float] = 13 * mm

    def __init__(self, record: ConsentRecord, fonts: Fonts, *args: Any, **kwargs: Any) -> None:
        super().__init__(fonts.base, *args, **kwargs)
        self.record, self._setter = record, Typesetter(fonts)

    def furniture(self, number: int, pages: int) -> None:
        """Draw head and foot."""
        left, width = self.setup.margin, self.setup.width
        if not self.record.content.approved_by:
            self._draw_notice(left, PAGE[1] - self.head)
        self.setStrokeColor(colour("line"))
        self.setLineWidth(HAIRLINE)
        above = self.foot + self.style.size * 1.35
        self.line(left, above, left + width, above)
        words = say("Page {number} of {pages}", number=number, pages=pages)
        page = self._setter.one_line(words, self.strong, width)
        draw_line(self, page, left + width - page.width, self.foot)
        self._draw_whose(left, width - page.width - 2 * self.style.size)

    def known(self) -> str:
        """Give what stands behind the patient's name."""
        return ""

    def _draw_whose(self, x: float, room: float) -> None:
        """Name the patient as far as there is room, then what else is known.

        In lines of their own: a name may run from right to left.
        """
        behind = self._setter.one_line(self.known(), self.style, room * 0.7)
        name = self._setter.one_line(self.record.patient.name, self.style, room - behind.width)
        draw_line(self, name, x, self.foot)
        draw_line(self, behind, x + name.width, self.foot)

    def _draw_notice(self, x: float, y: float) -> None:
        size = self.style.size
        draw_mark(self, "warning", x, y - size * 0.2, size * 1.15)
        line = self._setter.one_line(not_approved(), self.style, self.setup.width - 1.6 * size)
        draw_line(self, line, x + 1.6 * size, y)


class LargePrintCanvas(CopyCanvas):
    """The canvas of the large print: nothing on it is smaller than the text."""

    setup = LARGE
    style = Style(size=18, colour="ink")
    strong = Style(size=18, colour="ink", bold=True)
    head = 18 * mm
    foot = 13 * mm


class LetterCanvas(CopyCanvas):
    """The canvas of the letter."""

    setup = LETTER
    style = Style(size=8.5, colour="ink2")
    strong = style
    head = 12.5 * mm
    foot = 11 * mm

    def known(self) -> str:
        """Give hospital number and record."""
        number = self.record.patient.number
        parts = (number, say("Record {number}", number=self.record.id))
        return "".join(f"  ·  {each}" for each in parts if each)
