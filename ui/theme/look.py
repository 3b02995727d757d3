"""Text size and colours as they were left, kept beside the vault: they matter before it opens."""

from pathlib import Path

import msgspec

from spinecounsel.files import CannotWrite, write_safely
from spinecounsel.frozen import Frozen
from ui.theme.theme import LEAST_SCALE, MOST_SCALE

FILE = "look.json"
SCHEMES = ("light", "dark", "high-contrast")


class KeptLook(Frozen, frozen=True, kw_only=True):
    """A scheme of the theme and a text size (1.0 is 100 %)."""

    scheme: str = "light"
    text_scale: float = LEAST_SCALE


def read_look(home: Path) -> KeptLook:
    """Give the look kept in ``home``; the plain one when there is none that can be used."""
    try:
        look = msgspec.json.decode((home / FILE).read_bytes(), type=KeptLook)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return KeptLook()
    fits = look.scheme in SCHEMES and LEAST_SCALE <= look.text_scale <= MOST_SCALE
    return look if fits else KeptLook()


def keep_look(home: Path, look: KeptLook) -> None:
    """Keep the look in ``home``; where that cannot be written, it lasts until the program ends."""
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_safely(home / FILE, msgspec.json.encode(look))
    except (CannotWrite, OSError):
        return
