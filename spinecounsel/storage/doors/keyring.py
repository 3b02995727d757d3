"""The key file of an open vault, changed so that the two always go together.

The vault notes the digest of the key file that goes with it.  First the coming one is noted, with
what shall be true once it stands; then the file is replaced, whole; then the vault takes over what
was noted.  Wherever this is cut short, the next opening finds one of the two files noted and brings
it to an end.  Any other key file is an older one: somebody put it back.  So it is asked at every
reading, while the vault is open too: whoever may write into its folder could exchange the file.
"""

import datetime as dt
import hmac
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import msgspec

from spinecounsel.files import CannotWrite
from spinecounsel.frozen import Frozen
from spinecounsel.storage.database import chain, schema
from spinecounsel.storage.database.store import Store, Writing
from spinecounsel.storage.entry import Person
from spinecounsel.storage.errors.people import OldKeys
from spinecounsel.storage.errors.vault import CannotRead, VaultDamaged, VaultError
from spinecounsel.storage.files import attempts
from spinecounsel.storage.files.places import (
    RECOVERY,
    AnyKeyFile,
    KeyFile,
    OldKeyFile,
    Places,
    read_keys,
)
from spinecounsel.storage.keys import keys
from spinecounsel.storage.keys.costs import Cost, cost_of_this_machine

if TYPE_CHECKING:
    from sqlite_utils import Database


class Deed(Frozen, frozen=True, kw_only=True):
    """An event of the trail that is to come; no name in ``payload``, only ids and roles."""

    kind: str
    at: dt.datetime
    by: str
    payload: dict[str, str | list[str]]


class Pending(Frozen, frozen=True, kw_only=True):
    """What becomes true with the key file of ``digest``, and the event that says so.

    ``people`` are how they are then; the second factor of those in ``factor_off`` is off then.
    """

    digest: str
    people: tuple[Person, ...] = ()
    factor_off: tuple[str, ...] = ()
    deed: Deed | None = None


class Note(Frozen, frozen=True, kw_only=True):
    """Which key file goes with a vault, and which is about to; ``present`` is empty before one."""

    present: str
    pending: Pending | None

    def knows(self, file: AnyKeyFile) -> bool:
        """Whether ``file`` is one of the two."""
        coming = self.pending.digest if self.pending else ""
        return self.present in {"", file.sha256} or coming == file.sha256


def note_of(db: "Database") -> Note:
    """Read which key file goes with the vault."""
    present, coming = db.execute("SELECT present, next FROM key_file").fetchone()
    pending = msgspec.json.decode(coming, type=Pending) if coming else None
    return Note(present=present, pending=pending)


class Keyring:
    """Reads and replaces the key file of an open vault."""

    def __init__(self, store: Store, random: keys.Random, cost: Cost | None) -> None:
        self._store = store
        self._random = random
        self._cost = cost
        self._written = ""  # the digest of the key file that was written last

    @property
    def means(self) -> keys.Means:
        """What entries are made with here and now."""
        return keys.Means(self._random, self._cost or cost_of_this_machine())

    @property
    def key(self) -> bytearray:
        """The key of the vault."""
        return self._store.copied_key()

    @property
    def file(self) -> KeyFile:
        """The key file to build the next one from; ``change`` reads none in between.

        Raises:
            OldKeys, VaultDamaged, CannotRead, CannotSave: as ``settle``.
        """
        file = self.settle()
        with self._own() as key:
            if file.former and not keys.is_of(file, key):  # the vault kept the key that it had
                return keys.resealed(file, key, self._random)
        return file

    @property
    def has_recovery_code(self) -> bool:
        """Whether the key file that stands there has one.

        Raises:
            OldKeys, VaultDamaged, CannotRead: as ``settle``.
        """
        file, _ = self._read()
        return file.entry_of(RECOVERY) is not None

    def confirm(self, person: str, passphrase: str, *, now: dt.datetime) -> None:
        """Make sure that ``passphrase`` is the one of ``person``.

        Raises:
            WrongPassphrase, WaitFirst: as when the vault is opened, with the same count.
            OldKeys, VaultDamaged, CannotRead: as ``settle``; this is no wrong try.
        """
        places = self._store.places
        file, _ = self._read()
        attempts.begin_try(places.vault, now)
        _, found = keys.unwrapped(file, passphrase, places.vault, user=person)
        if not self._leads_here(file, found):
            raise OldKeys(places.keys)
        attempts.forget_tries(places.vault)

    def change(
        self,
        file: KeyFile,
        deed: Deed | None,
        *,
        people: tuple[Person, ...] = (),
        factor_off: tuple[str, ...] = (),
    ) -> None:
        """Put ``file`` in the place of the key file, which is not read any more.

        Args:
            file: what stands there afterwards, built from ``self.file``.
            deed: what the trail says of it.
            people: how they are from then on; new ones too.
            factor_off: whose second factor is off from then on.

        Raises:
            CannotWrite, CannotSave: everything is as before.
        """
        coming = Pending(digest=file.sha256, people=people, factor_off=factor_off, deed=deed)
        self._note(coming)
        try:
            keys.write_keys(self._store.places.keys, file)
        except CannotWrite:
            with suppress(VaultError):  # else it is found at the next opening that nothing came
                self._note(None)
            raise
        self._written = file.sha256
        with suppress(VaultError):  # it holds by now; the next opening takes it over
            self._conclude(file.sha256, coming)

    def settle(self) -> KeyFile:
        """Bring to its end what was noted and cut short; give the key file.

        Raises:
            OldKeys: neither of the two files is there.
            VaultDamaged, CannotRead: it is not what was written, or it is not there.
            CannotSave: the vault did not take it.
        """
        file, note = self._read()
        if note.present != file.sha256 or note.pending is not None:
            self._conclude(file.sha256, note.pending)
        return file

    def _read(self) -> tuple[KeyFile, Note]:
        """Read the key file, which somebody may have exchanged since the vault was opened."""
        places = self._store.places
        try:
            file = read_keys(places)
        except OSError as error:
            raise CannotRead(places.vault) from error
        with self._store.reading() as db:
            note = note_of(db)
        is_older = not note.knows(file) or self._written not in {"", file.sha256}
        if isinstance(file, OldKeyFile) or is_older:
            raise OldKeys(places.keys)
        # while another key is given, the vault may still have the former: then its note must do
        is_between = bool(note.present and file.former)
        with self._own() as key:
            if not is_between and not keys.is_of(file, key):
                raise VaultDamaged(places.vault, keys.changed())
        return file, note

    def _leads_here(self, file: KeyFile, found: bytearray) -> bool:
        """Whether ``found``, or the key before it, is the one of this vault; both are wiped."""
        former = keys.former_key(file, found, self._store.places.vault) or bytearray()
        try:
            with self._own() as key:
                return any(hmac.compare_digest(each, key) for each in (found, former))
        finally:
            for each in (found, former):
                each[:] = bytes(len(each))

    @contextmanager
    def _own(self) -> Iterator[bytearray]:
        """Lend the key of the vault for a moment."""
        key = self.key
        try:
            yield key
        finally:
            key[:] = bytes(len(key))

    def _conclude(self, digest: str, pending: Pending | None) -> None:
        """Note that the key file of ``digest`` stands, and what came true with it."""
        with self._store.writing() as writing:
            if pending is not None and pending.digest == digest:
                _take_over(writing, pending)
            writing.db.execute("UPDATE key_file SET present = ?, next = ''", [digest])

    def _note(self, pending: Pending | None) -> None:
        coming = msgspec.json.encode(pending).decode() if pending else ""
        with self._store.writing() as writing:
            writing.db.execute("UPDATE key_file SET next = ?", [coming])


def must_belong(db: "Database", places: Places, file: AnyKeyFile) -> None:
    """Refuse a key file that is neither the one of this vault nor about to be; reads only.

    Raises:
        OldKeys: an older one was put back.
    """
    is_noted = schema.version_of(db) >= schema.WITH_KEY_FILE
    if is_noted and not note_of(db).knows(file):
        raise OldKeys(places.keys)


def _take_over(writing: Writing, pending: Pending) -> None:
    for person in pending.people:
        write_person(writing.db, person)
    for ident in pending.factor_off:
        writing.db.execute("UPDATE person SET secret = '' WHERE id = ?", [ident])
    deed = pending.deed
    if deed is not None:
        payload: dict[str, Any] = dict(deed.payload)
        writing.record_event(chain.event(deed.kind, at=deed.at, payload=payload, by=deed.by))


def write_person(db: "Database", person: Person) -> None:
    """Write how somebody is from now on; a new person too."""
    fields = msgspec.json.encode(person).decode()
    known = db.execute("UPDATE person SET fields = ? WHERE id = ?", [fields, person.id])
    if known.rowcount == 0:
        db.execute("INSERT INTO person(id, fields, secret) VALUES (?, ?, '')", [person.id, fields])
