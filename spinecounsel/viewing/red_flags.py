"""Beside which options the signs are named that need help at once."""

from collections.abc import Iterable

from spinecounsel.content.model import ContentPack
from spinecounsel.record.lines import red_flag

WATCHED = ("watch", "medicines")
"""Groups of options that leave the tumour where it is for now."""

NO_TREATMENT = "no-treatment"


def warning_beside(pack: ContentPack, options: Iterable[str]) -> str:
    """Give the sentence to show beside ``options``; empty where none of them asks for it."""
    watched = any(ident == NO_TREATMENT or pack.option(ident).group in WATCHED for ident in options)
    return red_flag(pack) if watched else ""
