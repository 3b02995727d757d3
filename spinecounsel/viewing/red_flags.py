"""Beside which options the signs are named that need help at once."""

from collections.abc import Iterable

from spinecounsel.content.model import NO_TREATMENT, ContentPack
from spinecounsel.discussion.decision import Consent
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.record.lines import red_flag

WATCHED = ("watch", "medicines")
"""Groups of options that leave the tumour where it is for now."""


def warning_beside(pack: ContentPack, options: Iterable[str]) -> str:
    """Give the sentence to show beside ``options``; empty where none of them asks for it."""
    watched = any(ident == NO_TREATMENT or pack.option(ident).group in WATCHED for ident in options)
    return red_flag(pack) if watched else ""


def warning_beside_decision(pack: ContentPack, discussion: Discussion) -> str:
    """Give the sentence to show beside what was decided, or as long as that is open, leaned to.

    Who does not want a treatment, or decides later, is without one for now.
    """
    decision, leaning = discussion.decision, discussion.leaning_after
    if decision is not None and decision.consent is not Consent.PROVIDED:
        return warning_beside(pack, (NO_TREATMENT,))
    if decision is not None and decision.options:
        return warning_beside(pack, decision.options)
    return warning_beside(pack, leaning.options if leaning is not None else ())
