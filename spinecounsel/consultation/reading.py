"""Reading a file that somebody brings: of any kind, never without end, and never waiting for it."""

import os
import stat
from pathlib import Path

from spinecounsel.errors import UserError
from spinecounsel.files import without_waiting
from spinecounsel.wording import say


class CannotRead(UserError):
    """A file or folder cannot be read."""


def read_file(path: Path, most: int) -> bytes:
    """Read ``path`` up to ``most`` bytes; ``CannotRead`` for what is no file or cannot be read."""
    try:
        with open(path, "rb", opener=without_waiting) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise CannotRead(say("This is no file that can be read."))
            return file.read(most)
    except FileNotFoundError as error:
        raise CannotRead(say("This file is not there.")) from error
    except IsADirectoryError as error:
        raise CannotRead(say("This is a folder, not a file.")) from error
    except PermissionError as error:
        raise CannotRead(say("This file cannot be read: ask for the right to read it.")) from error
    except (OSError, ValueError) as error:
        raise CannotRead(say("This file cannot be read.")) from error
