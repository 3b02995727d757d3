"""Saving a draft and filing a record, durable and with the disk left out."""

import datetime as dt
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from benchmarks.lines import Line, by_turns, middle
from benchmarks.vault_data import FIRST, entry, fill_list, new_vault
from benchmarks.vault_floor import Floor
from spinecounsel.storage import Entry, Vault
from spinecounsel.storage.database import connection, listing

PRESENT = 10_000
BODY, DOCUMENT = secrets.token_bytes(25_000), secrets.token_bytes(170_000)
DRAFTS = [secrets.token_bytes(20_000) for _ in range(2)]  # by turns: SQLite skips what is the same
_OFF = tuple(each.replace("synchronous=FULL", "synchronous=OFF") for each in connection.WRITING)


def lines(folder: Path, rounds: int) -> Iterator[Line]:
    """Give the lines: each write durable, then its work without the disk."""
    yield from _written(folder / "durable", rounds, "durable", limits=(1.3, 1.6))
    with _no_disk():
        yield from _written(folder / "cpu", rounds, "CPU only", limits=(0.0, 0.0))


def _written(folder: Path, rounds: int, how: str, *, limits: tuple[float, float]) -> Iterator[Line]:
    folder.mkdir()
    vault, floor = new_vault(folder, "clinic"), Floor(folder / "floor.db")
    with vault._store.writing() as writing:  # noqa: SLF001 - written in bulk
        fill_list(writing.db, PRESENT, searchable=True)
    floor.run("BEGIN")
    fill_list(floor.db, PRESENT, searchable=True)
    floor.run("COMMIT")
    yield from _saves(vault, floor, rounds, how, limits[0])
    yield _files(vault, floor, (rounds, 0), f"file a record of 60 rows, {how}", limits[1])
    yield _files(vault, floor, (rounds, 1), f"  with its document of 170 KB, {how}", 0.0)
    vault.close()
    floor.db.close()


def _saves(vault: Vault, floor: Floor, rounds: int, how: str, most: float) -> Iterator[Line]:
    def save(number: int) -> None:
        at = FIRST + dt.timedelta(days=4000, seconds=number)
        vault.save_draft(entry("the draft", DRAFTS[number % 2], at=at))

    row = listing.encoded(listing.row_of(entry("the draft", b"", at=FIRST), sealed=False))
    keyed = Floor(floor.file.with_name("keyed.db"), b"k" * 32)
    ways: dict[str, Callable[[int], object]] = {
        "vault": save,
        "floor": lambda number: floor.save("the draft", row, DRAFTS[number % 2]),
        "keyed": lambda number: keyed.save("the draft", row, DRAFTS[number % 2]),
    }
    times = {name: middle(each) for name, each in by_turns(ways, rounds).items()}
    keyed.db.close()
    yield Line(f"save a draft of 20 KB, {how}", times["vault"], times["floor"], most)
    yield Line("  of that, what encryption alone costs", times["keyed"], times["floor"])


def _files(vault: Vault, floor: Floor, turn: tuple[int, int], name: str, most: float) -> Line:
    """File records: a row with body and document, a line in the list, its words, an event."""
    rounds, part = turn
    document = DOCUMENT if part else DOCUMENT[:1]

    def made(number: int) -> Entry:
        at = FIRST + dt.timedelta(days=5000 + 1000 * part, minutes=number)
        return entry(f"record {part} {number}", BODY, at=at, status="provided")

    def file(number: int) -> None:
        vault.file_record(made(number), document, "ab" * 32)

    def bare(number: int) -> None:
        ident, fields, listed = prepared[number]
        floor.file_record((ident, fields, "ab" * 32, BODY, document), listed)

    prepared = {number: _prepared(made(number)) for number in range(-5, rounds)}
    times = by_turns({"vault": file, "floor": bare}, rounds)
    return Line(name, middle(times["vault"]), middle(times["floor"]), most)


def _prepared(made: Entry) -> tuple[str, str, tuple[object, ...]]:
    row = listing.row_of(made, sealed=True)
    place = listing.place_of(row.updated)
    return row.id, listing.encoded(row), (place, *listing.columns_of(row))


@contextmanager
def _no_disk() -> Iterator[None]:
    """Let nothing wait for the disk."""
    with patch.object(connection, "WRITING", _OFF), patch.object(os, "fsync", lambda _: None):
        yield
