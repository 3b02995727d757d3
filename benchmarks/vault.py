"""``python -m benchmarks.vault``: how long the vault takes, beside the floor.

The floor is the same SQLCipher build without a key, with raw SQL, the same tables and settings, by
turns in the same run.  A virtual disk hides what encryption costs, so what is written is timed once
more with ``synchronous=OFF``.  With ``--check`` it ends well only when nothing is over.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import vault_checks, vault_lists, vault_writes
from benchmarks.vault_timing import HEADING, Line

MANY = 100_000
MILLION = 1_000_000


def main() -> int:
    """Measure and print; 1 only with ``--check`` and where something is over."""
    asked = arguments()
    say(HEADING)
    lines: list[Line] = []
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        for part in parts(Path(folder), asked):
            for line in part:
                say(line.text())
                lines.append(line)
    over = [line.name for line in lines if line.over]
    say(f"over: {', '.join(over) or 'none'}")
    return 1 if asked.check and over else 0


def parts(folder: Path, asked: argparse.Namespace) -> Iterator[Iterator[Line]]:
    """Give the lines of the table, part by part, each measured when it is asked for."""
    many, million = MANY // asked.divide, MILLION // asked.divide
    names: dict[str, Callable[[], Iterator[Line]]] = {
        "writes": lambda: vault_writes.lines(folder, asked.rounds),
        "open": lambda: vault_checks.opening(folder, asked.rounds),
        "search": lambda: vault_lists.searching(folder, many, asked.rounds),
        "pages": lambda: vault_lists.first_pages(folder, million, asked.rounds),
        "trail": lambda: vault_checks.trail(folder, million),
    }
    yield from (part() for name, part in names.items() if asked.only in name)


def arguments() -> argparse.Namespace:
    """Give what was asked on the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.vault", description=(__doc__ or "")[:80])
    parser.add_argument("--check", action="store_true", help="end with 1 where something is over")
    parser.add_argument("--rounds", type=int, default=400, help="rounds for each (400)")
    parser.add_argument("--divide", type=int, default=1, help="smaller vaults, by this number")
    parser.add_argument("--only", default="", help="writes, open, search, pages or trail")
    parser.add_argument("--folder", default=None, help="where to put the vaults that are timed")
    return parser.parse_args()


def say(line: str) -> None:
    """Print one line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
