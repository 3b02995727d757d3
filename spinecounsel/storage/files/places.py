"""The files of a vault, and what can be told of them without the passphrase."""

import datetime as dt
import enum
import errno
import io
import os
import stat
from pathlib import Path
from typing import Self, TypeAlias

import msgspec

from spinecounsel.digests import sha256
from spinecounsel.files import open_to_read
from spinecounsel.frozen import Frozen
from spinecounsel.storage.errors.vault import CannotRead, VaultDamaged, VaultError, VaultNewer
from spinecounsel.wording import say

KEYS_FORMAT = 2
RECOVERY = "recovery"  # the entry of the printed code; ids of people are hex
PAGE = 4096
MOST_BYTES = 1_000_000  # of a small file; hundreds of people need fewer
_SUFFIX = ".vault"
_PLAIN = b"SQLite format 3\x00"
_NOWHERE = frozenset({21, 123, 1921})  # of Windows: no such drive, no such name, a link to itself


class Places(Frozen, frozen=True, kw_only=True):
    """Where each file of one vault lies; ``vault``, ``keys`` and ``anchor`` belong together.

    ``log`` is SQLite's write-ahead log, there while the vault is open or after a crash.
    ``begun_keys`` exists only while the vault is being created, ``begun_vault`` too.
    """

    vault: Path
    log: Path
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
            log=path.with_name(path.name + "-wal"),
            keys=path.with_name(f"{stem}.keys"),
            anchor=path.with_name(f"{stem}.anchor"),
            attempts=path.with_name(f"{stem}.attempts"),
            lock=path.with_name(f"{stem}.lock"),
            begun_keys=path.with_name(f"{stem}.keys-begun"),
            begun_vault=path.with_name(f"{stem}.vault-begun"),
        )

    @property
    def rekeyed(self) -> Path:
        """The vault under another key, there while it is made."""
        return self.vault.with_name(self.vault.name + "-rekeyed")

    @property
    def logs(self) -> tuple[Path, ...]:
        """All that SQLite keeps beside the vault and plays into whatever has its name."""
        ends = ("-wal", "-shm", "-journal")
        return tuple(self.vault.with_name(self.vault.name + end) for end in ends)

    @property
    def leaving(self) -> Path:
        """The folder for a vault that is being set aside, while its files go into it."""
        return self._folder("being-set-aside")

    @property
    def replaced(self) -> Path:
        """The same folder once it holds all of them: what lies in their place now is new."""
        return self._folder("being-replaced")

    @property
    def is_whole(self) -> bool:
        """Whether each file that a vault needs is there, in whatever condition."""
        keys = self.keys.exists() or self.begun_keys.exists()
        return keys and self.vault.exists() and self.anchor.exists()

    def found(self) -> Self:
        """Give where the files lie now: some in a folder, when a restore was cut short."""
        in_part, whole = self.leaving.is_dir(), self.replaced.is_dir()
        if not (in_part or whole) or self.is_whole:
            return self
        files = {name: getattr(self, name) for name in self.__struct_fields__ if name != "lock"}
        folder = self.replaced if whole else self.leaving
        return msgspec.structs.replace(
            self,
            **{
                name: folder / file.name
                for name, file in files.items()
                if whole or not file.exists()
            },
        )

    def _folder(self, what: str) -> Path:
        return self.vault.with_name(f"{self.vault.stem}-{what}")


class WrappedKey(Frozen, frozen=True, kw_only=True):
    """An entry of format 1: the key of the vault, wrapped for one user; memory in KiB."""

    user: str
    kdf: str
    time_cost: int
    memory_kib: int
    lanes: int
    salt: str
    nonce: str
    key: str


class KeyEntry(Frozen, frozen=True, kw_only=True):
    """One way into the vault, of a person or of the recovery code; bytes as hex, memory in KiB.

    ``private`` is the private half of a key pair, wrapped under what the person knows;
    ``sealed`` is the key of the vault, which only that half opens.  So another key of the vault
    can be sealed for everybody without anybody's passphrase.
    """

    person: str
    name: str
    kdf: str
    time_cost: int
    memory_kib: int
    lanes: int
    salt: str
    nonce: str
    private: str
    public: str
    ephemeral: str
    sealed: str


class OldKeyFile(Frozen, frozen=True, kw_only=True):
    """The ``.keys`` file of format 1, of one person, who had no name in it."""

    format: int
    vault: str
    created: dt.datetime
    entries: tuple[WrappedKey, ...]
    sha256: str = ""

    def digest(self) -> str:
        """Give the hex SHA-256 over all fields but ``sha256``."""
        return _digest(self)


class KeyFile(Frozen, frozen=True, kw_only=True):
    """The ``.keys`` file; ``sha256`` over the rest tells damage from a wrong passphrase.

    ``mac`` is made with the key of the vault, so that nobody else can add an entry.  While the
    vault is being given another key, ``former`` is the one before, wrapped under the new one.
    """

    format: int
    vault: str
    created: dt.datetime
    entries: tuple[KeyEntry, ...]
    former: str = ""
    mac: str = ""
    sha256: str = ""

    def digest(self) -> str:
        """Give the hex SHA-256 over all fields but ``sha256``."""
        return _digest(self)

    def bare(self) -> bytes:
        """Give what ``mac`` is made over."""
        return _encoded(msgspec.structs.replace(self, mac="", sha256=""))

    def entry_of(self, person: str) -> KeyEntry | None:
        """Give somebody's entry."""
        return next((entry for entry in self.entries if entry.person == person), None)


AnyKeyFile: TypeAlias = KeyFile | OldKeyFile


def _digest(keys: AnyKeyFile) -> str:
    return sha256(_encoded(msgspec.structs.replace(keys, sha256=""))).hexdigest()


def _encoded(keys: AnyKeyFile) -> bytes:
    return msgspec.json.encode(keys, order="sorted")


class _Format(msgspec.Struct):
    format: int


class Condition(enum.Enum):
    """What can be told of a vault from outside."""

    ABSENT = "absent"
    PRESENT = "present"
    DAMAGED = "damaged"
    NEWER = "newer"


class Opener(Frozen, frozen=True, kw_only=True):
    """Somebody who can open a vault, as it is known from outside."""

    id: str
    name: str


class VaultState(Frozen, frozen=True, kw_only=True):
    """The condition of a vault; ``sentence`` is empty when there is nothing to say.

    ``people`` can open it; ``has_code`` tells that there is a recovery code for it.
    """

    condition: Condition
    sentence: str = ""
    people: tuple[Opener, ...] = ()
    has_code: bool = False


def vault_state(path: Path) -> VaultState:
    """Tell whether a vault is there and looks whole, without passphrase and without writing.

    One that a restore was about to replace when it was cut short counts as there: it is put back
    when it is opened.

    Raises:
        CannotRead: the folder or a file in it cannot be read.
    """
    places = Places.of(path)
    try:
        return _state(places.found())
    except OSError as error:
        raise CannotRead(places.vault) from error


def _state(places: Places) -> VaultState:
    if is_absent(places):
        return VaultState(condition=Condition.ABSENT)
    try:
        look_whole(places)
        keys = read_keys(places)
    except VaultNewer as error:
        return VaultState(condition=Condition.NEWER, sentence=str(error))
    except VaultError as error:
        return VaultState(condition=Condition.DAMAGED, sentence=str(error))
    return VaultState(
        condition=Condition.PRESENT,
        people=openers(keys),
        has_code=isinstance(keys, KeyFile) and keys.entry_of(RECOVERY) is not None,
    )


def openers(keys: AnyKeyFile) -> tuple[Opener, ...]:
    """Give who can open the vault, by name."""
    if isinstance(keys, OldKeyFile):
        return tuple(Opener(id=entry.user, name="") for entry in keys.entries)
    people = [
        Opener(id=entry.person, name=entry.name)
        for entry in keys.entries
        if entry.person != RECOVERY
    ]
    return tuple(sorted(people, key=lambda person: (person.name.casefold(), person.id)))


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
    size, keys = size_of(places.vault), size_of(places.keys)
    present = {
        places.vault: size is not None,
        places.keys: keys is not None or size_of(places.begun_keys) is not None,
        places.anchor: size_of(places.anchor) is not None,
    }
    missing = [file.name for file, there in present.items() if not there]
    if missing:
        raise VaultDamaged(
            places.vault, say("Its file “{file}” is missing.", file="”, “".join(missing))
        )
    if size is None or size < PAGE or (size % PAGE and not has_log(places)):
        raise VaultDamaged(places.vault, say("The file was cut short."))
    with places.vault.open("rb") as file:
        if file.read(len(_PLAIN)) == _PLAIN:
            raise VaultDamaged(places.vault, say("It is not an encrypted vault."))


def has_log(places: Places) -> bool:
    """Whether commits wait in the log: the vault is open, or was not closed properly.

    A log that cannot be there, since its name leads nowhere, or its drive is gone, holds none.
    """
    try:
        return bool(size_of(places.log))
    except OSError as error:
        if error.errno == errno.ELOOP or getattr(error, "winerror", 0) in _NOWHERE:
            return False
        raise


def size_of(file: Path) -> int | None:
    """Give how many bytes a file has; None where there is no file, asked in one go."""
    try:
        found = os.stat(file)  # noqa: PTH116 - Path.stat costs twice as much, at every opening
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else None


def read_keys(places: Places) -> AnyKeyFile:
    """Read the key file, or the begun one of a creation that was cut short at its very end.

    Raises:
        VaultNewer: its format is a later one.
        VaultDamaged: it is not what was written.
    """
    file = places.keys if places.keys.exists() else places.begun_keys
    keys = decoded_keys(read_small(file), places.vault)
    if keys is None:
        raise VaultDamaged(
            places.vault, say("Its key file “{file}” is damaged.", file=places.keys.name)
        )
    return keys


def read_small(file: Path) -> bytes:
    """Read a small file, and not all of one that somebody made huge; that is no such file then.

    Raises:
        OSError: it cannot be read, or is a pipe, which is not waited for.
    """
    with io.BufferedReader(open_to_read(file)) as opened:
        return opened.read(MOST_BYTES)


def decoded_keys(data: bytes, vault: Path) -> AnyKeyFile | None:
    """Give the key file that ``data`` is, None when it is not what was written.

    Raises:
        VaultNewer: its format is a later one.
    """
    try:
        number = msgspec.json.decode(data, type=_Format).format
        if number > KEYS_FORMAT:
            raise VaultNewer(vault)
        keys: AnyKeyFile
        if number == 1:
            keys = msgspec.json.decode(data, type=OldKeyFile)
        else:
            keys = msgspec.json.decode(data, type=KeyFile)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return keys if keys.sha256 == keys.digest() and keys.entries else None
