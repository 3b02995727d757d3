"""What is added to a record after it was filed; the record itself is never touched."""

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from spinecounsel.storage.database import chain
from spinecounsel.storage.database.store import Store, Writing
from spinecounsel.storage.doors.acting import Acting
from spinecounsel.storage.doors.parting import not_here
from spinecounsel.storage.entry import Added, AddedFields, Json
from spinecounsel.storage.errors.vault import NoLongerDraft, VaultDamaged
from spinecounsel.storage.rights import Act
from spinecounsel.wording import say

if TYPE_CHECKING:
    from sqlite_utils import Database


class Later:
    """Additions to records; reached as ``vault.later``."""

    def __init__(self, store: Store, acting: Acting) -> None:
        self._store = store
        self._acting = acting

    def file(self, added: Added) -> None:
        """File an addition for good, and say so in the list and in the trail, in one transaction.

        Raises:
            NotInVault, Erased: there is no record to add it to.
            NoLongerDraft: another addition has this id.  Filing the same once more is harmless.
        """
        self._acting.must(Act.SIGN)
        with self._store.writing() as writing:
            write_addition(writing, added)

    def of(self, record_id: str) -> tuple[Added, ...]:
        """Give what was added to a record, oldest first, after comparing it with its filing.

        Raises:
            NotInVault, Erased: there is no such record.
            VaultDamaged: something is not what was filed.
        """
        self._acting.must(Act.READ)
        with self._store.reading() as db:
            _look_for(db, record_id)
            found = additions_of(db, record_id)
            if not _are_sound(db, record_id, found):
                raise VaultDamaged(
                    self._store.places.vault,
                    say("What was added to this record is not what was filed."),
                )
        return found


def write_addition(writing: Writing, added: Added) -> None:
    """File an addition in a transaction that is under way; errors as those of ``Later.file``."""
    db = writing.db
    _look_for(db, added.record_id)
    digests = _digests(added)
    before = chain.payloads_of(db, added.record_id, chain.ADDED)
    known = next((each for each in before if each["addition"] == added.id), None)
    if known == digests:
        return
    if known is not None:
        raise NoLongerDraft
    db.execute(
        "INSERT INTO addition(id, record_id, kind, fields, body, document) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        [added.id, added.record_id, added.kind, _encoded(added), added.body, added.document],
    )
    kinds = dict.fromkeys([*(str(each["kind"]) for each in before), added.kind])
    db.execute(
        "UPDATE listing SET later = ? WHERE id = ?", [" ".join(sorted(kinds)), added.record_id]
    )
    writing.record_event(
        chain.event(chain.ADDED, at=added.at, record_id=added.record_id, payload=digests)
    )


def additions_of(db: "Database", record_id: str) -> tuple[Added, ...]:
    """Give what was added to a record, oldest first, as it lies there."""
    rows = db.execute(
        "SELECT id, kind, fields, body, document FROM addition WHERE record_id = ? ORDER BY number",
        [record_id],
    ).fetchall()
    return tuple(
        _added(record_id, ident, kind, fields, contents) for ident, kind, fields, *contents in rows
    )


def additions_are_sound(db: "Database", record_id: str) -> bool:
    """Whether exactly what the trail says was added to a record, and the list says so."""
    try:
        found = additions_of(db, record_id)
    except msgspec.MsgspecError:  # written by another hand
        return False
    return _are_sound(db, record_id, found)


def _look_for(db: "Database", record_id: str) -> None:
    if db.execute("SELECT 1 FROM record WHERE id = ?", [record_id]).fetchone() is None:
        raise not_here(db, record_id)


def _are_sound(db: "Database", record_id: str, found: tuple[Added, ...]) -> bool:
    filed = chain.payloads_of(db, record_id, chain.ADDED)
    row = db.execute("SELECT later FROM listing WHERE id = ?", [record_id]).fetchone()
    kinds = " ".join(sorted({each.kind for each in found}))
    return [_digests(each) for each in found] == list(filed) and (row or ("",))[0] == kinds


def _added(record_id: str, ident: str, kind: str, fields: str, contents: list[bytes]) -> Added:
    known = msgspec.json.decode(fields, type=AddedFields)
    body, document = contents
    return Added(
        id=ident,
        record_id=record_id,
        kind=kind,
        at=known.at,
        sha256=known.sha256,
        body=body,
        document=document,
    )


def _encoded(added: Added) -> str:
    return msgspec.json.encode(AddedFields(at=added.at, sha256=added.sha256)).decode()


def _digests(added: Added) -> Mapping[str, Json]:
    return {
        "addition": added.id,
        "body": hashlib.sha256(added.body).hexdigest(),
        "document": hashlib.sha256(added.document).hexdigest(),
        "fields": hashlib.sha256(_encoded(added).encode()).hexdigest(),
        "kind": added.kind,
        "seal": added.sha256,
    }
