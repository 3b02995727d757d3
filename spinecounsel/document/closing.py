"""The last pages: statements, signatures, where the content comes from, the fingerprint."""

from functools import partial
from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from spinecounsel.dates import day, moment
from spinecounsel.document.flow import Picture, Row, Rule, Stack
from spinecounsel.document.look import BODY, FINE, STRONG, WIDTH
from spinecounsel.document.sheet import Sheet
from spinecounsel.document.strokes import paint_signature
from spinecounsel.document.words import method, not_approved, signer
from spinecounsel.frozen import replaced
from spinecounsel.record.record import ConsentRecord, Line
from spinecounsel.record.signature import Signature
from spinecounsel.wording import say

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_HALF = (WIDTH - 10 * mm) / 2
_PAD = 21 * mm


def write_closing(sheet: Sheet, record: ConsentRecord) -> None:
    """Write all that stands behind the options."""
    _write_content(sheet, record)
    sheet.section(say("Statements"))
    intro = say("These words were read aloud before signing.")
    sheet.paragraph(intro, replaced(BODY, colour="ink2", keep=True))
    _write_statements(sheet, record.statements)
    sheet.section(say("Signatures"), kept=True)
    signed = [_signature(sheet, each) for each in record.signatures]
    for first in range(0, len(signed), 2):
        pair = signed[first : first + 2]
        row = Row([(place * (_HALF + 10 * mm), _HALF, each) for place, each in enumerate(pair)])
        row.spaceAfter = 12
        sheet.add(row)
    _write_fingerprint(sheet, record)


def _write_content(sheet: Sheet, record: ConsentRecord) -> None:
    stamp = record.content
    sheet.section(say("Where the content comes from"))
    approved = (
        say("Approved by {names}", names=stamp.approved_by) if stamp.approved_by else not_approved()
    )
    rows = (
        (say("Content"), say("{title}, version {n}", title=stamp.title, n=stamp.version)),
        (say("Approval"), approved),
        (say("Written by"), stamp.authors),
        (say("Reviewed by"), stamp.reviewers),
        (say("Certified"), stamp.certified),
        (say("Expires"), day(stamp.expires)),
        (say("Name of the pack"), stamp.id),
        (say("Fingerprint"), stamp.sha256),
    )
    sheet.facts(Line(label=label, text=text) for label, text in rows)


def _write_statements(sheet: Sheet, statements: tuple[str, ...]) -> None:
    whole = sheet.node("L", attributes={"List": {"ListNumbering": "/Decimal"}})
    for number, words in enumerate(statements, 1):
        item = whole.child("LI")
        label = sheet.text(f"{number}.", STRONG, item.child("Lbl"))
        body = sheet.text(words, STRONG, item.child("LBody"))
        row = Row([(0, 14, label), (16, WIDTH - 16, body)])
        row.spaceAfter, row.keepWithNext = 4, 1
        sheet.add(row)


def _signature(sheet: Sheet, signature: Signature) -> Stack:
    by = say(
        "{role}: {name}. {method}, {when}",
        role=signer(signature.role),
        name=signature.name,
        method=method(signature.method),
        when=moment(signature.when),
    )
    items: list[Flowable] = []
    if signature.strokes:
        node = sheet.node("Figure", alt=say("Signature. {by}", by=by))
        items.append(Picture(_HALF, _PAD, partial(paint_signature, signature), node))
    else:
        words = replaced(BODY, size=15, leading=_PAD, after=0, colour="pen")
        items.append(sheet.text(f"“{signature.name}”", words, sheet.node("P")))
    behalf = signature.on_behalf_of
    items += [
        Rule(),
        sheet.text(signature.name, STRONG, sheet.node("P")),
        sheet.text(signer(signature.role), BODY, sheet.node("P")),
        sheet.text(
            say("{method}, {when}", method=method(signature.method), when=moment(signature.when)),
            FINE,
            sheet.node("P"),
        ),
    ]
    if behalf:
        items.append(sheet.text(say("On behalf of {name}", name=behalf), FINE, sheet.node("P")))
    return Stack(items)


def _write_fingerprint(sheet: Sheet, record: ConsentRecord) -> None:
    sheet.section(say("Fingerprint of this record"))
    sheet.paragraph(record.sha256)
    sheet.paragraph(
        say(
            "SHA-256 over every word and number of the record. Whoever has the record can tell by "
            "it whether anything was changed. This file itself carries no digital signature."
        ),
        FINE,
    )
    sheet.paragraph(say("Made with {program}.", program=record.program), FINE)
