"""The first page: making a vault, opening one, or saying why that cannot be."""

from enum import StrEnum

from spinecounsel.frozen import Frozen
from spinecounsel.passphrases import SHORTEST
from spinecounsel.viewing.first_start import step_words
from spinecounsel.wording import say, say_count


class Way(StrEnum):
    """What the page is for.

    RECOVER: another passphrase by means of the recovery code; CHANGE: one of one's own in the place
    of one that somebody else chose; MISSING: there was a vault, and its files are gone.
    """

    CREATE = "create"
    UNLOCK = "unlock"
    RECOVER = "recover"
    CHANGE = "change"
    CLOSED = "closed"
    MISSING = "missing"


class UnlockView(Frozen, frozen=True, kw_only=True):
    """What the page shows; ``problem`` stands beside the passphrase, empty when all is well.

    ``people`` (id, name) are those to choose from, none where there is nothing to choose; ``asked``
    are the fields that are to be filled in; ``step`` tells at a first start how far that is.
    """

    way: Way
    step: str
    title: str
    sentence: str
    problem: str
    seconds_to_wait: int
    notice: str
    people: tuple[tuple[str, str], ...]
    asked: frozenset[str]
    passphrase: str
    action: str
    may_recover: bool
    may_restore: bool
    may_begin: bool
    back: str


_ASKED = {
    Way.CREATE: frozenset({"name", "role", "passphrase", "repeat"}),
    Way.UNLOCK: frozenset({"passphrase"}),
    Way.RECOVER: frozenset({"recovery", "fresh", "repeat"}),
    Way.CHANGE: frozenset({"passphrase", "fresh", "repeat"}),
    Way.CLOSED: frozenset[str](),
    Way.MISSING: frozenset[str](),
}


def unlock_view(  # noqa: PLR0913 - each is a plain fact of the moment
    way: Way,
    *,
    problem: str = "",
    seconds_to_wait: float = 0.0,
    notice: str = "",
    draft_kept: bool = False,
    people: tuple[tuple[str, str], ...] = (),
    asks_code: bool = False,
    has_code: bool = False,
    is_spoilt: bool = False,
    folder: str = "",
) -> UnlockView:
    """Give the view of the first page.

    ``problem`` is the sentence of the last error, ``notice`` the approval notice; ``draft_kept``
    says that a consultation was open at the lock; ``people`` who can open the vault, as (id, name);
    ``asks_code`` that the digits of a second factor are asked for, ``has_code`` that there is a
    recovery code; ``is_spoilt`` that the last try found the vault damaged; ``folder`` where it was
    before, empty at a first start.
    """
    chooses = len(people) > 1 and way in {Way.UNLOCK, Way.RECOVER}
    may_restore = is_spoilt or way in {Way.CREATE, Way.CLOSED, Way.MISSING}
    return UnlockView(
        way=way,
        step=step_words(1) if way is Way.CREATE else "",
        title=_title(way),
        sentence=_sentence(way, folder, draft_kept=draft_kept),
        problem=problem,
        seconds_to_wait=round(seconds_to_wait + 0.49),
        notice=notice,
        people=people if chooses else (),
        asked=_asked(way, chooses=chooses, asks_code=asks_code),
        passphrase=_label(way),
        action=_action(way),
        may_recover=has_code and way is Way.UNLOCK,
        may_restore=may_restore,
        may_begin=way is Way.MISSING,
        back=_back(way, folder),
    )


def waiting(seconds: int) -> str:
    """Say how long the next try must wait."""
    return say_count("Next try in {n} second.", "Next try in {n} seconds.", seconds)


def busy_words(way: Way) -> str:
    """Say what is done while one waits."""
    return say("Making the vault ...") if way is Way.CREATE else say("Opening the vault ...")


def new_passphrase() -> str:
    """Give what stands above a field for another passphrase."""
    return say("The new passphrase, {n} characters or more", n=SHORTEST)


def first_passphrase() -> str:
    """Give what stands above a field for somebody's first passphrase."""
    return say("First passphrase, {n} characters or more", n=SHORTEST)


def _asked(way: Way, *, chooses: bool, asks_code: bool) -> frozenset[str]:
    more = {"person": chooses, "code": asks_code and way is Way.UNLOCK}
    return _ASKED[way] | {field for field, wanted in more.items() if wanted}


def _label(way: Way) -> str:
    if way is Way.CREATE:
        return say("Passphrase, {n} characters or more", n=SHORTEST)
    return say("The passphrase you were given") if way is Way.CHANGE else say("Passphrase")


def _title(way: Way) -> str:
    titles = {
        Way.CREATE: say("Make the vault for this computer"),
        Way.UNLOCK: say("Locked"),
        Way.RECOVER: say("Open it with the recovery code"),
        Way.CHANGE: say("Choose a passphrase of your own"),
        Way.CLOSED: say("The vault cannot be opened"),
        Way.MISSING: say("The vault is missing"),
    }
    return titles[way]


def _action(way: Way) -> str:
    actions = {
        Way.CREATE: say("Make the vault"),
        Way.RECOVER: say("Set the passphrase and open"),
        Way.CHANGE: say("Use my passphrase"),
        Way.MISSING: say("Look again"),
    }
    return actions.get(way, say("Unlock"))


def _back(way: Way, folder: str) -> str:
    if way is Way.RECOVER:
        return say("Back to the passphrase")
    return say("Back") if way is Way.CREATE and folder else ""


def _sentence(way: Way, folder: str, *, draft_kept: bool) -> str:
    sentences = {
        Way.CREATE: say(
            "All consultations are kept in one encrypted file. Only the passphrase opens it, and a "
            "recovery code that you get next, for paper. If both are lost, nobody can read the "
            "records any more."
        ),
        Way.UNLOCK: say("Enter the passphrase of this computer's vault."),
        Way.RECOVER: say(
            "Type the code from its sheet of paper, and a new passphrase. Then you get the next "
            "code: once that is on paper, this one opens nothing. All records stay as they are."
        ),
        Way.CHANGE: say(
            "Somebody else chose the passphrase that you just used. Only you should know yours."
        ),
        Way.CLOSED: "",
        Way.MISSING: say(
            "A vault was opened on this computer before. Its files are not in their folder any "
            "more: {folder}. If they lie on another drive, plug it in. If somebody moved them, put "
            "them back. Then look again.",
            folder=folder,
        ),
    }
    if way is Way.UNLOCK and draft_kept:
        return say("One open consultation. Its draft is saved.")
    return sentences[way]
