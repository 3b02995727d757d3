"""The colours by name, for screen and paper: which role has which colour.

And how well it can be read.
"""

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from spinecounsel.frozen import Frozen
from spinecounsel.paths import resources_folder

SCHEMES = ("light", "dark", "high-contrast")


class Demand(Frozen, frozen=True, kw_only=True):
    """The least contrast that a role must keep ``on`` each of the roles named as its ground."""

    least: float
    on: tuple[str, ...]


class Scheme(Frozen, frozen=True, kw_only=True):
    """One set of colours: ``role`` gives ``#rrggbb`` for each role's name."""

    role: dict[str, str]
    contrast: dict[str, Demand]


def theme_folder() -> Path:
    """Give the folder of the theme's files."""
    return resources_folder() / "theme"


def load_scheme(name: str) -> Scheme:
    """Read ``light``, ``dark`` or ``high-contrast``.

    ``ValueError`` for a role whose colour is no colour.
    """
    data: dict[str, Any] = tomllib.loads((theme_folder() / f"{name}.toml").read_text("utf-8"))
    palette: dict[str, str] = data.pop("palette")
    data["role"] = {role: palette.get(colour, colour) for role, colour in data["role"].items()}
    for role, colour in data["role"].items():
        if not (colour.startswith("#") and len(colour) == 7):
            raise ValueError(f"{name}: {role} is {colour}, which is no colour")
    return msgspec.convert(data, Scheme)


def channels(colour: str) -> tuple[int, int, int]:
    """Give red, green and blue (0 to 255) of ``#rrggbb``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
