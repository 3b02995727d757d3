"""How long a sealed document takes, beside others.

The ordinary record (the first example case, four options) is composed and sealed; its content is
made again by plain Platypus, WeasyPrint and fpdf2, by turns in the same run.  Sealing and checking
stand beside what pyHanko does by itself.  Then records of 4 to 40 options and 20 to 200 questions,
which must cost no more for each option or question than short ones.
"""

import datetime as dt
import importlib
import importlib.util
from collections.abc import Callable, Iterator
from functools import partial

import pypdfium2  # type: ignore[import-untyped]

from benchmarks import paper_content, paper_plain, paper_records, paper_seal
from benchmarks.asked import Asked
from benchmarks.lines import Curve, Line, Result, by_turns, middle
from spinecounsel.document import compose
from spinecounsel.record.record import ConsentRecord
from spinecounsel.sealing.keys import new_seal_key
from spinecounsel.sealing.seal import seal

ROUNDS = 9
TWICE, LARGEST_KB = 2.0, 400.0
LINEAR = 1.25  # how far from a line the cost may be
SIZES = (10.5, 9.5, 8.5, 7.5, 6.5)
WHEN = dt.datetime(2026, 11, 24, 11, 0, tzinfo=dt.UTC)
PEERS = {"WeasyPrint": ("weasyprint", "paper_html"), "fpdf2": ("fpdf", "paper_fpdf")}
OPTIONS, QUESTIONS = (4, 10, 20, 40), (20, 50, 100, 200)
Make = Callable[[], bytes]


def results(asked: Asked) -> Iterator[Result]:
    """Give the lines and curves of paper."""
    rounds = asked.rounds or (1 if asked.quick else ROUNDS)
    yield from beside_others(rounds, asked.note)
    yield from paper_seal.lines(rounds * 3)
    few = max(1, rounds // 3)
    if not asked.quick:
        yield from growth("options", {n: paper_records.of_size(n, 4) for n in OPTIONS}, few)
        yield from growth("questions", {n: paper_records.of_size(1, n) for n in QUESTIONS}, few)


def beside_others(rounds: int, note: Callable[[str], None]) -> Iterator[Line]:
    """Time the sealed export and the same content by others."""
    record = paper_records.ordinary()
    key = new_seal_key("Benchmark", now=WHEN)
    unsealed = compose(record)
    ways: dict[str, Make] = {
        "sealed": lambda: seal(compose(record), key, when=WHEN),
        "composed": lambda: compose(record),
        **peers(paper_content.content(unsealed, record), pages(unsealed), note),
    }
    times = by_turns({name: _turning(make) for name, make in ways.items()}, rounds, before=1)
    took = {name: middle(each) for name, each in times.items()}
    sealed, plain = took["sealed"], took["plain Platypus"]
    size = len(ways["sealed"]()) / 1000
    name = f"consent record of {pages(unsealed)} pages"
    yield Line(f"{name}, sealed; beside plain Platypus", sealed, plain, most=TWICE)
    yield Line("  of that, composing", took["composed"], plain)
    for peer in PEERS.keys() & took.keys():
        yield Line(f"  sealed; beside {peer}", sealed, took[peer], most=1.0)
    yield Line("  its size", size, most_own=LARGEST_KB, unit="kB")


def peers(
    blocks: tuple[paper_content.Block, ...], wanted: int, note: Callable[[str], None]
) -> dict[str, Make]:
    """Give those that are here, each with the size of text that fills as many pages."""
    size = min(SIZES, key=lambda size: abs(pages(paper_plain.made(blocks, size)) - wanted))
    found: dict[str, Make] = {"plain Platypus": partial(paper_plain.made, blocks, size)}
    for name, (package, module) in PEERS.items():
        if importlib.util.find_spec(package) is None:
            note(f"{name} is not installed (python3 dev.py bench does it): skipped")
            continue
        try:
            make = importlib.import_module(f"benchmarks.{module}").made
        except OSError as problem:  # a library of the system that it needs
            note(f"{name} does not start here ({problem}): skipped")
            continue
        found[name] = partial(make, blocks, size)
    return found


def growth(what: str, records: dict[int, ConsentRecord], rounds: int) -> Iterator[Result]:
    """Compare what the last ones cost each with what those before them cost."""
    ways = {str(count): _turning(partial(compose, record)) for count, record in records.items()}
    times = by_turns(ways, rounds, before=1)
    took = [(float(count), middle(times[str(count)])) for count in records]
    (least, start), _, (half, middling), (most, end) = took
    expected = middling + (middling - start) * (most - half) / (half - least)
    name = f"record of {most:.0f} {what}; beside a straight line"
    yield Line(name, end, expected, most=LINEAR)
    yield Curve("a record on paper", what, f"{what} in the record", tuple(took))


def pages(document: bytes) -> int:
    """Count the pages of a document."""
    with pypdfium2.PdfDocument(document) as pdf:
        return len(pdf)


def _turning(make: Make) -> Callable[[int], object]:
    return lambda _turn: make()
