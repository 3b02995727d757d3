"""The section on the seal, and the code that leads from paper back to the record."""

import datetime as dt

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from spinecounsel.dates import moment, moment_with_zone
from spinecounsel.document.flow import Paint, Picture, Row, Stack
from spinecounsel.document.lines import Spans
from spinecounsel.document.look import BODY, Style, colour
from spinecounsel.document.sheet import Sheet
from spinecounsel.document.squares import squares_of
from spinecounsel.document.tagging import draw_squares
from spinecounsel.frozen import Frozen, replaced
from spinecounsel.record.record import ConsentRecord
from spinecounsel.wording import say

SCHEME = "SPINECOUNSEL"
_SIDE = 30 * mm
_QUIET = 4  # modules left white on each side (ISO/IEC 18004)
_GAP = 6 * mm
_APART = "   "
_LARGE = 1.3  # from this size of text on, nothing stands beside it


class Sealing(Frozen, frozen=True, kw_only=True):
    """What is sealed: its number, digest, time and program, and how all that is called."""

    id: str
    sha256: str
    when: dt.datetime
    program: str
    number: str
    fingerprint: str
    code: str
    replaces: str = ""
    signed: str
    carries: str


def write_seal(
    sheet: Sheet, record: ConsentRecord, head: Style | None = None, text: Style = BODY
) -> None:
    """Say what the seal proves and what not, how to check it, and which record this is.

    ``head`` and ``text`` are the styles, where they are other ones.
    """
    write_seal_of(sheet, _of_record(record), head, text)


def write_seal_of(
    sheet: Sheet, what: Sealing, head: Style | None = None, text: Style = BODY
) -> None:
    """Say the same of anything that is sealed."""
    sheet.section(say("The seal"), head)
    beside = [sheet.text(each, replaced(text, after=4), sheet.node("P")) for each in _words(what)]
    side, width = _SIDE * max(1, sheet.scale * 0.9), sheet.page.width
    code = Picture(side, side, _painted(what), sheet.node("Figure", alt=what.code))
    if sheet.scale > _LARGE:
        sheet.add(*beside, code)
    else:
        sheet.add(Row([(0, width - side - _GAP, Stack(beside)), (width - side, side, code)]))
    for named in _named(what, text):
        sheet.paragraph(named, replaced(text, after=2))
    # In a paragraph of its own, so that programs and people find it whole.
    sheet.paragraph(what.fingerprint, replaced(text, keep=True))
    sheet.paragraph(what.sha256, text)


def _of_record(record: ConsentRecord) -> Sealing:
    return Sealing(
        id=record.id,
        sha256=record.sha256,
        when=record.sealed,
        program=record.program,
        number=say("Record number: "),
        fingerprint=say("Fingerprint of this record (SHA-256 over all its words and numbers):"),
        code=say("Code with the number and the fingerprint of record {id}.", id=record.id),
        replaces=_replaced(record),
        signed=say(
            "This file was sealed by the program on the clinic’s computer. The seal proves that "
            "not one character was changed since. It does not prove who signed: for that there are "
            "the signatures in the consent record. The time is that of the computer’s clock."
        ),
        carries=say(
            "The file also carries the whole record, for programs to read (record.json). A print "
            "on paper has no seal: compare its words with the file."
        ),
    )


def _replaced(record: ConsentRecord) -> str:
    """Name the record of an earlier talk in whose place this one stands."""
    before = record.replaces
    if before is None:
        return ""
    when = moment(before.sealed)
    return say("record {id}, sealed {moment}", id=before.id, moment=when)


def _words(what: Sealing) -> tuple[str, ...]:
    """Give the words about the seal."""
    return (
        what.signed,
        say(
            "To check it, open SpineCounsel and choose “Check a PDF”, or type: spinecounsel "
            "verify FILE. Other PDF readers show the seal as a digital signature. They trust it "
            "once they know the clinic’s root certificate, which the clinic hands out."
        ),
        what.carries,
    )


def _named(what: Sealing, text: Style) -> tuple[Spans, ...]:
    """Give what names it and what it stands in the place of, then when and how it was sealed."""
    bold = replaced(text, bold=True)
    rows = (
        ((what.number, what.id),),
        ((say("In place of: "), what.replaces),),
        (
            (say("Sealed: "), f"{moment_with_zone(what.when)}{_APART}"),
            (say("Made with: "), what.program),
        ),
    )
    return tuple(
        tuple(span for label, words in row for span in ((label, bold), (words, text)))
        for row in rows
        if all(words for _, words in row)
    )


def code_of(record: ConsentRecord | Sealing) -> str:
    """Give what the code says: number and fingerprint.

    In capital letters, which take less room in it: larger squares are read more easily.
    """
    return f"{SCHEME}:{record.id}:{record.sha256}".upper()


def _painted(what: Sealing) -> Paint:
    modules = squares_of(code_of(what))

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
