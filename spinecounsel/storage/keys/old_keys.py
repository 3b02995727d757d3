"""Key files of format 1: the key of the vault, wrapped for its one user under the passphrase.

They are read only; a vault that has one gets format 2 when it is opened.
"""

import re

from spinecounsel.storage.files.places import WrappedKey
from spinecounsel.storage.keys.costs import KEY_BYTES, SALT_BYTES, Cost, derived

FORMAT = 1
_NONCE, _TAG = 12, 16


def old_key(vault: str, entry: WrappedKey, secret: bytes) -> bytes | None:
    """Give the key of the vault, None when ``secret`` is not the one; ``MemoryError``."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cost = Cost(time_cost=entry.time_cost, memory_kib=entry.memory_kib, lanes=entry.lanes)
    cipher = AESGCM(derived(secret, bytes.fromhex(entry.salt), cost))
    try:
        return cipher.decrypt(
            bytes.fromhex(entry.nonce), bytes.fromhex(entry.key), _bound(vault, entry)
        )
    except InvalidTag:
        return None


def has_old_shape(entry: WrappedKey) -> bool:
    """Whether the bytes of an entry have the lengths that they were written with."""
    sizes = ((entry.salt, SALT_BYTES), (entry.nonce, _NONCE), (entry.key, KEY_BYTES + _TAG))
    return all(re.fullmatch(rf"[0-9a-f]{{{2 * size}}}", text) for text, size in sizes)


def _bound(vault: str, entry: WrappedKey) -> bytes:
    """What the wrapped key is bound to: none of it can be changed without the passphrase."""
    parts = (FORMAT, vault, entry.user, entry.kdf)
    costs = (entry.time_cost, entry.memory_kib, entry.lanes)
    return "|".join(str(part) for part in ("spinecounsel", *parts, *costs)).encode()
