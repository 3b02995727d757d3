"""The library: today's consultations, drafts to take up again, finished ones."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

from spinecounsel.dates import clock, day
from spinecounsel.frozen import Frozen
from spinecounsel.record.kinds import AdditionKind
from spinecounsel.viewing.again import again_sentence
from spinecounsel.wording import say, say_count


class Filter(StrEnum):
    """Which consultations are listed."""

    EVERYTHING = "everything"
    TODAY = "today"
    DRAFTS = "drafts"
    FINISHED = "finished"


class Listed(Frozen, frozen=True, kw_only=True):
    """A consultation as the vault lists it; ``status`` is draft, provided, refused or postponed.

    ``later`` are the kinds of what was added to a finished record; ``replaces`` says of a draft
    that it will stand in the place of one.  ``sealed`` is the moment of a record's seal,
    ``confirm_after`` after how many days its clinic asks to talk it through again.
    """

    id: str
    name: str
    number: str
    born: dt.date | None
    consulted: dt.datetime
    status: str
    options: tuple[str, ...]
    later: tuple[str, ...] = ()
    replaces: bool = False
    sealed: dt.datetime | None = None
    confirm_after: int | None = None

    @property
    def is_draft(self) -> bool:
        """Whether it can be taken up again."""
        return self.status == "draft"


class LibraryRow(Frozen, frozen=True, kw_only=True):
    """One row; ``status`` names the mark, ``status_text`` is its word.

    ``may_change`` says whether who looks at it may take a draft back or throw it away; ``again``
    that the clinic asks to talk it through again.
    """

    id: str
    name: str
    facts: str
    when: str
    ago: str
    options: str
    status: str
    status_text: str
    is_draft: bool
    may_change: bool
    again: str = ""


class LibraryGroup(Frozen, frozen=True, kw_only=True):
    """Rows under a heading."""

    title: str
    rows: tuple[LibraryRow, ...]


class LibraryView(Frozen, frozen=True, kw_only=True):
    """What the library shows; ``text`` is the search text, to be marked in the rows.

    ``empty`` stands in the place of rows when there are none; ``is_new`` when there is nothing yet
    in the whole vault, for who may begin something.
    """

    groups: tuple[LibraryGroup, ...]
    text: str
    chosen: Filter
    counts: tuple[tuple[Filter, str, int], ...]
    found: str
    empty: str
    is_new: bool = False


MOST_COUNTED = 1_000


def counted(count: int) -> str:
    """Give a count in words; what is more than is counted has a plus."""
    return say("{n}+", n=f"{MOST_COUNTED:,}") if count >= MOST_COUNTED else str(count)


def library_view(
    listed: tuple[Listed, ...],
    *,
    text: str,
    chosen: Filter,
    now: dt.datetime,
    counts: Mapping[Filter, int] | None = None,
    may_prepare: bool = True,
) -> LibraryView:
    """Group ``listed`` (newest first) under today, drafts and finished, in the zone of ``now``.

    ``counts`` are those of the whole vault, where ``listed`` is but its beginning.  Who may not
    ``prepare`` drafts only reads them.
    """
    counts = counts or {each: _count(listed, each, now) for each in Filter}
    kept = tuple(one for one in listed if _belongs(one, chosen, now))
    groups = (
        (say("Today"), tuple(one for one in kept if _is_today(one, now))),
        (
            say("Drafts to take up again") if may_prepare else say("Drafts"),
            tuple(one for one in kept if one.is_draft and not _is_today(one, now)),
        ),
        (
            say("Finished"),
            tuple(one for one in kept if not one.is_draft and not _is_today(one, now)),
        ),
    )
    return LibraryView(
        groups=tuple(
            LibraryGroup(title=title, rows=tuple(_row(one, now, may_prepare) for one in rows))
            for title, rows in groups
            if rows
        ),
        text=text,
        chosen=chosen,
        counts=tuple((each, _names()[each], counts[each]) for each in Filter),
        found=_found(counts[chosen], text),
        empty="" if kept else _empty(text, chosen),
        is_new=may_prepare and not text.strip() and not counts[Filter.EVERYTHING],
    )


def _names() -> dict[Filter, str]:
    return {
        Filter.EVERYTHING: say("Everything"),
        Filter.TODAY: say("Today"),
        Filter.DRAFTS: say("Drafts"),
        Filter.FINISHED: say("Finished"),
    }


def _count(listed: tuple[Listed, ...], chosen: Filter, now: dt.datetime) -> int:
    return sum(_belongs(one, chosen, now) for one in listed)


def _belongs(one: Listed, chosen: Filter, now: dt.datetime) -> bool:
    return {
        Filter.EVERYTHING: True,
        Filter.TODAY: _is_today(one, now),
        Filter.DRAFTS: one.is_draft,
        Filter.FINISHED: not one.is_draft,
    }[chosen]


def _is_today(one: Listed, now: dt.datetime) -> bool:
    return _here(one.consulted, now).date() == now.date()


def _here(when: dt.datetime, now: dt.datetime) -> dt.datetime:
    """Give ``when`` in the zone of ``now``; one line at the edge of time must not stop the list."""
    try:
        return when.astimezone(now.tzinfo)
    except (OverflowError, ValueError):
        return when.replace(tzinfo=now.tzinfo)


def _row(one: Listed, now: dt.datetime, may_prepare: bool) -> LibraryRow:  # noqa: FBT001
    when = _here(one.consulted, now)
    facts = (one.number, one.born and say("born {day}", day=day(one.born)))
    return LibraryRow(
        id=one.id,
        name=one.name or say("Name not yet entered"),
        facts=" · ".join(fact for fact in facts if fact),
        when=say("Today, {time}", time=clock(when)) if _is_today(one, now) else day(when.date()),
        ago=_ago((now.date() - when.date()).days),
        options=" · ".join(one.options),
        status=_standing(one),
        status_text=_standing_text(one),
        is_draft=one.is_draft,
        may_change=one.is_draft and may_prepare,
        again=_again(one, now),
    )


def _again(one: Listed, now: dt.datetime) -> str:
    """Say that it is time to talk it through again, unless something graver was added."""
    if one.sealed is None or _standing(one) != one.status:
        return ""
    return again_sentence(_here(one.sealed, now), one.confirm_after, now)


def _standing(one: Listed) -> str:
    """Give the mark: what was added later may count for more than the outcome."""
    graver = (AdditionKind.WITHDRAWAL, AdditionKind.SUPERSESSION)
    return next((str(kind) for kind in graver if kind in one.later), one.status)


def _standing_text(one: Listed) -> str:
    if one.is_draft and one.replaces:
        return say("Draft, replaces a record")
    words = {
        AdditionKind.WITHDRAWAL: say("Consent withdrawn"),
        AdditionKind.SUPERSESSION: say("Replaced by a newer record"),
    }
    graver = [words[kind] for kind in words if kind in one.later] or [status_text(one.status)]
    if AdditionKind.ADDENDUM in one.later:
        graver.append(say("added to later"))
    return ", ".join(graver)


def status_text(status: str) -> str:
    """Give the words for a status of the vault."""
    return {
        "draft": say("Draft"),
        "provided": say("Consent, signed"),
        "refused": say("Refused"),
        "postponed": say("Postponed"),
    }.get(status, status)


def _ago(days: int) -> str:
    return "" if days <= 0 else say_count("{n} day ago", "{n} days ago", days)


def _found(count: int, text: str) -> str:
    if not text.strip() and count >= MOST_COUNTED:
        return say("{n} consultations", n=counted(count))
    if not text.strip():
        return say_count("{n} consultation", "{n} consultations", count)
    return say(
        "{n} found. Searched: name, hospital number, option, date, status.",
        n=counted(count),
    )


def _empty(text: str, chosen: Filter) -> str:
    if text.strip():
        return say("Nothing was found. Try a part of the name, or fewer letters.")
    if chosen is Filter.EVERYTHING:
        return say("No consultation yet. Begin with “New consultation”.")
    return say("None here. Choose “Everything” to see all consultations.")
