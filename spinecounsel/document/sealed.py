"""The section on the seal, and the code that leads from paper back to the record."""

from typing import TYPE_CHECKING, Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from spinecounsel.dates import moment
from spinecounsel.document.flow import Paint, Picture, Row, Stack
from spinecounsel.document.look import BODY, Style, colour
from spinecounsel.document.sheet import Sheet
from spinecounsel.document.tagging import draw_squares
from spinecounsel.frozen import replaced
from spinecounsel.record.record import ConsentRecord
from spinecounsel.wording import say

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

SCHEME = "SPINECOUNSEL"
_SIDE = 30 * mm
_QUIET = 4  # modules left white on each side (ISO/IEC 18004)
_GAP = 6 * mm
_MASK = 0
_LARGE = 1.3  # from this size of text on, nothing stands beside it


def write_seal(
    sheet: Sheet, record: ConsentRecord, head: Style | None = None, text: Style = BODY
) -> None:
    """Say what the seal proves and what not, how to check it, and which record this is.

    ``head`` and ``text`` are the styles, where they are other ones.
    """
    sheet.section(say("The seal"), head)
    beside = _told(sheet, record, text)
    side, width = _SIDE * max(1, sheet.scale * 0.9), sheet.page.width
    code = Picture(side, side, _painted(record), sheet.node("Figure", alt=_alternative(record)))
    if sheet.scale > _LARGE:
        sheet.add(*beside, code)
    else:
        sheet.add(Row([(0, width - side - _GAP, Stack(beside)), (width - side, side, code)]))
    # In a paragraph of its own, so that programs and people find it whole.
    before = say("Fingerprint of this record (SHA-256 over all its words and numbers):")
    sheet.paragraph(before, replaced(text, before=4, keep=True))
    sheet.paragraph(record.sha256, text)


def _told(sheet: Sheet, record: ConsentRecord, text: Style) -> "list[Flowable]":
    """Give the words about the seal, then what names the record."""
    plain = replaced(text, after=4)
    bold = replaced(plain, bold=True)
    words = (
        say(
            "This file was sealed by the program on the clinic’s computer. The seal proves that "
            "not one sign was changed since. It does not prove who signed: for that there are "
            "the signatures in the consent record. The time is that of the computer’s clock."
        ),
        say(
            "To check it, open SpineCounsel and choose “Check a PDF”, or type: spinecounsel "
            "verify FILE. Other PDF readers show the seal as a digital signature. They trust it "
            "once they know the clinic’s root certificate, which the clinic hands out."
        ),
        say(
            "The file also carries the whole record, for programs to read (record.json). A print "
            "on paper has no seal: compare its words with the file."
        ),
    )
    told: list[Flowable] = [sheet.text(each, plain, sheet.node("P")) for each in words]
    told += [
        sheet.text(((label, bold), (named, plain)), plain, sheet.node("P"))
        for label, named in (
            (say("Record number: "), record.id),
            (say("Sealed: "), moment(record.sealed)),
            (say("Made with: "), record.program),
        )
    ]
    return told


def code_of(record: ConsentRecord) -> str:
    """Give what the code says: number and fingerprint of the record.

    In capital letters, which take less room in it: larger squares are read more easily.
    """
    return f"{SCHEME}:{record.id}:{record.sha256}".upper()


def _alternative(record: ConsentRecord) -> str:
    return say("Code with the number and the fingerprint of record {id}.", id=record.id)


def _painted(record: ConsentRecord) -> Paint:
    modules = _modules(code_of(record))

    def paint(canvas: Canvas, width: float, _height: float) -> None:
        size = width / (len(modules) + 2 * _QUIET)
        dark = [
            ((across + _QUIET) * size, (down + _QUIET) * size)
            for down, row in enumerate(reversed(modules))
            for across, is_dark in enumerate(row)
            if is_dark
        ]
        canvas.setFillColor(colour("ink"))
        draw_squares(canvas, dark, size, fill=True)

    return paint


def _modules(text: str) -> list[list[bool]]:
    """Give the squares of a QR code, row by row from above; True is dark."""
    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    # What a mask breaks up is digits of a fingerprint: weighing all eight would take a tenth of
    # the time of the whole paper, and readers take any.
    code.version = code.calculate_version()
    code.makeImpl(False, _MASK)  # noqa: FBT003 - its only way: not a trial
    return [[bool(each) for each in row] for row in code.modules]
