"""Times ways to do the same by turns, and says how they compare."""

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from benchmarks.vault_data import FIRST
from spinecounsel.storage import Vault, create_vault
from spinecounsel.storage.keys.costs import Cost

PASSPHRASE = "four words of trial"  # noqa: S105 - of vaults that are made up
QUICK = Cost(time_cost=1, memory_kib=8, lanes=1)
Times = dict[str, list[float]]


class Line(NamedTuple):
    """A line of the table, in ms; ``most`` is what the ratio may be, ``most_ms`` the vault's time.

    0 for what has no limit.
    """

    name: str
    vault: float
    floor: float
    most: float = 0.0
    most_ms: float = 0.0

    @property
    def ratio(self) -> float:
        """How many times the floor it takes."""
        return self.vault / self.floor

    @property
    def over(self) -> bool:
        """Whether it is slower than it may be."""
        return bool(0 < self.most < self.ratio or 0 < self.most_ms < self.vault)

    def text(self) -> str:
        """Give the line as it is printed."""
        limit = f"{self.most:9.2f}" if self.most else f"{'-':>9}"
        word = "  over" if self.over else ""
        return f"{self.name:<52}{self.floor:10.3f}{self.vault:10.3f}{self.ratio:8.2f}{limit}{word}"


HEADING = f"{'ms, median unless said':<52}{'floor':>10}{'vault':>10}{'ratio':>8}{'at most':>9}"


def by_turns(ways: Mapping[str, Callable[[int], object]], rounds: int) -> Times:
    """Time each way ``rounds`` times, one after the other; each is tried five times before."""
    times: Times = {name: [] for name in ways}
    for number in range(-5, 0):
        for way in ways.values():
            way(number)
    with steady():
        for number in range(rounds):
            first = number % len(ways)  # what another one left to the disk is paid by each in turn
            for name, way in (*[*ways.items()][first:], *[*ways.items()][:first]):
                start = time.perf_counter()
                way(number)
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
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def new_vault(folder: Path, name: str) -> Vault:
    """Make a vault whose passphrase costs next to nothing."""
    return create_vault(folder / f"{name}.vault", PASSPHRASE, now=FIRST, cost=QUICK)
