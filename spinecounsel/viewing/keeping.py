"""How long a clinic keeps consultations, what is due, and what is chosen to be erased for good."""

import datetime as dt
from collections.abc import Sequence

from spinecounsel.dates import day
from spinecounsel.frozen import Frozen
from spinecounsel.wording import say, say_count

MOST_YEARS = 200


class HeldThing(Frozen, frozen=True, kw_only=True):
    """A draft or record by its number and its day, without a name."""

    id: str
    consulted: dt.date
    sealed: bool


class Keeping(Frozen, frozen=True, kw_only=True):
    """How the vault stands: the rule in years, what is due, whether an erasure is to be ended."""

    years: int | None
    due: tuple[HeldThing, ...]
    unfinished: bool


class KeepingView(Frozen, frozen=True, kw_only=True):
    """What the section shows; ``found`` are what can be erased, as (id, words)."""

    years: str
    rule: str
    due: str
    has_due: bool
    unfinished: str
    found_words: str
    found: tuple[tuple[str, str], ...]


def keeping_view(
    keeping: Keeping, found: tuple[HeldThing, ...] | None, asked: str = ""
) -> KeepingView:
    """Give the view; ``found`` is what was found of number ``asked``, None before a search."""
    return KeepingView(
        years="" if keeping.years is None else str(keeping.years),
        rule=_rule(keeping.years),
        due=_due(keeping),
        has_due=bool(keeping.due),
        unfinished=say(
            "An erasure is not quite finished: traces may still lie in the vault’s file, "
            "encrypted, because it could not be written anew."
        )
        if keeping.unfinished
        else "",
        found_words=_found(found, asked),
        found=tuple((each.id, _words(each)) for each in found or ()),
    )


def read_years(typed: str) -> int | None:
    """Read a number of years, None for an empty text; ``ValueError`` for anything else."""
    text = typed.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_YEARS):
        raise ValueError(text)
    return int(text)


def years_problem() -> str:
    """Say what a rule looks like."""
    return say("Write a number of years from 1 to {most}, or nothing for no rule.", most=MOST_YEARS)


def erased_words(count: int, copies: tuple[str, ...] = ()) -> str:
    """Say what was erased, and where it still is: in ``copies`` beside the vault, and elsewhere."""
    said = say_count(
        "{n} consultation was erased for good. Backups from before still hold it: make a new "
        "one, and destroy the old ones.",
        "{n} consultations were erased for good. Backups from before still hold them: make a new "
        "one, and destroy the old ones.",
        count,
    )
    if not copies:
        return said
    beside = say("Beside the vault there lies: {names}.", names=", ".join(copies))
    return f"{said} {beside}"


def confirmation() -> str:
    """Give the word that is typed before something is erased."""
    return say("erase")


def _rule(years: int | None) -> str:
    if years is None:
        return say("There is no rule: everything is kept until somebody erases it.")
    return say_count(
        "By the rule of this clinic, consultations are kept for {n} year. Nothing is erased by "
        "itself.",
        "By the rule of this clinic, consultations are kept for {n} years. Nothing is erased by "
        "itself.",
        years,
    )


def _due(keeping: Keeping) -> str:
    if keeping.years is None:
        return ""
    if not keeping.due:
        return say("None has been kept for longer.")
    return say_count(
        "{n} consultation has been kept for longer, from {day}.",
        "{n} consultations have been kept for longer, the oldest from {day}.",
        len(keeping.due),
        day=day(keeping.due[0].consulted),
    )


def _found(found: Sequence[HeldThing] | None, asked: str) -> str:
    if found is None:
        return ""
    if not found:
        return say(
            "Nothing is kept under exactly this number: {number}. Type the whole hospital number, "
            "or the number of one record.",
            number=asked,
        )
    records = sum(each.sealed for each in found)
    return say(
        "{records}, {drafts}.",
        records=say_count("{n} record", "{n} records", records),
        drafts=say_count("{n} draft", "{n} drafts", len(found) - records),
    )


def _words(held: HeldThing) -> str:
    when = day(held.consulted)
    if held.sealed:
        return say("Record of {day}, number {id}", day=when, id=held.id)
    return say("Draft of {day}, number {id}", day=when, id=held.id)
