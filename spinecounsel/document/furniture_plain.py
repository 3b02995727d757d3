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
from spinecounsel.document.whose import Whose, draw_whose
from spinecounsel.document.words import not_approved
from spinecounsel.frozen import replaced
from spinecounsel.record.record import ConsentRecord
from spinecounsel.wording import say

_SHORT = 8  # characters of the record's number


class PlainCanvas(TaggedCanvas):
    """Draws head and foot; ``head`` and ``foot`` are baselines, from the edge."""

    setup: ClassVar[PageSetup] = COPY
    style: ClassVar[Style] = Style(size=10.5, colour="ink2")
    strong: ClassVar[Style] = Style(size=10.5, colour="ink", bold=True)
    head: ClassVar[float] = 12 * mm
    foot: ClassVar[float] = 11 * mm

    def __init__(self, fonts: Fonts, *args: Any, **kwargs: Any) -> None:
        super().__init__(fonts.base, *args, **kwargs)
        self._setter = Typesetter(fonts)

    def furniture(self, number: int, pages: int) -> None:
        """Draw head and foot."""
        left, width = self.setup.margin, self.setup.width
        if self.warns():
            self._draw_notice(left, PAGE[1] - self.head)
        self.setStrokeColor(colour("line"))
        self.setLineWidth(HAIRLINE)
        above = self.foot + self.style.size * 1.35
        self.line(left, above, left + width, above)
        words = say("Page {number} of {pages}", number=number, pages=pages)
        page = self._setter.one_line(words, self.strong, width)
        draw_line(self, page, left + width - page.width, self.foot)
        place = (left, self.foot, width - page.width - 2 * self.style.size)
        draw_whose(self, self._setter, self.whose(), self.style, place)

    def whose(self) -> Whose:
        """Give what stands at the foot."""
        raise NotImplementedError

    def warns(self) -> bool:
        """Whether the head says that no clinic has approved the content."""
        return False

    def _draw_notice(self, x: float, y: float) -> None:
        size = self.style.size
        draw_mark(self, "warning", x, y - size * 0.2, size * 1.15)
        line = self._setter.one_line(not_approved(), self.style, self.setup.width - 1.6 * size)
        draw_line(self, line, x + 1.6 * size, y)


class CopyCanvas(PlainCanvas):
    """The canvas of the patient's copy."""

    def __init__(self, record: ConsentRecord, fonts: Fonts, *args: Any, **kwargs: Any) -> None:
        super().__init__(fonts, *args, **kwargs)
        self.record = record

    def whose(self) -> Whose:
        """Give the name, and how the record's number begins, as in the names of files."""
        record = say("Record {number}", number=self.record.id[:_SHORT])
        practice = self.record.house.practice is True
        return Whose(practice=practice, name=self.record.patient.name, record=record)

    def warns(self) -> bool:
        """Whether no clinic has approved the content."""
        return not self.record.content.approved_by


class LargePrintCanvas(CopyCanvas):
    """The canvas of the large print: nothing on it is smaller than the text."""

    setup = LARGE
    style = Style(size=18, colour="ink")
    strong = Style(size=18, colour="ink", bold=True)
    head = 14 * mm
    foot = 11 * mm


class LetterCanvas(CopyCanvas):
    """The canvas of the letter."""

    setup = LETTER
    style = Style(size=8.5, colour="ink2")
    strong = style
    head = 12.5 * mm
    foot = 11 * mm

    def whose(self) -> Whose:
        """Give hospital number and record, too."""
        record = say("Record {number}", number=self.record.id)
        return replaced(super().whose(), number=self.record.patient.number, record=record)
