"""What was added to a finished record, on the screen: what is to be known first, and each paper."""

import datetime as dt
import re
from collections.abc import Sequence

from spinecounsel.dates import clock, day, moment
from spinecounsel.discussion.decision import Consent
from spinecounsel.frozen import Frozen
from spinecounsel.record.addition import Addition, ToldHow, WithdrawnBy, possible
from spinecounsel.record.addition_words import (
    added_to,
    addition_title,
    headline,
    lines_of,
    standing,
    told_how,
    withdrawn_by,
)
from spinecounsel.record.kinds import AdditionKind
from spinecounsel.record.record import ConsentRecord
from spinecounsel.viewing.again import again_sentence
from spinecounsel.viewing.born import day_parts
from spinecounsel.viewing.file_names import pdf_name
from spinecounsel.wording import say

_TIME = re.compile(r"(\d{1,2})[:.h](\d{2})")


class LaterLine(Frozen, frozen=True, kw_only=True):
    """One addition; ``newer`` is the number of the record that replaces this one, or empty."""

    id: str
    title: str
    sentence: str
    facts: tuple[tuple[str, str], ...]
    text: str
    signed: str
    newer: str


class LaterView(Frozen, frozen=True, kw_only=True):
    """What is to be known first, what was added, and what may be added now.

    ``title`` says how the record stands, with ``mark`` beside it: it counts more than its outcome.
    ``added`` says when something was added in words, ``again`` that the clinic asks to talk it
    through again; neither is a warning.
    ``older`` is the number of the record in whose place this one stands, with ``older_words``.
    """

    title: str
    mark: str
    standing: tuple[str, ...]
    added: str
    again: str
    lines: tuple[LaterLine, ...]
    may_add: bool
    may_withdraw: bool
    may_replace: bool
    older: str
    older_words: str


class Told(Frozen, frozen=True, kw_only=True):
    """What was understood of a day and a time: a moment, or why there is none."""

    when: dt.datetime | None = None
    problem: str = ""


def later_view(
    record: ConsentRecord,
    found: Sequence[Addition] | None,
    *,
    may_sign: bool,
    now: dt.datetime,
) -> LaterView:
    """Give the view of what was added to ``record``, oldest first; None while it is not known."""
    additions = found or ()
    may = possible(record, additions) if may_sign and found is not None else frozenset()
    before = record.replaces
    title, mark = _headline(record, found)
    return LaterView(
        title=title,
        mark=mark,
        standing=standing(additions),
        added=added_to(additions),
        again=_again(record, found, now),
        lines=tuple(_line(each) for each in additions),
        may_add=AdditionKind.ADDENDUM in may,
        may_withdraw=AdditionKind.WITHDRAWAL in may,
        may_replace=AdditionKind.SUPERSESSION in may,
        older=before.id if before else "",
        older_words=say(
            "This record stands in the place of an older one, sealed {moment}.",
            moment=moment(before.sealed),
        )
        if before
        else "",
    )


def _again(record: ConsentRecord, found: Sequence[Addition] | None, now: dt.datetime) -> str:
    """Say that it is time to talk it through again, once it is known that it still stands."""
    if found is None or standing(found):
        return ""
    return again_sentence(record.sealed, record.confirm_after, now)


def _headline(record: ConsentRecord, found: Sequence[Addition] | None) -> tuple[str, str]:
    """Give the title and its mark; nothing is ticked off before it is known what was added."""
    if found is None:
        return say("Sealed record"), "seal"
    kinds = {each.kind for each in found}
    if AdditionKind.WITHDRAWAL in kinds:
        return say("This consent was withdrawn"), "warning"
    if AdditionKind.SUPERSESSION in kinds:
        return say("Replaced by a newer record"), "does_not_apply"
    words = {
        Consent.PROVIDED: say("Consent is recorded and sealed"),
        Consent.REFUSED: say("The refusal is recorded and sealed"),
        Consent.POSTPONED: say("The decision waits; this talk is recorded and sealed"),
    }
    return words[record.decision.consent], "done"


def warning(record: ConsentRecord, additions: Sequence[Addition]) -> str:
    """Say what must be known before a document of the record leaves; empty for nothing."""
    grave = standing(additions)
    if not grave:
        return ""
    consent = record.decision.consent is Consent.PROVIDED
    last = (
        say("Whoever gets this document may take the consent for one that stands.")
        if consent
        else say("Whoever gets this document may take it for the newest one.")
    )
    return " ".join((*grave, last))


def file_name_of(addition: Addition) -> str:
    """Give a name for the file of an addition; it says nothing about the patient."""
    what = {
        AdditionKind.ADDENDUM: say("addendum"),
        AdditionKind.WITHDRAWAL: say("withdrawal of consent"),
        AdditionKind.SUPERSESSION: say("replaced by newer record"),
    }[addition.kind]
    return pdf_name(addition.when.date(), what, addition.record.id)


def told_now(now: dt.datetime) -> tuple[str, str]:
    """Give the day and the time of now as people write them."""
    return day(now.date()), clock(now)


def read_told(typed_day: str, typed_time: str, now: dt.datetime) -> Told:
    """Read when something was told, in the zone of ``now``."""
    parts = day_parts(" ".join(typed_day.split()))
    found = _TIME.fullmatch(typed_time.strip())
    if parts is None:
        return Told(problem=say("Write the day, the month and the year, such as 3 December 2026."))
    if found is None:
        return Told(problem=say("Write the time with hours and minutes, such as 14:05."))
    try:
        when = dt.datetime(*parts, int(found[1]), int(found[2]), tzinfo=now.tzinfo)
    except ValueError:
        return Told(problem=say("There is no such day or time. Check both."))
    return Told(when=when)


def ways_told() -> tuple[tuple[str, str], ...]:
    """Give the ways on which something is told, as (key, words)."""
    return tuple((str(each), told_how(each)) for each in ToldHow)


def who_withdraws() -> tuple[tuple[str, str], ...]:
    """Give who can take a consent back, as (key, words)."""
    return tuple((str(each), withdrawn_by(each)) for each in WithdrawnBy)


def _line(addition: Addition) -> LaterLine:
    newer = addition.matter.successor
    return LaterLine(
        id=addition.id,
        title=addition_title(addition.kind),
        sentence=headline(addition),
        facts=tuple((each.label, each.text) for each in lines_of(addition)),
        text=addition.matter.text,
        signed=say(
            "{name}, {moment}", name=addition.signature.name, moment=moment(addition.signature.when)
        ),
        newer=newer.id if newer else "",
    )
