"""What became of one record, in sentences: sealed, added to, saved, printed, given, by whom."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from spinecounsel.dates import moment
from spinecounsel.record.addition_words import addition_title
from spinecounsel.record.kinds import AdditionKind, DocumentKind
from spinecounsel.viewing.finished import FILE, PAPER
from spinecounsel.viewing.trail import Happened
from spinecounsel.wording import say


def history(
    events: tuple[Happened, ...], names: Mapping[str, str], zone: dt.tzinfo | None
) -> tuple[str, ...]:
    """Give a sentence for each event that people know, in their order.

    ``names`` are those of people by their id; who only looked is told by the trail.
    """
    made = (_sentence(event, _at(event, names, zone)) for event in events)
    return tuple(sentence for sentence in made if sentence)


def _at(event: Happened, names: Mapping[str, str], zone: dt.tzinfo | None) -> str:
    when, who = moment(event.at.astimezone(zone)), names.get(event.by, "")
    return say("{when}, by {name}", when=when, name=who) if who else when


def _sentence(event: Happened, at: str) -> str:
    payload = event.payload
    paper = _papers().get(str(payload.get("kind", DocumentKind.RECORD)), say("A document"))
    if event.kind == "added to record":
        added = addition_title(AdditionKind(str(payload["kind"])))
        return say("{added}, filed {at}", added=added, at=at)
    known = {
        "filed": say("Sealed and filed, {at}"),
        "imported from another vault": say("Taken in from another vault, {at}"),
        "exported in an open form": say("Taken out in an open form, {at}"),
        "exported": say("{document} saved as a file, {at}"),
        "printed": say("{document} sent to a printer, {at}"),
        "copy given": _given(payload),
    }
    return known.get(event.kind, "").format(document=paper, at=at)


def _given(payload: Mapping[str, Any]) -> str:
    """Give the sentence for what was given, with places for document and time."""
    if payload.get("kind") == DocumentKind.LETTER:
        sent = {PAPER: say("{document} sent on paper, {at}")}
        return sent.get(str(payload.get("way")), say("{document} sent as a file, {at}"))
    return {
        PAPER: say("{document} given to the patient on paper, {at}"),
        FILE: say("{document} given to the patient as a file, {at}"),
    }.get(str(payload.get("way")), say("{document} given to the patient, {at}"))


def _papers() -> dict[str, str]:
    return {
        DocumentKind.RECORD: say("The record"),
        DocumentKind.COPY: say("The patient’s copy"),
        DocumentKind.LARGE_PRINT: say("The large print"),
        DocumentKind.LETTER: say("The letter"),
    }
