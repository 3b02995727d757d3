"""A copy of the vault beside it before its schema changes: without a good one, nothing changes."""

import datetime as dt

from spinecounsel.files import CannotWrite
from spinecounsel.storage.backup.form import SUFFIX
from spinecounsel.storage.backup.making import make_backup
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
    target = places.vault.with_name(f"{places.vault.stem}-of-schema-{version}{SUFFIX}")
    try:
        make_backup(places, key, target, now=now)
    except (CannotBackUp, BackupUnsound, CannotWrite) as error:
        raise CannotOpen(
            places.vault,
            say(
                "This version of SpineCounsel stores it in a new way, and makes a copy before it "
                "does so. That copy could not be made. {reason}",
                reason=error,
            ),
        ) from error
