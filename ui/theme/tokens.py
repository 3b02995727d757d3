"""The measures of the theme: fonts, type scale, gaps, radii (``resources/theme/common.toml``)."""

import tomllib

import msgspec

from spinecounsel.colours import theme_folder
from spinecounsel.frozen import Frozen


class FontTokens(Frozen, frozen=True, kw_only=True):
    """The families of the reading font, the best first."""

    families: tuple[str, ...]


class TypeToken(Frozen, frozen=True, array_like=True):
    """One step of the type scale: size in px at 100 %, weight (400 to 800), line height."""

    size: float
    weight: int
    line_height: float


class LargeText(Frozen, frozen=True, kw_only=True):
    """From which text size on rail, banner and bars fold (1.0 is 100 %)."""

    folds_from: float


class Tokens(Frozen, frozen=True, kw_only=True, rename={"kinds": "type", "roles": "role"}):
    """All measures, in px at 100 % text; ``tight`` is letter spacing in % of the size."""

    font: FontTokens
    kinds: dict[str, TypeToken]
    tight: dict[str, float]
    space: dict[str, float]
    radius: dict[str, float]
    line: dict[str, float]
    size: dict[str, float]
    glyph: dict[str, float]
    large_text: LargeText
    roles: dict[str, str]


def load_tokens() -> Tokens:
    """Read the measures."""
    text = (theme_folder() / "common.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Tokens)
