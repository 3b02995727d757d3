"""Is the vault what was last written?  Asked in full at every opening, without writing a byte."""

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from spinecounsel.storage import chain, connection, schema
from spinecounsel.storage.anchor import read_anchor
from spinecounsel.storage.entry import Json, Report
from spinecounsel.storage.errors import VaultDamaged, VaultNewer
from spinecounsel.storage.keys import anchor_key
from spinecounsel.storage.places import KeyFile, Places, has_log
from spinecounsel.storage.store import Store, older
from spinecounsel.wording import say

if TYPE_CHECKING:
    from sqlite_utils import Database

MIB = 1024 * 1024
MOST_PAGES = 512 * MIB  # authenticating every page takes about 3.5 s a GiB
MOST_STRUCTURE = 16 * MIB  # following every page takes about 20 s a GiB


def inspect(places: Places, keys: KeyFile, key: bytearray) -> None:
    """Check a vault before it is opened for writing; no file of it is changed, whatever is found.

    Pages beyond ``MOST_PAGES`` are authenticated when they are read, and all of them by
    ``full_report``.

    Raises:
        VaultDamaged, VaultNewer, VaultInUse, CannotOpen, CannotRead: see their sentences.
    """
    try:
        db = connection.connect(places.vault, key, mode="ro")
        try:
            _judge(db, places, keys, key)
        finally:
            connection.close(db)
    except connection.sql_error() as error:
        trouble = connection.opening_trouble(error, places.vault)
        if trouble is None:  # a table is missing, or what is in it has another shape
            trouble = VaultDamaged(places.vault, say("It is not a vault of this program."))
        raise trouble from None


def _judge(db: "Database", places: Places, keys: KeyFile, key: bytearray) -> None:
    if schema.is_ours(db) and schema.is_newer(db):
        raise VaultNewer(places.vault)
    wrong = next(_damage(db, places, keys, key), None)
    if wrong is not None:
        raise VaultDamaged(places.vault, wrong)


def _damage(db: "Database", places: Places, keys: KeyFile, key: bytearray) -> Iterator[str]:
    if not schema.is_ours(db):
        yield say("It is not a vault of this program.")
    if not _pages_are_good(db, places):
        yield say("Some of its bytes were changed or lost.")
    if db.execute("SELECT ident FROM vault").fetchone()[0] != keys.vault:
        yield say("Its files do not belong together.")
    if not chain.is_unbroken(db):
        yield say("Its audit trail is broken.")
    note = read_anchor(places.anchor, anchor_key(key))
    if note is None:
        yield say("Its file “{file}” is damaged.", file=places.anchor.name)
    elif not chain.reaches(db, note):
        yield older()


def _pages_are_good(db: "Database", places: Places) -> bool:
    """Authenticate the pages; follow them too where that is quick or there was a crash.

    A page torn while the log was being brought into the file is bad there and good in the log,
    which comes first.
    """
    size, hot = places.vault.stat().st_size, has_log(places)
    if size > MOST_PAGES:
        return True
    torn = bool(db.execute("PRAGMA cipher_integrity_check").fetchall())
    if torn and not hot:
        return False
    if torn or hot or size <= MOST_STRUCTURE:
        return bool(db.execute("PRAGMA quick_check").fetchall() == [("ok",)])
    return True


def full_report(store: Store) -> Report:
    """Verify everything: pages, structure, search, chain, anchor, every record."""
    try:
        with store.reading() as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            return Report(
                problems=tuple(_problems(db, store)),
                records=_count(db, "SELECT count(*) FROM record"),
                drafts=_count(db, "SELECT count(*) FROM draft"),
                events=_count(db, "SELECT count(*) FROM event"),
            )
    except VaultDamaged as error:
        return Report(problems=(error.what,), records=0, drafts=0, events=0)


def _count(db: "Database", question: str) -> int:
    return int(db.execute(question).fetchone()[0])


def _problems(db: "Database", store: Store) -> Iterator[str]:
    if db.execute("PRAGMA cipher_integrity_check").fetchall():
        yield say("Some bytes of the file were changed or lost.")
    if db.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        yield say("The structure of the file is broken.")
    if not schema.has_its_triggers(db):
        yield say("The protection of the records is gone.")
    if not chain.is_unbroken(db):
        yield say("The audit trail is broken.")
    if not _is_anchored(store):
        yield say("The anchor file does not fit the vault.")
    for (ident,) in db.execute("SELECT id FROM record ORDER BY number").fetchall():
        if not record_is_sound(db, ident):
            yield say("The record {id} is not what was filed.", id=ident)


def _is_anchored(store: Store) -> bool:
    try:
        return read_anchor(store.places.anchor, store.anchor_key) == store.standing
    except OSError:
        return False


def record_is_sound(db: "Database", ident: str) -> bool:
    """Whether a record, its document and its line in the list are what was filed."""
    fields, seal, body, document = db.execute(
        "SELECT fields, seal, body, document FROM record WHERE id = ?", [ident]
    ).fetchone()
    row = db.execute("SELECT fields FROM listing WHERE id = ?", [ident]).fetchone()
    digests = digests_of(fields, seal, body, document)
    return chain.filing_of(db, ident) == digests and row == (fields,)


def digests_of(fields: str, seal: str, body: bytes, document: bytes) -> dict[str, Json]:
    """Give what the event of a filing says of the record."""
    return {
        "body": hashlib.sha256(body).hexdigest(),
        "document": hashlib.sha256(document).hexdigest(),
        "fields": hashlib.sha256(fields.encode()).hexdigest(),
        "seal": seal,
    }
