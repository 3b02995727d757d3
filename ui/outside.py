"""The vault as it is seen from outside: quick, without the passphrase and without SQLCipher."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from spinecounsel.storage import Trace, VaultState, vault_state, wait_before_next_try


class Outside:
    """What can be told of the vault ``path`` before anybody opened it."""

    def __init__(self, path: Path, clock: Callable[[], dt.datetime]) -> None:
        self.path, self.trace = path, Trace(path)
        self._clock = clock

    @property
    def state(self) -> VaultState:
        """Whether there is a vault, and whether it can be opened.

        ``UserError`` when its folder cannot be read.
        """
        return vault_state(self.path)

    @property
    def seconds_to_wait(self) -> float:
        """How long the next try of a passphrase must wait."""
        return wait_before_next_try(self.path, self._clock())
