"""``python -m benchmarks.paper``: how long a sealed document takes, beside others.

The ordinary record (the first example case, four options) is composed and sealed; its content is
made again by plain Platypus, WeasyPrint and fpdf2, by turns in the same run.  Then records of 4 to
40 options and 20 to 200 questions.  With ``--check`` it ends well only when the sealed document
takes at most twice as long as plain Platypus and less than the others, is smaller than 400 kB, and
long records cost no more for each option or question than short ones.
"""

import argparse
import cProfile
import datetime as dt
import importlib
import importlib.util
import pstats
import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import median

import pypdfium2  # type: ignore[import-untyped]

from benchmarks import paper_content, paper_plain, paper_records
from benchmarks.timing import steady
from spinecounsel.document import compose
from spinecounsel.record.record import ConsentRecord
from spinecounsel.sealing.keys import new_seal_key
from spinecounsel.sealing.seal import seal

ROUNDS = 9
TWICE, LARGEST = 2.0, 400_000
LINEAR, NOISE = 1.25, 0.1  # how far from a line the cost may be
SIZES = (10.5, 9.5, 8.5, 7.5, 6.5)
WHEN = dt.datetime(2026, 11, 24, 11, 0, tzinfo=dt.UTC)
PEERS = {"WeasyPrint": ("weasyprint", "paper_html"), "fpdf2": ("fpdf", "paper_fpdf")}
Make = Callable[[], bytes]


def main() -> int:
    """Measure and print; 1 only with ``--check`` and where something is over."""
    asked = arguments()
    if asked.profile:
        profile()
        return 0
    over = [*beside_others(asked.rounds), *growth(asked.rounds)]
    for each in over:
        say(f"over: {each}")
    return 1 if asked.check and over else 0


def arguments() -> argparse.Namespace:
    """Give what was asked on the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.paper", description=(__doc__ or "")[:86])
    parser.add_argument("--check", action="store_true", help="end with 1 where something is over")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="rounds for each (9)")
    parser.add_argument("--profile", action="store_true", help="say what composing spends time on")
    return parser.parse_args()


def beside_others(rounds: int) -> list[str]:
    """Time the sealed export and the same content by others; give what is over, in words."""
    record = paper_records.ordinary()
    key = new_seal_key("Benchmark", now=WHEN)
    unsealed = compose(record)
    ways: dict[str, Make] = {
        "sealed export": lambda: seal(compose(record), key, when=WHEN),
        "  composed only": lambda: compose(record),
        **peers(paper_content.content(unsealed, record), pages(unsealed)),
    }
    took, files = by_turns(ways, rounds)
    plain = took["plain Platypus"]
    say(f"{'one record':<24}{'median ms':>10}{'ratio':>8}{'pages':>7}{'kB':>8}")
    for name, ms in took.items():
        size = len(files[name]) / 1000
        say(f"{name:<24}{ms:>10.0f}{ms / plain:>8.2f}{pages(files[name]):>7}{size:>8.0f}")
    own = took["sealed export"]
    over = [f"slower than {name}" for name in PEERS if took.get(name, own) < own]
    if own > TWICE * plain:
        over.append(f"more than {TWICE:g} times as long as plain Platypus")
    if len(files["sealed export"]) > LARGEST:
        over.append(f"larger than {LARGEST / 1000:g} kB")
    return over


def peers(blocks: tuple[paper_content.Block, ...], wanted: int) -> dict[str, Make]:
    """Give those that are here, each with the size of text that fills as many pages."""
    size = min(SIZES, key=lambda size: abs(pages(paper_plain.made(blocks, size)) - wanted))
    found: dict[str, Make] = {"plain Platypus": partial(paper_plain.made, blocks, size)}
    for name, (package, module) in PEERS.items():
        if importlib.util.find_spec(package) is None:
            say(f"{name} is not installed (python3 dev.py bench-paper does it): skipped")
            continue
        try:
            make = importlib.import_module(f"benchmarks.{module}").made
        except OSError as problem:  # a library of the system that it needs
            say(f"{name} does not start here ({problem}): skipped")
            continue
        found[name] = partial(make, blocks, size)
    return found


def by_turns(ways: dict[str, Make], rounds: int) -> tuple[dict[str, float], dict[str, bytes]]:
    """Give the median ms of each way and its file; each is tried once before."""
    files = {name: make() for name, make in ways.items()}
    took: dict[str, list[float]] = {name: [] for name in ways}
    with steady():
        for _ in range(rounds):
            for name, make in ways.items():
                start = time.perf_counter()
                make()
                took[name].append((time.perf_counter() - start) * 1000)
    return {name: median(each) for name, each in took.items()}, files


def growth(rounds: int) -> list[str]:
    """Time longer and longer records; give what is not linear, in words."""
    options = {count: paper_records.of_size(count, 4) for count in (4, 10, 20, 40)}
    questions = {count: paper_records.of_size(1, count) for count in (20, 50, 100, 200)}
    return [*grown("options", options, rounds), *grown("questions", questions, rounds)]


def grown(what: str, records: dict[int, ConsentRecord], rounds: int) -> list[str]:
    """Compare what the last ones cost each with what those before them cost."""
    ways = {str(count): partial(compose, record) for count, record in records.items()}
    took, files = by_turns(ways, max(3, rounds // 3))
    say(f"\n{what:<12}{'median ms':>10}{'ms each more':>14}{'pages':>7}{'kB':>8}")
    before = (0, 0.0)
    for name, ms in took.items():
        count = int(name)
        more = f"{(ms - before[1]) / (count - before[0]):.2f}" if before[0] else ""
        size = len(files[name]) / 1000
        say(f"{name:<12}{ms:>10.0f}{more:>14}{pages(files[name]):>7}{size:>8.0f}")
        before = (count, ms)
    (least, start), _, (middle, half), (most, end) = ((int(at), ms) for at, ms in took.items())
    expected = half + LINEAR * (half - start) * (most - middle) / (middle - least)
    return [f"{what} cost more the more there are"] if end > expected + NOISE * half else []


def profile() -> None:
    """Say what composing the ordinary record spends its time on."""
    record = paper_records.ordinary()
    compose(record)
    watch = cProfile.Profile()
    watch.runcall(compose, record)
    for order in ("cumulative", "tottime"):
        pstats.Stats(watch, stream=sys.stdout).strip_dirs().sort_stats(order).print_stats(28)


def pages(document: bytes) -> int:
    """Count the pages of a document."""
    with pypdfium2.PdfDocument(document) as pdf:
        return len(pdf)


def say(line: str) -> None:
    """Print one line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
