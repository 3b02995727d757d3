"""How far the audit trail of a vault had come when a document was sealed.

It stands in the seal's dictionary, as the reason of the signature.  Whoever has the paper and the
vault can tell whether an older copy of the vault was put back since.
"""

import re

from spinecounsel.frozen import Frozen

# letters, digits and blanks only: PDF may write anything else in more than one way
_PATTERN = re.compile(
    rb"Audit trail of vault (?P<vault>[0-9a-f]{32}) "
    rb"event (?P<event>[1-9]\d{0,14}) digest (?P<digest>[0-9a-f]{64})"
)


class Head(Frozen, frozen=True, kw_only=True):
    """The last event of a vault's trail: its number and its digest (hex)."""

    vault: str
    event: int
    digest: str

    def text(self) -> str:
        """Give it as it stands in a seal."""
        return f"Audit trail of vault {self.vault} event {self.event} digest {self.digest}"


def read_head(text: bytes) -> Head | None:
    """Read what ``Head.text`` gave; None for anything else."""
    found = _PATTERN.fullmatch(text)
    if found is None:
        return None
    vault, event, digest = (found[name].decode() for name in ("vault", "event", "digest"))
    return Head(vault=vault, event=int(event), digest=digest)
