"""The first page: making a vault, opening one, or saying why that cannot be."""

from enum import StrEnum

from spinecounsel.frozen import Frozen
from spinecounsel.wording import say, say_count


class Way(StrEnum):
    """What the page is for."""

    CREATE = "create"
    UNLOCK = "unlock"
    CLOSED = "closed"


class UnlockView(Frozen, frozen=True, kw_only=True):
    """What the page shows; ``problem`` stands beside the passphrase, empty when all is well."""

    way: Way
    title: str
    sentence: str
    problem: str
    seconds_to_wait: int
    notice: str


def unlock_view(
    way: Way,
    *,
    problem: str = "",
    seconds_to_wait: float = 0.0,
    notice: str = "",
    draft_kept: bool = False,
) -> UnlockView:
    """Give the view; ``problem`` is the sentence of the last error, ``notice`` the approval notice.

    ``draft_kept`` says that a consultation was open when the program was locked.
    """
    titles = {
        Way.CREATE: say("Make the vault for this computer"),
        Way.UNLOCK: say("Locked"),
        Way.CLOSED: say("The vault cannot be opened"),
    }
    return UnlockView(
        way=way,
        title=titles[way],
        sentence=_sentence(way, draft_kept=draft_kept),
        problem=problem,
        seconds_to_wait=round(seconds_to_wait + 0.49),
        notice=notice,
    )


def waiting(seconds: int) -> str:
    """Say how long the next try must wait."""
    return say_count("Next try in {n} second.", "Next try in {n} seconds.", seconds)


def _sentence(way: Way, *, draft_kept: bool) -> str:
    if way is Way.CREATE:
        return say(
            "All consultations are kept in one encrypted file. Only the passphrase opens it. "
            "If it is lost, nobody can read the records any more: keep it in a safe place."
        )
    if way is Way.UNLOCK and draft_kept:
        return say("One open consultation. Its draft is saved.")
    if way is Way.UNLOCK:
        return say("Enter the passphrase of this computer's vault.")
    return ""
