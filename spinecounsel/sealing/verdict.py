"""What a check of a file found, in one plain sentence."""

import datetime as dt
from enum import StrEnum

from spinecounsel.frozen import Frozen
from spinecounsel.sealing.head import Head


class Seen(StrEnum):
    """What a file is: as it was sealed; changed since; whole, but with nobody trusted behind it.

    Else no document of ours, or one that could not be read at all.
    """

    SEALED = "as sealed"
    CHANGED = "changed"
    NOT_TRUSTED = "not trusted"
    NOT_OURS = "not ours"
    NOT_READ = "not read"


class Verdict(Frozen, frozen=True, kw_only=True):
    """What was found, and why.

    All but ``state`` and ``reason`` is empty unless the seal was read: ``signer`` and ``sealed``
    are what the seal says, ``root_sha256`` (hex) names the root it leads to.  ``record`` is the
    JSON in the file, ``number`` that of the record (of which an addition names one) and ``kind``
    the kind of document, ``head`` how far the trail of the vault had come, all only for a file
    that is as sealed.  ``is_vault_older`` says that the vault at hand has not come so far.
    """

    state: Seen
    reason: str
    signer: str = ""
    sealed: dt.datetime | None = None
    root_sha256: str = ""
    record: bytes | None = None
    number: str = ""
    kind: str = ""
    head: Head | None = None
    is_vault_older: bool = False
