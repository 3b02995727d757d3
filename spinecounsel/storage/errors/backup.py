"""What can go wrong with backups and with what takes long, in plain sentences."""

from pathlib import Path

from spinecounsel.storage.errors.vault import VaultError
from spinecounsel.wording import say


class Stopped(VaultError):
    """Something long was stopped by who asked for it."""

    def __init__(self) -> None:
        super().__init__(
            say("Stopped, as you asked. Nothing was changed, and nothing half done was left.")
        )


class CannotBackUp(VaultError):
    """No backup was made, and nothing of it is left behind.

    Args:
        reason: one sentence, with what cures it.
    """

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(
            say("No backup was made. {reason} The vault is well and as it was.", reason=reason)
        )


class BackupUnsound(VaultError):
    """A file is no whole backup, or not one that this key made.

    Args:
        path: the file.
        what: one sentence of what was found.
    """

    def __init__(self, path: Path, what: str) -> None:
        self.what = what
        super().__init__(
            say(
                "“{name}” cannot be relied on as a backup. {what} It was left as it is, and so was "
                "the vault. Take another backup, or make a new one.",
                name=path.name,
                what=what,
            )
        )


class OtherKey(BackupUnsound):
    """A file is no backup of this vault, or one from before the vault was given another key."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            say(
                "It was not made with the key of this vault: it belongs to another vault, or to "
                "this one before it was given another key, or it was changed."
            ),
        )


class CannotRestore(VaultError):
    """Nothing was restored; what was there is there still.

    Args:
        reason: one sentence, with what cures it.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(say("Nothing was restored, and nothing was lost. {reason}", reason=reason))
