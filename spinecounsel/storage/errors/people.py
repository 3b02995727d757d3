"""What can go wrong with people and keys, in plain sentences; no passphrase, key or code in any."""

from pathlib import Path

from spinecounsel.storage.errors.vault import VaultError
from spinecounsel.wording import say


class OldKeys(VaultError):
    """The key file is not the one that goes with the vault.

    Args:
        file: the key file.
    """

    def __init__(self, file: Path) -> None:
        super().__init__(
            say(
                "The key file “{file}” is not the one that goes with this vault: another one was "
                "put in its place. It may know passphrases that were changed since, and people "
                "who were removed, so it opens nothing. Nothing was lost. Put the newest key file "
                "back, or ask whoever looks after your computers.",
                file=file.name,
            )
        )


class CodeNeeded(VaultError):
    """The passphrase is right, and this person uses a second factor."""

    def __init__(self) -> None:
        super().__init__(
            say("Now type the 6 digits that your authenticator shows. Nothing was lost.")
        )


class WrongSecondCode(VaultError):
    """The six digits are not right, are too old, or were used already."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "These digits are not right, or were used before. Nothing was lost. Wait for the "
                "next ones and check that the clock of this computer is right."
            )
        )


class WrongRecoveryCode(VaultError):
    """The recovery code does not open the vault."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "This recovery code does not open the vault. Nothing was lost. A newer code may "
                "have taken its place."
            )
        )


class MistypedCode(VaultError):
    """A recovery code cannot be right as it was typed; it was not tried.

    Args:
        group: which group, from 1; 0 when there are too many or too few characters.
    """

    def __init__(self, group: int) -> None:
        self.group = group
        sentence = say("Group {n} of the code has a slip in it. Please compare it.", n=group)
        if group == 0:
            sentence = say("The code has 7 groups of 5 characters. Please type all of them.")
        super().__init__(sentence)


class NotEnoughMemory(VaultError):
    """A passphrase could not be set: the key is derived with much memory on purpose."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "There is not enough memory free to set a passphrase. Nothing was changed. Close "
                "other programs, then try again."
            )
        )


class NobodyThere(VaultError):
    """No person of this vault has this id, or the person was removed."""

    def __init__(self) -> None:
        super().__init__(say("This person cannot open the vault any more. Nothing was changed."))


class LastAdministrator(VaultError):
    """Nobody could look after the people of the vault any more."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "Somebody has to look after the people of this vault, and this is the last one. "
                "Nothing was changed. Make somebody else an administrator first."
            )
        )


class NameMissing(VaultError):
    """A person needs a name."""

    def __init__(self) -> None:
        super().__init__(say("Please give the name of the person."))


class NameUnfit(VaultError):
    """A name or title is too long, or has signs that nobody sees in it.

    Args:
        most: how many characters it may have.
    """

    def __init__(self, most: int) -> None:
        super().__init__(
            say(
                "A name or a role has {n} characters at most, and none that stay unseen or turn "
                "the direction of the text. Please type it anew.",
                n=most,
            )
        )


class OwnRoles(VaultError):
    """Somebody was about to let themselves do more."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "Nobody here gives themselves another role. Nothing was changed. Ask another "
                "administrator of the vault to do it."
            )
        )


class NameTaken(VaultError):
    """Two people of one name could not be told apart in the trail.

    Args:
        name: as it was given.
    """

    def __init__(self, name: str) -> None:
        super().__init__(
            say(
                "Somebody called “{name}” can open this vault already. Add something that tells "
                "the two apart.",
                name=name,
            )
        )


class RoleMissing(VaultError):
    """A person needs a role."""

    def __init__(self) -> None:
        super().__init__(say("Please choose at least one role."))
