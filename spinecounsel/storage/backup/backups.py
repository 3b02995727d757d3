"""Backups of an open vault: made, looked through, kept by rule."""

import datetime as dt
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from spinecounsel.files import cannot_write
from spinecounsel.frozen import Frozen
from spinecounsel.storage.backup.form import Progress, go_on
from spinecounsel.storage.backup.keeping import BackupRule, Found, delete, found_in, superfluous
from spinecounsel.storage.backup.making import MadeBackup, check_folder, free_name, make_backup
from spinecounsel.storage.backup.restoring import CheckedBackup, checked
from spinecounsel.storage.database import chain
from spinecounsel.storage.database.store import Store, Writing
from spinecounsel.storage.doors.acting import Acting
from spinecounsel.storage.files.places import Places
from spinecounsel.storage.rights import Act

if TYPE_CHECKING:
    from spinecounsel.storage.entry import Json

_RULE, _LAST = "backup.rule", "backup.last"
_DAY = dt.timedelta(days=1)
Kept = TypeVar("Kept", bound=Frozen)


class LastBackup(Frozen, frozen=True, kw_only=True):
    """When and where the last good backup was made, and how large it is."""

    made: dt.datetime
    folder: str
    size: int


class BackupState(Frozen, frozen=True, kw_only=True):
    """How the backups of a vault stand.

    ``due`` is when the next is to be made by itself, None without a rule.
    """

    rule: BackupRule
    last: LastBackup | None
    due: dt.datetime | None


class BackupJob:
    """One backup to be made; ``run`` may be called in any thread, once."""

    def __init__(self, places: Places, key: bytearray, target: Path, now: dt.datetime) -> None:
        self._places, self._key, self._target, self._now = places, key, target, now

    def run(self, progress: Progress = go_on) -> MadeBackup:
        """Make it; arguments and errors are those of ``make_backup``."""
        try:
            return make_backup(
                self._places, self._key, self._target, now=self._now, progress=progress
            )
        finally:
            self.forget()

    def forget(self) -> None:
        """Wipe the key."""
        self._key[:] = bytes(len(self._key))


class CheckJob:
    """One backup to be looked through; ``run`` may be called in any thread, once."""

    def __init__(self, path: Path, vault: Path, key: bytearray, erased: frozenset[str]) -> None:
        self._path, self._vault, self._key, self._erased = path, vault, key, erased

    def run(self, progress: Progress = go_on) -> CheckedBackup:
        """Rehearse a restore of it; errors are those of ``Backups.check``."""
        try:
            return checked(
                self._path,
                self._vault,
                lambda _: bytearray(self._key),
                progress=progress,
                erased=self._erased,
            )
        finally:
            self.forget()

    def forget(self) -> None:
        """Wipe the key."""
        self._key[:] = bytes(len(self._key))


class Backups:
    """The backups of an open vault; reached as ``vault.backups``."""

    def __init__(self, store: Store, acting: Acting) -> None:
        self._store = store
        self._acting = acting

    def state(self, *, now: dt.datetime) -> BackupState:
        """Give the rule, the last backup, and when the next is due."""
        kept = self._settings()
        rule = _decoded(kept.get(_RULE), BackupRule) or BackupRule()
        last = _decoded(kept.get(_LAST), LastBackup)
        due = None
        if rule.folder:
            # a clock that was set back must not put the next one off for years
            due = now if last is None or last.made > now + _DAY else last.made + rule.days * _DAY
        return BackupState(rule=rule, last=last, due=due)

    def set_rule(self, rule: BackupRule, *, now: dt.datetime) -> None:
        """Say when backups are made by themselves, where, and which are kept.

        Raises:
            CannotBackUp: the folder cannot be used.
        """
        self._acting.must(Act.KEEP_VAULT)
        if not rule.is_sensible:
            raise ValueError("the numbers of the rule are out of range")
        if rule.folder:
            check_folder(Path(rule.folder), self._store.places.vault)
        with self._store.writing() as writing:
            _keep(writing, _RULE, rule)
            numbers = {"days": rule.days, "last": rule.last, "months": rule.months}
            payload: dict[str, Json] = {**numbers, "on": bool(rule.folder)}
            writing.record_event(chain.event(chain.BACKUP_RULE, at=now, payload=payload))

    def begin(self, folder: Path, *, now: dt.datetime) -> BackupJob:
        """Prepare a backup into ``folder``; ``note`` what it gives.

        Raises:
            CannotBackUp: the folder cannot be used.
        """
        self._acting.must(Act.KEEP_VAULT)
        return self._job(folder, now)

    def begin_due(self, *, now: dt.datetime) -> BackupJob | None:
        """Prepare the backup that is due by rule, whoever is there; None when none is.

        Raises:
            CannotBackUp: the folder of the rule cannot be used now.
        """
        state = self.state(now=now)
        if state.due is None or state.due > now:
            return None
        return self._job(Path(state.rule.folder), now)

    def note(self, made: MadeBackup, *, now: dt.datetime) -> tuple[Found, ...]:
        """Note a good backup in the trail; delete and give those that the rule keeps no longer."""
        last = LastBackup(made=made.made, folder=str(made.path.parent), size=made.size)
        gone = self._delete_superfluous(made.path.parent, now)
        payload: dict[str, Json] = {"manifest": made.name, "size": made.size, "deleted": len(gone)}
        with self._store.writing() as writing:
            writing.record_event(chain.event(chain.BACKED_UP, at=now, payload=payload))
            _keep(writing, _LAST, last)
        return gone

    def make(
        self, folder: Path, *, now: dt.datetime, progress: Progress = go_on
    ) -> tuple[MadeBackup, tuple[Found, ...]]:
        """Make a backup and note it; give it, and the old ones that were deleted by rule."""
        made = self.begin(folder, now=now).run(progress)
        return made, self.note(made, now=now)

    def begin_check(self, path: Path) -> CheckJob:
        """Prepare a rehearsal of a restore; ``note_check`` what it gives."""
        self._acting.must(Act.KEEP_VAULT)
        with self._store.reading() as db:
            rows = db.execute("SELECT record_id FROM erased").fetchall()
        erased = frozenset(ident for (ident,) in rows)
        return CheckJob(path, self._store.places.vault, self._store.copied_key(), erased)

    def note_check(self, found: CheckedBackup, *, now: dt.datetime) -> CheckedBackup:
        """Note in the trail that a backup was checked and is good; say how far it lies behind."""
        if found.vault == self._ident():
            behind = max(0, self._store.standing.generation - found.generation)
            found = msgspec.structs.replace(found, behind=behind)
        payload: dict[str, Json] = {
            "generation": found.generation,
            "holds_erased": len(found.still_held),
        }
        with self._store.writing() as writing:
            writing.record_event(chain.event(chain.BACKUP_CHECKED, at=now, payload=payload))
        return found

    def check(self, path: Path, *, now: dt.datetime, progress: Progress = go_on) -> CheckedBackup:
        """Rehearse a restore of the backup at ``path``; this vault stays as it is.

        It says what the backup holds, and which records it still holds that were erased here since.

        Raises:
            OtherKey: it may be checked with the passphrase of then, by ``check_backup``.
            BackupUnsound, VaultNewer, Stopped, CannotRestore: see their sentences.
        """
        return self.note_check(self.begin_check(path).run(progress), now=now)

    def _job(self, folder: Path, now: dt.datetime) -> BackupJob:
        places = self._store.places
        check_folder(folder, places.vault)
        try:
            target = free_name(folder, places.vault.stem, now)
        except OSError as error:
            raise cannot_write(folder, error) from error
        return BackupJob(places, self._store.copied_key(), target, now)

    def _delete_superfluous(self, folder: Path, now: dt.datetime) -> tuple[Found, ...]:
        rule = self.state(now=now).rule
        if not rule.folder or Path(rule.folder) != folder:
            return ()
        with suppress(OSError):
            return delete(superfluous(self._found(folder), rule, now=now))
        return ()

    def _found(self, folder: Path) -> tuple[Found, ...]:
        key = self._store.copied_key()
        try:
            return found_in(folder, self._ident(), key)
        finally:
            key[:] = bytes(len(key))

    def _ident(self) -> str:
        with self._store.reading() as db:
            (ident,) = db.execute("SELECT ident FROM vault").fetchone()
        return str(ident)

    def _settings(self) -> dict[str, str]:
        with self._store.reading() as db:
            return dict(
                db.execute(
                    "SELECT key, value FROM setting WHERE key IN (?, ?)", [_RULE, _LAST]
                ).fetchall()
            )


def _keep(writing: Writing, key: str, value: Frozen) -> None:
    writing.db.execute(
        "INSERT INTO setting(key, value) VALUES (?, ?) "
        "ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        [key, msgspec.json.encode(value).decode()],
    )


def _decoded(text: str | None, shape: type[Kept]) -> Kept | None:
    try:
        return None if text is None else msgspec.json.decode(text, type=shape)
    except msgspec.MsgspecError:  # a later version of the program may write more
        return None
