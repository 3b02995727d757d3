"""The encrypted connection: SQLCipher under sqlite-utils, with settings measured to be safe.

sqlite-utils takes ``pysqlite3`` for SQLite when it can import it; without that name standing for
sqlcipher3 its error handling misses SQLCipher's errors and loses writes without a word.  Never give
it a path: it would open an unencrypted file.
"""

import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from spinecounsel.storage.errors.vault import (
    CannotOpen,
    CannotRead,
    CannotSave,
    VaultDamaged,
    VaultError,
    VaultInUse,
)
from spinecounsel.storage.keys.costs import KEY_BYTES
from spinecounsel.wording import say

if TYPE_CHECKING:
    from sqlite3 import DatabaseError as SqlError

    from sqlite_utils import Database

READING = ("temp_store=MEMORY", "trusted_schema=OFF", "cell_size_check=ON", "cache_size=-65536")
WRITING = (
    "journal_mode=WAL",
    "synchronous=FULL",  # NORMAL loses acknowledged commits when the power fails
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
    "foreign_keys=ON",
    "recursive_triggers=ON",  # else INSERT OR REPLACE goes past the DELETE triggers
    "wal_autocheckpoint=1000",
    "journal_size_limit=16777216",
)
_DIGITS = [b"%02x" % byte for byte in range(256)]
# what may be asked of an open vault; PRAGMA cipher_... = on a live connection spoils the file
_PRAGMAS = frozenset({"cipher_integrity_check", "integrity_check", "quick_check", "data_version"})
_ERASABLE = frozenset({"record", "addition"})
_KEPT = frozenset(
    {
        *_ERASABLE,
        "event",
        "seal_key",
        "erased",
        "sqlite_master",
        "sqlite_schema",
        "_sqlite_migrations",
    }
)


@cache
def sqlcipher() -> ModuleType:
    """Load SQLCipher's binding and put it under sqlite-utils; on first use, not at start."""
    import sqlcipher3  # type: ignore[import-untyped]
    from sqlcipher3 import dbapi2

    sys.modules.setdefault("pysqlite3", sqlcipher3)
    sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)
    from sqlite_utils import utils

    if vars(utils)["sqlite3"] is not sqlcipher3:
        raise RuntimeError("sqlite_utils was imported before SQLCipher was put under it")
    module: ModuleType = dbapi2
    return module


def sql_error() -> "type[SqlError]":
    """Give the class of SQLCipher's errors; it is not one of the standard library's."""
    error: type[SqlError] = sqlcipher().DatabaseError
    return error


def connect(vault: Path, key: bytearray, *, mode: str, writing: bool = True) -> "Database":
    """Open the database file with its key, never making one.

    Args:
        vault: the file.
        key: 32 bytes; any other length would silently be taken for a passphrase.
        mode: ``rw``, or ``ro``, which leaves file and log as they are even when closed.
        writing: whether to set already what ``make_writable`` sets.

    Raises:
        DatabaseError: SQLCipher's, ``SQLITE_NOTADB`` when the first page is not authentic.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("the key must have 32 bytes")
    library = sqlcipher()
    from sqlite_utils import Database

    uri = f"{vault.absolute().as_uri()}?mode={mode}"
    connection = library.connect(uri, uri=True, isolation_level=None, timeout=2.0)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        _give_key(connection, key)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for pragma in READING:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        db = Database(connection, execute_plugins=False, strict=True)
        if writing and mode == "rw":
            make_writable(db)
    except BaseException:
        connection.close()
        raise
    return db


def make_writable(db: "Database") -> None:
    """Set what writing needs, durability above all; the first of it may change the file."""
    for pragma in WRITING:
        db.conn.execute(f"PRAGMA {pragma}").fetchall()


def _give_key(connection: Any, key: bytearray) -> None:
    """Hand the key over, and leave no copy of its digits behind: a text could not be wiped."""
    digits = bytearray().join([b"x'", *map(_DIGITS.__getitem__, key), b"'"])
    try:
        connection.set_key(digits)
    finally:
        digits[:] = bytes(len(digits))


def restrict(db: "Database", *, erasing: bool = False) -> None:
    """From now on no statement changes the schema, the settings, a record or an event.

    ``erasing`` lets records be deleted; the triggers still ask for a tombstone of each.
    """
    library = sqlcipher()
    writes = {library.SQLITE_UPDATE, library.SQLITE_DELETE}
    reads = {library.SQLITE_SELECT, library.SQLITE_READ, library.SQLITE_FUNCTION}
    reads |= {library.SQLITE_TRANSACTION, library.SQLITE_SAVEPOINT, library.SQLITE_RECURSIVE}
    insert, pragma = library.SQLITE_INSERT, library.SQLITE_PRAGMA
    allow, deny = library.SQLITE_OK, library.SQLITE_DENY

    def judge(action: int, first: str | None, second: str | None, *_where: str | None) -> int:
        if action in reads:
            return int(allow)
        if action == library.SQLITE_DELETE and erasing and first in _ERASABLE:
            return int(allow)
        if action in writes:
            return int(deny if first in _KEPT else allow)
        if action == insert:
            return int(deny if (first or "").startswith(("sqlite_", "_sqlite_")) else allow)
        if action == pragma:
            asked = first == "wal_checkpoint" or (first in _PRAGMAS and second is None)
            return int(allow if asked else deny)
        return int(deny)

    db.conn.set_authorizer(judge)


def free(db: "Database") -> None:
    """Lift what ``restrict`` set, until it is set again."""
    db.conn.set_authorizer(None)


def close(db: "Database") -> None:
    """Close; what stays in the log is brought into the file at the next opening."""
    with suppress(sql_error()):
        db.close()


def opening_trouble(error: "SqlError", vault: Path) -> VaultError | None:
    """Give the sentence for an error met while opening or reading; None: our own fault."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    library = sqlcipher()
    if code in {library.SQLITE_CORRUPT, library.SQLITE_NOTADB}:
        return VaultDamaged(vault, say("Some of its bytes were changed or lost."))
    if code in {library.SQLITE_BUSY, library.SQLITE_LOCKED}:
        return VaultInUse(vault)
    if code in {library.SQLITE_CANTOPEN, library.SQLITE_READONLY}:
        return CannotOpen(
            vault, say("Its folder “{folder}” cannot be written to.", folder=str(vault.parent))
        )
    if code == library.SQLITE_FULL:
        return CannotOpen(vault, say("The disk is full."))
    return CannotRead(vault) if code == library.SQLITE_IOERR else None


def saving_trouble(error: "SqlError", vault: Path) -> VaultError | None:
    """Give the sentence for an error met while writing; None when it is our own fault."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    library = sqlcipher()
    if code == library.SQLITE_FULL:
        return CannotSave(say("The disk is full."))
    if code in {library.SQLITE_CANTOPEN, library.SQLITE_READONLY}:
        return CannotSave(
            say("The folder “{folder}” cannot be written to.", folder=str(vault.parent))
        )
    if code == library.SQLITE_IOERR:
        return CannotSave(say("The disk did not take it: it is full, or it was unplugged."))
    return opening_trouble(error, vault)
