"""The sealed record on the screen: its documents, who signed, and what became of each paper."""

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from spinecounsel.dates import moment
from spinecounsel.discussion.decision import Consent
from spinecounsel.frozen import Frozen
from spinecounsel.record.kinds import DocumentKind
from spinecounsel.record.record import ConsentRecord
from spinecounsel.wording import say

LONGEST_STEM = 80
PAPER, FILE = "paper", "file"
_NUMBER = 8  # characters of the record's number in a file name


class FinishedView(Frozen, frozen=True, kw_only=True):
    """What the page shows.

    ``shown`` is the key of the document that is seen, ``ways`` how it may be given as (key,
    words); ``events`` are sentences, the newest last.
    """

    title: str
    patient: str
    lines: tuple[tuple[str, str], ...]
    signers: tuple[str, ...]
    shown: str
    ways: tuple[tuple[str, str], ...]
    events: tuple[str, ...]
    fingerprint: str


def finished_view(
    record: ConsentRecord, events: tuple[str, ...], shown: DocumentKind = DocumentKind.RECORD
) -> FinishedView:
    """Give the view of a sealed record; ``events`` as made by ``event_sentence``."""
    return FinishedView(
        title=_titles()[record.decision.consent],
        patient=record.patient.name,
        lines=tuple((line.label, line.text) for line in record.decision_lines),
        signers=tuple(
            say("{name}, {role}, {time}", name=one.name, role=str(one.role), time=moment(one.when))
            for one in record.signatures
        ),
        shown=str(shown),
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


def making(kind: DocumentKind) -> str:
    """Say that a document is being made."""
    return {
        DocumentKind.RECORD: say("Drawing the record ..."),
        DocumentKind.COPY: say("Making and sealing the patient’s copy ..."),
        DocumentKind.LARGE_PRINT: say("Making and sealing the large print ..."),
        DocumentKind.LETTER: say("Making and sealing the letter ..."),
    }[kind]


def event_sentence(kind: str, at: str, payload: Mapping[str, Any]) -> str:
    """Say what happened to a record; empty for what is of no use to people."""
    paper = _papers().get(str(payload.get("kind", DocumentKind.RECORD)), say("A document"))
    if kind == "filed":
        return say("Sealed and filed, {at}", at=at)
    if kind == "exported":
        return say(
            "{document} saved as {file}, {at}", document=paper, file=payload.get("file", ""), at=at
        )
    if kind == "copy given":
        return _given(payload).format(document=paper, at=at)
    return ""


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
    who = f" {record.patient.number or record.patient.name}" if named else ""
    plain = f"{today:%Y-%m-%d} {paper} {record.id[:_NUMBER]}{who}"
    stem = re.sub(r"[^\w .-]+", "-", unicodedata.normalize("NFC", plain)).strip(" .-")
    return f"{stem[:LONGEST_STEM].rstrip()}.pdf"


def page_place(page: int, pages: int) -> str:
    """Say which page is in sight."""
    return say("Page {n} of {all}", n=page, all=pages) if pages else ""


def _ways(kind: DocumentKind) -> tuple[tuple[str, str], ...]:
    if kind is DocumentKind.LETTER:
        return ((PAPER, say("Letter sent on paper")), (FILE, say("Letter sent as a file")))
    return ((PAPER, say("Given on paper")), (FILE, say("Given as a file")))


def _papers() -> dict[str, str]:
    return {
        DocumentKind.RECORD: say("The record"),
        DocumentKind.COPY: say("The patient’s copy"),
        DocumentKind.LARGE_PRINT: say("The large print"),
        DocumentKind.LETTER: say("The letter"),
    }


def _given(payload: Mapping[str, Any]) -> str:
    """Give the sentence for what was given, with places for document and time."""
    if payload.get("kind") == DocumentKind.LETTER:
        sent = {PAPER: say("{document} sent on paper, {at}")}
        return sent.get(str(payload.get("way")), say("{document} sent as a file, {at}"))
    return {
        PAPER: say("{document} given to the patient on paper, {at}"),
        FILE: say("{document} given to the patient as a file, {at}"),
    }.get(str(payload.get("way")), say("{document} given to the patient, {at}"))


def _titles() -> dict[Consent, str]:
    return {
        Consent.PROVIDED: say("Consent is recorded and sealed"),
        Consent.REFUSED: say("The refusal is recorded and sealed"),
        Consent.POSTPONED: say("The decision waits; this talk is recorded and sealed"),
    }
