"""Teach-back, the knowledge check, and the four plain questions asked before deciding."""

import datetime as dt
from enum import StrEnum

from spinecounsel.frozen import Frozen


class Said(StrEnum):
    """How far the patient said it back in their own words."""

    SAID = "said"
    PARTLY = "partly"
    NOT_YET = "not yet"


class TeachBack(Frozen, frozen=True, kw_only=True):
    """One thing said back; ``item`` is a key of ``teach_back_items``.

    ``times`` how often it was asked.
    """

    item: str
    said: Said
    words: str = ""
    times: int = 1
    when: dt.datetime


class KnowledgeAnswer(Frozen, frozen=True, kw_only=True):
    """An answer in the knowledge check: ``question`` and ``choice`` are keys of ``knowledge``.

    ``right`` says whether it was right, ``times`` how often the question was asked.
    """

    question: str
    choice: str
    right: bool
    times: int = 1
    when: dt.datetime


class SureAnswers(Frozen, frozen=True, kw_only=True):
    """Four plain questions on decisional conflict, in the sense of SURE (Legare 2010).

    In our own words.
    """

    sure: bool | None = None
    know: bool | None = None
    matters: bool | None = None
    support: bool | None = None


TEACH_BACK = ("options", "good", "bad", "nothing", "help")
"""What is said back: which options there are, what may go well with the one the patient leans to,
what may go wrong with it, what happens without treatment, and when to call for help."""
SURE = ("sure", "know", "matters", "support")
"""The fields of ``SureAnswers``, in the order in which they are asked."""
