"""Earlier states of a draft: when each was the newest, and what was in it."""

import datetime as dt

from spinecounsel.content.model import ContentPack
from spinecounsel.dates import clock, day
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.steps import STEPS
from spinecounsel.frozen import Frozen
from spinecounsel.wording import say, say_count


class EarlierRow(Frozen, frozen=True, kw_only=True):
    """One state; ``number`` is what it is taken back by, 0 for the present one."""

    number: int
    when: str
    facts: str
    options: str


class EarlierView(Frozen, frozen=True, kw_only=True):
    """The states, newest first, and a sentence when there is none but the present one."""

    sentence: str
    rows: tuple[EarlierRow, ...]


def earlier_row(
    number: int,
    at: dt.datetime,
    said: Discussion,
    pack: ContentPack,
    *,
    now: dt.datetime,
    by: str = "",
) -> EarlierRow:
    """Give the row of a state that was the newest ``at`` some time before ``now``.

    ``by`` is the name of who had changed it last, empty where that is not known.
    """
    when = at.astimezone(now.tzinfo)
    time = clock(when)
    if when.date() != now.date():
        time = say("{day}, {time}", day=day(when.date()), time=time)
    if number == 0:
        time = say("Now")
    names = {option.id: option.name for option in pack.options}
    known = [names[ident] for ident in said.options if ident in names]
    facts = (
        _step(said.step),
        _some(say_count("{n} thing marked", "{n} things marked", len(said.marks)), said.marks),
        _some(say_count("{n} question", "{n} questions", len(said.questions)), said.questions),
        say("a decision") if said.decision is not None else "",
    )
    return EarlierRow(
        number=number,
        when=say("{when}, by {name}", when=time, name=by) if by else time,
        facts=" · ".join(filter(None, facts)),
        options=" · ".join(known) or say("No option chosen"),
    )


def earlier_view(rows: tuple[EarlierRow, ...]) -> EarlierView:
    """Give the view of all states, the present one first."""
    if len(rows) == 1:
        return EarlierView(
            sentence=say(
                "There is no earlier state of this draft yet. One is kept each minute while "
                "something is changed."
            ),
            rows=rows,
        )
    return EarlierView(
        sentence=say(
            "Take an earlier state back, and the draft is as it was then. What is there now is "
            "kept too: it stands at the top of this list afterwards."
        ),
        rows=rows,
    )


def _some(words: str, things: tuple[object, ...]) -> str:
    return words if things else ""


def _step(ident: str) -> str:
    title = next((step.title for step in STEPS if step.id == ident), ident)
    return say("At “{step}”", step=title)
