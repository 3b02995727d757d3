"""Setting a vault aside by another name, so that a backup can be restored in its place."""

import datetime as dt
from pathlib import Path

from spinecounsel.storage.errors.backup import CannotRestore
from spinecounsel.storage.errors.vault import VaultAbsent
from spinecounsel.storage.files.lock import Lock
from spinecounsel.storage.files.places import Places, is_absent
from spinecounsel.wording import say


def set_aside(path: Path, *, now: dt.datetime) -> Path:
    """Move all files of a closed vault into a folder beside it, and give its new place.

    Cut short, the vault is whole by parts in two places and reads as damaged; the next call brings
    it to an end.  Nothing is deleted.

    Raises:
        VaultAbsent: there is none.
        VaultInUse, CannotOpen: it is open somewhere.
        CannotRestore: its files cannot be moved.
    """
    places = Places.of(path)
    begun = places.vault.with_name(f"{places.vault.stem}-being-set-aside")
    lock = Lock.taken(places.lock, places.vault)
    try:
        if is_absent(places) and not begun.is_dir():
            raise VaultAbsent(places.vault)
        begun.mkdir(mode=0o700, exist_ok=True)
        for file in _files(places):
            if file.exists():
                file.rename(begun / file.name)
        aside = _free_name(places.vault, now)
        begun.rename(aside)
    except OSError as error:
        raise CannotRestore(
            say(
                "The vault that is there could not be moved ({reason}). Close what uses it, then "
                "try again.",
                reason=error.strerror or type(error).__name__,
            )
        ) from error
    finally:
        lock.release()
    return aside / places.vault.name


def _files(places: Places) -> tuple[Path, ...]:
    vault = places.vault
    logs = (vault.with_name(f"{vault.name}-wal"), vault.with_name(f"{vault.name}-shm"))
    begun = (places.begun_keys, places.begun_vault)
    return (places.keys, vault, *logs, places.anchor, places.attempts, *begun)


def _free_name(vault: Path, now: dt.datetime) -> Path:
    base = f"{vault.stem}-set-aside-{now:%Y-%m-%dT%H%M%S}"
    folder, number = vault.with_name(base), 2
    while folder.exists():
        folder, number = vault.with_name(f"{base}-{number}"), number + 1
    return folder
