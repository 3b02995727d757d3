"""What was added to a record, in words for screen and paper."""

from collections.abc import Sequence

from spinecounsel.dates import day, moment
from spinecounsel.record.addition import Addition, ToldHow, Withdrawal, WithdrawnBy
from spinecounsel.record.kinds import AdditionKind
from spinecounsel.record.record import Line
from spinecounsel.wording import say


def addition_title(kind: AdditionKind) -> str:
    """Give the title of an addition."""
    return {
        AdditionKind.ADDENDUM: say("Addendum to the record"),
        AdditionKind.WITHDRAWAL: say("Consent withdrawn"),
        AdditionKind.SUPERSESSION: say("Replaced by a newer record"),
    }[kind]


def headline(addition: Addition) -> str:
    """Say in one sentence what was added, and when."""
    matter = addition.matter
    if matter.withdrawal is not None:
        return say("This consent was withdrawn on {moment}.", moment=moment(matter.withdrawal.when))
    if matter.successor is not None:
        newer = moment(matter.successor.sealed)
        return say("This record was replaced by a newer one, sealed {moment}.", moment=newer)
    return say("This was added on {moment}.", moment=moment(addition.when))


def standing(additions: Sequence[Addition]) -> tuple[str, ...]:
    """Say what is to be known before anything else about a record: the gravest first."""
    order = (AdditionKind.WITHDRAWAL, AdditionKind.SUPERSESSION)
    return tuple(headline(each) for kind in order for each in additions if each.kind is kind)


def added_to(additions: Sequence[Addition]) -> str:
    """Say when something was added to a record in words; empty for never."""
    dates = [day(each.when.date()) for each in additions if each.kind is AdditionKind.ADDENDUM]
    if not dates:
        return ""
    return say("Something was added on {dates}.", dates="; ".join(dict.fromkeys(dates)))


def lines_of(addition: Addition) -> tuple[Line, ...]:
    """Give what an addition says, line by line; its text apart."""
    matter, lines = addition.matter, []
    if matter.withdrawal is not None:
        lines += _told(matter.withdrawal)
    if matter.successor is not None:
        lines += [
            Line(label=say("Newer record"), text=matter.successor.id),
            Line(label=say("Talk of"), text=moment(matter.successor.started)),
            Line(label=say("Sealed"), text=moment(matter.successor.sealed)),
            Line(label=say("Fingerprint"), text=matter.successor.sha256),
        ]
    return tuple(lines)


def told_how(how: ToldHow) -> str:
    """Say on which way it was told."""
    return {
        ToldHow.IN_PERSON: say("In person"),
        ToldHow.TELEPHONE: say("By telephone"),
        ToldHow.WRITING: say("In writing"),
        ToldHow.SOMEBODY: say("Through somebody else"),
    }[how]


def withdrawn_by(by: WithdrawnBy) -> str:
    """Say who took the consent back."""
    return {
        WithdrawnBy.PATIENT: say("The patient"),
        WithdrawnBy.REPRESENTATIVE: say("The person who decides for the patient"),
    }[by]


def _told(told: Withdrawal) -> list[Line]:
    who = ": ".join(filter(None, (withdrawn_by(told.by), told.name)))
    lines = [
        Line(label=say("Withdrawn by"), text=who),
        Line(label=say("Told"), text=moment(told.when)),
        Line(label=say("How it was told"), text=told_how(told.how)),
    ]
    if told.words:
        lines.append(Line(label=say("In their own words"), text=f"“{told.words}”"))
    return lines
