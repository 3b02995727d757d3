"""After an unclean end: what was open then, out of the vault that was just unlocked."""

import datetime as dt

from spinecounsel.frozen import Frozen
from spinecounsel.storage import Erased, NotAllowed, NotInVault, Vault


class LeftOpen(Frozen, frozen=True, kw_only=True):
    """That the program ended uncleanly; with the draft that this person had open, if any.

    ``ident`` is empty for none, and for a draft that is not there any more or is not for this
    person to read.  ``is_own`` tells that it was this person who had the vault open.
    """

    is_own: bool
    ident: str = ""
    name: str = ""
    saved: dt.datetime | None = None


def enter(vault: Vault) -> LeftOpen | None:
    """Note that the vault is open; give what an unclean end left, None after a clean one."""
    found = vault.mark.enter(vault.person.id)
    if found is None:
        return None
    is_own = found.person == vault.person.id
    if not (is_own and found.draft):
        return LeftOpen(is_own=is_own)
    try:
        draft = vault.draft(found.draft)
    except (NotInVault, Erased, NotAllowed):  # filed or thrown away since, or another role
        vault.mark.point("")
        return LeftOpen(is_own=True)
    return LeftOpen(is_own=True, ident=draft.id, name=draft.name, saved=draft.updated)


def point(vault: Vault, *, ident: str) -> None:
    """Note which draft is open now; empty for none."""
    vault.mark.point(ident)
