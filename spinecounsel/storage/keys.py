"""From passphrase to key: Argon2id makes a key-encryption key, AES-GCM unwraps the database key.

The passphrase never touches the database; a change of passphrase rewrites one small file.
RFC 9106 (Argon2id), NIST SP 800-38D (AES-GCM); costs measured at about 0.16 s on a small machine.
"""

import datetime as dt
import hashlib
import hmac
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import msgspec

from spinecounsel.files import write_safely
from spinecounsel.frozen import Frozen
from spinecounsel.storage.errors import CannotOpen, VaultDamaged, WeakPassphrase, WrongPassphrase
from spinecounsel.storage.places import KEYS_FORMAT, KeyFile, Places, WrappedKey
from spinecounsel.wording import say

Random = Callable[[int], bytes]
KEY_BYTES = 32
SHORTEST = 10
FEWEST_DIFFERENT = 5
KDF = "argon2id"


class Cost(Frozen, frozen=True, kw_only=True):
    """The price of one guess: passes, memory in KiB, lanes."""

    time_cost: int
    memory_kib: int
    lanes: int


FULL_COST = Cost(time_cost=3, memory_kib=64 * 1024, lanes=2)
_LIMITS = {
    "time_cost": range(1, 17),
    "memory_kib": range(8, 1024 * 1024 + 1),
    "lanes": range(1, 17),
}


def strong_enough(passphrase: str) -> None:
    """Refuse a passphrase that is too short or too plain.

    Raises:
        WeakPassphrase: with what is wanted.
    """
    letters = unicodedata.normalize("NFKC", passphrase)
    if len(letters.strip()) < SHORTEST:
        raise WeakPassphrase(
            say("Choose a passphrase of {n} characters or more; four words do well.", n=SHORTEST)
        )
    if len(set(letters.casefold())) < FEWEST_DIFFERENT:
        raise WeakPassphrase(
            say("This passphrase repeats itself too much. Use more different characters.")
        )


def new_keys(
    user: str, passphrase: str, *, now: dt.datetime, random: Random, cost: Cost
) -> tuple[KeyFile, bytearray]:
    """Make a database key and the key file that holds it wrapped for ``user``."""
    key = bytearray(random(KEY_BYTES))
    blank = KeyFile(format=KEYS_FORMAT, vault=random(16).hex(), created=now, entries=())
    return with_passphrase(blank, user, key, passphrase, random=random, cost=cost), key


def with_passphrase(
    keys: KeyFile, user: str, key: bytearray, passphrase: str, *, random: Random, cost: Cost
) -> KeyFile:
    """Give ``keys`` with ``key`` wrapped anew for ``user``; salt and nonce are fresh."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = random(16), random(12)
    entry = WrappedKey(
        user=user,
        kdf=KDF,
        time_cost=cost.time_cost,
        memory_kib=cost.memory_kib,
        lanes=cost.lanes,
        salt=salt.hex(),
        nonce=nonce.hex(),
        key="",
    )
    wrapped = AESGCM(_derived(passphrase, entry)).encrypt(nonce, bytes(key), _bound(keys, entry))
    entry = msgspec.structs.replace(entry, key=wrapped.hex())
    others = tuple(each for each in keys.entries if each.user != user)
    keys = msgspec.structs.replace(keys, entries=(*others, entry))
    return msgspec.structs.replace(keys, sha256=keys.digest())


def unwrapped(
    keys: KeyFile, passphrase: str, vault: Path, *, user: str = ""
) -> tuple[str, bytearray]:
    """Give whose passphrase it is, and the database key; ``user`` tries that one's only.

    Raises:
        WrongPassphrase: no entry opens with this passphrase.
        VaultDamaged: the key file asks for something that this program never wrote.
        CannotOpen: there is not enough memory.
    """
    for entry in keys.entries:
        if user and entry.user != user:
            continue
        _check_parameters(entry, vault)
        key = _opened(keys, entry, passphrase, vault)
        if key is not None:
            return entry.user, bytearray(key)
    raise WrongPassphrase


def write_keys(file: Path, keys: KeyFile) -> None:
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
    """Derive the key that authenticates the anchor from the database key."""
    return hmac.digest(bytes(key), b"spinecounsel anchor 1", hashlib.sha256)


def _opened(keys: KeyFile, entry: WrappedKey, passphrase: str, vault: Path) -> bytes | None:
    from argon2.exceptions import HashingError
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        cipher = AESGCM(_derived(passphrase, entry))
        return cipher.decrypt(
            bytes.fromhex(entry.nonce), bytes.fromhex(entry.key), _bound(keys, entry)
        )
    except InvalidTag:
        return None
    except HashingError as error:
        raise CannotOpen(vault, say("There is not enough memory free.")) from error


def _derived(passphrase: str, entry: WrappedKey) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    # "surrogatepass": an encoding error would carry the passphrase in its text
    secret = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    return hash_secret_raw(
        secret,
        bytes.fromhex(entry.salt),
        time_cost=entry.time_cost,
        memory_cost=entry.memory_kib,
        parallelism=entry.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _bound(keys: KeyFile, entry: WrappedKey) -> bytes:
    """What the wrapped key is bound to: none of it can be changed without the passphrase."""
    parts = (keys.format, keys.vault, entry.user, entry.kdf)
    costs = (entry.time_cost, entry.memory_kib, entry.lanes)
    return "|".join(str(part) for part in ("spinecounsel", *parts, *costs)).encode()


def _check_parameters(entry: WrappedKey, vault: Path) -> None:
    within = all(getattr(entry, field) in allowed for field, allowed in _LIMITS.items())
    hexes = all(
        re.fullmatch(r"[0-9a-f]*", text) and len(text) == 2 * size
        for text, size in ((entry.salt, 16), (entry.nonce, 12), (entry.key, KEY_BYTES + 16))
    )
    if not (within and hexes and entry.kdf == KDF and entry.memory_kib >= 8 * entry.lanes):
        raise VaultDamaged(vault, say("Its key file asks for what this program never wrote."))
