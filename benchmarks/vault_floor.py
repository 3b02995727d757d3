"""The floor: the same SQLCipher build without a key, the same tables and settings, raw SQL.

``Floor`` does what the vault has to do and nothing else: no key, no rights, no Python between the
values and the statements.
"""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from spinecounsel.storage.database import connection, schema

if TYPE_CHECKING:
    from sqlite_utils import Database

SAVE = (
    "INSERT INTO draft(id, fields, body) VALUES (?, ?, ?) ON CONFLICT(id) "
    "DO UPDATE SET fields = excluded.fields, body = excluded.body"
)
FILE = "INSERT INTO record(id, fields, seal, body, document) VALUES (?, ?, ?, ?, ?)"
LIST = (
    "INSERT INTO listing(place, id, sealed, updated, consulted_on, status, fields, words, options) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
WORDS = "INSERT INTO listing_words(rowid, words, options) VALUES (?, ?, ?)"
EVENT = "INSERT INTO event(number, record_id, payload, previous, digest) VALUES (?, ?, ?, ?, ?)"
FIND = (
    "SELECT listing.fields FROM listing_words CROSS JOIN listing ON place = listing_words.rowid "
    "WHERE listing_words MATCH ? ORDER BY listing_words.rowid DESC LIMIT 50"
)


def opened(file: Path, key: bytes = b"") -> "Database":
    """Open a database with the settings of the vault, unencrypted unless there is a key."""
    from sqlite_utils import Database

    db = connection.sqlcipher().connect(
        f"{file.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None
    )
    if key:
        db.set_key(bytearray(b"x'%s'" % key.hex().encode()))
    db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    for pragma in connection.READING + connection.WRITING:
        db.execute(f"PRAGMA {pragma}").fetchall()
    return Database(db, execute_plugins=False, strict=True)


class Floor:
    """One unencrypted database with the tables of the vault."""

    def __init__(self, file: Path, key: bytes = b"") -> None:
        file.touch()
        self.file = file
        self.db = opened(file, key)
        schema.migrate(self.db)
        self.db.execute(
            "INSERT INTO vault(id, ident, created, generation) VALUES (1, 'floor', '2026', 1)"
        )
        self.run = self.db.conn.execute
        self._number, self._head = 0, bytes(32)

    def save(self, ident: str, fields: str, body: bytes) -> None:
        """Keep a draft."""
        self.run("BEGIN IMMEDIATE")
        self.run(SAVE, (ident, fields, body))
        self.run("COMMIT")

    def file_record(self, record: tuple[object, ...], listed: tuple[object, ...]) -> None:
        """File a record: its row, its line in the list, its words, its event, no draft left."""
        self.run("BEGIN IMMEDIATE")
        self.run("DELETE FROM draft WHERE id = ?", (record[0],))
        self.run(FILE, record)
        self.run(LIST, listed)
        self.run(WORDS, (listed[0], listed[-2], listed[-1]))
        self.append(str(record[0]), '{"kind":"filed","payload":{"seal":"' + "ab" * 128 + '"}}')
        self.run("COMMIT")

    def append(self, record_id: str, payload: str) -> None:
        """Add an event to the chain."""
        self._number += 1
        digest = hashlib.sha256(self._head + payload.encode()).digest()
        self.run(EVENT, (self._number, record_id, payload, self._head, digest))
        self._head = digest
