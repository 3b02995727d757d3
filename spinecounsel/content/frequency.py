"""Natural frequencies: a printed percentage as whole people out of 100 or 1,000."""

from spinecounsel.content.model import Estimate
from spinecounsel.frozen import Frozen
from spinecounsel.wording import say


class Frequency(Frozen, frozen=True, kw_only=True):
    """So many people out of so many.

    ``count`` of ``out_of`` (100 or 1,000).  ``low`` and ``high`` are the 95 % confidence interval
    in the same people, None where the source prints none.  ``or_count`` is the other whole number
    where the percentage and the count that a source prints fall on two sides of a half ("4 or 5"),
    else equal to ``count``.  ``fewer`` and ``more`` say that ``count`` is not reached (it would be
    rounded to nobody) or passed (it would be rounded to everybody).
    """

    count: int
    out_of: int
    or_count: int
    low: int | None = None
    high: int | None = None
    fewer: bool = False
    more: bool = False

    @property
    def rest(self) -> int:
        """Give the other side: those to whom it did not happen."""
        return self.out_of - self.count


def frequency(estimate: Estimate, out_of: int | None = None) -> Frequency | None:
    """Give ``estimate`` as whole people, or None where its source prints no percentage.

    ``out_of`` overrides the estimate's own denominator, for a table that must keep one throughout.
    Rounded to the nearest person (a half to the even number, as the sentences of the pack do), but
    never to nobody where the percentage is not 0, and never to everybody where it is below 100.
    """
    if estimate.percent is None or estimate.denominator is None:
        return None
    scale = out_of or estimate.denominator
    count = _people(estimate.percent, scale)
    nearest = round(estimate.percent * scale / 100)
    low, high = estimate.ci95 or (None, None)
    return Frequency(
        count=count,
        out_of=scale,
        or_count=_counted(estimate, scale) or count,
        low=None if low is None else _people(low, scale),
        high=None if high is None else _people(high, scale),
        fewer=nearest < count,
        more=nearest > count,
    )


def number_words(found: Frequency) -> str:
    """Give the number alone: ``84``, ``4 or 5``, ``fewer than 1``, ``more than 99``."""
    first, second = sorted((found.count, found.or_count))
    if found.fewer:
        return say("fewer than {n}", n=found.count)
    if found.more:
        return say("more than {n}", n=found.count)
    if first != second:
        return say("{one} or {two}", one=first, two=second)
    return f"{first:,}"


def spoken(estimate: Estimate, out_of: int | None = None) -> str:
    """Give the number in words, for a table cell or a screen reader; empty without a percentage.

    ``84 of 100 people``, ``4 or 5 of 100 operations``, and for a percentage of 0 ``none of 38
    people``: none seen among few is not none among 100.
    """
    found = frequency(estimate, out_of)
    if found is None:
        return ""
    if estimate.percent == 0:
        if not estimate.total:
            return say("none of the {unit} studied", unit=estimate.unit)
        return say("none of {total} {unit}", total=estimate.total, unit=estimate.unit)
    return say(
        "{number} of {out_of} {unit}",
        number=number_words(found),
        out_of=f"{found.out_of:,}",
        unit=estimate.unit,
    )


def _people(percent: float, scale: int) -> int:
    nearest = min(max(round(percent * scale / 100), 0), scale)
    if 0 < percent < 100:
        return min(max(nearest, 1), scale - 1)
    return nearest


def _counted(estimate: Estimate, scale: int) -> int | None:
    """Give the people that events and total make, where both are printed."""
    if estimate.events is None or not estimate.total:
        return None
    return _people(100 * estimate.events / estimate.total, scale)
