"""Search as you type, and the first page of the library."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.lines import Line, by_turns, middle, p95
from benchmarks.vault_data import fill_list, new_vault, rows
from benchmarks.vault_floor import FIND, Floor
from spinecounsel.storage import Vault
from spinecounsel.storage.database import folding

FEW = 1_000
Way = Callable[[int], object]


def searching(folder: Path, count: int, rounds: int) -> Iterator[Line]:
    """Give the lines for a search in ``count`` records: what is typed letter by letter."""
    folder = folder / "search"
    folder.mkdir()
    vault, floor = filled(folder, count, searchable=True)
    kinds = {"": typed(count), "common words, ": common()}
    for name, texts in kinds.items():
        ways = {"vault": _found(vault, texts), "floor": _found_bare(floor, texts)}
        times = by_turns(ways, max(rounds, len(texts)))
        named = f"search as you type, {name}{count:,} records"
        yield Line(named, middle(times["vault"]), middle(times["floor"]))
        yield Line(f"{named}, 95th percentile", p95(times["vault"]), p95(times["floor"]), 1.5, 25.0)
    vault.close()


def _found(vault: Vault, texts: list[str]) -> Way:
    return lambda number: vault.search(texts[number % len(texts)])


def _found_bare(floor: Floor, texts: list[str]) -> Way:
    asked = [f"words : ({folding.query(text)})" for text in texts]
    return lambda number: floor.run(FIND, (asked[number % len(asked)],)).fetchall()


def _first_page(vault: Vault) -> Way:
    return lambda _number: vault.search()


def first_pages(folder: Path, count: int, rounds: int) -> Iterator[Line]:
    """Give the line for the first page: of ``count`` records, beside that of a thousand."""
    folder = folder / "pages"
    folder.mkdir()
    vaults = {number: filled(folder / f"{number}", number)[0] for number in (FEW, count)}
    ways = {str(number): _first_page(vault) for number, vault in vaults.items()}
    times = by_turns(ways, rounds)
    yield Line(
        f"first page of {count:,} (floor: of {FEW:,})",
        middle(times[str(count)]),
        middle(times[str(FEW)]),
        1.5,
    )
    for vault in vaults.values():
        vault.close()


def filled(folder: Path, count: int, *, searchable: bool = False) -> tuple[Vault, Floor]:
    """Make a vault with so many rows in its list, and the floor with the same."""
    folder.mkdir(exist_ok=True)
    vault, floor = new_vault(folder, "clinic"), Floor(folder / "floor.db")
    with vault._store.writing() as writing:  # noqa: SLF001 - written in bulk
        fill_list(writing.db, count, searchable=searchable)
    if searchable:
        floor.run("BEGIN")
        fill_list(floor.db, count, searchable=True)
        floor.run("COMMIT")
    return vault, floor


def typed(count: int) -> list[str]:
    """Give what the search is asked while names and numbers are typed, letter by letter."""
    dice = random.Random(3)  # noqa: S311 - the same in each run
    wanted = dice.sample(range(count), min(60, count))
    people = [row for number, row in enumerate(rows(count)) if number in set(wanted)]
    texts = [text for row in people for text in (row.name, row.number)]
    return [text[:end] for text in texts for end in range(1, min(len(text), 12) + 1)]


def common() -> list[str]:
    """Give what is typed of words that stand in most rows, two of them together too."""
    words = ("radiosurgery", "stereotactic radiotherapy", "maria sample", "provided 2019", "pain")
    return [word[:end] for word in words for end in range(1, len(word) + 1)]
