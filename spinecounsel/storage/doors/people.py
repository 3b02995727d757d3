"""The people who can open a vault, as the vault knows them."""

import datetime as dt
import unicodedata

import msgspec

from spinecounsel.storage.database import chain
from spinecounsel.storage.database.store import Store
from spinecounsel.storage.doors.acting import Acting
from spinecounsel.storage.doors.keyring import Deed, Keyring, write_person
from spinecounsel.storage.entry import Json, Person
from spinecounsel.storage.errors.people import (
    LastAdministrator,
    NameMissing,
    NameTaken,
    NameUnfit,
    NobodyThere,
    OwnRoles,
    RoleMissing,
)
from spinecounsel.storage.errors.vault import NotAllowed
from spinecounsel.storage.files.places import RECOVERY, Opener
from spinecounsel.storage.keys import keys
from spinecounsel.storage.keys.codes import new_code, secret_of_code
from spinecounsel.storage.keys.secrecy import another, secret_of, strong_enough
from spinecounsel.storage.rights import Act, Role

MOST_LETTERS = 100  # of a name or a title
_UNSEEN = {"Cc", "Cf", "Zl", "Zp"}
_JOINERS = "\u200c\u200d"  # letters of some scripts need them


class People:
    """Who opens the vault, and as what; reached as ``vault.people``.

    Each change rewrites the key file: it is whole on the disk when the method returns.
    ``offered`` is a recovery code that whoever opened the vault may put in place.
    """

    def __init__(
        self, store: Store, acting: Acting, keyring: Keyring, *, offered: str = ""
    ) -> None:
        self._offered = offered
        self._store = store
        self._acting = acting
        self._keyring = keyring

    def everybody(self) -> tuple[Person, ...]:
        """Give all people by name, removed ones too: the audit trail names them by id."""
        with self._store.reading() as db:
            rows = db.execute("SELECT fields FROM person").fetchall()
        people = (msgspec.json.decode(fields, type=Person) for (fields,) in rows)
        return tuple(sorted(people, key=lambda person: (person.name.casefold(), person.id)))

    def add(
        self, name: str, title: str, roles: tuple[Role, ...], passphrase: str, *, now: dt.datetime
    ) -> Person:
        """Let somebody else open the vault, with a first passphrase that is to be changed.

        Raises:
            NameMissing, NameUnfit, NameTaken, RoleMissing, WeakPassphrase: see their sentences.
            CannotWrite, CannotSave: everything is as before.
        """
        self._acting.must(Act.KEEP_PEOPLE)
        name = self._free_name(name)
        _has_role(roles)
        strong_enough(passphrase)
        means = self._keyring.means
        person = Person(
            id=means.random(8).hex(),
            name=name,
            title=fit_name(title),
            roles=_in_order(roles),
            temporary=True,
        )
        file = keys.with_entry(
            self._keyring.file, self._keyring.key, _opener(person), secret_of(passphrase), means
        )
        deed = self._deed(chain.PERSON_ADDED, person, now, roles=list(person.roles))
        self._keyring.change(file, deed, people=(person,))
        return person

    def remove(self, ident: str, *, now: dt.datetime) -> None:
        """Let somebody open the vault no more; the name stays with what was done.

        Who copied vault and key file before can still open the copy; another key of the vault
        (``vault.rekey``) shuts out whoever only kept the key file.

        Raises:
            NobodyThere: there is no such person any more.
            LastAdministrator: nobody could look after the vault any more.
        """
        self._acting.must(Act.KEEP_PEOPLE)
        person = active_person(self._store, ident)
        gone = msgspec.structs.replace(person, active=False)
        self._keeps_an_administrator(gone)
        file = keys.without_entry(self._keyring.file, self._keyring.key, ident)
        deed = self._deed(chain.PERSON_REMOVED, person, now)
        self._keyring.change(file, deed, people=(gone,), factor_off=(ident,))
        self._noticed(gone)

    def change_roles(self, ident: str, roles: tuple[Role, ...], *, now: dt.datetime) -> Person:
        """Change what somebody may do.

        Raises:
            OwnRoles: one's own, to do more, and somebody else is there who could be asked.
            NobodyThere, RoleMissing, LastAdministrator: see their sentences.
        """
        self._acting.must(Act.KEEP_PEOPLE)
        _has_role(roles)
        former = active_person(self._store, ident)
        person = msgspec.structs.replace(former, roles=_in_order(roles))
        if ident == self._acting.person.id and set(roles) - set(former.roles):
            self._is_alone()
        self._keeps_an_administrator(person)
        with self._store.writing() as writing:
            write_person(writing.db, person)
            payload: dict[str, Json] = {"person": ident, "roles": list(person.roles)}
            writing.record_event(chain.event(chain.ROLES, at=now, payload=payload))
        self._noticed(person)
        return person

    def give_passphrase(self, ident: str, passphrase: str, *, now: dt.datetime) -> Person:
        """Give somebody who forgot a new passphrase, which is to be changed at once.

        Raises:
            NotAllowed: one's own; ``change_passphrase`` asks for the one before.
            NobodyThere, WeakPassphrase: see their sentences.
        """
        self._acting.must(Act.KEEP_PEOPLE)
        if ident == self._acting.person.id:
            raise NotAllowed
        person = msgspec.structs.replace(active_person(self._store, ident), temporary=True)
        strong_enough(passphrase)
        self._set_passphrase(person, passphrase, self._deed(chain.GIVEN, person, now))
        return person

    def change_passphrase(self, old: str, new: str, *, now: dt.datetime) -> None:
        """Change one's own passphrase; only the key file is written anew.

        Raises:
            WeakPassphrase: ``new`` is too easy to guess, or is ``old``.
            WrongPassphrase, WaitFirst: ``old`` is not right, or it is too early to say.
            CannotWrite, CannotSave: the old passphrase still holds.
        """
        strong_enough(new)
        another(old, new)
        own = self._acting.person
        self._keyring.confirm(own.id, old, now=now)
        person = msgspec.structs.replace(own, temporary=False)
        self._set_passphrase(person, new, self._deed(chain.REKEYED, person, now))
        self._acting.person = person

    def name_oneself(self, name: str, title: str, *, now: dt.datetime) -> Person:
        """Change one's own name and title, as they stand in records from now on.

        Raises:
            NameMissing, NameUnfit, NameTaken: see their sentences.
        """
        self._acting.must(*Act)
        own = self._acting.person
        name = self._free_name(name, own=own.id)
        person = msgspec.structs.replace(own, name=name, title=fit_name(title))
        file = keys.with_name(self._keyring.file, self._keyring.key, _opener(person))
        self._keyring.change(file, self._deed(chain.RENAMED, person, now), people=(person,))
        self._acting.person = person
        return person

    def offer_recovery_code(self) -> str:
        """Make another recovery code, for paper only; it opens nothing before it is used."""
        self._acting.must(Act.KEEP_PEOPLE)
        self._offered, _ = new_code(self._keyring.means.random)
        return self._offered

    def use_recovery_code(self, code: str, *, now: dt.datetime) -> None:
        """Let the code that was offered open the vault; the one before opens nothing any more.

        To be called once it is on paper.  It was offered to whoever may have it: an administrator,
        or the one who came in by the code before.

        Raises:
            NotAllowed: this code was not offered since the vault was opened.
            CannotWrite, CannotSave: the one before still holds.
        """
        if not self._offered or code != self._offered:
            raise NotAllowed
        means, secret = self._keyring.means, secret_of_code(code)
        who = Opener(id=RECOVERY, name="")
        file = keys.with_entry(self._keyring.file, self._keyring.key, who, secret, means.for_codes)
        deed = Deed(kind=chain.NEW_CODE, at=now, by=self._acting.person.id, payload={})
        self._keyring.change(file, deed)
        self._offered = ""

    @property
    def has_recovery_code(self) -> bool:
        """Whether there is one; a vault from before there were any has none."""
        return self._keyring.has_recovery_code

    def _set_passphrase(self, person: Person, passphrase: str, deed: Deed) -> None:
        means, secret = self._keyring.means, secret_of(passphrase)
        file = keys.with_entry(
            self._keyring.file, self._keyring.key, _opener(person), secret, means
        )
        self._keyring.change(file, deed, people=(person,))

    def _deed(self, kind: str, person: Person, now: dt.datetime, **more: list[str]) -> Deed:
        by = self._acting.person.id
        return Deed(kind=kind, at=now, by=by, payload={"person": person.id, **more})

    def _free_name(self, name: str, *, own: str = "") -> str:
        name = fit_name(name)
        if not name:
            raise NameMissing
        for person in self.everybody():
            same = _as_read(person.name) == _as_read(name)
            if same and person.active and person.id != own:
                raise NameTaken(name)
        return name

    def _is_alone(self) -> None:
        if sum(person.active for person in self.everybody()) > 1:
            raise OwnRoles

    def _keeps_an_administrator(self, changed: Person) -> None:
        people = [changed if each.id == changed.id else each for each in self.everybody()]
        if not any(each.active and Role.ADMINISTRATOR in each.roles for each in people):
            raise LastAdministrator

    def _noticed(self, person: Person) -> None:
        """Let a change of the person at the keyboard count at once."""
        if person.id == self._acting.person.id:
            self._acting.person = person


def active_person(store: Store, ident: str) -> Person:
    """Give somebody who can open the vault.

    Raises:
        NobodyThere: nobody has this id, or the person was removed.
    """
    person = person_of(store, ident)
    if not person.active:
        raise NobodyThere
    return person


def person_of(store: Store, ident: str) -> Person:
    """Give one of them, also one that was removed.

    Raises:
        NobodyThere: nobody has this id.
    """
    with store.reading() as db:
        found = db.execute("SELECT fields FROM person WHERE id = ?", [ident]).fetchone()
    if found is None:
        raise NobodyThere
    return msgspec.json.decode(found[0], type=Person)


def fit_name(name: str) -> str:
    """Give a name or title with single blanks.

    Raises:
        NameUnfit: it is too long, or has controls in it that change how the line is read.
    """
    name = " ".join(name.split())
    unseen = any(
        unicodedata.category(letter) in _UNSEEN and letter not in _JOINERS for letter in name
    )
    if unseen or len(name) > MOST_LETTERS:
        raise NameUnfit(MOST_LETTERS)
    return name


def _as_read(name: str) -> str:
    """Give a name without what nobody sees: how its letters are put together, and joiners."""
    bare = "".join(letter for letter in name if letter not in _JOINERS)
    folded = unicodedata.normalize("NFKC", bare).casefold()
    return unicodedata.normalize("NFKC", folded)


def _opener(person: Person) -> Opener:
    return Opener(id=person.id, name=person.name)


def _has_role(roles: tuple[Role, ...]) -> None:
    if not roles:
        raise RoleMissing


def _in_order(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    return tuple(role for role in Role if role in roles)
