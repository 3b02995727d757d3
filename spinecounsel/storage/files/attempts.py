"""The growing wait after wrong passphrases and codes, counted in a file beside the vault.

So a restart does not shorten it.  It slows down a person at the screen; whoever can copy the files
is slowed down by Argon2id alone.
"""

import datetime as dt
from contextlib import suppress
from pathlib import Path

import msgspec

from spinecounsel.files import CannotWrite, write_safely
from spinecounsel.frozen import Frozen
from spinecounsel.storage.errors.vault import WaitFirst
from spinecounsel.storage.files.places import Places, read_small

FREE_TRIES = 3
LONGEST_WAIT = 300.0


class _Attempts(Frozen, frozen=True, kw_only=True):
    failed: int
    last: dt.datetime


def wait_before_next_try(path: Path, now: dt.datetime) -> float:
    """Give the seconds until the next passphrase is looked at: 0.0 when it may be tried now.

    A clock that was set back forgives the wait, rather than locking people out of their records.
    """
    attempts = _read(Places.of(path).attempts)
    if attempts is None:
        return 0.0
    since = (now - attempts.last).total_seconds()
    return 0.0 if since < 0 else max(0.0, _wait(attempts.failed) - since)


def begin_try(path: Path, now: dt.datetime) -> "Try":
    """Count a try before it is made, so that ending the process does not make it unmade.

    Raises:
        WaitFirst: it is too early.
    """
    wait = wait_before_next_try(path, now)
    if wait > 0:
        raise WaitFirst(wait)
    file = Places.of(path).attempts
    before = _read(file)
    _write(file, _Attempts(failed=before.failed + 1 if before else 1, last=now))
    return Try(file, before)


class Try:
    """A try that was counted; ``wrong_before`` is how many failed before it."""

    def __init__(self, file: Path, before: _Attempts | None) -> None:
        self._file = file
        self._before = before
        self.wrong_before = before.failed if before else 0

    def take_back(self) -> None:
        """Count as before it: it was right, but it is not yet clear who is there."""
        if self._before is not None:
            _write(self._file, self._before)
        else:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)


def forget_tries(path: Path) -> None:
    """The passphrase was right: the next ones are free again."""
    with suppress(OSError):
        Places.of(path).attempts.unlink(missing_ok=True)


def _wait(failed: int) -> float:
    if failed < FREE_TRIES:
        return 0.0
    return min(LONGEST_WAIT, 2.0 ** min(failed - FREE_TRIES + 1, 16))


def _read(file: Path) -> _Attempts | None:
    try:
        attempts = msgspec.json.decode(read_small(file), type=_Attempts)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return attempts if attempts.failed > 0 and attempts.last.tzinfo else None


def _write(file: Path, attempts: _Attempts) -> None:
    with suppress(CannotWrite):  # a full disk must not keep a clinician from the records
        write_safely(file, msgspec.json.encode(attempts))
