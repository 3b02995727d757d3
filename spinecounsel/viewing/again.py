"""When a clinic asks that a consent be talked through again: a plain line, which blocks nothing."""

import datetime as dt

from spinecounsel.wording import say_count


def again_sentence(signed: dt.datetime, after: int | None, now: dt.datetime) -> str:
    """Say that more than ``after`` days have passed, in the zone of ``now``; else nothing."""
    days = (now.date() - signed.astimezone(now.tzinfo).date()).days
    if after is None or days <= after:
        return ""
    return say_count(
        "Signed {days} days ago; this clinic asks to talk it through again after {n} day.",
        "Signed {days} days ago; this clinic asks to talk it through again after {n} days.",
        after,
        days=days,
    )
