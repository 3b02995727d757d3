"""Signatures: who signed what, when, in which role and by which means."""

import datetime as dt
from enum import StrEnum

from spinecounsel.frozen import Frozen


class SignerRole(StrEnum):
    """In which role somebody signs."""

    PATIENT = "patient"
    REPRESENTATIVE = "representative"
    CLINICIAN = "clinician"
    INTERPRETER = "interpreter"
    WITNESS = "witness"


class Method(StrEnum):
    """How it was signed; a mark and spoken consent need a witness."""

    DRAWN = "drawn"
    TYPED = "typed"
    MARK = "mark"
    SPOKEN = "spoken"


class Stroke(Frozen, frozen=True, kw_only=True):
    """One movement of ``device`` (pen, touch or mouse).

    Points are (x, y, t, pressure): x and y from 0 to 1 of the pad's width and height, y downwards,
    t in milliseconds since the first point of the signature, pressure 0 to 1.
    """

    device: str
    points: tuple[tuple[float, float, int, float], ...]


class Signature(Frozen, frozen=True, kw_only=True):
    """One signature under the statements that were on the page.

    ``aspect`` is pad width over height.
    """

    name: str
    role: SignerRole
    when: dt.datetime
    method: Method
    statements: tuple[str, ...]
    strokes: tuple[Stroke, ...] = ()
    aspect: float = 3.0
    on_behalf_of: str = ""
