"""From what people know to the key of the vault, and the file that holds the way there.

A passphrase makes, by Argon2id, the key that unwraps the private half of a person's key pair; that
half opens the vault key, which was sealed for it (X25519, HKDF-SHA256, AES-GCM).  So a passphrase
is changed, somebody removed, and the vault given another key, each by rewriting one small file,
and nobody else's passphrase is needed for it.  An HMAC made with the vault key covers the whole
file: a public half cannot be slipped in.  RFC 9106, RFC 7748, RFC 5869, NIST SP 800-38D.
"""

import datetime as dt
import hashlib
import hmac
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import NamedTuple

import msgspec

from spinecounsel.files import write_safely
from spinecounsel.storage.errors.people import NotEnoughMemory
from spinecounsel.storage.errors.vault import CannotOpen, VaultDamaged, WrongPassphrase
from spinecounsel.storage.files.places import (
    KEYS_FORMAT,
    RECOVERY,
    AnyKeyFile,
    KeyEntry,
    KeyFile,
    OldKeyFile,
    Opener,
    Places,
    WrappedKey,
)
from spinecounsel.storage.keys.costs import FLOOR, KEY_BYTES, SALT_BYTES, Cost, derived
from spinecounsel.storage.keys.old_keys import has_old_shape, old_key
from spinecounsel.storage.keys.secrecy import secret_of
from spinecounsel.wording import say

Random = Callable[[int], bytes]
KDF = "argon2id"
_NONCE, _TAG = 12, 16
_LIMITS = {  # what a key file of a stranger may ask for: a little more than this program writes
    "time_cost": range(1, 17),
    "memory_kib": range(8, 256 * 1024 + 1),
    "lanes": range(1, 9),
    "work": range(8, 16 * 128 * 1024 + 1),
}
MOST_TRIED = 500  # more than any clinic has people; each takes a second, or some
_SIZES = {
    "salt": SALT_BYTES,
    "nonce": _NONCE,
    "private": KEY_BYTES + _TAG,
    "public": KEY_BYTES,
    "ephemeral": KEY_BYTES,
    "sealed": KEY_BYTES + _TAG,
}

_ASK: ContextVar[Callable[[], object]] = ContextVar("ask", default=lambda: None)


class Means(NamedTuple):
    """What entries are made with: unpredictable bytes, and the cost of one guess."""

    random: Random
    cost: Cost

    @property
    def for_codes(self) -> "Means":
        """A recovery code is as random as a key, so the cheapest cost will do."""
        return Means(self.random, min(self.cost, FLOOR, key=lambda cost: cost.work))


def new_keys(
    who: Opener, passphrase: str, *, now: dt.datetime, means: Means
) -> tuple[KeyFile, bytearray]:
    """Make the key of a vault, and the key file that lets ``who`` open it."""
    key = bytearray(means.random(KEY_BYTES))
    ident = means.random(16).hex()
    blank = KeyFile(format=KEYS_FORMAT, vault=ident, created=now, entries=())
    return with_entry(blank, key, who, secret_of(passphrase), means), key


def with_entry(keys: KeyFile, key: bytearray, who: Opener, secret: bytes, means: Means) -> KeyFile:
    """Give ``keys`` with a new key pair for ``who``, in place of the one before.

    Raises:
        NotEnoughMemory: see its sentence.
    """
    entry = _new_entry(keys.vault, key, who, secret, means)
    others = tuple(each for each in keys.entries if each.person != who.id)
    return authenticated(msgspec.structs.replace(keys, entries=(*others, entry)), key)


def without_entry(keys: KeyFile, key: bytearray, person: str) -> KeyFile:
    """Give ``keys`` without somebody's way in."""
    others = tuple(each for each in keys.entries if each.person != person)
    return authenticated(msgspec.structs.replace(keys, entries=others), key)


def with_name(keys: KeyFile, key: bytearray, who: Opener) -> KeyFile:
    """Give ``keys`` with another name for somebody."""
    entries = tuple(
        msgspec.structs.replace(each, name=who.name) if each.person == who.id else each
        for each in keys.entries
    )
    return authenticated(msgspec.structs.replace(keys, entries=entries), key)


def resealed(
    keys: KeyFile, key: bytearray, random: Random, *, former: bytearray | None = None
) -> KeyFile:
    """Give ``keys`` with another vault key sealed for everybody, and ``former`` kept under it."""
    entries = tuple(_sealed(keys.vault, key, entry, random) for entry in keys.entries)
    kept = _wrapped_former(keys.vault, key, former, random) if former else ""
    return authenticated(msgspec.structs.replace(keys, entries=entries, former=kept), key)


def without_former(keys: KeyFile, key: bytearray) -> KeyFile:
    """Give ``keys`` once the vault has its new key: nothing leads to the one before."""
    return authenticated(msgspec.structs.replace(keys, former=""), key)


def authenticated(keys: KeyFile, key: bytearray) -> KeyFile:
    """Give ``keys`` with the HMAC and the digest that it has to have."""
    keys = msgspec.structs.replace(keys, mac=_mac(keys, key))
    return msgspec.structs.replace(keys, sha256=keys.digest())


def unwrapped(
    keys: AnyKeyFile, passphrase: str, vault: Path, *, user: str = ""
) -> tuple[str, bytearray]:
    """Give whose passphrase it is, and the vault key; ``user`` tries that one's only.

    Raises:
        WrongPassphrase: no entry opens with this passphrase.
        VaultDamaged: the key file asks for something that this program never wrote, or was changed.
        CannotOpen: there is not enough memory.
    """
    secret = secret_of(passphrase)
    for ident, entry in _ways_in(keys, user):
        _ASK.get()()
        key = _opened(keys, entry, secret, vault)
        if key is not None:
            return ident, key
    raise WrongPassphrase


@contextmanager
def asking(ask: Callable[[], object]) -> Iterator[None]:
    """Call ``ask`` before each entry that ``unwrapped`` tries; what it raises ends the trying."""
    token = _ASK.set(ask)
    try:
        yield
    finally:
        _ASK.reset(token)


def unwrapped_by_code(keys: AnyKeyFile, secret: bytes, vault: Path) -> bytearray | None:
    """Give the vault key, None when ``secret`` is not that of the recovery code.

    Raises:
        VaultDamaged, CannotOpen: as above.
    """
    entry = keys.entry_of(RECOVERY) if isinstance(keys, KeyFile) else None
    return _opened(keys, entry, secret, vault) if entry else None


def former_key(keys: AnyKeyFile, key: bytearray, vault: Path) -> bytearray | None:
    """Give the key that the vault had before, None when it is not being given another one."""
    if isinstance(keys, OldKeyFile) or not keys.former:
        return None
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        data = bytes.fromhex(keys.former)
        cipher = AESGCM(_subkey(key, b"former key"))
        return bytearray(cipher.decrypt(data[:_NONCE], data[_NONCE:], keys.vault.encode()))
    except (InvalidTag, ValueError):
        raise VaultDamaged(vault, changed()) from None


def is_of(keys: KeyFile, key: bytearray) -> bool:
    """Whether ``key`` is the one that authenticates ``keys``."""
    return hmac.compare_digest(keys.mac.encode(), _mac(keys, key).encode())


def write_keys(file: Path, keys: AnyKeyFile) -> None:
    """Write the key file whole or not at all.

    Raises:
        CannotWrite: the old file stands as before.
    """
    write_safely(file, msgspec.json.format(msgspec.json.encode(keys), indent=2) + b"\n")


def finish_keys(places: Places) -> None:
    """Give the key file its own name, the last step of creating a vault.

    Raises:
        CannotWrite: it keeps the name it had, under which it is found too.
    """
    if not places.keys.exists():
        write_safely(places.keys, places.begun_keys.read_bytes())
    places.begun_keys.unlink(missing_ok=True)


def anchor_key(key: bytearray) -> bytes:
    """Derive the key that authenticates the anchor from the vault key."""
    return _subkey(key, b"anchor 1")


def _new_entry(ident: str, key: bytearray, who: Opener, secret: bytes, means: Means) -> KeyEntry:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    raw, salt, nonce = (means.random(size) for size in (KEY_BYTES, SALT_BYTES, _NONCE))
    entry = KeyEntry(
        person=who.id,
        name=who.name,
        kdf=KDF,
        time_cost=means.cost.time_cost,
        memory_kib=means.cost.memory_kib,
        lanes=means.cost.lanes,
        salt=salt.hex(),
        nonce=nonce.hex(),
        private="",
        public=X25519PrivateKey.from_private_bytes(raw).public_key().public_bytes_raw().hex(),
        ephemeral="",
        sealed="",
    )
    try:
        wrapping = derived(secret, salt, means.cost)
    except MemoryError:
        raise NotEnoughMemory from None
    private = AESGCM(wrapping).encrypt(nonce, raw, _bound(ident, entry))
    return _sealed(ident, key, msgspec.structs.replace(entry, private=private.hex()), means.random)


def _sealed(ident: str, key: bytearray, entry: KeyEntry, random: Random) -> KeyEntry:
    """Seal ``key`` for whoever has the private half; each sealing has a key pair of its own."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    once = X25519PrivateKey.from_private_bytes(random(KEY_BYTES))
    shared = once.exchange(X25519PublicKey.from_public_bytes(bytes.fromhex(entry.public)))
    ephemeral = once.public_key().public_bytes_raw().hex()
    entry = msgspec.structs.replace(entry, ephemeral=ephemeral)
    wrapping, bound = _sealing_key(ident, entry, shared)
    sealed = AESGCM(wrapping).encrypt(bytes(_NONCE), bytes(key), bound)
    return msgspec.structs.replace(entry, sealed=sealed.hex())


def _sealing_key(ident: str, entry: KeyEntry, shared: bytes) -> tuple[bytes, bytes]:
    """Give the key that seals the vault key, and what it is bound to."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    parts = ("spinecounsel vault key", KEYS_FORMAT, ident, entry.person)
    bound = "|".join(map(str, (*parts, entry.public, entry.ephemeral))).encode()
    return HKDF(SHA256(), length=KEY_BYTES, salt=None, info=bound).derive(shared), bound


def _ways_in(keys: AnyKeyFile, user: str) -> list[tuple[str, WrappedKey | KeyEntry]]:
    """Give the entries to be tried, one for each person: a hostile file may have many."""
    ways: dict[str, WrappedKey | KeyEntry] = {}
    for entry in keys.entries:
        ident = entry.user if isinstance(entry, WrappedKey) else entry.person
        if ident != RECOVERY and user in {"", ident}:
            ways.setdefault(ident, entry)
    return [*ways.items()][:MOST_TRIED]


def _opened(
    keys: AnyKeyFile, entry: WrappedKey | KeyEntry, secret: bytes, vault: Path
) -> bytearray | None:
    _check_parameters(entry, vault)
    try:
        if isinstance(keys, OldKeyFile) or isinstance(entry, WrappedKey):
            found = old_key(keys.vault, entry, secret) if isinstance(entry, WrappedKey) else None
            return bytearray(found) if found else None
        private = _private_half(keys, entry, secret)
    except MemoryError:
        raise CannotOpen(vault, say("There is not enough memory free.")) from None
    if private is None:
        return None
    key = _unsealed(keys, entry, private)
    if key is None or not is_of(keys, key):
        raise VaultDamaged(vault, changed())
    return key


def _private_half(keys: KeyFile, entry: KeyEntry, secret: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(derived(secret, bytes.fromhex(entry.salt), _cost(entry)))
    nonce, private = bytes.fromhex(entry.nonce), bytes.fromhex(entry.private)
    try:
        return cipher.decrypt(nonce, private, _bound(keys.vault, entry))
    except InvalidTag:
        return None


def _unsealed(keys: KeyFile, entry: KeyEntry, private: bytes) -> bytearray | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    half = X25519PrivateKey.from_private_bytes(private)
    try:
        ephemeral = X25519PublicKey.from_public_bytes(bytes.fromhex(entry.ephemeral))
        wrapping, bound = _sealing_key(keys.vault, entry, half.exchange(ephemeral))
        sealed = bytes.fromhex(entry.sealed)
        return bytearray(AESGCM(wrapping).decrypt(bytes(_NONCE), sealed, bound))
    except (InvalidTag, ValueError):  # ValueError: a point that shares nothing
        return None


def _wrapped_former(ident: str, key: bytearray, former: bytearray, random: Random) -> str:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = random(_NONCE)
    cipher = AESGCM(_subkey(key, b"former key"))
    return (nonce + cipher.encrypt(nonce, bytes(former), ident.encode())).hex()


def _mac(keys: KeyFile, key: bytearray) -> str:
    return hmac.digest(_subkey(key, b"key file"), keys.bare(), hashlib.sha256).hex()


def _subkey(key: bytearray, purpose: bytes) -> bytes:
    return hmac.digest(bytes(key), b"spinecounsel " + purpose, hashlib.sha256)


def _bound(ident: str, entry: KeyEntry) -> bytes:
    """What a private half is bound to: none of it can be changed without the passphrase."""
    costs = (entry.time_cost, entry.memory_kib, entry.lanes)
    parts = ("spinecounsel", KEYS_FORMAT, ident, entry.person, entry.kdf, *costs, entry.public)
    return "|".join(map(str, parts)).encode()


def _cost(entry: WrappedKey | KeyEntry) -> Cost:
    return Cost(time_cost=entry.time_cost, memory_kib=entry.memory_kib, lanes=entry.lanes)


def _check_parameters(entry: WrappedKey | KeyEntry, vault: Path) -> None:
    cost = _cost(entry)
    within = all(getattr(cost, field) in allowed for field, allowed in _LIMITS.items())
    shaped = has_old_shape(entry) if isinstance(entry, WrappedKey) else _has_shape(entry)
    if not (within and shaped and entry.kdf == KDF and entry.memory_kib >= 8 * entry.lanes):
        raise VaultDamaged(vault, say("Its key file asks for what this program never wrote."))


def _has_shape(entry: KeyEntry) -> bool:
    return all(
        re.fullmatch(rf"[0-9a-f]{{{2 * size}}}", getattr(entry, field))
        for field, size in _SIZES.items()
    )


def changed() -> str:
    """Say that the key file is not authentic."""
    return say("Its key file was changed by somebody who had no key to it.")
