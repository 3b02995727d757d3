"""What can go wrong with a vault, in plain sentences; no passphrase, key or content in any."""

import math
from pathlib import Path

from spinecounsel.errors import UserError
from spinecounsel.wording import say, say_count


class VaultError(UserError):
    """Something about the vault that a person can cause or cure."""


class VaultAbsent(VaultError):
    """There is no vault under this name."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            say(
                "There is no vault “{name}” in this folder. Nothing was lost. "
                "Create a vault, or put its files back.",
                name=path.name,
            )
        )


class VaultPresent(VaultError):
    """A vault was to be created where one is, or where pieces of one are.

    Args:
        path: the vault.
        cure: one sentence of what can be done, if not the usual one.
    """

    def __init__(self, path: Path, cure: str = "") -> None:
        super().__init__(
            say(
                "There is already a vault “{name}” in this folder. It was left as it is. {cure}",
                name=path.name,
                cure=cure or say("Unlock it, or choose another name."),
            )
        )


class VaultNewer(VaultError):
    """The vault was written by a later version of the program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            say(
                "The vault “{name}” was written by a newer version of SpineCounsel. "
                "It was left as it is and nothing was lost. Install the newer version to open it.",
                name=path.name,
            )
        )


class VaultDamaged(VaultError):
    """The vault is not what was last written.

    Args:
        path: the vault.
        what: one sentence of what was found.
    """

    def __init__(self, path: Path, what: str) -> None:
        self.what = what
        super().__init__(
            say(
                "The vault “{name}” is damaged. {what} It was left as it is. Put back the newest "
                "good copy of all its files, or ask whoever looks after your computers.",
                name=path.name,
                what=what,
            )
        )


class VaultInUse(VaultError):
    """Another window or program has the vault open."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            say(
                "The vault “{name}” is open in another window. Nothing was lost. "
                "Close it there, then unlock it here.",
                name=path.name,
            )
        )


class VaultClosed(VaultError):
    """The vault was asked for something after it was closed."""

    def __init__(self) -> None:
        super().__init__(say("The vault is locked. Nothing was lost. Unlock it to go on."))


class CannotOpen(VaultError):
    """The surroundings (folder, memory) do not let the vault be opened; the vault itself is well.

    Args:
        path: the vault.
        reason: one sentence.
    """

    def __init__(self, path: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(
            say(
                "The vault “{name}” could not be opened. {reason} Nothing was lost. "
                "Put this right, then unlock it again.",
                name=path.name,
                reason=reason,
            )
        )


class CannotCreate(VaultError):
    """The vault could not be created; nothing of it is left behind.

    Args:
        path: the vault.
        reason: one sentence.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            say(
                "The vault “{name}” could not be created. {reason} Nothing was lost. "
                "Put this right, or choose another folder, then try again.",
                name=path.name,
                reason=reason,
            )
        )


class CannotSave(VaultError):
    """Nothing was written; the vault is as before and goes on working when there is room again.

    Args:
        reason: one sentence.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(
            say(
                "{reason} The last change is not saved yet. Nothing was lost: it stays in memory, "
                "and is saved when that is possible again. Do not close the program until then.",
                reason=reason,
            )
        )


class CannotRead(VaultError):
    """The file could not be read just now (a drive unplugged, a network drive gone)."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            say(
                "The vault “{name}” could not be read just now. Nothing was lost. "
                "Check that its drive is there, then try again.",
                name=path.name,
            )
        )


class WeakPassphrase(VaultError):
    """The passphrase is too easy to guess.

    Args:
        sentence: what is wanted.
    """


class WrongPassphrase(VaultError):
    """The passphrase does not open the vault.

    Args:
        of_several: somebody's name was chosen, and it may be the wrong one.
    """

    def __init__(self, *, of_several: bool = False) -> None:
        sentence = say("That is not the passphrase of this vault. Nothing was lost. Try again.")
        if of_several:
            sentence = say(
                "That is not the passphrase of the person who is chosen above. Nothing was lost. "
                "Is the right name chosen? If so, try again."
            )
        super().__init__(sentence)


class WaitFirst(VaultError):
    """Too many wrong passphrases; the passphrase was not looked at.

    Args:
        seconds: how long until the next try, more than 0.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(
            say_count(
                "After several wrong passphrases there is a pause. Nothing was lost. "
                "Try again in {n} second.",
                "After several wrong passphrases there is a pause. Nothing was lost. "
                "Try again in {n} seconds.",
                math.ceil(seconds),
            )
        )


class NotAllowed(VaultError):
    """The person at the keyboard has no role that may do this."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "Your role in this vault does not allow this. Nothing was changed. "
                "Ask an administrator of the vault, or somebody whose role it is."
            )
        )


class NotInVault(VaultError):
    """No draft or record has this id."""

    def __init__(self) -> None:
        super().__init__(
            say("This consultation is not in the vault. Go back to the library and choose again.")
        )


class Erased(VaultError):
    """It was in the vault once and was erased for good.

    Args:
        when: the day, in words.
        grounds: why, as it stands behind "because".
    """

    def __init__(self, when: str, grounds: str) -> None:
        super().__init__(
            say(
                "This consultation was erased on {when}, because {grounds}. Nothing of it is left "
                "in this vault but this note.",
                when=when,
                grounds=grounds,
            )
        )


class NotCompacted(VaultError):
    """Everything was erased, but its place in the file could not be overwritten yet."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "The consultations were erased and nobody can open them. Traces may still lie in "
                "the vault’s file, encrypted, because it could not be written anew just now. Make "
                "room on the disk, then choose “Finish the erasure”."
            )
        )


class NoLongerDraft(VaultError):
    """A consultation that is already sealed was to be saved as a draft or sealed otherwise."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "This consultation is already finished and sealed, so it was not changed. "
                "Nothing was lost. Open it from the library."
            )
        )


class WrongThread(RuntimeError):
    """Our fault: the vault was used outside the thread that opened it."""
