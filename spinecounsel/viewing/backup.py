"""What the section on backups says."""

import datetime as dt
from typing import TypeAlias

from spinecounsel.dates import day, moment
from spinecounsel.frozen import Frozen
from spinecounsel.wording import say, say_count

_DAY = dt.timedelta(days=1)
DAYS, LAST, MONTHS = (1, 2, 7, 14, 30), (3, 5, 7, 14, 30), (0, 3, 6, 12, 24)
_MB = 1_000_000
Choices: TypeAlias = tuple[tuple[str, str], ...]


class BackupFacts(Frozen, frozen=True, kw_only=True):
    """How the backups of a vault stand; ``folder`` is that of the rule, empty without one."""

    made: dt.datetime | None
    made_in: str
    size: int
    due: dt.datetime | None
    folder: str
    days: int
    last: int
    months: int


class BackupView(Frozen, frozen=True, kw_only=True):
    """What is shown: one sentence, what is wrong, and the rule."""

    sentence: str
    problem: str
    rule: str
    folder: str
    days: int
    last: int
    months: int


def backup_view(facts: BackupFacts, *, now: dt.datetime) -> BackupView:
    """Give what is shown of ``facts`` at the moment ``now``."""
    return BackupView(
        sentence=_sentence(facts, now),
        problem=overdue(facts.due, facts.made, now=now),
        rule=_rule(facts),
        folder=facts.folder,
        days=facts.days,
        last=facts.last,
        months=facts.months,
    )


def rule_choices() -> tuple[Choices, Choices, Choices]:
    """Give what can be picked as (key, words): how often, how many, for how many months."""
    return (
        tuple((str(number), _every(number)) for number in DAYS),
        tuple((str(number), str(number)) for number in LAST),
        tuple((str(number), _months(number)) for number in MONTHS),
    )


def overdue(due: dt.datetime | None, made: dt.datetime | None, *, now: dt.datetime) -> str:
    """Say that a backup should have been made by now; empty when all is well."""
    if due is None or now < due:
        return ""
    if made is None:
        return say("A backup is due: none has been made yet.")
    return say("A backup is due since {day}.", day=day(due.astimezone(now.tzinfo).date()))


def made_words(name: str, size: int, deleted: int) -> str:
    """Say that a backup was made and is good."""
    sentences = [
        say(
            "The backup “{name}” was made, read back and found good ({size}).",
            name=name,
            size=size_words(size),
        )
    ]
    if deleted:
        sentences.append(
            say_count(
                "{n} old backup was deleted by the rule.",
                "{n} old backups were deleted by the rule.",
                deleted,
            )
        )
    sentences.append(say("Take the stick out as your computer wants it, and lock it away."))
    return " ".join(sentences)


class CheckedFacts(Frozen, frozen=True, kw_only=True):
    """What a rehearsal found; ``behind`` is None for a backup of another vault."""

    name: str
    made: dt.datetime
    records: int
    drafts: int
    program: str
    still_held: tuple[str, ...]
    behind: int | None


def checked_words(facts: CheckedFacts, *, now: dt.datetime) -> str:
    """Say that a backup is good, and what it holds."""
    made = facts.made.astimezone(now.tzinfo)
    held = (_records(facts.records), _drafts(facts.drafts))
    sentences = [
        say("“{name}” is good: it was restored on trial, and all of it was read.", name=facts.name),
        say(
            "It was made on {moment}, {age}, by version {program}, and holds {records} and "
            "{drafts}.",
            moment=moment(made),
            age=_age(now - made),
            program=facts.program,
            records=held[0],
            drafts=held[1],
        ),
    ]
    if facts.behind is None:
        sentences.append(say("It is a backup of another vault."))
    elif facts.behind:
        sentences.append(
            say_count(
                "Since then {n} change was saved in the vault.",
                "Since then {n} changes were saved in the vault.",
                facts.behind,
            )
        )
    if facts.still_held:
        sentences.append(
            say_count(
                "It still holds {n} record that was erased here since: {ids}. Delete this backup "
                "when nobody may keep it.",
                "It still holds {n} records that were erased here since: {ids}. Delete this "
                "backup when nobody may keep them.",
                len(facts.still_held),
                ids=", ".join(facts.still_held),
            )
        )
    return " ".join(sentences)


def restored_words(made: dt.datetime, records: int, drafts: int, *, now: dt.datetime) -> str:
    """Say that a vault was restored."""
    return say(
        "The vault is back as it was on {moment}, with {records} and {drafts}. Unlock it with your "
        "passphrase of that day.",
        moment=moment(made.astimezone(now.tzinfo)),
        records=_records(records),
        drafts=_drafts(drafts),
    )


class ImportFacts(Frozen, frozen=True, kw_only=True):
    """What became of the records of an export: numbers, and those that were not taken, named."""

    new: int
    more: int
    same: int
    other: tuple[str, ...]
    erased: tuple[str, ...]


def imported_words(facts: ImportFacts) -> str:
    """Say what was imported, and what was not and why."""
    sentences = [
        say_count("{n} record was filed.", "{n} records were filed.", facts.new),
    ]
    if facts.more:
        sentences.append(
            say_count(
                "To {n} record what was added later was filed.",
                "To {n} records what was added later was filed.",
                facts.more,
            )
        )
    if facts.same:
        sentences.append(
            say_count("{n} record was here already.", "{n} records were here already.", facts.same)
        )
    if facts.other:
        sentences.append(
            say(
                "Not imported, because something else has the same number here: {names}.",
                names="; ".join(facts.other),
            )
        )
    if facts.erased:
        sentences.append(
            say("Not imported, because it was erased here: {names}.", names="; ".join(facts.erased))
        )
    return " ".join(sentences)


def exported_words(path: str, records: int, size: int) -> str:
    """Say what was written where."""
    return say_count(
        "{n} record was written to {path} ({size}). The file is NOT encrypted.",
        "{n} records were written to {path} ({size}). The file is NOT encrypted.",
        records,
        path=path,
        size=size_words(size),
    )


def export_question(records: int, name: str = "") -> str:
    """Ask before records leave in a form that anybody can read."""
    whose = (
        say_count(
            "{n} record of {name} is written into a file that is NOT encrypted.",
            "{n} records of {name} are written into a file that is NOT encrypted.",
            records,
            name=name,
        )
        if name
        else say_count(
            "The {n} record of this vault is written into a file that is NOT encrypted.",
            "All {n} records of this vault are written into a file that is NOT encrypted.",
            records,
        )
    )
    return " ".join((whose, say("Whoever has the file can read it. The audit trail notes it.")))


def export_name(now: dt.datetime) -> str:
    """Give the name that is offered for an export; it says nothing about a patient."""
    return say("SpineCounsel export {date}", date=f"{now:%Y-%m-%d}") + ".zip"


def progress_words(what: str, share: float) -> str:
    """Say how far long work is."""
    return say("{what} {percent} %", what=what, percent=min(99, int(share * 100)))


def size_words(size: int) -> str:
    """Give a size in MB, one decimal below ten."""
    value = size / _MB
    return f"{value:.1f} MB" if value < 10 else f"{value:.0f} MB"


def _sentence(facts: BackupFacts, now: dt.datetime) -> str:
    if facts.made is None:
        return say(
            "No backup of this vault was made on this computer. If the computer is lost, so are "
            "the records."
        )
    made = facts.made.astimezone(now.tzinfo)
    return say(
        "The last good backup was made {age}, on {moment}, in {folder} ({size}).",
        age=_age(now - made),
        moment=moment(made),
        folder=facts.made_in,
        size=size_words(facts.size),
    )


def _rule(facts: BackupFacts) -> str:
    if not facts.folder:
        return say("No backups are made by themselves. Choose a folder for them, on a stick.")
    return say(
        "When the vault is unlocked and a backup is due, it is made in the background. What the "
        "numbers below do not keep is deleted; nothing but backups of this vault ever is."
    )


def _every(days: int) -> str:
    return say_count("every day", "every {n} days", days)


def _months(months: int) -> str:
    return say_count("{n} month", "{n} months", months)


def _records(count: int) -> str:
    return say_count("{n} record", "{n} records", count)


def _drafts(count: int) -> str:
    return say_count("{n} draft", "{n} drafts", count)


def _age(since: dt.timedelta) -> str:
    days = max(0, since // _DAY)
    return say_count("{n} day ago", "{n} days ago", days) if days else say("less than a day ago")
