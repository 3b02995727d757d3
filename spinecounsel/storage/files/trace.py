"""A trace that a vault was opened here, so that its loss is not taken for a first start."""

from contextlib import suppress
from pathlib import Path


class Trace:
    """An empty file beside a vault that was opened; in this run it is known without the file."""

    def __init__(self, vault: Path) -> None:
        self._file = vault.with_name(f"{vault.stem}.was-here")
        self._left = False

    @property
    def is_there(self) -> bool:
        """Whether a vault was opened here, in this run of the program or an earlier one."""
        with suppress(OSError):
            return self._left or self._file.exists()
        return False

    def leave(self) -> None:
        """Leave it; where it cannot be written, it lasts until the program ends."""
        self._left = True
        with suppress(OSError):
            self._file.touch(mode=0o600)
