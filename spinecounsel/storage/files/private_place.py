"""A folder for the copy of a vault while it is looked at: beside the vault, gone afterwards.

Only encrypted files lie in it.  What a process leaves that was killed, the next one clears away.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from spinecounsel.storage.errors.vault import VaultError
from spinecounsel.storage.files.lock import Lock

_HELD = "held.lock"


@contextmanager
def private_place(vault: Path) -> Iterator[Path]:
    """Give a new folder on the disk of ``vault``, for its owner only, for as long as this lasts.

    Raises:
        OSError: there can be none.
    """
    clear(vault)
    folder = Path(tempfile.mkdtemp(prefix=prefix(vault), dir=vault.parent))
    lock = None
    try:
        lock = Lock.taken(folder / _HELD, vault)
        yield folder
    finally:
        if lock is not None:
            lock.release()
        shutil.rmtree(folder, ignore_errors=True)


def clear(vault: Path) -> None:
    """Remove such folders of processes that are gone."""
    left = [each for each in vault.parent.iterdir() if each.name.startswith(prefix(vault))]
    for folder in left:
        with suppress(OSError, VaultError):  # another process holds it
            Lock.taken(folder / _HELD, vault).release()
            shutil.rmtree(folder, ignore_errors=True)


def prefix(vault: Path) -> str:
    """Give how the names of such folders begin."""
    return f".copy-of-{vault.stem}-"
