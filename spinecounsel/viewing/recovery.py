"""The page with a recovery code that was just made: to be put on paper before going on."""

from enum import StrEnum

from spinecounsel.frozen import Frozen
from spinecounsel.viewing.first_start import step_words
from spinecounsel.wording import say

ASKED_GROUP = 3  # the one that is typed back, from 1
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})


class Moment(StrEnum):
    """When a code is shown.

    NEW: the vault was just made; MADE: it was opened by the code before; MISSING: it was opened,
    and no code is on paper; FIRST and NEXT: one was asked for where there was none, or in the place
    of one.
    """

    NEW = "new"
    MADE = "made"
    MISSING = "missing"
    FIRST = "first"
    NEXT = "next"


class RecoveryView(Frozen, frozen=True, kw_only=True):
    """The code in its groups, what it is for, and which group is to be typed back.

    ``warning`` says that there is none on paper yet; ``later`` are the words of the button that
    goes on without this code, empty where there is none; ``step`` tells at a first start how far
    that is.
    """

    step: str
    groups: tuple[str, ...]
    sentences: tuple[str, ...]
    spoken: str
    asked: int
    warning: str
    later: str

    def is_asked(self, typed: str) -> bool:
        """Whether ``typed`` is the group that is asked for, however it was typed."""
        plain = "".join(filter(str.isalnum, typed.upper())).translate(_ALIKE)
        return plain == self.groups[self.asked - 1]


def recovery_view(code: str, moment: Moment = Moment.MADE) -> RecoveryView:
    """Give the view of a code as it is printed."""
    groups = tuple(code.split("-"))
    later = {
        Moment.MISSING: say("Later"),
        Moment.FIRST: say("Not now"),
        Moment.NEXT: say("Keep the old code"),
    }
    return RecoveryView(
        step=step_words(1) if moment is Moment.NEW else "",
        groups=groups,
        sentences=(
            say(
                "If a passphrase is forgotten, this code lets you set a new one. It stands nowhere "
                "else, and you will not see it again. It holds once you have typed the group below."
            ),
            say(
                "Print it, or copy it by hand. Put the paper in a sealed envelope in a safe, away "
                "from this computer: whoever has both can read the records."
            ),
        ),
        spoken=". ".join(" ".join(group) for group in groups),
        asked=ASKED_GROUP,
        warning=_warning() if moment is Moment.MISSING else "",
        later=later.get(moment, ""),
    )


def _warning() -> str:
    return say(
        "This vault has no recovery code on paper yet. Without one, nobody can read the records "
        "any more when the passphrase is forgotten. Here is a new code."
    )


def recovery_sheet(code: str, vault: str, day: str) -> tuple[str, ...]:
    """Give the lines that are printed: what it is, the code, and how it is used."""
    return (
        say("SpineCounsel: recovery code"),
        say("Vault “{name}”, {day}", name=vault, day=day),
        code.replace("-", "   "),
        say(
            "With this code a forgotten passphrase of the vault can be replaced: on the first "
            "page, choose “Use the recovery code”. It works once. A newer sheet takes the place "
            "of this one."
        ),
        say(
            "Keep it sealed, in a safe, away from the computer: whoever has both can read the "
            "records of patients."
        ),
    )
