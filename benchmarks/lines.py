"""What every benchmark gives: lines of a table and curves of a picture; and how ways are timed."""

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from statistics import median, quantiles
from typing import NamedTuple

Times = dict[str, list[float]]
WIDE = 58


class Line(NamedTuple):
    """One work: how long ours takes, and what stands beside it in the same run.

    ``most`` is what the ratio to ``beside`` may be, ``most_own`` what ours may be by itself, and
    ``most_worst`` its worst; 0 for what has no limit, or nothing beside it.
    """

    name: str
    own: float
    beside: float = 0.0
    most: float = 0.0
    most_own: float = 0.0
    worst: float = 0.0
    most_worst: float = 0.0
    unit: str = "ms"
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times what stands beside it; 0 where nothing does."""
        return self.own / self.beside if self.beside else 0.0

    @property
    def limited(self) -> bool:
        """Whether there is something that it may not exceed."""
        return bool(self.most or self.most_own or self.most_worst)

    @property
    def over(self) -> bool:
        """Whether it exceeds what it may be."""
        return bool(
            0 < self.most < self.ratio
            or 0 < self.most_own < self.own
            or 0 < self.most_worst < self.worst
        )

    @property
    def limit(self) -> str:
        """Give what it may be, in words."""
        limits = (
            (f"{self.most:g} x", self.most),
            (f"{self.most_own:g} {self.unit}", self.most_own),
            (f"worst {self.most_worst:g} {self.unit}", self.most_worst),
        )
        return ", ".join(words for words, most in limits if most)

    @property
    def verdict(self) -> str:
        """Give ``met``, ``over``, or nothing where there is no limit."""
        if not self.limited:
            return ""
        return "over" if self.over else "met"

    def text(self) -> str:
        """Give the line as it is printed."""
        numbers = (number(self.own), number(self.worst), number(self.beside), ratio(self.ratio))
        cells = "".join(f"{each:>10}" for each in numbers)
        return f"{self.name:<{WIDE}}{cells}  {self.limit:<26}{self.verdict}".rstrip()


class Curve(NamedTuple):
    """How something grows: the points (load, own) of one line in the chart of that name."""

    chart: str
    name: str
    load: str
    points: tuple[tuple[float, float], ...]
    unit: str = "ms"


Result = Line | Curve
HEADING = f"{'':<{WIDE}}" + "".join(f"{each:>10}" for each in ("own", "worst", "beside", "ratio"))


def number(value: float) -> str:
    """Give a number with three digits that matter; nothing for 0."""
    if not value:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def ratio(value: float) -> str:
    """Give a ratio; nothing for 0."""
    return f"{value:.2f}" if value else ""


def by_turns(ways: Mapping[str, Callable[[int], object]], rounds: int, *, before: int = 5) -> Times:
    """Time each way ``rounds`` times, one after the other, in ms; ``before`` more are not kept."""
    times: Times = {name: [] for name in ways}
    for turn in range(-before, 0):
        for way in ways.values():
            way(turn)
    with steady():
        for turn in range(rounds):
            first = turn % len(ways)  # what another one left to the disk is paid by each in turn
            for name, way in (*[*ways.items()][first:], *[*ways.items()][:first]):
                start = time.perf_counter()
                way(turn)
                times[name].append((time.perf_counter() - start) * 1000)
    return times


def middle(times: list[float]) -> float:
    """Give the median."""
    return median(times)


def p95(times: list[float]) -> float:
    """Give what 95 of 100 stay under."""
    return quantiles(times, n=20)[-1]


@contextmanager
def steady() -> Iterator[None]:
    """Keep the collector of garbage out, as the window does while its worker works."""
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()
