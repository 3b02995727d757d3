"""Behind the options: where the content comes from, then the statements and who signed them."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from spinecounsel.case.languages import language_name
from spinecounsel.dates import day, moment
from spinecounsel.discussion.people import AttendeeRole
from spinecounsel.document.columns import GAP
from spinecounsel.document.compact import BOLD, NOTE, TEXT, Compact
from spinecounsel.document.flow import Picture, Row, Rule, Stack, Whole
from spinecounsel.document.strokes import paint_signature
from spinecounsel.document.words import method, not_approved, signer
from spinecounsel.frozen import replaced
from spinecounsel.record.record import ConsentRecord, Line
from spinecounsel.record.signature import Signature, SignerRole
from spinecounsel.wording import say

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_PAD = 43.0  # the height of a signature


def write_closing(paper: Compact, record: ConsentRecord) -> None:
    """Write all that stands between the options and the sources."""
    _write_content(paper, record)
    _write_signed(paper, record)


def _write_content(paper: Compact, record: ConsentRecord) -> None:
    stamp = record.content
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
    )
    with paper.columns(*paper.option_head(say("Where the content comes from"))):
        paper.facts((Line(label=label, text=text) for label, text in rows), 0.26)
    # Over the whole width: programs and people find it in one line.
    paper.sheet.add(paper.fact(say("Fingerprint"), stamp.sha256, paper.width, 0.125))


def _write_signed(paper: Compact, record: ConsentRecord) -> None:
    """Write the statements with the signatures below them: they stay on one page."""
    head, _ = paper.option_head(say("Statements and signatures"))
    read = say("These words were read aloud before signing.")
    intro = " ".join([read, *_interpreters(record)])
    items: list[Flowable] = [head, paper.text(intro, NOTE)]
    whole = paper.sheet.node("L", attributes={"List": {"ListNumbering": "/Decimal"}})
    for number, words in enumerate(record.statements, 1):
        item = whole.child("LI")
        first = paper.scaled(15)
        label = paper.sheet.text(f"{number}.", BOLD, item.child("Lbl"))
        body = paper.sheet.text(words, BOLD, item.child("LBody"))
        row = Row([(0, first, label), (first, paper.width - first, body)])
        row.spaceAfter = paper.scaled(2.5)
        items.append(row)
    signed = [_signature(paper, each) for each in record.signatures]
    for at in range(0, len(signed), 2):
        pair = enumerate(signed[at : at + 2])
        cells = [(place * (paper.column + GAP), paper.column, each) for place, each in pair]
        row = Row(cells)
        row.spaceBefore = paper.scaled(6)
        items.append(row)
    made = Whole(items, paper.whole)
    made.spaceBefore = paper.scaled(12)
    paper.sheet.add(made)


def _interpreters(record: ConsentRecord) -> Iterator[str]:
    """Say who interpreted into which language, and that nobody signed as such, if nobody did."""
    there = [each for each in record.present if each.role is AttendeeRole.INTERPRETER]
    for each in there:
        language = language_name(each.language)
        yield (
            say("Interpreter into {language}: {name}.", language=language, name=each.name)
            if language
            else say("Interpreter: {name}.", name=each.name)
        )
    if there and all(each.role is not SignerRole.INTERPRETER for each in record.signatures):
        yield say("The interpreter did not sign.")


def _signature(paper: Compact, signature: Signature) -> Stack:
    role, how = signer(signature.role), method(signature.method)
    when = moment(signature.when)
    items: list[Flowable] = []
    if signature.strokes:
        name = signature.name
        by = say("{role}: {name}. {method}, {when}", role=role, name=name, method=how, when=when)
        node = paper.sheet.node("Figure", alt=say("Signature. {by}", by=by))
        items.append(Picture(paper.column, _PAD, partial(paint_signature, signature), node))
    else:
        words = replaced(TEXT, size=16, leading=_PAD, after=0, colour="pen")
        items.append(paper.text(f"“{signature.name}”", words))
    items += [
        Rule(),
        paper.text(((signature.name, BOLD), (f", {role}", TEXT)), replaced(TEXT, after=0)),
        paper.text(say("{method}, {when}", method=how, when=when), NOTE),
    ]
    if behalf := signature.on_behalf_of:
        items.append(paper.text(say("On behalf of {name}", name=behalf), NOTE))
    return Stack(items)
