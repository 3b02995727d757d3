"""The tables of the vault, step by step, and the triggers that make records unchangeable.

Steps are only ever added, never edited: a vault of each version lies in ``tests/vaults``.
Protected tables are altered with ALTER TABLE alone (``Table.transform`` would drop their triggers).

- 1: draft, record, event, listing with its words, setting, vault.
- 2: the keys of seals, kept for good: what an old one has sealed is still to be recognised.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

SCHEMA = 2
APPLICATION = 0x53504356  # "SPCV"

_TABLES_1 = (
    (
        "CREATE TABLE vault(id INTEGER PRIMARY KEY CHECK(id = 1), ident TEXT NOT NULL, "
        "created TEXT NOT NULL, generation INTEGER NOT NULL) STRICT"
    ),
    "CREATE TABLE draft(id TEXT PRIMARY KEY, fields TEXT NOT NULL, body BLOB NOT NULL) STRICT",
    (
        "CREATE TABLE record(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "
        "fields TEXT NOT NULL, seal TEXT NOT NULL, "
        "body BLOB NOT NULL, document BLOB NOT NULL) STRICT"
    ),
    (
        "CREATE TABLE event(number INTEGER PRIMARY KEY, record_id TEXT NOT NULL, "
        "payload TEXT NOT NULL, previous BLOB NOT NULL CHECK(length(previous) = 32), "
        "digest BLOB NOT NULL UNIQUE CHECK(length(digest) = 32)) STRICT"
    ),
    "CREATE INDEX event_of_record ON event(record_id, number)",
    (
        "CREATE TABLE listing(place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "
        "sealed INTEGER NOT NULL CHECK(sealed IN (0, 1)), updated TEXT NOT NULL, "
        "consulted_on TEXT NOT NULL, status TEXT NOT NULL, fields TEXT NOT NULL, "
        "words TEXT NOT NULL, options TEXT NOT NULL) STRICT"
    ),
    "CREATE INDEX listing_newest ON listing(updated DESC, id DESC)",
    # the words are folded before they come here, so the tokenizer only cuts at spaces
    (
        "CREATE VIRTUAL TABLE listing_words USING fts5(words, options, tokenize='ascii', "
        "prefix='1 2 3')"
    ),
    "CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
)

_TABLES_2 = (
    (
        "CREATE TABLE seal_key(number INTEGER PRIMARY KEY, made TEXT NOT NULL, "
        "body BLOB NOT NULL) STRICT"
    ),
)


def _refusal(name: str, when: str, condition: str, what: str) -> str:
    test = f" WHEN {condition}" if condition else ""
    return f"CREATE TRIGGER {name} BEFORE {when}{test} BEGIN SELECT raise(ABORT, '{what}'); END"


def _refusals(*rows: tuple[str, str, str, str]) -> dict[str, str]:
    return {name: _refusal(name, when, condition, what) for name, when, condition, what in rows}


_TRIGGERS_1 = _refusals(
    ("record_kept", "UPDATE ON record", "", "records are kept"),
    ("record_stays", "DELETE ON record", "", "records are kept"),
    (
        "record_once",
        "INSERT ON record",
        "EXISTS(SELECT 1 FROM record WHERE id = new.id OR number = new.number)",
        "records are kept",
    ),
    ("event_kept", "UPDATE ON event", "", "events are kept"),
    ("event_stays", "DELETE ON event", "", "events are kept"),
    (
        "event_chained",
        "INSERT ON event",
        (
            "new.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM event) "
            "OR new.previous IS NOT coalesce("
            "(SELECT digest FROM event ORDER BY number DESC LIMIT 1), zeroblob(32))"
        ),
        "the chain would break",
    ),
    (
        "draft_of_record",
        "INSERT ON draft",
        "EXISTS(SELECT 1 FROM record WHERE id = new.id)",
        "sealed",
    ),
    ("listing_kept", "UPDATE ON listing", "old.sealed = 1", "records are kept"),
    ("listing_stays", "DELETE ON listing", "old.sealed = 1", "records are kept"),
    (
        "listing_once",
        "INSERT ON listing",
        "EXISTS(SELECT 1 FROM listing WHERE sealed = 1 AND (id = new.id OR place = new.place))",
        "records are kept",
    ),
    (
        "vault_forward",
        "UPDATE ON vault",
        (
            "new.generation IS NOT old.generation + 1 OR new.ident IS NOT old.ident "
            "OR new.created IS NOT old.created OR new.id IS NOT 1"
        ),
        "the vault only goes forward",
    ),
    ("vault_stays", "DELETE ON vault", "", "the vault only goes forward"),
    (
        "vault_once",
        "INSERT ON vault",
        "EXISTS(SELECT 1 FROM vault)",
        "the vault only goes forward",
    ),
)
_TRIGGERS_2 = _refusals(
    ("seal_key_kept", "UPDATE ON seal_key", "", "keys of seals are kept"),
    ("seal_key_stays", "DELETE ON seal_key", "", "keys of seals are kept"),
    (
        "seal_key_once",
        "INSERT ON seal_key",
        "EXISTS(SELECT 1 FROM seal_key WHERE number = new.number)",
        "keys of seals are kept",
    ),
)
TRIGGERS = _TRIGGERS_1 | _TRIGGERS_2


@cache
def migrations() -> "Migrations":
    """Give the steps from an empty database to the present schema."""
    from sqlite_utils import Migrations

    steps = Migrations("spinecounsel")

    @steps(name="1 drafts, records, events")
    def first(db: "Database") -> None:
        for statement in (*_TABLES_1, *_TRIGGERS_1.values()):
            db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute("PRAGMA user_version = 1")

    @steps(name="2 keys of seals")
    def second(db: "Database") -> None:
        for statement in (*_TABLES_2, *_TRIGGERS_2.values()):
            db.execute(statement)
        db.execute("PRAGMA user_version = 2")

    return steps


def is_newer(db: "Database") -> bool:
    """Whether a later version of the program has written this vault."""
    return int(db.execute("PRAGMA user_version").fetchone()[0]) > SCHEMA


def is_ours(db: "Database") -> bool:
    """Whether this is a vault, not some other encrypted database."""
    return int(db.execute("PRAGMA application_id").fetchone()[0]) == APPLICATION


def migrate(db: "Database") -> None:
    """Bring the vault to the present schema, each step in a transaction of its own."""
    migrations().apply(db)


def has_its_triggers(db: "Database") -> bool:
    """Whether exactly the triggers that protect records and events are there, word for word."""
    found = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    return dict(found) == TRIGGERS
