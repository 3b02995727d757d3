"""Head and foot of every page: whose paper it is, which page, and that nobody has approved it."""

from typing import Any

from reportlab.lib.units import mm

from spinecounsel.document.fonts import Fonts
from spinecounsel.document.lines import Typesetter
from spinecounsel.document.look import FINE, HAIRLINE, PAGE, colour
from spinecounsel.document.marks import draw_mark
from spinecounsel.document.page import RECORD
from spinecounsel.document.tagging import TaggedCanvas
from spinecounsel.document.whose import Whose, draw_whose
from spinecounsel.document.words import not_approved
from spinecounsel.record.record import ConsentRecord
from spinecounsel.wording import say

_NUMBER = 90.0  # room for the page number
_SHORT = 13  # characters of the record's number


class RecordCanvas(TaggedCanvas):
    """The canvas of a record's paper."""

    def __init__(self, record: ConsentRecord, fonts: Fonts, *args: Any, **kwargs: Any) -> None:
        super().__init__(fonts.base, *args, **kwargs)
        self._record, self._setter = record, Typesetter(fonts)

    def furniture(self, number: int, pages: int) -> None:
        """Draw head and foot."""
        if not self._record.content.approved_by:
            self._draw_notice()
        self.setStrokeColor(colour("line"))
        self.setLineWidth(HAIRLINE)
        self.line(RECORD.margin, 12 * mm, RECORD.margin + RECORD.width, 12 * mm)
        page = say("Page {number} of {pages}", number=number, pages=pages)
        self.setFont(self.base_font, FINE.size)
        self.setFillColor(colour("ink2"))
        self.drawRightString(RECORD.margin + RECORD.width, 8 * mm, page)
        record = self._record
        whose = Whose(
            practice=record.house.practice is True,
            name=record.patient.name,
            number=record.patient.number,
            record=say("Record {number}", number=record.id[:_SHORT]),
        )
        place = (RECORD.margin, 8 * mm, RECORD.width - _NUMBER)
        draw_whose(self, self._setter, whose, FINE, place)

    def _draw_notice(self) -> None:
        y = PAGE[1] - 9.8 * mm
        draw_mark(self, "warning", RECORD.margin, y - 2, 10)
        self.setFont(self.base_font, FINE.size)
        self.setFillColor(colour("ink2"))
        self.drawString(RECORD.margin + 14, y, not_approved())
