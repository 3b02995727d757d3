"""Who works with an open vault, and what this person may do there."""

import datetime as dt
from enum import StrEnum

from spinecounsel.storage.database import chain
from spinecounsel.storage.database.store import Store
from spinecounsel.storage.entry import Person
from spinecounsel.storage.errors.vault import NotAllowed
from spinecounsel.storage.rights import Act, rights_of


class Emergency(StrEnum):
    """Why somebody reads records without the role for it; fixed words, so no clinical text."""

    PATIENT = "a patient needs care now"
    ABSENT = "nobody with the role can be reached"
    LAW = "the law demands it"


class Acting:
    """The person at the keyboard; every door of the vault asks ``must`` first."""

    def __init__(self, store: Store, person: Person) -> None:
        self._store = store
        self.person = person
        self._emergency = False

    @property
    def rights(self) -> frozenset[Act]:
        """What this person may do now."""
        if not self.person.active or self.person.temporary:
            return frozenset()
        own = rights_of(self.person.roles)
        return own | {Act.READ} if self._emergency else own

    def must(self, *acts: Act) -> None:
        """Go on only if the person may do one of ``acts``.

        Raises:
            NotAllowed: none of them.
        """
        if self.rights.isdisjoint(acts):
            raise NotAllowed

    def break_glass(self, reason: Emergency, *, now: dt.datetime) -> None:
        """Let this person read records until the vault is closed.

        The audit trail says so first, and marks all that this person does until then.  Who may
        read anyway breaks nothing.

        Raises:
            NotAllowed: who may do nothing here at all.
        """
        self.must(*Act)
        if Act.READ in self.rights:
            return
        event = chain.event(chain.BROKE_GLASS, at=now, payload={"reason": str(reason)})
        with self._store.writing() as writing:
            writing.record_event(event)
        self._store.emergency = True
        self._emergency = True
