"""A second factor: six digits that an authenticator shows, by RFC 6238 (TOTP, SHA-1, 30 s).

It guards the screen, not the file: its secret lies in the vault, and whoever has the passphrase and
a program of one's own needs no digits.
"""

import base64
import datetime as dt
import unicodedata
from typing import TYPE_CHECKING

import msgspec

from spinecounsel.frozen import Frozen
from spinecounsel.storage.database import chain
from spinecounsel.storage.database.store import Store, Writing
from spinecounsel.storage.doors.acting import Acting
from spinecounsel.storage.doors.keyring import Keyring
from spinecounsel.storage.doors.people import person_of
from spinecounsel.storage.errors.people import WrongSecondCode
from spinecounsel.storage.rights import Act

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.twofactor.totp import TOTP

DIGITS, SECONDS, SECRET_BYTES = 6, 30, 20
ISSUER = "SpineCounsel"


class Factor(Frozen, frozen=True, kw_only=True):
    """What is kept of a second factor: its secret in base 32, and the last step that was used."""

    secret: str
    used: int = 0

    def step_of(self, typed: str, now: dt.datetime) -> int:
        """Give the step of a code: the present one, or the one before or after it.

        Raises:
            WrongSecondCode: it is no code of these, or of a step no later than the last used.
        """
        code = _digits(typed).encode()
        present = int(now.timestamp()) // SECONDS
        steps = (step for step in (present, present - 1, present + 1) if step > self.used)
        found = [step for step in steps if _is_code(self.secret, code, step)]
        if not found:
            raise WrongSecondCode
        return found[0]


class Offer(Frozen, frozen=True, kw_only=True):
    """A second factor that is not on yet: its secret to be typed, or an address for a QR code."""

    secret: str
    address: str


class SecondFactor:
    """Switches second factors on and off; reached as ``vault.second_factor``."""

    def __init__(self, store: Store, acting: Acting, keyring: Keyring) -> None:
        self._store = store
        self._acting = acting
        self._keyring = keyring

    def whose(self) -> frozenset[str]:
        """Give the ids of all who use one."""
        with self._store.reading() as db:
            rows = db.execute("SELECT id FROM person WHERE secret != ''").fetchall()
        return frozenset(ident for (ident,) in rows)

    def offer(self) -> Offer:
        """Make a new one for oneself; it counts once ``switch_on`` got a right code."""
        self._acting.must(*Act)
        secret = base64.b32encode(self._keyring.means.random(SECRET_BYTES)).decode()
        name = self._acting.person.name or ISSUER
        return Offer(secret=secret, address=_totp(secret).get_provisioning_uri(name, ISSUER))

    def switch_on(self, offer: Offer, code: str, *, now: dt.datetime) -> None:
        """Ask for codes of ``offer`` at each opening from now on.

        Raises:
            WrongSecondCode: the authenticator has not taken it over, or a clock is wrong.
        """
        self._acting.must(*Act)
        factor = Factor(secret=offer.secret)
        factor = msgspec.structs.replace(factor, used=factor.step_of(code, now))
        own = self._acting.person.id
        with self._store.writing() as writing:
            keep_factor(writing, own, factor)
            payload = {"person": own}
            writing.record_event(chain.event(chain.FACTOR_ON, at=now, payload=payload))

    def switch_off_own(self, passphrase: str, *, now: dt.datetime) -> None:
        """Ask oneself for no more codes.

        Raises:
            WrongPassphrase, WaitFirst: as when the vault is opened.
        """
        own = self._acting.person.id
        self._acting.must(*Act)
        self._keyring.confirm(own, passphrase, now=now)
        self._switch_off(own, now)

    def switch_off(self, ident: str, *, now: dt.datetime) -> None:
        """Ask somebody else for no more codes, who lost the authenticator.

        Raises:
            NobodyThere: nobody has this id.
        """
        self._acting.must(Act.KEEP_PEOPLE)
        self._switch_off(person_of(self._store, ident).id, now)

    def _switch_off(self, ident: str, now: dt.datetime) -> None:
        with self._store.writing() as writing:
            writing.db.execute("UPDATE person SET secret = '' WHERE id = ?", [ident])
            payload = {"person": ident}
            writing.record_event(chain.event(chain.FACTOR_OFF, at=now, payload=payload))


def factor_of(store: Store, ident: str) -> Factor | None:
    """Give somebody's second factor."""
    with store.reading() as db:
        (kept,) = db.execute("SELECT secret FROM person WHERE id = ?", [ident]).fetchone()
    return msgspec.json.decode(kept, type=Factor) if kept else None


def keep_factor(writing: Writing, ident: str, factor: Factor) -> None:
    """Write somebody's second factor, with the last step that was used."""
    kept = msgspec.json.encode(factor).decode()
    writing.db.execute("UPDATE person SET secret = ? WHERE id = ?", [kept, ident])


def _is_code(secret: str, code: bytes, step: int) -> bool:
    from cryptography.hazmat.primitives.twofactor import InvalidToken

    try:
        _totp(secret).verify(code, step * SECONDS)
    except InvalidToken:
        return False
    return True


def _totp(secret: str) -> "TOTP":
    from cryptography.hazmat.primitives.hashes import SHA1
    from cryptography.hazmat.primitives.twofactor.totp import TOTP

    # SHA-1 is what authenticators know; in an HMAC it is sound
    return TOTP(base64.b32decode(secret), DIGITS, SHA1(), SECONDS)  # noqa: S303


def _digits(typed: str) -> str:
    return "".join(filter(str.isdigit, unicodedata.normalize("NFKC", typed)))[: DIGITS + 1]
