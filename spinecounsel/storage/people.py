"""The people who can open a vault, as the vault knows them."""

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from spinecounsel.storage import chain
from spinecounsel.storage.acting import Acting
from spinecounsel.storage.entry import Person
from spinecounsel.storage.errors import NotInVault
from spinecounsel.storage.store import Store

if TYPE_CHECKING:
    from sqlite_utils import Database


class People:
    """The list of people of an open vault; reached as ``vault.people``."""

    def __init__(self, store: Store, acting: Acting) -> None:
        self._store = store
        self._acting = acting

    def everybody(self) -> tuple[Person, ...]:
        """Give all people by name, removed ones too: the audit trail names them by id."""
        with self._store.reading() as db:
            rows = db.execute("SELECT fields FROM person").fetchall()
        people = (msgspec.json.decode(fields, type=Person) for (fields,) in rows)
        return tuple(sorted(people, key=lambda person: (person.name.casefold(), person.id)))

    def name_oneself(self, name: str, title: str, *, now: dt.datetime) -> Person:
        """Change one's own name and title, as they stand in records from now on."""
        person = msgspec.structs.replace(self._acting.person, name=name, title=title)
        with self._store.writing() as writing:
            _write(writing.db, person)
            writing.record_event(chain.event(chain.RENAMED, at=now))
        self._acting.person = person
        return person


def person_of(store: Store, ident: str) -> Person:
    """Give one of them, also one that was removed.

    Raises:
        NotInVault: nobody has this id.
    """
    with store.reading() as db:
        found = db.execute("SELECT fields FROM person WHERE id = ?", [ident]).fetchone()
    if found is None:
        raise NotInVault
    return msgspec.json.decode(found[0], type=Person)


def _write(db: "Database", person: Person) -> None:
    fields = msgspec.json.encode(person).decode()
    db.execute("UPDATE person SET fields = ? WHERE id = ?", [fields, person.id])
