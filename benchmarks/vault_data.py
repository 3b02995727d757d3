"""The vaults that are timed, filled in bulk: made-up people, lists and trails."""

import datetime as dt
import hashlib
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from spinecounsel.storage import Entry, Vault, create_vault
from spinecounsel.storage.database import chain, listing
from spinecounsel.storage.entry import Row
from spinecounsel.storage.files.anchor import Standing
from spinecounsel.storage.keys.costs import Cost

if TYPE_CHECKING:
    from sqlite_utils import Database

FIRST = dt.datetime(2016, 1, 4, 8, 0, tzinfo=dt.UTC)
_GIVEN = "Maria Mario Marie Anna Anton Jose Jörg Zoë Sofia Sorin Ivan Nadia Omar Leila Wei Yuki"
_FAMILY = "Sample Simple Sampson Müller Mueller Ivanova Haddad Chen Sato Novak Weiß Rossi Costa"
_OPTIONS = (
    "Stereotactic radiosurgery",
    "Conventional radiotherapy",
    "Surgery to free the spinal cord",
    "Vertebral augmentation",
    "Watching and waiting",
    "Pain relief with medicines",
    "Palliative care",
)
_STATUSES = ("provided", "provided", "provided", "refused", "postponed", "draft")
BLOCK = 10_000
PASSPHRASE = "four words of trial"  # noqa: S105 - of vaults that are made up
QUICK = Cost(time_cost=1, memory_kib=8, lanes=1)
Columns = tuple[object, ...]


def new_vault(folder: Path, name: str) -> Vault:
    """Make a vault whose passphrase costs next to nothing."""
    return create_vault(folder / f"{name}.vault", PASSPHRASE, now=FIRST, cost=QUICK)


def rows(count: int) -> Iterator[Row]:
    """Give rows of a list, the oldest first, one about every hour."""
    dice = random.Random(5)  # noqa: S311 - the same in each run
    given, family = _GIVEN.split(), _FAMILY.split()
    for number in range(count):
        at = FIRST + dt.timedelta(hours=number * 0.9)
        status = dice.choice(_STATUSES)
        yield Row(
            id=f"{number:032x}",
            name=f"{dice.choice(given)} {dice.choice(family)}{_syllables(dice)}",
            number=f"NH-{number:07}",
            born=dt.date(1930, 1, 1) + dt.timedelta(days=dice.randrange(25_000)),
            consulted=at,
            updated=at,
            status=status,
            options=tuple(dice.sample(_OPTIONS, 4)),
            sealed=status != "draft",
        )


def entry(ident: str, body: bytes, *, at: dt.datetime, status: str = "draft") -> Entry:
    """Give one entry for the vault."""
    return Entry(
        id=ident,
        name="Maria Sample",
        number="NH-40 17",
        born=dt.date(1961, 4, 3),
        consulted=FIRST,
        updated=at,
        status=status,
        options=_OPTIONS[:4],
        body=body,
    )


def fill_list(db: "Database", count: int, *, searchable: bool) -> None:
    """Write ``count`` rows into the list, and their words where they are searched for."""
    listed: list[Columns] = []
    words: list[Columns] = []
    for row in rows(count):
        columns = listing.columns_of(row, _words)
        place = listing.place_of(row.updated)
        listed.append((place, *columns))
        if searchable:
            words.append((place, columns[-2], columns[-1]))
        if len(listed) == BLOCK:
            _write(db, listed, words)
    _write(db, listed, words)


def fill_trail(db: "Database", count: int) -> Standing:
    """Write ``count`` more events into the trail; give how far it has come."""
    standing = chain.standing_of(db)
    made: list[Columns] = []
    for number in range(standing.events + 1, standing.events + count + 1):
        record_id = f"{number // 7:032x}"
        event = chain.event(
            "opened", at=FIRST, record_id=record_id, payload={"way": "shown"}, by="ab" * 8
        )
        payload = chain.canonical(event, number)
        digest = hashlib.sha256(standing.head + payload.encode()).digest()
        made.append((number, record_id, payload, standing.head, digest))
        standing = Standing(standing.generation, number, digest)
        if len(made) == BLOCK:
            _append(db, made)
    _append(db, made)
    return standing


def _write(db: "Database", listed: list[Columns], words: list[Columns]) -> None:
    db.conn.executemany(
        "INSERT INTO listing(place, id, sealed, updated, consulted_on, status, fields, words, "
        "options) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        listed,
    )
    db.conn.executemany("INSERT INTO listing_words(rowid, words, options) VALUES (?, ?, ?)", words)
    listed.clear()
    words.clear()


def _append(db: "Database", made: list[Columns]) -> None:
    db.conn.executemany(
        "INSERT INTO event(number, record_id, payload, previous, digest) VALUES (?, ?, ?, ?, ?)",
        made,
    )
    made.clear()


@cache
def _words(*texts: str) -> str:
    from spinecounsel.storage.database import folding

    return folding.indexed(*texts)


def _syllables(dice: random.Random) -> str:
    return "".join(dice.choice(("ba", "ko", "ri", "tan", "el", "mo", "sha")) for _ in range(3))
