"""Practising with made-up patients: a vault of its own in a temporary folder, gone afterwards."""

import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Self

from spinecounsel.consultation import filing, settings
from spinecounsel.content.model import ContentPack
from spinecounsel.discussion.discussion import Discussion
from spinecounsel.errors import UserError
from spinecounsel.storage import VaultError, create_vault
from spinecounsel.storage.files.lock import Lock
from spinecounsel.viewing.settings import NAME
from spinecounsel.wording import say

PASSPHRASE = "made-up patients only"  # noqa: S105 - it protects nothing, and is shown all the time
_PREFIX = "spinecounsel-practice-"
_MARK, _HELD = "made-for-practice.txt", "held.lock"
_WORDS = b"A vault of made-up patients, to practise with. It is deleted when the practice ends.\n"


class CannotPractise(UserError):
    """There is no room for a practice."""


class Room:
    """A folder of our own in the temporary ones, held until ``leave``; then it is deleted."""

    def __init__(self, folder: Path, lock: Lock) -> None:
        self.folder = folder
        self._lock = lock

    @classmethod
    def entered(cls) -> Self:
        """Make one.

        Raises:
            CannotPractise: there can be none.
        """
        try:
            folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
            lock = Lock.taken(folder / _HELD, folder)
            (folder / _MARK).write_bytes(_WORDS)  # last: only what has it is ever deleted unheld
        except (OSError, VaultError) as error:
            why = error.strerror if isinstance(error, OSError) else ""
            raise CannotPractise(
                say(
                    "There is no room for a practice in the folder for temporary files ({why}). "
                    "Nothing was changed.",
                    why=why or type(error).__name__,
                )
            ) from error
        return cls(folder, lock)

    def leave(self) -> None:
        """Delete the folder with all that is in it."""
        self._lock.release()
        shutil.rmtree(self.folder, ignore_errors=True)


def sweep() -> None:
    """Delete the rooms of practices that were killed; one in use, and all else, is left alone."""
    with suppress(OSError):
        for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
            with suppress(OSError, VaultError):  # held by a practice that goes on
                if _is_ours(folder):
                    Lock.taken(folder / _HELD, folder).release()
                    shutil.rmtree(folder, ignore_errors=True)


def furnish(
    vault: Path,
    pack: ContentPack,
    drafts: Iterable[Discussion],
    *,
    clinician: str,
    now: dt.datetime,
) -> None:
    """Make a vault with these drafts, whose every paper says that it is of a practice.

    Raises:
        CannotCreate, CannotSave: see their sentences.
    """
    made = create_vault(vault, PASSPHRASE, now=now, name=clinician)
    try:
        made.people.use_recovery_code(made.recovery_code, now=now)
        settings.write(made, key=NAME, typed=on_paper(""), now=now)
        for draft in drafts:
            filing.save_draft(made, draft, pack, now=now)
    finally:
        made.close()


def on_paper(clinic: str) -> str:
    """Give the name of the clinic as the papers of a practice bear it, whatever was set there."""
    words = say("Practice, made-up patient")
    return clinic if words in clinic else ": ".join(filter(None, (words, clinic)))


def _is_ours(folder: Path) -> bool:
    """Whether it is a folder that a practice of this person made, and no link to another."""
    mine = not hasattr(os, "getuid") or folder.lstat().st_uid == os.getuid()
    whole = folder.is_dir() and not folder.is_symlink()
    mark = folder / _MARK
    return mine and whole and mark.is_file() and mark.read_bytes() == _WORDS
