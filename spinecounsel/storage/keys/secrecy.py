"""What people know: passphrases, and what makes a good one."""

import unicodedata

from spinecounsel.passphrases import SHORTEST
from spinecounsel.storage.errors.vault import WeakPassphrase
from spinecounsel.wording import say

FEWEST_DIFFERENT = 5


def strong_enough(passphrase: str) -> None:
    """Refuse a passphrase that is too short or too plain.

    Raises:
        WeakPassphrase: with what is wanted.
    """
    letters = unicodedata.normalize("NFKC", passphrase)
    if len(letters.strip()) < SHORTEST:
        raise WeakPassphrase(
            say("Choose a passphrase of {n} characters or more; four words do well.", n=SHORTEST)
        )
    if len(set(letters.casefold())) < FEWEST_DIFFERENT:
        raise WeakPassphrase(
            say("This passphrase repeats itself too much. Use more different characters.")
        )


def another(old: str, new: str) -> None:
    """Refuse a new passphrase that is the old one.

    Raises:
        WeakPassphrase: with what is wanted.
    """
    if secret_of(old) == secret_of(new):
        raise WeakPassphrase(say("This is the passphrase so far. Choose another one."))


def secret_of(passphrase: str) -> bytes:
    """Give what a key is derived from: the same, however the keyboard composes its letters."""
    # "surrogatepass": an encoding error would carry the passphrase in its text
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
