"""Earlier states of a draft, to look at and to take back."""

import datetime as dt

from spinecounsel.consultation.filing import draft_entry
from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.frozen import Frozen, replaced
from spinecounsel.record.codec import decode_discussion
from spinecounsel.storage import Vault

CHANGES = frozenset({"draft begun", "draft changed", "earlier state taken back"})
"""What the trail calls a sitting that changed a draft."""


class Earlier(Frozen, frozen=True, kw_only=True):
    """A state of a draft: its number, when it was the newest, and what was said until then.

    The present state has the number 0.  ``by`` is the name of who changed it last, empty where that
    was not noted.
    """

    number: int
    at: dt.datetime
    said: Discussion
    by: str = ""


def earlier_states(vault: Vault, ident: str) -> tuple[Earlier, ...]:
    """Give the present state of a draft, then the earlier ones, newest first."""
    draft = vault.draft(ident)
    names = {each.id: each.name for each in vault.people.everybody()}
    changes = [
        (each.at, names.get(each.by, "")) for each in vault.events(ident) if each.kind in CHANGES
    ]
    now = Earlier(
        number=0,
        at=draft.updated,
        said=decode_discussion(draft.body),
        by=_last(changes, draft.updated),
    )
    return (
        now,
        *(
            Earlier(
                number=each.number,
                at=each.at,
                said=decode_discussion(vault.revisions.body(ident, each.number)),
                by=_last(changes, each.at),
            )
            for each in vault.revisions.of(ident)
        ),
    )


def _last(changes: list[tuple[dt.datetime, str]], at: dt.datetime) -> str:
    """Give who was the last to begin changing the draft until then."""
    return next((name for when, name in reversed(changes) if when <= at), "")


def take_back(
    vault: Vault, ident: str, number: int, pack: ContentPack, *, now: dt.datetime
) -> Discussion:
    """Make an earlier state the present one, after keeping what is there now; give it."""
    said = decode_discussion(vault.revisions.body(ident, number))
    known = {option.id for option in pack.options}
    said = replaced(said, options=tuple(each for each in said.options if each in known))
    vault.save_draft(draft_entry(said, pack, now=now), taking_back=True)
    return said
