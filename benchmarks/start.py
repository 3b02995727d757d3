"""Times starts: from the command to the painted page, each in a process of its own, by turns.

Beside the program stand a bare window with one label, and one of forty widgets.
"""

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from benchmarks.lines import HEADING, Line
from spinecounsel.paths import VAULT
from spinecounsel.storage import create_vault
from spinecounsel.storage.keys.costs import Cost

ROOT = Path(__file__).resolve().parent.parent
INSTALLED = ROOT / "build" / "bundle" / "spinecounsel" / "spinecounsel"
CACHES = Path("/proc/sys/vm/drop_caches")
MOST, MOST_INSTALLED, MOST_MEMORY = 1.5, 1.2, 1.3
LONGEST = 60  # seconds until a start counts as failed
QUICK = Cost(time_cost=1, memory_kib=8, lanes=1)
UNWANTED = (
    *("reportlab", "pyhanko", "pikepdf", "sqlite_utils", "asyncio", "ssl"),
    *("sqlcipher3", "cryptography", "asn1crypto", "lxml"),
)
"""What may not be there yet when the first page is painted."""

_SCREEN = {"x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96}
_SCREENS = {"screens": [{"name": "room", "dpr": 1, **_SCREEN}]}


class Started(NamedTuple):
    """One start: ms to the painted page, then memory in KiB by name and what was imported."""

    ms: float
    kib: Mapping[str, int]
    modules: Sequence[str]


class Room:
    """A home and a screen for programs that are started; ``start`` starts one."""

    def __init__(self, folder: Path, *, vault: bool, display: str = "") -> None:
        """Make it in ``folder``; offscreen, unless it has a ``display`` of X."""
        folder.mkdir()
        screens = folder / "screens.json"
        screens.write_text(json.dumps(_SCREENS), "utf-8")
        self._environment = os.environ | {
            "QT_QPA_PLATFORM": "xcb" if display else f"offscreen:configfile={screens}",
            "DISPLAY": display,
            "XDG_DATA_HOME": str(folder),
            "SPINECOUNSEL_HOME": "",
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "",
        }
        if vault:
            _make_vault(folder / "SpineCounsel")

    def start(self, command: Sequence[str], *, tells: bool = True) -> Started:
        """Start ``command`` and wait for its page; what it ``tells`` afterwards is read too."""
        began = time.perf_counter()
        with subprocess.Popen(  # noqa: S603 - commands of our own
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self._environment,
            cwd=ROOT,
            text=True,
        ) as process:
            out = process.stdout
            line = out.readline() if out is not None else ""
            ms = (time.perf_counter() - began) * 1000
            rest = out.read() if out is not None else ""
            code = process.wait(LONGEST)
        if line.strip() != "painted" or code:
            raise RuntimeError(f"{' '.join(command)} painted nothing: {line}")
        told = json.loads(rest) if tells else {"kib": {}, "modules": ()}
        return Started(ms, told["kib"], told["modules"])


def command(what: str) -> list[str]:
    """Give the command that starts ``ours``, ``bare`` or ``forty`` from source."""
    return [sys.executable, "-c", f"from benchmarks.started import {what}; {what}()"]


def unwanted(modules: Sequence[str]) -> list[str]:
    """Give what is there of ``UNWANTED``."""
    tops = {name.partition(".")[0] for name in modules}
    return [name for name in UNWANTED if name in tops]


def lines(rounds: int = 15) -> Iterator[Line]:
    """Give the lines of the table, with ``rounds`` starts of each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        known, new = Room(folder / "known", vault=True), Room(folder / "new", vault=False)
        yield from _warm(known, new, rounds)
        yield from _on_x(folder / "x", rounds)
        yield from _cold(known, max(1, rounds // 3))
        yield from _installed(known, rounds)


def _warm(known: Room, new: Room, rounds: int) -> Iterator[Line]:
    ways = {what: partial(known.start, command(what)) for what in ("bare", "forty", "ours")}
    started = _by_turns(ways | {"new": partial(new.start, command("ours"))}, rounds)
    bare, forty, ours, none_yet = (_ms(started[what]) for what in ("bare", "forty", "ours", "new"))
    yield Line("unlock page", ours, bare, MOST, note=_quartiles(started))
    yield Line("first page, no vault yet", none_yet, bare, MOST)
    yield Line("40 widgets and a style sheet", forty, bare)
    yield Line("unlock page, beside those 40 widgets", ours, forty)
    yield from _memory(started)


def _on_x(folder: Path, rounds: int) -> Iterator[Line]:
    """The same on an X server of its own, where there is one."""
    server = shutil.which("Xvfb")
    if server is None:
        return
    shape = ("-screen", "0", "1366x768x24", "-nolisten", "tcp", "-displayfd", "1")
    with subprocess.Popen(  # noqa: S603 - found on the path
        [server, *shape], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as running:
        try:
            display = running.stdout.readline().strip() if running.stdout is not None else ""
            room = Room(folder, vault=True, display=f":{display}")
            ways = {what: partial(room.start, command(what)) for what in ("bare", "ours")}
            started = _by_turns(ways, rounds)
        finally:
            running.terminate()
    yield Line("unlock page, on an X server", _ms(started["ours"]), _ms(started["bare"]), MOST)


def _cold(known: Room, rounds: int) -> Iterator[Line]:
    """The first start after the computer was switched on: nothing is in its memory."""
    if not os.access(CACHES, os.W_OK):
        return
    ways = {what: partial(_start_cold, known, what) for what in ("bare", "ours")}
    started = _by_turns(ways, rounds, before=0)
    yield Line("unlock page, read from the disk", _ms(started["ours"]), _ms(started["bare"]))


def _start_cold(room: Room, what: str) -> Started:
    os.sync()
    CACHES.write_text("3\n", "ascii")
    return room.start(command(what))


def _installed(known: Room, rounds: int) -> Iterator[Line]:
    if not INSTALLED.is_file():
        return
    if (
        "first-page"
        not in subprocess.run(  # noqa: S603 - our own
            [str(INSTALLED), "--help"], capture_output=True, text=True, timeout=LONGEST, check=False
        ).stdout
    ):
        yield Line("installed: left out, it was built before this could be timed", 0.0)
        return
    source = [sys.executable, "-c", "from ui.app import main; main()"]
    ways = {
        what: partial(known.start, [*begin, "--first-page"], tells=False)
        for what, begin in (("source", source), ("installed", [str(INSTALLED)]))
    }
    started = _by_turns(ways, rounds)
    ours, beside = _ms(started["installed"]), _ms(started["source"])
    yield Line("unlock page, installed, beside from source", ours, beside, MOST_INSTALLED)


def _memory(started: Mapping[str, Sequence[Started]]) -> Iterator[Line]:
    ours, bare = started["ours"], started["bare"]
    for name, most in (("Rss", MOST_MEMORY), ("Pss", 0.0)):
        if name in bare[0].kib:
            own, beside = (median(each.kib[name] for each in all_) / 1024 for all_ in (ours, bare))
            words = f"memory after the first paint, {name.upper()}"
            yield Line(words, own, beside, most, unit="MB")
    there = ", ".join(unwanted(ours[0].modules))
    yield Line(
        "modules after the first paint",
        len(ours[0].modules),
        len(bare[0].modules),
        unit="",
        note=f"there and unwanted: {there}" if there else "",
    )


def _by_turns(
    ways: Mapping[str, Callable[[], Started]], rounds: int, *, before: int = 2
) -> dict[str, list[Started]]:
    """Start each ``rounds`` times, one after the other; ``before`` more are not kept."""
    started: dict[str, list[Started]] = {what: [] for what in ways}
    for turn in range(-before, rounds):
        for what, way in ways.items():
            found = way()
            if turn >= 0:
                started[what].append(found)
    return started


def _ms(started: Sequence[Started]) -> float:
    return median(each.ms for each in started)


def _quartiles(started: Mapping[str, Sequence[Started]]) -> str:
    """Give the middle half of the times of both, where there are enough for it."""
    if len(started["ours"]) < 4:
        return ""
    cuts = {what: quantiles([each.ms for each in started[what]], n=4) for what in ("ours", "bare")}
    words = (f"{what} {cut[0]:.0f} to {cut[2]:.0f}" for what, cut in cuts.items())
    return f"middle half: {', '.join(words)} ms"


def _make_vault(home: Path) -> None:
    home.mkdir()
    now = dt.datetime.now().astimezone()
    create_vault(home / VAULT, "four words of trial", now=now, cost=QUICK).close()


if __name__ == "__main__":
    sys.stdout.write(HEADING + "\n")
    for each in lines():
        sys.stdout.write(f"{each.text()}  {each.note}".rstrip() + "\n")
        sys.stdout.flush()
