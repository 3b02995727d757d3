"""Why a number is as sure as it is, in short: what a patient can use of the whole reason.

The whole reason stands in the consent record.  A copy leaves out what other studies counted, since
a share without its people says too little there, and the signs of statistics.
"""

import re

_PARTED = re.compile(r"; |\. (?=[A-Z])")
_ASIDE = re.compile(r" \((?=[^()]*(?:[pPI]2? ?[=<>]|doi|PMID))[^()]*\)")
_CHANCE = re.compile(r", [pP] ?[=<>] ?\.?\d[\d.]*")
_LEFT_OUT = re.compile(r"%|\b[pP] ?[=<>]|\b(?:I2|OR|RR|CI)\b|\bdoi\b|PMID|PMC|\b\d+ of \d+\b")


def short_reason(why: str) -> str:
    """Give the parts of a reason that need no statistics; the first where none is without."""
    bare = _CHANCE.sub("", _ASIDE.sub("", why))
    parts = [each.strip().rstrip(".") for each in _PARTED.split(bare)]
    kept = [each for each in parts if each and not _LEFT_OUT.search(each)]
    said = ""
    for each in kept or parts[:1]:
        said += f"{'. ' if each[0].isupper() else '; '}{each}" if said else each
    return said
