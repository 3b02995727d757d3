"""One process at a time: a lock of the operating system, gone when its process is gone."""

import errno
import os
import sys
from pathlib import Path
from typing import Self

from spinecounsel.storage.errors.vault import CannotOpen, VaultInUse
from spinecounsel.wording import say

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})


class Lock:
    """Held from ``taken`` until ``release``, or until the process ends, however it ends.

    The file itself stays: to remove it would let two processes lock two files of one name.
    """

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    @classmethod
    def taken(cls, file: Path, vault: Path) -> Self:
        """Take the lock.

        Raises:
            VaultInUse: another process, or another place in this one, holds it.
            CannotOpen: the folder cannot be written to.
        """
        try:
            handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise CannotOpen(
                vault, say("Its folder “{folder}” cannot be written to.", folder=str(file.parent))
            ) from error
        try:
            _take(handle)
        except OSError as error:
            os.close(handle)
            if error.errno in _HELD:
                raise VaultInUse(vault) from None
            raise CannotOpen(vault, say("Its drive does not allow files to be locked.")) from error
        return cls(handle)

    def release(self) -> None:
        """Let others in; twice is harmless."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
