"""The sealed record on the screen: what was decided, by whom, and what became of its paper."""

import re
import unicodedata

from spinecounsel.dates import moment
from spinecounsel.discussion.decision import Consent
from spinecounsel.frozen import Frozen
from spinecounsel.record.record import ConsentRecord
from spinecounsel.wording import say, say_count

LONGEST_STEM = 60


class FinishedView(Frozen, frozen=True, kw_only=True):
    """What the page shows; ``events`` are sentences, the newest last."""

    title: str
    patient: str
    lines: tuple[tuple[str, str], ...]
    signers: tuple[str, ...]
    events: tuple[str, ...]
    file_name: str
    fingerprint: str


def finished_view(record: ConsentRecord, events: tuple[str, ...]) -> FinishedView:
    """Give the view of a sealed record; ``events`` as made by ``event_sentence``."""
    return FinishedView(
        title=_titles()[record.decision.consent],
        patient=record.patient.name,
        lines=tuple((line.label, line.text) for line in record.decision_lines),
        signers=tuple(
            say("{name}, {role}, {time}", name=one.name, role=str(one.role), time=moment(one.when))
            for one in record.signatures
        ),
        events=events,
        file_name=file_name(record),
        fingerprint=record.sha256,
    )


def event_sentence(kind: str, at: str, file: str) -> str:
    """Say what happened to a record; empty for what is of no use to people."""
    return {
        "filed": say("Sealed and filed {at}", at=at),
        "exported": say("PDF saved as {file}, {at}", file=file, at=at),
        "copy given": say("Copy given to the patient, {at}", at=at),
    }.get(kind, "")


def file_name(record: ConsentRecord) -> str:
    """Give a file name that every system takes: day, hospital number or name, ``.pdf``."""
    who = record.patient.number or record.patient.name
    plain = unicodedata.normalize("NFC", f"{record.started:%Y-%m-%d} consent {who}")
    stem = re.sub(r"[^\w .-]+", "-", plain).strip(" .-")[:LONGEST_STEM]
    return f"{stem}.pdf"


def pages_read(count: int) -> str:
    """Say how many pages the document has."""
    return say_count("{n} page", "{n} pages", count)


def _titles() -> dict[Consent, str]:
    return {
        Consent.PROVIDED: say("Consent is recorded and sealed"),
        Consent.REFUSED: say("The refusal is recorded and sealed"),
        Consent.POSTPONED: say("The decision waits; this talk is recorded and sealed"),
    }
