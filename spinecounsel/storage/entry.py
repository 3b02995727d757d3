"""What goes into the vault and what comes back: plain frozen values, no SQL."""

import datetime as dt
from typing import TypeAlias

from spinecounsel.frozen import Frozen
from spinecounsel.storage.rights import Role

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


class Entry(Frozen, frozen=True, kw_only=True):
    """A draft or a record: index fields and opaque bytes.

    ``born`` and the day of ``consulted`` are found by search; ``updated`` orders lists.  Both
    moments are timezone-aware.  ``status`` is a word of the caller's; ``options`` are names to be
    searched for.  ``replaces`` says of a draft that its record will stand in the place of another,
    ``confirm_after`` after how many days the clinic asks that a consent be talked through again.
    """

    id: str
    name: str
    number: str
    born: dt.date | None
    consulted: dt.datetime
    updated: dt.datetime
    status: str
    options: tuple[str, ...]
    body: bytes
    replaces: bool = False
    confirm_after: int | None = None


class Row(Frozen, frozen=True, kw_only=True, omit_defaults=True):
    """An entry without its body, as lists show it; ``sealed`` tells a record from a draft.

    ``later`` are the kinds of what was added to a record after it was filed; they lie beside the
    row, never in what was filed.
    """

    id: str
    name: str
    number: str
    born: dt.date | None
    consulted: dt.datetime
    updated: dt.datetime
    status: str
    options: tuple[str, ...]
    sealed: bool
    replaces: bool = False
    confirm_after: int | None = None
    later: tuple[str, ...] = ()


class StoredRecord(Frozen, frozen=True, kw_only=True):
    """A record as filed: the entry with its bytes, the document, and the record's own digest."""

    entry: Entry
    document: bytes
    sha256: str


class Revision(Frozen, frozen=True, kw_only=True):
    """An earlier state of a draft: its number, and when it was the newest."""

    number: int
    at: dt.datetime


class Added(Frozen, frozen=True, kw_only=True):
    """Something that was added to a record after it was filed, as opaque bytes with its document.

    ``kind`` is addendum, withdrawal or supersession; ``sha256`` is the addition's own digest.
    """

    id: str
    record_id: str
    kind: str
    at: dt.datetime
    sha256: str
    body: bytes
    document: bytes


class AddedFields(Frozen, frozen=True, kw_only=True):
    """What lies beside the bytes of an addition."""

    at: dt.datetime
    sha256: str


class Held(Frozen, frozen=True, kw_only=True):
    """A draft or record as somebody sees it who may not read any: its number and its day."""

    id: str
    consulted: dt.date
    sealed: bool


class Person(Frozen, frozen=True, kw_only=True):
    """Somebody who can open the vault; ``title`` stands beside the name in each record.

    Who was removed stays in the list, not ``active``, because the audit trail names people by id.
    A ``temporary`` passphrase was chosen by somebody else: nothing goes before it is changed.
    """

    id: str
    name: str
    title: str = ""
    roles: tuple[Role, ...]
    active: bool = True
    temporary: bool = False


class Event(Frozen, frozen=True, kw_only=True):
    """One link of the audit chain; ``number`` counts from 1, ``record_id`` may be empty.

    ``by`` is the id of the person who did it, empty in vaults from before there were several.
    """

    number: int
    at: dt.datetime
    kind: str
    record_id: str
    payload: dict[str, Json]
    by: str = ""


class Report(Frozen, frozen=True, kw_only=True):
    """The result of a full verification: no ``problems`` means all is well.

    ``stopped`` says that it could not go on, so that nothing was counted.
    """

    problems: tuple[str, ...]
    stopped: bool = False
    records: int
    drafts: int
    events: int
