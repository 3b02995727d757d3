"""A copy of the vault beside it before its schema changes: without a good one, nothing changes."""

import datetime as dt
from contextlib import suppress

from spinecounsel.archives import Unsound, open_archive
from spinecounsel.files import CannotWrite
from spinecounsel.storage.backup.form import read_manifest
from spinecounsel.storage.backup.keeping import delete, found_in
from spinecounsel.storage.backup.making import MadeBackup, free_file, make_backup
from spinecounsel.storage.errors.backup import BackupUnsound, CannotBackUp
from spinecounsel.storage.errors.vault import CannotOpen
from spinecounsel.storage.files.places import Places
from spinecounsel.wording import say


def copy_before_migrating(
    places: Places, key: bytearray, version: int, *, now: dt.datetime
) -> None:
    """Make a backup beside a vault that has an older schema, ``version``.

    Raises:
        CannotOpen: no good copy could be made; the vault is as it was.
    """
    name = f"{places.vault.stem}-of-schema-{version}"
    try:
        made = make_backup(places, key, free_file(places.vault.parent, name), now=now)
    except (CannotBackUp, BackupUnsound, CannotWrite) as error:
        raise CannotOpen(
            places.vault,
            say(
                "This version of SpineCounsel stores it in a new way, and makes a copy before it "
                "does so. That copy could not be made. {reason}",
                reason=error,
            ),
        ) from error
    _delete_same(made, name, key)


def _delete_same(made: MadeBackup, name: str, key: bytearray) -> None:
    """Delete earlier copies of the same state: what follows may fail, and be tried often."""
    with suppress(OSError, Unsound), open_archive(made.path) as archive:
        this = read_manifest(archive, made.path)
        delete(
            tuple(
                each
                for each in found_in(made.path.parent, this.vault, key)
                if each.path != made.path
                and each.path.name.startswith(name)
                and each.manifest.standing == this.standing
            )
        )
