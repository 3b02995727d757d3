"""How the vault grows: the list with its records, filing with the rows, a check with the trail."""

import datetime as dt
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.lines import Curve, by_turns, middle, p95
from benchmarks.vault_data import FIRST, entry, fill_list, fill_trail, new_vault
from benchmarks.vault_lists import typed
from spinecounsel.storage import Vault
from spinecounsel.storage.database import chain

RECORDS = (1_000, 10_000, 100_000, 1_000_000)
ROWS = (10, 60, 200, 600)
ROW = 420  # bytes of a row of a record, in the mean
EVENTS = (1_000, 10_000, 100_000, 1_000_000)
Timed = tuple[float, float]
MOST_ROUNDS = 120


def curves(folder: Path, divide: int, rounds: int) -> Iterator[Curve]:
    """Give all curves; loads are divided by ``divide``."""
    folder = folder / "growth"
    folder.mkdir()
    rounds = min(rounds, MOST_ROUNDS)
    loads = [max(10, count // divide) for count in RECORDS]
    pages, searches = zip(*(_listed(folder, count, rounds) for count in loads), strict=True)
    chart = "the list of consultations"
    yield Curve(chart, "first page", "records", tuple(zip(loads, pages, strict=True)))
    name = "a search, 95th percentile"
    yield Curve(chart, name, "records", tuple(zip(loads, searches, strict=True)))
    filed = tuple((float(rows), _filed(folder, rows, rounds)) for rows in ROWS)
    yield Curve("a record is filed", "durable", "rows in the record", filed)
    lengths = [max(10, count // divide) for count in EVENTS]
    checked = tuple((float(count), _checked(folder, count)) for count in lengths)
    yield Curve("the trail is checked", "all of it", "events", checked)


def _listed(folder: Path, count: int, rounds: int) -> Timed:
    """Give the ms of a first page and, for 95 of 100, of a search among ``count`` records."""
    folder = folder / f"list-{count}"
    folder.mkdir()
    vault = new_vault(folder, "clinic")
    with vault._store.writing() as writing:  # noqa: SLF001 - written in bulk
        fill_list(writing.db, count, searchable=True)
    texts = typed(count)
    ways: dict[str, Callable[[int], object]] = {
        "page": lambda _turn: vault.search(),
        "search": lambda turn: vault.search(texts[turn % len(texts)]),
    }
    times = by_turns(ways, max(rounds, 20))
    vault.close()
    shutil.rmtree(folder)  # the largest take much room
    return middle(times["page"]), p95(times["search"])


def _filed(folder: Path, rows: int, rounds: int) -> float:
    vault = new_vault(folder, f"filed-{rows}")
    body = secrets.token_bytes(rows * ROW)

    def file(turn: int) -> None:
        at = FIRST + dt.timedelta(days=5000, minutes=turn)
        made = entry(f"record {turn}", body, at=at, status="provided")
        vault.file_record(made, body[:1], "ab" * 32)

    took = middle(by_turns({"file": file}, rounds)["file"])
    vault.close()
    return took


def _checked(folder: Path, count: int) -> float:
    vault = new_vault(folder, f"trail-{count}")
    with vault._store.writing() as writing:  # noqa: SLF001 - written in bulk
        writing.standing = fill_trail(writing.db, count)
    took = min(_check(vault) for _ in range(2))
    vault.close()
    return took


def _check(vault: Vault) -> float:
    start = time.perf_counter()
    with vault._store.reading() as db:  # noqa: SLF001 - the trail alone
        if chain.broken_at(db):
            raise RuntimeError("the trail is broken")
    return (time.perf_counter() - start) * 1000
