"""Which backups are kept: the newest ones, and one for each month; the rest is deleted.

Nothing is ever deleted but a file that says, under a seal which only this vault's key makes, that
it is a backup of this vault.
"""

import datetime as dt
from contextlib import suppress
from pathlib import Path

from spinecounsel.archives import Unsound, open_archive
from spinecounsel.frozen import Frozen
from spinecounsel.storage.backup.form import SUFFIX, Manifest, read_manifest
from spinecounsel.storage.errors.vault import VaultNewer

MOST_FILES = 5_000
MOST_KEPT, MOST_MONTHS, MOST_DAYS = 100, 120, 365


class BackupRule(Frozen, frozen=True, kw_only=True):
    """How backups are made by themselves, and which are kept.

    ``folder`` is empty while none are made by themselves; ``days`` lie between two of them.  The
    newest ``last`` are kept, and the newest of each of the ``months`` newest months that have one.
    """

    folder: str = ""
    days: int = 1
    last: int = 7
    months: int = 12

    @property
    def is_sensible(self) -> bool:
        """Whether the numbers are within what can be meant."""
        return (
            1 <= self.days <= MOST_DAYS
            and 1 <= self.last <= MOST_KEPT
            and 0 <= self.months <= MOST_MONTHS
        )


class Found(Frozen, frozen=True, kw_only=True):
    """A backup of this vault that lies in a folder."""

    path: Path
    manifest: Manifest


def superfluous(
    found: tuple[Found, ...], rule: BackupRule, *, now: dt.datetime
) -> tuple[Found, ...]:
    """Give those that the rule does not keep.

    What says it was made after ``now`` is kept and counts for nothing: a clock was wrong.
    """
    past = sorted(
        (each for each in found if each.manifest.made <= now),
        key=lambda each: (each.manifest.made, each.manifest.generation),
        reverse=True,
    )
    newest_of: dict[tuple[int, int], Found] = {}
    for each in past:
        made = each.manifest.made.astimezone(now.tzinfo)
        newest_of.setdefault((made.year, made.month), each)
    kept = [*past[: rule.last], *list(newest_of.values())[: rule.months]]
    return tuple(each for each in past if each not in kept)


def found_in(folder: Path, vault: str, key: bytearray) -> tuple[Found, ...]:
    """Give the authentic backups of the vault with this ident and key that lie in ``folder``.

    Raises:
        OSError: the folder cannot be read.
    """
    files = sorted(each for each in folder.iterdir() if each.name.endswith(SUFFIX))
    read = ((path, _manifest_of(path)) for path in files[:MOST_FILES])
    return tuple(
        Found(path=path, manifest=manifest)
        for path, manifest in read
        if manifest and manifest.vault == vault and manifest.is_authentic(key)
    )


def delete(found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Delete backups, and give those that are gone."""
    gone = []
    for each in found:
        with suppress(OSError):  # it stays until the next time
            each.path.unlink()
            gone.append(each)
    return tuple(gone)


def _manifest_of(path: Path) -> Manifest | None:
    if path.is_symlink():
        return None
    try:
        with open_archive(path) as archive:
            return read_manifest(archive, path)
    except (OSError, Unsound, VaultNewer):
        return None
