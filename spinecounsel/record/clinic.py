"""The clinic in whose house a talk is held, as its records name it."""

from typing import Literal

from msgspec import UNSET, UnsetType

from spinecounsel.frozen import Frozen

MOST_DAYS = 365


class Clinic(Frozen, frozen=True, kw_only=True):
    """What a clinic says of itself; all of it may be empty.

    ``logo`` is a small PNG without transparency.  ``jurisdiction`` is the country or state whose
    law it works under, in its own words: nothing follows from it.  After more than
    ``confirm_after`` days (1 to 365) it asks that a decision be talked through again; None where it
    does not ask.

    ``practice`` is written only where the talk is practised with a made-up patient: so records from
    before that could be told keep their fingerprint.
    """

    name: str = ""
    logo: bytes = b""
    jurisdiction: str = ""
    confirm_after: int | None = None
    practice: Literal[True] | UnsetType = UNSET


NO_CLINIC = Clinic()
"""One that says nothing of itself."""
