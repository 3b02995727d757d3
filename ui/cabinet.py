"""The vault as the window knows it: calls run in the worker, answers come home as values."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from spinecounsel.consultation import filing
from spinecounsel.consultation.filing import Filed
from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.document import compose_comparison
from spinecounsel.document.side_by_side import SideBySide
from spinecounsel.errors import UserError
from spinecounsel.files import write_safely
from spinecounsel.record.record import ConsentRecord
from spinecounsel.storage import (
    Row,
    Vault,
    VaultState,
    create_vault,
    open_vault,
    vault_state,
    wait_before_next_try,
)
from spinecounsel.wording import say
from ui.tasks import Worker

Done = Callable[[Any], None]
Refused = Callable[[str], None]
EXPORTED, COPY_GIVEN = "exported", "copy given"


class Cabinet(QObject):
    """Opens, asks and closes the vault.

    ``done`` gets the answer; ``failed`` gets a sentence for people.  A fault of our own goes to
    ``broke`` first, and then ``failed`` gets a sentence that names no cause.
    """

    broke = Signal(object)

    def __init__(
        self, path: Path, worker: Worker, pack: ContentPack, clock: Callable[[], dt.datetime]
    ) -> None:
        super().__init__()
        self.path = path
        self.worker = worker
        self._pack = pack
        self._clock = clock
        self._vault: Vault | None = None

    @property
    def state(self) -> VaultState:
        """Whether there is a vault, and whether it can be opened; quick, needs no passphrase.

        ``UserError`` when its folder cannot be read.
        """
        return vault_state(self.path)

    @property
    def seconds_to_wait(self) -> float:
        """How long the next try of a passphrase must wait."""
        return wait_before_next_try(self.path, self._clock())

    @property
    def is_open(self) -> bool:
        """Whether the vault is open."""
        return self._vault is not None

    def create(self, passphrase: str, *, done: Done, failed: Refused) -> None:
        """Make a new vault and open it."""
        self._open(partial(create_vault, self.path, passphrase), done, failed)

    def unlock(self, passphrase: str, *, done: Done, failed: Refused) -> None:
        """Open the vault."""
        self._open(partial(open_vault, self.path, passphrase), done, failed)

    def lock(self, *, done: Done) -> None:
        """Close the vault after what is queued; ``done`` gets None, or why that failed."""
        vault, self._vault = self._vault, None
        self._run(vault.close if vault else _nothing, done, done)

    def close(self) -> None:
        """Close the vault after what is queued, and end the worker."""
        if self.is_open:
            self.lock(done=_ignore)
        self.worker.close()

    def save_draft(
        self, draft: Discussion, *, done: Done, failed: Callable[[str, Discussion], None]
    ) -> None:
        """Keep a draft; ``done`` gets the time, ``failed`` the sentence and the draft back."""
        work = partial(filing.save_draft, self._open_vault, draft, self._pack, now=self._clock())
        self._run(work, done, _Back(failed, draft))

    def file(self, record: ConsentRecord, *, done: Done, failed: Refused) -> None:
        """Compose and file a sealed record; ``done`` gets a ``Filed``."""
        self._run(partial(filing.file, self._open_vault, record), done, failed)

    def discard_draft(self, ident: str, *, done: Done, failed: Refused) -> None:
        """Throw a draft away."""
        work = partial(self._open_vault.discard_draft, ident, now=self._clock())
        self._run(work, done, failed)

    def open_draft(self, ident: str, *, done: Done, failed: Refused) -> None:
        """Give a draft; ``done`` gets a ``Discussion``."""
        self._run(partial(filing.open_draft, self._open_vault, ident), done, failed)

    def open_record(self, ident: str, *, done: Done, failed: Refused) -> None:
        """Give a filed record; ``done`` gets a ``Filed``."""
        work = partial(filing.open_record, self._open_vault, ident, now=self._clock())
        self._run(work, done, failed)

    def search(self, text: str, *, done: Done, failed: Refused, after: Row | None = None) -> None:
        """Find consultations; ``done`` gets a tuple of ``Row``."""
        work = partial(self._open_vault.search, text, limit=200, after=after)
        self._run(work, done, failed)

    def settings(self, *, keys: tuple[str, ...], done: Done, failed: Refused) -> None:
        """Read settings; ``done`` gets a dict with None for what was never set."""
        self._run(partial(_read_settings, self._open_vault, keys), done, failed)

    def keep_settings(self, values: dict[str, Any], *, failed: Refused) -> None:
        """Keep settings."""
        self._run(partial(_write_settings, self._open_vault, values), _ignore, failed)

    def confirm(self, passphrase: str, *, done: Done, failed: Refused) -> None:
        """Check the passphrase once more, before a record is sealed."""
        work = partial(self._open_vault.confirm, passphrase, now=self._clock())
        self._run(work, done, failed)

    def change_passphrase(self, old: str, new: str, *, done: Done, failed: Refused) -> None:
        """Let another passphrase open the vault from now on."""
        work = partial(self._open_vault.change_passphrase, old, new, now=self._clock())
        self._run(work, done, failed)

    def export(self, filed: Filed, path: Path, *, done: Done, failed: Refused) -> None:
        """Write the document to ``path`` as it lies in the vault, and note it; gives ``path``."""
        work = partial(_export, self._open_vault, filed, path, self._clock())
        self._run(work, done, failed)

    def note_copy_given(self, ident: str, *, done: Done, failed: Refused) -> None:
        """Record that the patient got a copy."""
        work = partial(self._open_vault.append_event, ident, COPY_GIVEN, {}, now=self._clock())
        self._run(work, done, failed)

    def pictures(self, document: bytes, *, dpi: int, done: Done, failed: Refused) -> None:
        """Draw the pages of a document; ``done`` gets a tuple of PNG files."""
        self._run(partial(filing.pictures, document, dpi=dpi), done, failed)

    def compose_comparison(self, table: SideBySide, *, done: Done, failed: Refused) -> None:
        """Make the sheet with options side by side; ``done`` gets a PDF."""
        self._run(partial(compose_comparison, table), done, failed)

    def save_file(self, path: Path, document: bytes, *, done: Done, failed: Refused) -> None:
        """Write a document that lies in no record to ``path``; ``done`` gets ``path``."""
        self._run(partial(_save, path, document), done, failed)

    def events(self, ident: str, *, done: Done, failed: Refused) -> None:
        """Give what happened to a record; ``done`` gets a tuple of ``Event``."""
        self._run(partial(self._open_vault.events, ident), done, failed)

    @property
    def _open_vault(self) -> Vault:
        if self._vault is None:
            raise RuntimeError("the vault is not open")
        return self._vault

    def _open(self, opening: Callable[..., Vault], done: Done, failed: Refused) -> None:
        def keep(vault: Vault) -> None:
            self._vault = vault
            done(None)

        self._run(partial(opening, now=self._clock()), keep, failed)

    def _run(self, work: Callable[[], Any], done: Done, failed: Refused) -> None:
        def sort_by_blame(error: Exception) -> None:
            if isinstance(error, UserError):
                failed(str(error))
            else:
                self.broke.emit(error)
                failed(say("This did not work, by a fault of the program. Nothing was lost."))

        self.worker.run(work, done=done, failed=sort_by_blame)


class _Back:
    """Hands a draft back with the sentence that says why it was not saved."""

    def __init__(self, failed: Callable[[str, Discussion], None], draft: Discussion) -> None:
        self._failed, self._draft = failed, draft

    def __call__(self, sentence: str) -> None:
        self._failed(sentence, self._draft)


def _nothing() -> None:
    """Do nothing: there was no vault to close."""


def _ignore(_answer: object) -> None:
    """Take an answer that nobody waits for."""


def _read_settings(vault: Vault, keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: vault.setting(key) for key in keys}


def _write_settings(vault: Vault, values: dict[str, Any]) -> None:
    for key, value in values.items():
        vault.set_setting(key, value)


def _save(path: Path, document: bytes) -> Path:
    write_safely(path, document)
    return path


def _export(vault: Vault, filed: Filed, path: Path, now: dt.datetime) -> Path:
    write_safely(path, filed.document)
    vault.append_event(filed.record.id, EXPORTED, {"file": path.name}, now=now)
    return path
