"""What came to matter more or less than was first said."""

import datetime as dt
from collections.abc import Iterable

from spinecounsel.content.model import ContentPack
from spinecounsel.dates import clock, moment
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.discussion.values import Importance, ValueAnswer
from spinecounsel.discussion.words import importance_name
from spinecounsel.frozen import Frozen
from spinecounsel.viewing.values_words import quoted, shortened
from spinecounsel.wording import say


class ChangeLine(Frozen, frozen=True, kw_only=True):
    """At which time which words (``short`` where they are long) came to matter how much."""

    when: str
    short: str
    change: str


def change_lines(pack: ContentPack, discussion: Discussion) -> tuple[ChangeLine, ...]:
    """Give each change after something was first said, in order."""
    return tuple(_changes(pack, discussion))


def _changes(pack: ContentPack, discussion: Discussion) -> Iterable[ChangeLine]:
    given = {each.text: each.id for each in pack.value_statements}
    before: dict[str, Importance | None] = {}
    for each in discussion.value_history:
        if each.text in before:
            words = ValueAnswer(
                statement=given.get(each.text, ""), text=each.text, importance=Importance.NOT
            )
            yield ChangeLine(
                when=_time(each.when, discussion.started),
                short=shortened(quoted(words)),
                change=_change(before[each.text], each.importance),
            )
        before[each.text] = each.importance


def _change(was: Importance | None, now: Importance | None) -> str:
    if now is None:
        return say("Taken back")
    if was is None:
        return say("Said again: {now}", now=importance_name(now))
    return say("From {was} to {now}", was=importance_name(was), now=importance_name(now))


def _time(when: dt.datetime, started: dt.datetime) -> str:
    return clock(when) if when.date() == started.date() else moment(when)
