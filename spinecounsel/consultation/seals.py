"""Which key seals: the installation's own, made at the first need, or a site's.

Kept in the vault.  The root that readers have to trust is public and lies beside the vault too, so
that a file can be checked without opening it.
"""

import datetime as dt
import secrets
from pathlib import Path

import msgspec

from spinecounsel.consultation.reading import read_file
from spinecounsel.errors import UserError
from spinecounsel.files import CannotWrite, write_safely
from spinecounsel.frozen import replaced
from spinecounsel.sealing.keys import SealKey, new_seal_key, renewed, root_pem
from spinecounsel.sealing.site import (
    MOST_BYTES,
    NoSiteKey,
    SiteKey,
    read_site_file,
    still_valid,
)
from spinecounsel.sealing.trust import ends_of, fingerprint_of, in_groups, name_of
from spinecounsel.storage import Vault
from spinecounsel.viewing.sealer import Sealer
from spinecounsel.wording import say

ROOTS = "roots"
"""Folder beside the vault: the roots that are trusted here, those of other installations too."""

_NAME_BYTES = 4
_ENCODER = msgspec.json.Encoder(order="sorted")
Key = SealKey | SiteKey


class Kept(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A key as it lies in the vault: one of the two."""

    own: SealKey | None = None
    site: SiteKey | None = None


class PinNeeded(UserError):
    """The site's key lies on a token, which asks for its PIN each time."""


def sealing_key(vault: Vault, *, now: dt.datetime, pin: str = "") -> Key:
    """Give the key that seals now; made, or renewed, when there is none that lasts.

    ``pin`` is that of a site's token; ``PinNeeded`` without it, ``NoSiteKey`` when the site's
    certificate has ended.
    """
    keys = kept_keys(vault)
    present = keys[-1] if keys else None
    if present is not None:
        _put_root(vault.path.parent / ROOTS, present.root)
    if isinstance(present, SiteKey):
        return _with_pin(_lasting(present, now=now), pin)
    if present is not None and not present.is_due(now):
        return present
    return _add_own(vault, _next_key(present, now=now), now=now)


def site_key_of_file(path: Path, password: str, *, now: dt.datetime) -> SiteKey:
    """Take a site's certificate out of a file; ``NoSiteKey`` or ``CannotRead`` say why not."""
    return read_site_file(read_file(path, MOST_BYTES), password, now=now)


def use_site_key(vault: Vault, key: SiteKey, *, now: dt.datetime) -> None:
    """Seal with a site's certificate from now on; the PIN of a token is not kept."""
    token = replaced(key.token, pin="") if key.token else None
    _add(vault, Kept(site=replaced(key, token=token)), key.root, now=now)


def use_own_key(vault: Vault, *, now: dt.datetime) -> None:
    """Seal with the installation's own key again."""
    own = [each for each in kept_keys(vault) if isinstance(each, SealKey)]
    _add_own(vault, own[-1] if own else new_seal_key(_new_name(), now=now), now=now)


def sealer(vault: Vault, *, now: dt.datetime) -> Sealer:
    """Give what seals here now, for people to read; makes no key."""
    keys = kept_keys(vault)
    if not keys:
        return Sealer()
    key = keys[-1]
    known = Sealer(
        name=name_of(key.certificate),
        ends=ends_of(key.certificate).astimezone(now.tzinfo).date(),
        root_name=name_of(key.root),
        fingerprint=in_groups(fingerprint_of(key.root)),
    )
    if isinstance(key, SealKey):
        return known
    return replaced(
        known,
        is_site=True,
        token=key.token.label if key.token else "",
        problem=_problem_of(key, now),
    )


def kept_keys(vault: Vault) -> tuple[Key, ...]:
    """Give all keys that documents were sealed with, the oldest first."""
    return tuple(_decoded(body) for body in vault.seal_keys())


def roots(vault: Vault) -> tuple[bytes, ...]:
    """Give the root certificates (DER) of all keys that this vault has sealed with."""
    return tuple(dict.fromkeys(key.root for key in kept_keys(vault)))


def save_root(vault: Vault, path: Path, *, now: dt.datetime) -> str:
    """Write the root of the key that seals now for readers (PEM); give what to compare it by.

    ``CannotWrite`` when there is no room for it.
    """
    keys = kept_keys(vault) or (sealing_key(vault, now=now),)
    write_safely(path, root_pem(keys[-1].root))
    return in_groups(fingerprint_of(keys[-1].root))


def _problem_of(key: SiteKey, now: dt.datetime) -> str:
    """Say why a site's key seals no more; empty when it does."""
    try:
        still_valid(key, now=now)
    except NoSiteKey as error:
        return str(error)
    return ""


def _next_key(last: SealKey | None, *, now: dt.datetime) -> SealKey:
    """Give a new key: under the same root, or another when that ends or the clock was set back."""
    if last is not None and last.root_lasts(now):
        return renewed(last, now=now)
    return new_seal_key(_new_name(), now=now)


def _add_own(vault: Vault, key: SealKey, *, now: dt.datetime) -> SealKey:
    _add(vault, Kept(own=key), key.root, now=now)
    return key


def _add(vault: Vault, kept: Kept, root: bytes, *, now: dt.datetime) -> None:
    vault.add_seal_key(_ENCODER.encode(kept), fingerprint_of(root), now=now)
    _put_root(vault.path.parent / ROOTS, root)


def _put_root(folder: Path, root: bytes) -> None:
    """Put a root beside the vault; it can be written again, so a full disk stops nobody."""
    file = folder / f"{fingerprint_of(root)}.pem"
    try:
        if not file.exists():
            folder.mkdir(exist_ok=True)
            write_safely(file, root_pem(root))
    except (OSError, CannotWrite):
        return


def _decoded(body: bytes) -> Key:
    kept = msgspec.json.decode(body, type=Kept)
    key = kept.own or kept.site
    assert key is not None  # noqa: S101 - written by _add
    return key


def _lasting(key: SiteKey, *, now: dt.datetime) -> SiteKey:
    """Give ``key`` while it seals; else say what can seal in its place."""
    try:
        return still_valid(key, now=now)
    except NoSiteKey as error:
        raise NoSiteKey(
            say(
                "{why} Until then this installation’s own key can seal: choose it on the page "
                "“Check a PDF”.",
                why=error,
            )
        ) from error


def _with_pin(key: SiteKey, pin: str) -> SiteKey:
    if key.token is None:
        return key
    if not pin:
        raise PinNeeded(say("Type the PIN of the token “{label}”.", label=key.token.label))
    return replaced(key, token=replaced(key.token, pin=pin))


def _new_name() -> str:
    """Give a name that tells this installation apart and says nothing about anybody."""
    return secrets.token_hex(_NAME_BYTES)
