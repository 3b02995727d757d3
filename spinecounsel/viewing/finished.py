"""The sealed record on the screen: its documents, who signed, and what became of each paper."""

import datetime as dt

from spinecounsel.dates import moment
from spinecounsel.frozen import Frozen
from spinecounsel.record.kinds import DocumentKind
from spinecounsel.record.record import ConsentRecord
from spinecounsel.viewing.file_names import pdf_name
from spinecounsel.wording import say

PAPER, FILE = "paper", "file"


class FinishedView(Frozen, frozen=True, kw_only=True):
    """What the page shows.

    ``shown`` is the key of the document that is seen, ``carries`` what its file holds beside its
    pages (``warns`` where that is more than they tell), ``ways`` how it may be given as (key,
    words); ``events`` are sentences, the newest last.
    """

    patient: str
    lines: tuple[tuple[str, str], ...]
    signers: tuple[str, ...]
    shown: str
    carries: str
    warns: bool
    ways: tuple[tuple[str, str], ...]
    events: tuple[str, ...]
    fingerprint: str


def finished_view(
    record: ConsentRecord, events: tuple[str, ...], shown: DocumentKind = DocumentKind.RECORD
) -> FinishedView:
    """Give the view of a sealed record; ``events`` as made by ``history``."""
    return FinishedView(
        patient=record.patient.name,
        lines=tuple((line.label, line.text) for line in record.decision_lines),
        signers=tuple(
            say("{name}, {role}, {time}", name=one.name, role=str(one.role), time=moment(one.when))
            for one in record.signatures
        ),
        shown=str(shown),
        carries=_carries(shown),
        warns=shown is not DocumentKind.RECORD,
        ways=_ways(shown),
        events=events,
        fingerprint=record.sha256,
    )


def kinds_made() -> tuple[tuple[str, str], ...]:
    """Give the documents that a record gives, as (key, name)."""
    names = {
        DocumentKind.RECORD: say("Record"),
        DocumentKind.COPY: say("Patient’s copy"),
        DocumentKind.LARGE_PRINT: say("Large print"),
        DocumentKind.LETTER: say("Letter"),
    }
    return tuple((str(kind), names[kind]) for kind in DocumentKind)


def asks_first(kind: DocumentKind) -> bool:
    """Whether people are asked before a document leaves: it goes to somebody else."""
    return kind is DocumentKind.LETTER


def whole_record_question() -> str:
    """Ask whether the whole record may go along with the letter."""
    return say(
        "The letter goes to another doctor. Its file carries the whole record: all that was shown, "
        "asked, answered and signed, also what the letter does not tell. A print on paper does "
        "not carry it. May the whole record go along?"
    )


def making(kind: DocumentKind) -> str:
    """Say that a document is being made."""
    return {
        DocumentKind.RECORD: say("Drawing the record ..."),
        DocumentKind.COPY: say("Making and sealing the patient’s copy ..."),
        DocumentKind.LARGE_PRINT: say("Making and sealing the large print ..."),
        DocumentKind.LETTER: say("Making and sealing the letter ..."),
    }[kind]


def file_name(record: ConsentRecord, kind: DocumentKind, today: dt.date, *, named: bool) -> str:
    """Give a file name that every system takes; who it is about only where it is ``named``.

    Day, document and the beginning of the record's number; then hospital number or name.
    """
    paper = {
        DocumentKind.RECORD: say("consent record"),
        DocumentKind.COPY: say("patient copy"),
        DocumentKind.LARGE_PRINT: say("large print"),
        DocumentKind.LETTER: say("letter"),
    }[kind]
    who = record.patient.number or record.patient.name
    return pdf_name(today, paper, record.id, who if named else "")


def page_place(page: int, pages: int) -> str:
    """Say which page is in sight."""
    return say("Page {n} of {all}", n=page, all=pages) if pages else ""


def _carries(kind: DocumentKind) -> str:
    if kind is DocumentKind.RECORD:
        return say(
            "The file also carries the record for programs to read (record.json). Whoever gets the "
            "file gets both."
        )
    return say(
        "The file carries the whole record inside (record.json), also what these pages do not "
        "tell. Whoever gets the file can read it. A print on paper does not carry it."
    )


def _ways(kind: DocumentKind) -> tuple[tuple[str, str], ...]:
    if kind is DocumentKind.LETTER:
        return ((PAPER, say("Letter sent on paper")), (FILE, say("Letter sent as a file")))
    return ((PAPER, say("Given on paper")), (FILE, say("Given as a file")))
