"""The tables of the vault, step by step, and the triggers that make records unchangeable.

Steps are only ever added, never edited: a vault of each version lies in ``tests/vaults``.
Protected tables are altered with ALTER TABLE alone (``Table.transform`` would drop their triggers).

- 1: draft, record, event, listing with its words, setting, vault.
- 2: the keys of seals, kept for good: what an old one has sealed is still to be recognised.
- 3: people, and which key file belongs to the vault; earlier states of drafts; what is added to a
  record later; erasure, which leaves a tombstone.
"""

import datetime as dt
import json
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from spinecounsel.storage.database.listing import place_of
from spinecounsel.storage.entry import Person
from spinecounsel.storage.rights import Role

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

SCHEMA = 3
WITH_KEY_FILE = 3  # the first that knows which key file belongs to it
APPLICATION = 0x53504356  # "SPCV"
FIRST = "clinician"  # the id that a vault from before there were several people gives its one
FIRST_ROLES = (Role.CLINICIAN, Role.ADMINISTRATOR)

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

_TABLES_3 = (
    "CREATE TABLE person(id TEXT PRIMARY KEY, fields TEXT NOT NULL, secret TEXT NOT NULL) STRICT",
    # digests of the key file that stands, and of the one that is about to replace it
    (
        "CREATE TABLE key_file(id INTEGER PRIMARY KEY CHECK(id = 1), present TEXT NOT NULL, "
        "next TEXT NOT NULL) STRICT"
    ),
    (
        "CREATE TABLE revision(number INTEGER PRIMARY KEY, draft_id TEXT NOT NULL, "
        "at TEXT NOT NULL, body BLOB NOT NULL) STRICT"
    ),
    "CREATE INDEX revision_of_draft ON revision(draft_id, number)",
    (
        "CREATE TABLE addition(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "
        "record_id TEXT NOT NULL, kind TEXT NOT NULL "
        "CHECK(kind IN ('addendum', 'withdrawal', 'supersession')), fields TEXT NOT NULL, "
        "body BLOB NOT NULL, document BLOB NOT NULL) STRICT"
    ),
    "CREATE INDEX addition_to_record ON addition(record_id, number)",
    "CREATE TABLE erased(record_id TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT",
    "ALTER TABLE listing ADD COLUMN later TEXT NOT NULL DEFAULT ''",
    # the list is read in the order of its places, so the places come from the time of last change
    "DROP INDEX listing_newest",
    "CREATE INDEX listing_of_status ON listing(status)",
    "CREATE INDEX listing_of_day ON listing(consulted_on)",
    "CREATE INDEX event_of_person ON event(json_extract(payload, '$.by'), number)",
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
_ERASED = "EXISTS(SELECT 1 FROM erased WHERE record_id = old.{column})"
_LISTED = (
    "place",
    "id",
    "sealed",
    "updated",
    "consulted_on",
    "status",
    "fields",
    "words",
    "options",
)
_TRIGGERS_3 = _refusals(
    ("record_stays", "DELETE ON record", f"NOT {_ERASED.format(column='id')}", "records are kept"),
    (
        "listing_kept",
        "UPDATE ON listing",
        "old.sealed = 1 AND ("
        + " OR ".join(f"new.{column} IS NOT old.{column}" for column in _LISTED)
        + ")",
        "records are kept",
    ),
    (
        "listing_stays",
        "DELETE ON listing",
        f"old.sealed = 1 AND NOT {_ERASED.format(column='id')}",
        "records are kept",
    ),
    ("person_stays", "DELETE ON person", "", "people are kept"),
    (
        "person_once",
        "INSERT ON person",
        "EXISTS(SELECT 1 FROM person WHERE id = new.id)",
        "people are kept",
    ),
    ("addition_kept", "UPDATE ON addition", "", "records are kept"),
    (
        "addition_stays",
        "DELETE ON addition",
        f"NOT {_ERASED.format(column='record_id')}",
        "records are kept",
    ),
    (
        "addition_once",
        "INSERT ON addition",
        (
            "EXISTS(SELECT 1 FROM addition WHERE id = new.id OR number = new.number) "
            "OR NOT EXISTS(SELECT 1 FROM record WHERE id = new.record_id)"
        ),
        "records are kept",
    ),
    ("erased_kept", "UPDATE ON erased", "", "tombstones are kept"),
    ("erased_stays", "DELETE ON erased", "", "tombstones are kept"),
    (
        "erased_once",
        "INSERT ON erased",
        (
            "EXISTS(SELECT 1 FROM erased WHERE record_id = new.record_id) "
            "OR NOT EXISTS(SELECT 1 FROM record WHERE id = new.record_id)"
        ),
        "tombstones are kept",
    ),
    (
        "record_not_again",
        "INSERT ON record",
        "EXISTS(SELECT 1 FROM erased WHERE record_id = new.id)",
        "it was erased",
    ),
)
TRIGGERS = _TRIGGERS_1 | _TRIGGERS_2 | _TRIGGERS_3


@cache
def migrations() -> "Migrations":
    """Give the steps from an empty database to the present schema."""
    from sqlite_utils import Migrations

    steps = Migrations("spinecounsel")
    steps(name="1 drafts, records, events")(_first)
    steps(name="2 keys of seals")(_second)
    steps(name="3 people, revisions, additions, erasure")(_third)
    return steps


def _first(db: "Database") -> None:
    for statement in (*_TABLES_1, *_TRIGGERS_1.values()):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION}")
    db.execute("PRAGMA user_version = 1")


def _second(db: "Database") -> None:
    for statement in (*_TABLES_2, *_TRIGGERS_2.values()):
        db.execute(statement)
    db.execute("PRAGMA user_version = 2")


def _third(db: "Database") -> None:
    for statement in _TABLES_3:
        db.execute(statement)
    for name in _TRIGGERS_3.keys() & _TRIGGERS_1.keys():
        db.execute(f"DROP TRIGGER {name}")
    _place_by_time(db)
    for statement in _TRIGGERS_3.values():
        db.execute(statement)
    if db.execute("SELECT count(*) FROM vault").fetchone()[0]:
        _name_the_first_person(db)
    db.execute("PRAGMA user_version = 3")


def _place_by_time(db: "Database") -> None:
    """Give each row of an older list the place that is due to its last change."""
    rows = db.execute("SELECT place, updated FROM listing ORDER BY updated, id").fetchall()
    db.execute("UPDATE listing SET place = -place")  # so that no old one is in the way
    new = 0
    for place, updated in rows:
        new = max(new + 1, place_of(dt.datetime.fromisoformat(updated)))
        db.execute("UPDATE listing SET place = ? WHERE place = ?", [new, -place])
    db.execute("DELETE FROM listing_words")
    db.execute(
        "INSERT INTO listing_words(rowid, words, options) SELECT place, words, options FROM listing"
    )


def _name_the_first_person(db: "Database") -> None:
    """Make a person of the one clinician that an older vault has, out of its settings."""
    kept = dict(
        db.execute("SELECT key, value FROM setting WHERE key LIKE 'clinician.%'").fetchall()
    )
    name, title = (json.loads(kept.get(f"clinician.{key}", '""')) for key in ("name", "role"))
    person = Person(id=FIRST, name=name or "", title=title or "", roles=FIRST_ROLES)
    add_person(db, person)
    db.execute("DELETE FROM setting WHERE key LIKE 'clinician.%'")
    db.execute("INSERT INTO key_file(id, present, next) VALUES (1, '', '')")


def add_person(db: "Database", person: Person) -> None:
    """Write somebody into the list of people."""
    db.execute(
        "INSERT INTO person(id, fields, secret) VALUES (?, ?, '')",
        [person.id, msgspec.json.encode(person).decode()],
    )


def is_newer(db: "Database") -> bool:
    """Whether a later version of the program has written this vault."""
    return version_of(db) > SCHEMA


def version_of(db: "Database") -> int:
    """Give the version of the schema that this vault has."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def is_ours(db: "Database") -> bool:
    """Whether this is a vault, not some other encrypted database."""
    return int(db.execute("PRAGMA application_id").fetchone()[0]) == APPLICATION


def migrate(db: "Database", before: Callable[[int], None] | None = None) -> None:
    """Bring the vault to the present schema, each step in a transaction of its own.

    ``before`` is called with the version of an older one, before it changes.
    """
    version = version_of(db)
    if before is not None and version < SCHEMA:
        before(version)
    if version != SCHEMA:
        migrations().apply(db)


def has_its_triggers(db: "Database") -> bool:
    """Whether exactly the triggers that protect records and events are there, word for word."""
    found = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    return dict(found) == TRIGGERS
