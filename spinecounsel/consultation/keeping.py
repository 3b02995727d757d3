"""Keeping and parting for the window: the rule, what is due, erasure; and the trail in lines."""

import datetime as dt
from collections.abc import Iterable, Sequence

from spinecounsel.frozen import Frozen
from spinecounsel.storage import Event, Grounds, Held, Vault
from spinecounsel.storage.doors.parting import grounds_words
from spinecounsel.viewing.history import history
from spinecounsel.viewing.keeping import HeldThing, Keeping
from spinecounsel.viewing.trail import Happened, TrailLine, trail_lines

LINES = 100


class TrailPage(Frozen, frozen=True, kw_only=True):
    """Lines of the trail, newest first; ``before`` asks for the next page, 0 when there is none."""

    lines: tuple[TrailLine, ...]
    before: int


def keeping(vault: Vault, *, now: dt.datetime) -> Keeping:
    """Say how the vault stands."""
    return Keeping(
        years=vault.retention.years,
        due=_things(vault.retention.due(now.date())),
        unfinished=vault.parting.unfinished,
    )


def set_years(vault: Vault, years: int | None, *, now: dt.datetime) -> None:
    """Make the rule, or take it back."""
    vault.retention.set_years(years, now=now)


def find(vault: Vault, number: str) -> tuple[HeldThing, ...]:
    """Give what is kept under exactly this number of a patient, or of one record."""
    return _things(vault.parting.find(number))


def grounds() -> tuple[tuple[str, str], ...]:
    """Give why something can be erased, as (key, words)."""
    words = ((str(each), grounds_words(each)) for each in Grounds)
    return tuple((key, said[:1].upper() + said[1:]) for key, said in words)


def erase(
    vault: Vault, idents: Sequence[str], why: str, *, now: dt.datetime
) -> tuple[int, tuple[str, ...]]:
    """Erase for good; give how many, and the names of copies beside the vault that hold them still.

    Errors as those of ``Parting.erase``.
    """
    vault.parting.erase(idents, Grounds(why), now=now)
    return len(idents), vault.parting.copies()


def finish(vault: Vault) -> None:
    """End an erasure for which there was no room."""
    vault.parting.finish()


def trail_page(vault: Vault, *, before: int, record_id: str, zone: dt.tzinfo | None) -> TrailPage:
    """Give a page of the trail, of one record where ``record_id`` is not empty."""
    events = vault.trail.page(before=before, record_id=record_id, limit=LINES)
    more = len(events) == LINES and events[-1].number > 1
    return TrailPage(
        lines=trail_lines(_happened(events), _names(vault), zone),
        before=events[-1].number if more else 0,
    )


def history_of(vault: Vault, record_id: str, *, zone: dt.tzinfo | None) -> tuple[str, ...]:
    """Say what became of one record, the newest last."""
    return history(_happened(vault.events(record_id)), _names(vault), zone)


def _names(vault: Vault) -> dict[str, str]:
    return {person.id: person.name for person in vault.people.everybody()}


def _happened(events: Iterable[Event]) -> tuple[Happened, ...]:
    return tuple(
        Happened(
            number=event.number,
            at=event.at,
            by=event.by,
            kind=event.kind,
            record=event.record_id,
            payload=event.payload,
        )
        for event in events
    )


def _things(held: Iterable[Held]) -> tuple[HeldThing, ...]:
    return tuple(
        HeldThing(id=each.id, consulted=each.consulted, sealed=each.sealed) for each in held
    )
