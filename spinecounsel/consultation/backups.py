"""Backups and transfer as the window asks for them: each function takes the open vault first."""

import datetime as dt
from pathlib import Path

from spinecounsel.frozen import Frozen
from spinecounsel.storage import (
    BackupJob,
    BackupRule,
    BackupState,
    CannotRead,
    CheckedBackup,
    CheckJob,
    Condition,
    MadeBackup,
    OtherKey,
    Progress,
    Row,
    Taken,
    Vault,
    check_backup,
    restore_backup,
    vault_state,
)
from spinecounsel.storage.backup.form import SUFFIX

__all__ = [
    "BackupJob",
    "BackupRule",
    "BackupState",
    "CheckJob",
    "CheckedBackup",
    "MadeBackup",
    "Taken",
]
_PAGE = 500


class OfPatient(Frozen, frozen=True, kw_only=True):
    """The records of one patient, by the number of the clinic."""

    name: str
    number: str
    idents: tuple[str, ...]


def state(vault: Vault, *, now: dt.datetime) -> BackupState:
    """Give the rule, the last backup, and when the next is due."""
    return vault.backups.state(now=now)


def set_rule(vault: Vault, *, rule: BackupRule, now: dt.datetime) -> BackupState:
    """Set the rule; ``CannotBackUp`` when its folder cannot be used."""
    vault.backups.set_rule(rule, now=now)
    return vault.backups.state(now=now)


def begin(vault: Vault, *, folder: Path, now: dt.datetime) -> BackupJob:
    """Prepare a backup into ``folder``; ``CannotBackUp`` when that cannot be."""
    return vault.backups.begin(folder, now=now)


def begin_due(vault: Vault, *, now: dt.datetime) -> BackupJob | None:
    """Prepare the backup that is due by rule, None when none is; ``CannotBackUp`` as above."""
    return vault.backups.begin_due(now=now)


def note(vault: Vault, *, made: MadeBackup, now: dt.datetime) -> int:
    """Note a good backup; give how many old ones were deleted by rule."""
    return len(vault.backups.note(made, now=now))


def begin_check(vault: Vault, *, path: Path) -> CheckJob:
    """Prepare a rehearsal of a restore."""
    return vault.backups.begin_check(path)


def check(job: CheckJob, *, progress: Progress) -> CheckedBackup | None:
    """Rehearse a restore; None when the key of this vault does not open the backup."""
    try:
        return job.run(progress)
    except OtherKey:
        return None


def check_with(path: Path, vault: Path, secret: str, *, progress: Progress) -> CheckedBackup:
    """Rehearse a restore with a passphrase or the recovery code of then."""
    return check_backup(path, vault, secret, progress=progress)


def note_check(vault: Vault, *, found: CheckedBackup, now: dt.datetime) -> CheckedBackup:
    """Note that a backup was checked; give it with how far it lies behind the vault."""
    return vault.backups.note_check(found, now=now)


def is_backup(path: Path) -> bool:
    """Whether a file is one of our backups, by its name."""
    return path.suffix.lower() == SUFFIX


def is_there(vault: Path) -> bool:
    """Whether there is anything of a vault under this name, however damaged."""
    try:
        return vault_state(vault).condition is not Condition.ABSENT
    except CannotRead:
        return True


def can_be_opened(vault: Path) -> bool:
    """Whether a vault is there and looks whole from outside."""
    try:
        return vault_state(vault).condition is Condition.PRESENT
    except CannotRead:
        return False


def restore(
    path: Path, vault: Path, secret: str, *, now: dt.datetime, progress: Progress
) -> CheckedBackup:
    """Make the vault ``vault`` of a backup again, closed.

    One that is there is set aside whole, once the copy is made and found good; errors are those of
    ``restore_backup``.
    """
    return restore_backup(path, vault, secret, now=now, replacing=True, progress=progress)


def records_of(vault: Vault, *, number: str) -> tuple[OfPatient, ...]:
    """Give who has this number, each with the records; drafts are left out."""
    wanted = _bare(number)
    found: dict[tuple[str, str], list[str]] = {}
    last: Row | None = None
    while wanted:
        rows = vault.search(number, limit=_PAGE, after=last)
        for row in rows:
            if row.sealed and _bare(row.number) == wanted:
                found.setdefault((row.name, row.number), []).append(row.id)
        if len(rows) < _PAGE:
            break
        last = rows[-1]
    return tuple(
        OfPatient(name=name, number=known, idents=tuple(reversed(idents)))
        for (name, known), idents in found.items()
    )


def _bare(number: str) -> str:
    return "".join(letter for letter in number.casefold() if letter.isalnum())
