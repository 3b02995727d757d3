"""How long the vault takes, beside the floor, and how it grows.

The floor is the same SQLCipher build without a key, with raw SQL, the same tables and settings, by
turns in the same run.  A virtual disk hides what encryption costs, so what is written is timed once
more with ``synchronous=OFF``.
"""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import vault_checks, vault_growth, vault_lists, vault_writes
from benchmarks.asked import Asked
from benchmarks.lines import Result

MANY = 100_000
MILLION = 1_000_000
ROUNDS = 400


def results(asked: Asked) -> Iterator[Result]:
    """Give the lines and curves; ``asked.only`` is one of the names below."""
    divide = 500 if asked.quick else 1
    rounds = asked.rounds or (10 if asked.quick else ROUNDS)
    with tempfile.TemporaryDirectory(dir=asked.folder) as made:
        folder, many, million = Path(made), MANY // divide, MILLION // divide
        names: dict[str, Callable[[], Iterator[Result]]] = {
            "writes": lambda: vault_writes.lines(folder, rounds),
            "open": lambda: vault_checks.opening(folder, rounds),
            "search": lambda: vault_lists.searching(folder, many, rounds),
            "first": lambda: vault_lists.first_pages(folder, million, rounds),
            "trail": lambda: vault_checks.trail(folder, million),
            "growth": lambda: vault_growth.curves(folder, divide, rounds),
        }
        for name, part in names.items():
            if asked.only in name:
                yield from part()
