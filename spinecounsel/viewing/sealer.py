"""Which key seals documents here, in words for whoever looks after this installation."""

import datetime as dt

from spinecounsel.dates import day
from spinecounsel.frozen import Frozen
from spinecounsel.wording import say


class Sealer(Frozen, frozen=True, kw_only=True):
    """What seals now; all is empty while there is no key yet.

    Args:
        is_site: whether it is a site's certificate; else the installation's own key.
        name: whom the certificate is for.
        ends: the last day it seals.
        token: the name of the token that holds a site's key; empty for one from a file.
        root_name: what readers have to trust.
        fingerprint: of that root (SHA-256), in groups.
        problem: why nothing can be sealed with it any more.
    """

    is_site: bool = False
    name: str = ""
    ends: dt.date | None = None
    token: str = ""
    root_name: str = ""
    fingerprint: str = ""
    problem: str = ""


class SealerView(Frozen, frozen=True, kw_only=True):
    """``facts`` are labels with words; ``may_go_back`` to the installation's own key."""

    sentence: str
    facts: tuple[tuple[str, str], ...]
    problem: str
    may_go_back: bool


def sealer_view(sealer: Sealer) -> SealerView:
    """Give the view of what seals."""
    return SealerView(
        sentence=_sentence(sealer),
        facts=_facts(sealer) if sealer.name else (),
        problem=sealer.problem,
        may_go_back=sealer.is_site,
    )


def _sentence(sealer: Sealer) -> str:
    if sealer.is_site and sealer.token:
        return say(
            "The clinic’s own certificate seals. Its key stays on the token “{label}”, which asks "
            "for its PIN.",
            label=sealer.token,
        )
    if sealer.is_site:
        return say(
            "The clinic’s own certificate seals. It came from a file; its key is kept in the vault."
        )
    if sealer.name:
        return say("A key of this installation seals. It was made here and is kept in the vault.")
    return say(
        "This installation makes a key of its own when the first document is sealed, and keeps it "
        "in the vault."
    )


def _facts(sealer: Sealer) -> tuple[tuple[str, str], ...]:
    until = day(sealer.ends)
    if not sealer.is_site:
        until = say("{day}; renewed by itself before then", day=until)
    return (
        (say("Name in the seal"), sealer.name),
        (say("Seals until"), until),
        (say("Root certificate"), sealer.root_name),
        (say("Its fingerprint (SHA-256)"), sealer.fingerprint),
    )
