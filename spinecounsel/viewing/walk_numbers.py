"""A number on the card: what is printed, its other side, and from where to where it is drawn."""

from spinecounsel.content.frequency import Frequency, number_words
from spinecounsel.content.model import Estimate
from spinecounsel.frozen import replaced
from spinecounsel.wording import say


def number_of(estimate: Estimate, found: Frequency | None) -> tuple[str, str]:
    """Give the number, and what it is out of, as ``frequency.spoken`` says them."""
    if found is None:
        return "", ""
    if estimate.percent == 0:
        if not estimate.total:
            return say("None"), say("of the {unit} studied", unit=estimate.unit)
        return say("None"), say("of {total} {unit}", total=estimate.total, unit=estimate.unit)
    beside = say("out of {all} {unit}", all=f"{found.out_of:,}", unit=estimate.unit)
    return capital(number_words(found)), beside


def rest_of(estimate: Estimate, found: Frequency | None) -> tuple[str, str]:
    """Give the other side of the number, and what it is out of."""
    if found is None:
        return "", ""
    if estimate.percent == 0:
        if not estimate.total:
            return say("All"), say("the {unit} studied", unit=estimate.unit)
        return str(estimate.total), say(
            "the others, of {total} {unit}", total=estimate.total, unit=estimate.unit
        )
    beside = say("the others, out of {all} {unit}", all=f"{found.out_of:,}", unit=estimate.unit)
    if estimate.percent == 100:
        return say("None"), beside
    other = replaced(
        found,
        count=found.rest,
        or_count=found.out_of - found.or_count,
        fewer=found.more,
        more=found.fewer,
    )
    return capital(number_words(other)), beside


def ends_of(found: Frequency | None) -> tuple[int, int, int]:
    """Give the lower end of the range, the number, and the upper end, as they are drawn.

    Less than one is drawn as perhaps one, never as one and never as none.
    """
    if found is None:
        return 0, 0, 0
    filled = 0 if found.fewer else found.count
    top = found.out_of if found.more else found.count
    low = filled if found.low is None else min(found.low, filled)
    high = top if found.high is None else max(found.high, top)
    return low, filled, high


def reach_of(found: Frequency | None, sentence: str) -> str:
    """Say the range, unless the sentence says it already."""
    if found is None or found.low is None or found.high is None:
        return ""
    if say("{low} to {high}", low=found.low, high=found.high) in sentence:
        return ""
    return say(
        "The true number is likely between {low} and {high}.", low=found.low, high=found.high
    )


def maybe_words(found: Frequency | None, filled: int, high: int) -> str:
    """Say what the hatched people are."""
    if found is None or high == filled:
        return ""
    if found.fewer and found.high is None:
        return number_words(found)
    return say("perhaps up to {n} more", n=high - filled)


def span_of(found: Frequency | None, low: int, high: int) -> str:
    """Say what the hatched part of a bar is."""
    if found is None or low == high:
        return ""
    if found.low is None:
        return number_words(found)
    return say("the true number may be here: {low} to {high}", low=low, high=high)


def capital(text: str) -> str:
    """Give ``text`` with a capital first letter."""
    return text[:1].upper() + text[1:]
