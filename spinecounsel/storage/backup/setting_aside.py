"""A restored vault takes the place of one that is there, which is set aside whole.

The old files go into a folder beside it, whose name says how far this is: so whoever comes next can
put right what was cut short.  While the files leave it is ``-being-set-aside``: they are put back.
Once all of them have left it is ``-being-replaced``: what lies in their place is new.  Once that is
whole, the folder gets its last name, with the time.  Nothing is deleted or written over.
"""

import datetime as dt
import errno
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from spinecounsel.files import bring_to_disk
from spinecounsel.storage.errors.backup import CannotRestore
from spinecounsel.storage.files.places import Places
from spinecounsel.wording import say


def exchange(places: Places, move_in: Callable[[], None], *, now: dt.datetime) -> None:
    """Set aside what is there, and let ``move_in`` put a vault in its place, its key file last.

    The lock is held, and ``settle`` was called.

    Raises:
        CannotRestore, OSError: it cannot be moved, or ``move_in`` failed; all is as it was.
    """
    try:
        _set_out(places)
        move_in()
        _sync(places.vault.parent)
    except BaseException:
        with suppress(OSError):  # else whoever comes next does it
            settle(places, now=now)
        raise
    with suppress(OSError):  # the new vault is whole by now
        settle(places, now=now)


def settle(places: Places, *, now: dt.datetime) -> None:
    """Put right what was cut short: an old vault is put back unless a whole one took its place.

    The lock is held.

    Raises:
        OSError: that cannot be done now.
    """
    if places.replaced.is_dir():
        if places.is_whole:
            _give_last_name(places.replaced, places, now)
        else:
            _set_aside(_files(places), places, now)
            _sync(places.vault.parent)
            places.replaced.rename(places.leaving)
    if places.leaving.is_dir():
        if not places.is_whole:
            _put_back(places)
        _give_last_name(places.leaving, places, now)


def set_logs_aside(places: Places, *, now: dt.datetime) -> None:
    """Move away the logs of a vault that is gone, which a new one would be spoilt by.

    Raises:
        OSError: that cannot be done.
    """
    _set_aside(places.logs, places, now)


def _set_out(places: Places) -> None:
    """Let all files leave their place."""
    try:
        if _is_there(places.replaced):  # it could not get its last name yet
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        places.leaving.mkdir(mode=0o700)
        _move(_files(places), places.leaving)
        _sync(places.leaving)
        _sync(places.vault.parent)
        places.leaving.rename(places.replaced)
    except OSError as error:
        raise CannotRestore(
            say(
                "The vault that is there could not be moved ({reason}). Close what uses it, then "
                "try again.",
                reason=error.strerror or type(error).__name__,
            )
        ) from error


def _files(places: Places) -> tuple[Path, ...]:
    """Give what is moved; the key file leaves first, and without one there is no whole vault."""
    keys = (places.begun_keys, places.keys)
    return (*keys, places.vault, *places.logs, places.anchor, places.attempts, places.begun_vault)


def _put_back(places: Places) -> None:
    """Move back what has left, the key file last; what is in the way stays where it is."""
    for file in reversed(_files(places)):
        left = places.leaving / file.name
        if _is_there(left) and not _is_there(file):
            left.rename(file)
    _sync(places.vault.parent)


def _set_aside(files: Iterable[Path], places: Places, now: dt.datetime) -> None:
    there = [file for file in files if _is_there(file)]
    if there:
        folder = _free_name(places.vault, now)
        folder.mkdir(mode=0o700)
        _move(there, folder)


def _move(files: Iterable[Path], folder: Path) -> None:
    for file in files:
        if _is_there(file):
            file.rename(folder / file.name)


def _is_there(file: Path) -> bool:
    return file.exists() or file.is_symlink()


def _give_last_name(folder: Path, places: Places, now: dt.datetime) -> None:
    with suppress(OSError):  # else the next time: the vault is where it belongs
        if any(folder.iterdir()):
            folder.rename(_free_name(places.vault, now))
        else:
            folder.rmdir()


def _free_name(vault: Path, now: dt.datetime) -> Path:
    base = f"{vault.stem}-set-aside-{now:%Y-%m-%dT%H%M%S}"
    folder, number = vault.with_name(base), 2
    while folder.exists():
        folder, number = vault.with_name(f"{base}-{number}"), number + 1
    return folder


def _sync(folder: Path) -> None:
    with suppress(OSError):  # some drives know no such order
        bring_to_disk(folder)
