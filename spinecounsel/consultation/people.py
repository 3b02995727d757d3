"""Who opens the vault: what the window asks of it, as plain functions of an open vault."""

import datetime as dt
from collections.abc import Callable

from spinecounsel.document.squares import squares_of
from spinecounsel.frozen import Frozen
from spinecounsel.storage import Act, Emergency, Offer, Person, Role, Vault
from spinecounsel.wording import say


class Everybody(Frozen, frozen=True, kw_only=True):
    """All people of a vault, who of them uses a second factor, and who is asking."""

    people: tuple[Person, ...]
    second_factor: frozenset[str]
    own: Person
    keeps_people: bool
    has_code: bool


class Newcomer(Frozen, frozen=True, kw_only=True):
    """Somebody who is to open the vault from now on, with a first passphrase."""

    name: str
    title: str
    roles: tuple[str, ...]
    passphrase: str


class Offered(Frozen, frozen=True, kw_only=True):
    """A second factor to be switched on, with the picture that an authenticator reads."""

    offer: Offer
    squares: tuple[tuple[bool, ...], ...]


def everybody(vault: Vault) -> Everybody:
    """Give all who can open the vault."""
    return Everybody(
        people=tuple(person for person in vault.people.everybody() if person.active),
        second_factor=vault.second_factor.whose(),
        own=vault.person,
        keeps_people=Act.KEEP_PEOPLE in vault.rights,
        has_code=vault.people.has_recovery_code,
    )


def name_oneself(vault: Vault, name: str, title: str, *, now: dt.datetime) -> Person:
    """Change one's own name and title."""
    return vault.people.name_oneself(name, title, now=now)


def change_passphrase(vault: Vault, old: str, new: str, *, now: dt.datetime) -> None:
    """Change one's own passphrase."""
    vault.people.change_passphrase(old, new, now=now)


def add(vault: Vault, newcomer: Newcomer, *, now: dt.datetime) -> None:
    """Let somebody else open the vault."""
    roles = tuple(map(Role, newcomer.roles))
    vault.people.add(newcomer.name, newcomer.title, roles, newcomer.passphrase, now=now)


def remove(vault: Vault, ident: str, *, now: dt.datetime) -> None:
    """Let somebody open the vault no more."""
    vault.people.remove(ident, now=now)


def change_roles(vault: Vault, ident: str, roles: tuple[str, ...], *, now: dt.datetime) -> None:
    """Change what somebody may do."""
    vault.people.change_roles(ident, tuple(map(Role, roles)), now=now)


def give_passphrase(vault: Vault, ident: str, passphrase: str, *, now: dt.datetime) -> None:
    """Give somebody who forgot a new passphrase."""
    vault.people.give_passphrase(ident, passphrase, now=now)


def offer_recovery_code(vault: Vault) -> str:
    """Make another recovery code, which opens nothing yet."""
    return vault.people.offer_recovery_code()


def use_recovery_code(vault: Vault, code: str, *, now: dt.datetime) -> None:
    """Put a code that was offered in the place of the one before: it is on paper by now."""
    vault.people.use_recovery_code(code, now=now)


def offer_second_factor(vault: Vault) -> Offered:
    """Make a second factor for oneself; it is not on yet."""
    offer = vault.second_factor.offer()
    return Offered(offer=offer, squares=squares_of(offer.address))


def switch_on(vault: Vault, offer: Offer, code: str, *, now: dt.datetime) -> None:
    """Ask oneself for codes of ``offer`` from now on."""
    vault.second_factor.switch_on(offer, code, now=now)


def switch_off(vault: Vault, ident: str, passphrase: str, *, now: dt.datetime) -> None:
    """Switch off a second factor: one's own with the passphrase, anybody else's as who may."""
    if ident == vault.person.id:
        vault.second_factor.switch_off_own(passphrase, now=now)
    else:
        vault.second_factor.switch_off(ident, now=now)


def emergencies() -> tuple[tuple[str, str], ...]:
    """Give the reasons for reading records without the role for it, as (key, words)."""
    words = {
        Emergency.PATIENT: say("A patient needs care now"),
        Emergency.ABSENT: say("Nobody who may read them can be reached"),
        Emergency.LAW: say("The law demands it"),
    }
    return tuple((str(key), each) for key, each in words.items())


def break_glass(vault: Vault, reason: str, *, now: dt.datetime) -> None:
    """Let the person at the keyboard read records until the lock; the trail says so."""
    vault.break_glass(Emergency(reason), now=now)


def rekey_at(now: dt.datetime) -> Callable[..., None]:
    """Give the work that gives the vault another key at ``now``: ``work(vault, progress=...)``."""

    def rekey(vault: Vault, *, progress: Callable[[float], object]) -> None:
        vault.rekey(now=now, progress=progress)

    return rekey
