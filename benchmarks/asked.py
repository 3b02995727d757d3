"""What was asked on the command line."""

import sys
from pathlib import Path
from typing import NamedTuple


class Asked(NamedTuple):
    """How to measure: ``rounds`` 0 leaves it to each part, ``quick`` only tries that all works.

    ``only`` is a piece of the names of what to measure, ``folder`` where vaults are made.
    """

    quick: bool = False
    rounds: int = 0
    only: str = ""
    folder: Path | None = None

    def note(self, words: str) -> None:
        """Say something in between."""
        say(words)


def say(line: str) -> None:
    """Print one line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
