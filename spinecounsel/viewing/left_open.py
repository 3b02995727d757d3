"""What is said after an unclean end, once the vault is open again."""

import datetime as dt

from spinecounsel.dates import clock, moment
from spinecounsel.wording import say


def left_words(
    *, is_own: bool, draft: bool, name: str, saved: dt.datetime | None, now: dt.datetime
) -> str:
    """Say that the program did not close as it should, and what is there.

    ``is_own`` tells that whoever is here had the vault open then; ``draft`` that a draft was open,
    with the patient's ``name`` and the time at which it was ``saved`` last.
    """
    if not is_own:
        return say(
            "SpineCounsel did not close as it should last time. All that was shown as saved is "
            "here."
        )
    whole = say(
        "SpineCounsel did not close as it should when you used it last. All that was shown as "
        "saved is here."
    )
    if not draft or saved is None:
        return whole
    when = saved.astimezone(now.tzinfo)
    told = clock(when) if when.date() == now.date() else moment(when)
    who = name or say("a draft without a name yet")
    open_then = say("This draft was open: {name}, saved at {time}.", name=who, time=told)
    return " ".join((whole, open_then))
