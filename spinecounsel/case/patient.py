"""Who the consultation is about."""

import datetime as dt

from spinecounsel.frozen import Frozen


class Patient(Frozen, frozen=True, kw_only=True):
    """Identity, in any script.

    ``number`` is the hospital number, ``language`` a tag such as ``en``.
    """

    name: str = ""
    born: dt.date | None = None
    number: str = ""
    language: str = "en"
