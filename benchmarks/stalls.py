"""The demonstration of both cases, without pictures, under a watchdog: what holds the window up.

Each case is played several times, each time by a process of its own.  To tell the program's own
stalls from those of a busy machine, a turn counts without the time in which its thread was ready
and had no processor, as Linux says, and with the median of all plays; the worst is the median of
what the clock said.
"""

import os
import pickle
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.asked import Asked
from benchmarks.lines import Line, Result
from benchmarks.watchdog import NO_GLIB, Turn
from benchmarks.watched_play import Play

MOST_MS = 50.0
PLAYS = 5
QUICK_SCENES = 3
NAMED = 12  # of the longest turns, how many are named
ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "resources" / "examples"


class Place(NamedTuple):
    """The same turn in all plays: what it counts with and by the clock, ms, and where it was."""

    deed: str
    ms: float
    clock_ms: float
    where: str


def results(asked: Asked) -> Iterator[Result]:
    """Give the lines of both cases."""
    cases = sorted(EXAMPLES.glob("*.toml"))
    for case in cases[:1] if asked.quick else cases:
        yield from _of_case(case, asked)


def _of_case(case: Path, asked: Asked) -> Iterator[Result]:
    rounds = asked.rounds or (1 if asked.quick else PLAYS)
    plays = [_played(case, asked.quick) for _ in range(rounds)]
    found = places(plays)
    name = case.stem.replace("-", " ")
    over = sum(place.ms > MOST_MS for place in found)
    note = f"{median(play.turned for play in plays):,.0f} turns; {over} over"
    longest = max((place.clock_ms for place in found), default=0.0)
    most = found[0].ms if found else 0.0
    yield Line(f"{name}: longest turn", most, most_own=MOST_MS, worst=longest, note=note)
    for place in found[:NAMED]:
        yield Line(f"  {place.deed}", place.ms, worst=place.clock_ms, note=place.where)
    first = median(play.memory_first for play in plays)
    last = median(play.memory_last for play in plays)
    words = f"{name}: memory at its end, beside the first page"
    yield Line(words, last, first, unit="MB")


def places(plays: list[Play]) -> list[Place]:
    """Give the turns that were long, the longest first."""
    found: dict[str, list[Turn]] = defaultdict(list)
    for play in plays:
        longest: dict[str, Turn] = {}
        for turn in play.turns:
            if turn.deed not in longest or turn.own_ms > longest[turn.deed].own_ms:
                longest[turn.deed] = turn
        for deed, turn in longest.items():
            found[deed].append(turn)
    made = [_place(deed, turns, len(plays)) for deed, turns in found.items()]
    return sorted(made, key=lambda place: -place.ms)


def _place(deed: str, turns: list[Turn], plays: int) -> Place:
    missing = [0.0] * (plays - len(turns))  # where it was too short to be noted
    where: Counter[str] = Counter()
    for turn in turns:
        where.update({place: share * turn.ms for place, share in turn.where})
    clock = [turn.ms for turn in turns] + missing
    own = [turn.own_ms for turn in turns] + missing
    names = ", ".join(name for name, _ in where.most_common(2))
    return Place(deed, median(own), median(clock), names)


def _played(case: Path, quick: bool) -> Play:  # noqa: FBT001 - what was asked
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "play"
        command = [sys.executable, "-m", "benchmarks.watched_play", str(case), str(out)]
        command += [str(QUICK_SCENES)] if quick else []
        env = {**os.environ, **NO_GLIB, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(  # noqa: S603 - our own
            command, cwd=ROOT, env=env, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"the demonstration failed: {done.stderr[-2000:]}")
        return Play.of(pickle.loads(out.read_bytes()))  # noqa: S301 - written just now
