"""The key file of an open vault, changed so that the two always go together.

The vault notes the digest of the key file that goes with it.  First the coming one is noted, with
what shall be true once it stands; then the file is replaced, whole; then the vault takes over what
was noted.  Wherever this is cut short, the next opening finds one of the two files noted and brings
it to an end.  Any other key file is an older one: somebody put it back.
"""

import datetime as dt
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import msgspec

from spinecounsel.files import CannotWrite
from spinecounsel.frozen import Frozen
from spinecounsel.storage.database import chain, schema
from spinecounsel.storage.database.store import Store, Writing
from spinecounsel.storage.entry import Person
from spinecounsel.storage.errors.people import OldKeys
from spinecounsel.storage.errors.vault import CannotRead, VaultError
from spinecounsel.storage.files import attempts
from spinecounsel.storage.files.places import AnyKeyFile, KeyFile, OldKeyFile, Places, read_keys
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
        """The key file as it stands.

        Raises:
            VaultDamaged, CannotRead: it is not what was written, or it is not there.
        """
        found = self._read()
        if isinstance(found, OldKeyFile):
            raise OldKeys(self._store.places.keys)
        return found

    def confirm(self, person: str, passphrase: str, *, now: dt.datetime) -> None:
        """Make sure that ``passphrase`` is the one of ``person``.

        Raises:
            WrongPassphrase, WaitFirst: as when the vault is opened, with the same count.
        """
        places = self._store.places
        attempts.begin_try(places.vault, now)
        keys.unwrapped(self._read(), passphrase, places.vault, user=person)
        attempts.forget_tries(places.vault)

    def change(
        self,
        file: KeyFile,
        deed: Deed | None,
        *,
        people: tuple[Person, ...] = (),
        factor_off: tuple[str, ...] = (),
    ) -> None:
        """Put ``file`` in the place of the key file.

        Args:
            file: what stands there afterwards.
            deed: what the trail says of it.
            people: how they are from then on; new ones too.
            factor_off: whose second factor is off from then on.

        Raises:
            CannotWrite, CannotSave: everything is as before.
        """
        self.settle()
        self._note(Pending(digest=file.sha256, people=people, factor_off=factor_off, deed=deed))
        try:
            keys.write_keys(self._store.places.keys, file)
        except CannotWrite:
            with suppress(VaultError):  # else it is found at the next opening that nothing came
                self._note(None)
            raise
        with suppress(VaultError):  # it holds by now; the next opening takes it over
            self.settle()

    def settle(self) -> None:
        """Bring to its end what was noted and cut short.

        Raises:
            OldKeys: neither of the two files is there.
        """
        places = self._store.places
        file = self._read()
        with self._store.reading() as db:
            note = note_of(db)
        if not note.knows(file):
            raise OldKeys(places.keys)
        if note.present == file.sha256 and note.pending is None:
            return
        with self._store.writing() as writing:
            if note.pending is not None and note.pending.digest == file.sha256:
                _take_over(writing, note.pending)
            writing.db.execute("UPDATE key_file SET present = ?, next = ''", [file.sha256])

    def _read(self) -> AnyKeyFile:
        try:
            return read_keys(self._store.places)
        except OSError as error:
            raise CannotRead(self._store.places.vault) from error

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
