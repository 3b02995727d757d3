"""Whose paper it is: name and logo of the clinic at the top, and what it asks for later."""

import datetime as dt
import io
from functools import partial

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from spinecounsel.dates import day
from spinecounsel.document.flow import Framed, Picture, Stack
from spinecounsel.document.look import STRONG, Style
from spinecounsel.document.sheet import Sheet, marked
from spinecounsel.document.tagging import Drawn
from spinecounsel.record.clinic import Clinic
from spinecounsel.record.record import ConsentRecord
from spinecounsel.wording import say, say_count

_HIGH, _WIDE = 12 * mm, 40 * mm
_BETWEEN = 4 * mm


def write_clinic(sheet: Sheet, record: ConsentRecord, style: Style, *, stacked: bool) -> None:
    """Write whose paper it is, in the first line; nothing where the record names no clinic.

    Where it is ``stacked`` the name stands below the logo, else beside it.  A frame above all says
    so where the patient is made up.
    """
    clinic = record.house
    if clinic.practice is True:
        sheet.add(practice_notice(sheet))
    parts: list[Flowable] = []
    if clinic.logo:
        parts.append(_logo(sheet, clinic))
    if clinic.name:
        parts.append(sheet.text(clinic.name, style, sheet.node("P")))
    if not parts:
        return
    made = parts[0] if len(parts) == 1 else Stack(parts) if stacked else _Beside(*parts)
    made.spaceAfter = 3 * mm
    sheet.add(made)


def practice_notice(sheet: Sheet) -> Framed:
    """Give what stands on the paper of a practice, which can outlive it."""
    words = say("Practice: this is not a real patient.")
    text = sheet.text(words, STRONG, sheet.node("P"))
    text.sign = marked("warning", 12 * sheet.scale)
    made = Framed(text, "amber_edge")
    made.spaceAfter = 3 * mm
    return made


def again_words(record: ConsentRecord) -> str:
    """Say from when on the clinic asks to talk it through again; nothing where it does not ask."""
    if (after := record.confirm_after) is None:
        return ""
    return say_count(
        "This clinic asks to talk the decision through again when more than {n} day has passed. "
        "That is after {day}.",
        "This clinic asks to talk the decision through again when more than {n} days have passed. "
        "That is after {day}.",
        after,
        day=day(record.sealed.date() + dt.timedelta(days=after)),
    )


def _logo(sheet: Sheet, clinic: Clinic) -> Picture:
    """Give the logo, no larger than 300 of its points fit in an inch."""
    from PIL.PngImagePlugin import PngImageFile

    picture = PngImageFile(io.BytesIO(clinic.logo)).convert("RGB")
    width, height = (side * 72 / 300 for side in picture.size)
    share = min(1.0, _WIDE / width, _HIGH / height)
    name = clinic.name or say("the clinic")
    node = sheet.node("Figure", alt=say("Logo of {clinic}", clinic=name))
    return Picture(width * share, height * share, partial(_draw, ImageReader(picture)), node)


def _draw(picture: ImageReader, canvas: Canvas, width: float, height: float) -> None:
    canvas.drawImage(picture, 0, 0, width, height)


class _Beside(Drawn):
    """A picture and a text to its right, both in the middle of their height."""

    def __init__(self, picture: Flowable, text: Flowable) -> None:
        super().__init__()
        self._picture, self._text = picture, text

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Wrap the text beside the picture."""
        wide, high = self._picture.wrap(width, height)
        self._left = wide + _BETWEEN
        low = self._text.wrap(width - self._left, height)[1]
        self.width, self.height = width, max(high, low)
        return self.width, self.height

    def draw(self) -> None:
        """Draw both."""
        for x, each in ((0.0, self._picture), (self._left, self._text)):
            each.drawOn(self.canv, x, (self.height - each.height) / 2)
