"""Making a backup: copied, written whole or not at all, and read back before it is called good."""

import datetime as dt
import errno
import hashlib
import os
import shutil
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import spinecounsel
from spinecounsel.archives import CHUNK
from spinecounsel.files import FULL, PART, cannot_write, stream_safely
from spinecounsel.frozen import Frozen
from spinecounsel.storage.backup.form import (
    FORMAT,
    KEYS,
    MANIFEST,
    SUFFIX,
    VAULT,
    Manifest,
    Part,
    Progress,
    Tell,
    encoded,
    go_on,
    stoppable,
    telling,
    within,
)
from spinecounsel.storage.backup.looking import look_through
from spinecounsel.storage.database import chain, connection, schema
from spinecounsel.storage.doors.keyring import must_belong
from spinecounsel.storage.errors.backup import BackupUnsound, CannotBackUp
from spinecounsel.storage.errors.people import OldKeys
from spinecounsel.storage.files.places import Places, read_keys
from spinecounsel.storage.files.private_place import private_place
from spinecounsel.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import DatabaseError as SqlError

_ROOM = 1024 * 1024  # for the manifest, the key file and what a disk needs for itself


class MadeBackup(Frozen, frozen=True, kw_only=True):
    """A backup that was made, read back and found good; ``name`` tells it apart in the trail."""

    path: Path
    made: dt.datetime
    size: int
    generation: int
    name: str


def check_folder(folder: Path, vault: Path) -> None:
    """Refuse a folder where a backup cannot be, or is of no use.

    Raises:
        CannotBackUp: with what to do.
    """
    if not _is_folder(folder):
        raise CannotBackUp(
            say(
                "The folder “{folder}” is not there. Plug the drive in, or choose another folder.",
                folder=str(folder),
            )
        )
    own = vault.parent.resolve()
    if own in (folder.resolve(), *folder.resolve().parents):
        raise CannotBackUp(
            say(
                "“{folder}” is where the vault itself lies: what happens to one happens to both. "
                "Choose a folder on another drive, a stick for instance.",
                folder=str(folder),
            )
        )


def make_backup(
    places: Places,
    key: bytearray,
    target: Path,
    *,
    now: dt.datetime,
    progress: Progress = go_on,
) -> MadeBackup:
    """Make the file ``target``, which must not be there yet, of the vault as it is on the disk.

    The vault may be open and go on working meanwhile, in this process only.

    Args:
        places: of the vault.
        key: of the vault.
        target: where to.
        now: the moment, timezone-aware.
        progress: is told shares from 0.0 to 1.0; when it gives False, all is undone.

    Raises:
        Stopped, CannotBackUp, CannotWrite, BackupUnsound, VaultError: nothing is left of it.
    """
    try:
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
        with private_place(places.vault) as place:
            return _made(_Making(places, key, place, now), target, telling(progress))
    except OldKeys:
        raise CannotBackUp(
            say("People or passphrases were changed while it was made. Make it again.")
        ) from None
    except OSError as error:
        raise _no_room_beside(error) from error


class _Making:
    """One backup under way."""

    def __init__(self, places: Places, key: bytearray, place: Path, now: dt.datetime) -> None:
        self.places, self.key, self.now = places, key, now
        self.copy = place / VAULT
        self.keys = place / KEYS
        self.manifest: Manifest | None = None

    def copy_out(self, tell: Tell) -> None:
        """Copy the vault, as it is at one moment, and its key file."""
        _vacuum(self.places.vault, self.key, self.copy, tell)
        shutil.copyfile(self._key_file(), self.keys)
        db = connection.connect(self.copy, self.key, mode="ro")
        try:
            must_belong(db, self.places, read_keys(Places.of(self.copy)))
            standing = chain.standing_of(db)
            (ident,) = db.execute("SELECT ident FROM vault").fetchone()
            version = schema.version_of(db)
        finally:
            connection.close(db)
        self.manifest = Manifest(
            format=FORMAT,
            vault=ident,
            made=self.now,
            schema=version,
            program=spinecounsel.VERSION,
            generation=standing.generation,
            events=standing.events,
            head=standing.head.hex(),
            parts=(),
        )

    @property
    def size(self) -> int:
        """How large the backup will be, about."""
        return self.copy.stat().st_size + self.keys.stat().st_size + _ROOM

    def _key_file(self) -> Path:
        places = self.places
        return places.keys if places.keys.exists() else places.begun_keys


def _made(making: _Making, target: Path, tell: Tell) -> MadeBackup:
    making.copy_out(within(tell, 0.0, 0.4))
    assert making.manifest is not None  # noqa: S101 - just set
    _ask_for_room(target, making.size)
    _clear_parts(target.parent, making.manifest.vault)
    found: list[Manifest] = []

    def check(written: Path) -> None:
        making.copy.unlink()  # room for the copy that is read back
        _forget_cached(written)
        found.append(_read_back(written, making, within(tell, 0.7, 1.0)))

    stream_safely(
        target,
        lambda file: _write(file, making, within(tell, 0.4, 0.7)),
        check=check,
        prefix=_part_prefix(making.manifest.vault),
    )
    (manifest,) = found
    return MadeBackup(
        path=target,
        made=making.now,
        size=target.stat().st_size,
        generation=manifest.generation,
        name=hashlib.sha256(encoded(manifest)).hexdigest(),
    )


def _read_back(written: Path, making: _Making, tell: Tell) -> Manifest:
    """Take apart what was written, and check all of it."""
    making.keys.unlink()
    try:
        return look_through(written, making.copy.parent, lambda _: making.key, tell).manifest
    except OSError as error:
        if error.errno in FULL:  # nothing is written to the drive any more
            raise _no_room_beside(error) from error
        raise
    except BackupUnsound as error:
        raise CannotBackUp(
            say(
                "It was read back, and is not what was written. {what} The drive may be faulty: "
                "take another one.",
                what=error.what,
            )
        ) from error


def _vacuum(vault: Path, key: bytearray, copy: Path, tell: Tell) -> None:
    """Copy the database without what was deleted from it, under the same key."""
    whole = max(1, vault.stat().st_size)
    db = connection.connect(vault, key, mode="ro")
    try:
        with stoppable(db, tell, lambda: copy.stat().st_size / whole if copy.exists() else 0.0):
            db.execute("VACUUM INTO ?", [str(copy)])
    except connection.sql_error() as error:
        raise _copying_trouble(error, vault) from None
    finally:
        connection.close(db)


def _copying_trouble(error: "SqlError", vault: Path) -> Exception:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    library = connection.sqlcipher()
    if code in {library.SQLITE_FULL, library.SQLITE_IOERR}:
        return _no_room_beside(None)
    return connection.opening_trouble(error, vault) or error


def _write(file: BinaryIO, making: _Making, tell: Tell) -> None:
    assert making.manifest is not None  # noqa: S101 - set before writing begins
    date = making.now.timetuple()[:6]
    date = date if date[0] >= 1980 else (1980, 1, 1, 0, 0, 0)
    whole, done = making.size, 0
    parts = []
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for source, name in ((making.copy, VAULT), (making.keys, KEYS)):
            size, digest = source.stat().st_size, hashlib.sha256()
            entry = _entry(name, date)
            entry.file_size = size  # tells zipfile whether it needs the form for large ones
            with source.open("rb") as bytes_of, archive.open(entry, "w") as part:
                while piece := bytes_of.read(CHUNK):
                    part.write(piece)
                    digest.update(piece)
                    done += len(piece)
                    tell(done / whole)
            parts.append(Part(name=name, size=size, sha256=digest.hexdigest()))
        manifest = making.manifest.with_parts(tuple(parts), making.key)
        archive.writestr(_entry(MANIFEST, date), encoded(manifest))


def _entry(name: str, date: tuple[int, ...]) -> zipfile.ZipInfo:
    year, month, day, hour, minute, second = date
    entry = zipfile.ZipInfo(name, (year, month, day, hour, minute, second))
    entry.external_attr = 0o600 << 16
    return entry


def _ask_for_room(target: Path, size: int) -> None:
    """Say before writing that there is no room, where the drive tells how much it has."""
    with suppress(OSError):
        usage = shutil.disk_usage(target.parent)
        if usage.total and usage.free < size:
            raise CannotBackUp(
                say(
                    "It needs {needed} MB, and the drive has {free} MB free. Make room on the "
                    "drive, or choose another one.",
                    needed=-(-size // 1_000_000),
                    free=usage.free // 1_000_000,
                )
            )


def _forget_cached(written: Path) -> None:
    """Let the file be read from the drive itself, not from what the system remembers of it."""
    advise: Callable[[int, int, int, int], None] | None = getattr(os, "posix_fadvise", None)
    if advise is not None:
        with written.open("rb") as file, suppress(OSError):
            advise(file.fileno(), 0, 0, getattr(os, "POSIX_FADV_DONTNEED", 0))


def _clear_parts(folder: Path, ident: str) -> None:
    """Remove what an earlier backup of this vault left half-written when it was killed."""
    with suppress(OSError):
        for file in folder.iterdir():
            if file.name.startswith(_part_prefix(ident)) and file.name.endswith(PART):
                file.unlink()


def _part_prefix(ident: str) -> str:
    return f".backup-{ident}-"


def free_name(folder: Path, stem: str, now: dt.datetime) -> Path:
    """Give a name for a backup in ``folder`` that no file has; for every kind of drive."""
    return free_file(folder, f"{stem}-{now:%Y-%m-%dT%H%M%S}")


def free_file(folder: Path, base: str) -> Path:
    """Give a name for a backup in ``folder`` that none has, ``base`` and a number if need be."""
    path, number = folder / f"{base}{SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{base}-{number}{SUFFIX}", number + 1
    return path


def _is_folder(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:
        return False


def _no_room_beside(error: OSError | None) -> Exception:
    if error is not None and error.errno not in FULL:
        return cannot_write(Path(error.filename or "backup"), error)
    return CannotBackUp(
        say(
            "The disk of the vault has no room for the copy that is made first. Make room there, "
            "then try again."
        )
    )
