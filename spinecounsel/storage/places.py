"""The files of a vault, and what can be told of them without the passphrase."""

import datetime as dt
import enum
import hashlib
from pathlib import Path
from typing import Self

import msgspec

from spinecounsel.frozen import Frozen
from spinecounsel.storage.errors import CannotRead, VaultDamaged, VaultError, VaultNewer
from spinecounsel.wording import say

KEYS_FORMAT = 1
PAGE = 4096
_SUFFIX = ".vault"
_PLAIN = b"SQLite format 3\x00"


class Places(Frozen, frozen=True, kw_only=True):
    """Where each file of one vault lies; ``vault``, ``keys`` and ``anchor`` belong together.

    ``begun_keys`` exists only while the vault is being created, ``begun_vault`` too.
    """

    vault: Path
    keys: Path
    anchor: Path
    attempts: Path
    lock: Path
    begun_keys: Path
    begun_vault: Path

    @classmethod
    def of(cls, path: Path) -> Self:
        """Give the places for the vault file ``path`` (``<name>.vault``)."""
        path = path.absolute()
        stem = path.name.removesuffix(_SUFFIX)
        return cls(
            vault=path,
            keys=path.with_name(f"{stem}.keys"),
            anchor=path.with_name(f"{stem}.anchor"),
            attempts=path.with_name(f"{stem}.attempts"),
            lock=path.with_name(f"{stem}.lock"),
            begun_keys=path.with_name(f"{stem}.keys-begun"),
            begun_vault=path.with_name(f"{stem}.vault-begun"),
        )

    @property
    def log(self) -> Path:
        """SQLite's write-ahead log, there while the vault is open or after a crash."""
        return self.vault.with_name(self.vault.name + "-wal")


class WrappedKey(Frozen, frozen=True, kw_only=True):
    """The key of the database, wrapped for one user; bytes as hex, memory in KiB."""

    user: str
    kdf: str
    time_cost: int
    memory_kib: int
    lanes: int
    salt: str
    nonce: str
    key: str


class KeyFile(Frozen, frozen=True, kw_only=True):
    """The ``.keys`` file; ``sha256`` over the rest tells damage from a wrong passphrase."""

    format: int
    vault: str
    created: dt.datetime
    entries: tuple[WrappedKey, ...]
    sha256: str = ""

    def digest(self) -> str:
        """Give the hex SHA-256 over all fields but ``sha256``."""
        bare = msgspec.structs.replace(self, sha256="")
        return hashlib.sha256(msgspec.json.encode(bare, order="sorted")).hexdigest()


class _Format(msgspec.Struct):
    format: int


class Condition(enum.Enum):
    """What can be told of a vault from outside."""

    ABSENT = "absent"
    PRESENT = "present"
    DAMAGED = "damaged"
    NEWER = "newer"


class VaultState(Frozen, frozen=True, kw_only=True):
    """The condition of a vault; ``sentence`` is empty when there is nothing to say."""

    condition: Condition
    sentence: str = ""


def vault_state(path: Path) -> VaultState:
    """Tell whether a vault is there and looks whole, without passphrase and without writing.

    Raises:
        CannotRead: the folder or a file in it cannot be read.
    """
    places = Places.of(path)
    try:
        return _state(places)
    except OSError as error:
        raise CannotRead(places.vault) from error


def _state(places: Places) -> VaultState:
    if is_absent(places):
        return VaultState(condition=Condition.ABSENT)
    try:
        look_whole(places)
        read_keys(places)
    except VaultNewer as error:
        return VaultState(condition=Condition.NEWER, sentence=str(error))
    except VaultError as error:
        return VaultState(condition=Condition.DAMAGED, sentence=str(error))
    return VaultState(condition=Condition.PRESENT)


def is_absent(places: Places) -> bool:
    """Whether nothing of a vault is here, or only the pieces of a creation that was cut short.

    The vault file gets its name last but one, the key file last: a key file that is only begun,
    with no vault file, was never given to anybody.
    """
    if places.vault.exists() or places.keys.exists():
        return False
    return places.begun_keys.exists() or not places.anchor.exists()


def look_whole(places: Places) -> None:
    """Check from outside that all files are there and have a size that can be right.

    Raises:
        VaultDamaged: with what was found.
    """
    has_keys = places.keys.is_file() or places.begun_keys.is_file()
    present = {
        places.vault: places.vault.is_file(),
        places.keys: has_keys,
        places.anchor: places.anchor.is_file(),
    }
    missing = [file.name for file, there in present.items() if not there]
    if missing:
        raise VaultDamaged(
            places.vault, say("Its file “{file}” is missing.", file="”, “".join(missing))
        )
    size = places.vault.stat().st_size
    if size < PAGE or (size % PAGE and not has_log(places)):
        raise VaultDamaged(places.vault, say("The file was cut short."))
    with places.vault.open("rb") as file:
        if file.read(len(_PLAIN)) == _PLAIN:
            raise VaultDamaged(places.vault, say("It is not an encrypted vault."))


def has_log(places: Places) -> bool:
    """Whether commits wait in the log: the vault is open, or was not closed properly."""
    return places.log.exists() and places.log.stat().st_size > 0


def read_keys(places: Places) -> KeyFile:
    """Read the key file, or the begun one of a creation that was cut short at its very end.

    Raises:
        VaultNewer: its format is a later one.
        VaultDamaged: it is not what was written.
    """
    file = places.keys if places.keys.exists() else places.begun_keys
    damaged = VaultDamaged(
        places.vault, say("Its key file “{file}” is damaged.", file=places.keys.name)
    )
    data = file.read_bytes()
    try:
        if msgspec.json.decode(data, type=_Format).format > KEYS_FORMAT:
            raise VaultNewer(places.vault)
        keys = msgspec.json.decode(data, type=KeyFile)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise damaged from None
    if keys.sha256 != keys.digest() or not keys.entries:
        raise damaged
    return keys
