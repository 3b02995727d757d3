"""Is the vault what was last written?  Asked at every opening, without writing a byte.

Only what is quick however much lies in it: that its files belong together, that it has come as far
as the anchor says, and that the trail is whole from there on.  The rest is authenticated when it is
read, and looked through in the background (``verifying``).
"""

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from spinecounsel.storage.database import chain, connection, schema
from spinecounsel.storage.database.store import older
from spinecounsel.storage.doors.keyring import must_belong
from spinecounsel.storage.entry import Json
from spinecounsel.storage.errors.vault import VaultDamaged, VaultNewer
from spinecounsel.storage.files.anchor import Standing, newest, read_notes
from spinecounsel.storage.files.places import AnyKeyFile, Places, has_log
from spinecounsel.storage.keys.keys import anchor_key, former_key
from spinecounsel.wording import say

if TYPE_CHECKING:
    from sqlite_utils import Database

Either: TypeAlias = tuple[bytearray, bytearray]  # the key, and the former one where there is one
MIB = 1024 * 1024
MOST_STRUCTURE = 16 * MIB  # following every page takes about 20 s a GiB


class Inspected(NamedTuple):
    """A vault that was found good.

    ``key`` is what it is encrypted with, ``db`` the connection where it serves for writing,
    ``standing`` how far it has come, and ``is_noted`` whether the anchor says so in both slots.
    """

    key: bytearray
    db: "Database | None" = None
    standing: Standing = chain.BEGINNING
    is_noted: bool = False


def inspect(places: Places, keys: AnyKeyFile, key: bytearray) -> Inspected:
    """Check a vault before it is opened for writing; no file of it is changed, whatever is found.

    The key that is given back is ``key``, or the former one where another was being given.  A
    connection that may write brings the log into the file when it is closed, so one that does not
    looks first where there is a log.

    Raises:
        OldKeys: the key file is not the one that goes with the vault.
        VaultDamaged, VaultNewer, VaultInUse, CannotOpen, CannotRead: see their sentences.
    """
    former = former_key(keys, key, places.vault)
    mode = "ro" if has_log(places) else "rw"
    try:
        db, key = _connected(places, mode, key, former)
        try:
            standing, is_noted = _judged(db, places, keys, (key, former or key))
        except BaseException:
            connection.close(db)
            raise
    except connection.sql_error() as error:
        trouble = connection.opening_trouble(error, places.vault)
        if trouble is None:  # a table is missing, or what is in it has another shape
            trouble = VaultDamaged(places.vault, say("It is not a vault of this program."))
        raise trouble from None
    if mode == "rw":
        return Inspected(key, db, standing, is_noted)
    connection.close(db)
    return Inspected(key, None, standing, is_noted)


def _connected(
    places: Places, mode: str, key: bytearray, former: bytearray | None
) -> tuple["Database", bytearray]:
    try:
        return connection.connect(places.vault, key, mode=mode, writing=False), key
    except connection.sql_error():
        if former is None:
            raise
        return connection.connect(places.vault, former, mode=mode, writing=False), former


def _judged(
    db: "Database", places: Places, keys: AnyKeyFile, either: Either
) -> tuple[Standing, bool]:
    """Give how far the vault has come, and whether the anchor says so in both slots."""
    if not schema.is_ours(db):
        raise VaultDamaged(places.vault, say("It is not a vault of this program."))
    if schema.is_newer(db):
        raise VaultNewer(places.vault)
    standing, (key, former) = chain.standing_of(db), either
    notes = noted = read_notes(places.anchor, anchor_key(key))
    if not any(noted):
        notes = read_notes(places.anchor, anchor_key(former))
    wrong = next(_damage(db, places, keys, (standing, notes)), None)
    if wrong is not None:
        raise VaultDamaged(places.vault, wrong)
    must_belong(db, places, keys)
    return standing, noted == [standing, standing]


def _damage(
    db: "Database", places: Places, keys: AnyKeyFile, come: tuple[Standing, list[Standing | None]]
) -> Iterator[str]:
    if db.execute("SELECT ident FROM vault").fetchone()[0] != keys.vault:
        yield say("Its files do not belong together.")
    standing, notes = come[0], newest(come[1])
    if notes is None:
        yield say("Its file “{file}” is damaged.", file=places.anchor.name)
    elif not chain.reaches(db, standing, notes):
        yield older()
    elif standing.events > notes.events and chain.broken_at(db, notes):
        yield say("Its audit trail is broken.")


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
