"""Writes ``performance.md``: the machine, what is over and why, the picture, and all tables."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.kept import Measured
from benchmarks.lines import Line, number, ratio
from benchmarks.parts import PARTS

FILE, PICTURE = "performance.md", "performance.png"
REASONS = Path(__file__).parent / "reasons.toml"
UNKNOWN = "Not known yet."
HEAD = """# Performance

Made by `python3 dev.py bench`; one part alone is made anew by, for instance,
`python3 dev.py bench paper --write`. The reasons are kept in `benchmarks/reasons.toml`, the numbers
in `performance.json`. All times are ratios first: the machine is a virtual one, and what stands
beside a work was timed by turns in the same run.
"""


class Reason(NamedTuple):
    """Why lines whose names begin with ``work`` are over, and what is planned."""

    work: str
    why: str
    plan: str


def reasons(file: Path = REASONS) -> tuple[Reason, ...]:
    """Give the reasons that are kept by hand."""
    return tuple(Reason(**each) for each in tomllib.loads(file.read_text("utf-8"))["over"])


def text(
    parts: dict[str, Measured], machine: dict[str, str], known: tuple[Reason, ...]
) -> Iterator[str]:
    """Give the report line by line."""
    yield HEAD
    yield from _table(("machine", ""), machine.items())
    limited = [line for part in parts.values() for line in part.lines if line.limited]
    met = sum(not line.over for line in limited)
    yield f"\n**{met} of {len(limited)} limits are met.**\n"
    over = [line for line in limited if line.over]
    if over:
        yield "## Over the limit\n"
        rows = [(_named(line), _measured(line), *_reason(line, known)) for line in over]
        yield from _table(("work", "measured, and the limit", "why", "plan"), rows)
    yield "\n## How it grows\n"
    yield f"![How each grows with its load]({PICTURE})\n"
    yield "Both axes are logarithmic; the dotted line is what grows as its load does.\n"
    for name, part in PARTS.items():
        if name in parts:
            yield from _section(part.title, part.words, parts[name])


def unexplained(lines: tuple[Line, ...], known: tuple[Reason, ...]) -> list[str]:
    """Name the lines that are over without a reason being kept."""
    return [line.name for line in lines if line.over and _reason(line, known)[0] == UNKNOWN]


def _section(title: str, words: str, part: Measured) -> Iterator[str]:
    yield f"\n## {title}\n"
    yield f"{words} Measured {part.when}, load of the machine before it {part.load}.\n"
    heads = ["work", "ours", "worst", "beside", "ratio", "limit", "", "remark"]
    rows = [
        [
            _named(line),
            f"{number(line.own)} {line.unit}",
            number(line.worst),
            number(line.beside),
            ratio(line.ratio),
            line.limit,
            f"**{line.verdict}**" if line.over else line.verdict,
            line.note,
        ]
        for line in part.lines
    ]
    used = [place for place in range(len(heads)) if any(row[place] for row in rows)]
    yield from _table([heads[n] for n in used], [[row[n] for n in used] for row in rows])


def _named(line: Line) -> str:
    inset = "&nbsp;&nbsp;" if line.name.startswith(" ") else ""
    return inset + line.name.strip()


def _measured(line: Line) -> str:
    said = f"{ratio(line.ratio)} x" if line.most else f"{number(line.own)} {line.unit}"
    return f"{said}; {line.limit}"


def _reason(line: Line, known: tuple[Reason, ...]) -> tuple[str, str]:
    found = (each for each in known if line.name.strip().startswith(each.work))
    return next(((each.why, each.plan) for each in found), (UNKNOWN, ""))


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _row(heads)
    yield _row(["---"] * len(heads))
    for row in rows:
        yield _row(row)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
