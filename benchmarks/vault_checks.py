"""Opening with the key at hand, and the check of a long trail."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.lines import Line, by_turns, middle, steady
from benchmarks.vault_data import fill_trail, new_vault
from benchmarks.vault_floor import opened
from benchmarks.vault_lists import filled
from spinecounsel.storage import Vault
from spinecounsel.storage.database import chain
from spinecounsel.storage.database.store import Store
from spinecounsel.storage.doors import checking
from spinecounsel.storage.files.lock import Lock
from spinecounsel.storage.files.places import Places, look_whole, read_keys

PRESENT = 10_000
TURNS = 3
MANY = 10**9


def opening(folder: Path, rounds: int) -> Iterator[Line]:
    """Give the line for opening with the key: lock, checks, closing."""
    folder = folder / "opening"
    vault, plain = filled(folder, PRESENT, searchable=True)
    key = vault._store.copied_key()  # noqa: SLF001 - so that no passphrase is asked
    places = Places.of(vault.path)
    vault.close()
    plain.db.close()

    def vaults(_number: int) -> None:
        lock = Lock.taken(places.lock, places.vault)
        look_whole(places)
        file = read_keys(places)
        found = checking.inspect(places, file, bytearray(key))
        store = Store(places, found.key)
        store.open(looked=(found.db, found.standing) if found.db else None)
        if not found.is_noted:
            store.mend_anchor()
        store.close()
        lock.release()

    def bare(_number: int) -> None:
        db = opened(plain.file)
        db.execute("SELECT generation FROM vault").fetchone()
        db.close()

    times = by_turns({"vault": vaults, "floor": bare}, rounds)
    ours, floor = middle(times["vault"]), middle(times["floor"])
    yield Line("open with a raw key, and close", ours, floor, 2.0)


def trail(folder: Path, count: int) -> Iterator[Line]:
    """Give the line for a check of ``count`` events, beside reading and decrypting them."""
    folder = folder / "trail"
    folder.mkdir()
    vault = new_vault(folder, "clinic")
    with vault._store.writing() as writing:  # noqa: SLF001 - written in bulk
        writing.standing = fill_trail(writing.db, count)
    checked, read = [], []
    with steady():
        for _ in range(TURNS):
            read.append(_timed(lambda: _read(vault)))
            checked.append(_timed(lambda: _check(vault)))
    yield Line(f"check a trail of {count:,} events", min(checked), min(read), 1.6)
    vault.close()


def _read(vault: Vault) -> None:
    """Read and decrypt every event in one go, and hash none."""
    with vault._store.reading() as db:  # noqa: SLF001 - the floor of this very file
        for _event in db.execute(chain.WALK, [0, MANY]):
            pass


def _check(vault: Vault) -> None:
    with vault._store.reading() as db:  # noqa: SLF001 - the trail alone
        if chain.broken_at(db):
            raise RuntimeError("the trail is broken")


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
