"""Letters as people type them: cleaned, and told apart from those that no bundled font can draw."""

import re
import unicodedata
from functools import cache

from spinecounsel.paths import fonts_folder
from spinecounsel.wording import say

JOINERS = "\u200c\u200d"
NO_BREAK = "\u00a0"
COVERAGE = "coverage.txt"
"""Beside the fonts: ranges of letters that the paper can show, in any weight."""

_NO_BREAKS = {"\u2007", "\u202f"}
_LINE_ENDS = "\r\n|[\r\u0085\u2028\u2029]"
# What steers other programs and has no shape: direction marks, soft hyphens, variants of emoji.
_SHAPELESS = "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
_NAMED, _LONGEST = 3, 60  # letters named in a sentence, and how many stand round them


def cleaned(text: str) -> str:
    """Give ``text`` composed, without control characters, with plain spaces and line ends."""
    lines = re.sub(_SHAPELESS, "", re.sub(_LINE_ENDS, "\n", unicodedata.normalize("NFC", text)))
    return lines if lines.isprintable() else "".join(_plain(each) for each in lines)


def undrawn(text: str) -> tuple[str, ...]:
    """Give the letters of ``text`` that the paper cannot show, each once, in order."""
    if text.isascii():
        return ()
    shown = _shown()
    return tuple(dict.fromkeys(each for each in cleaned(text) if each not in shown))


def cannot_show(letters: tuple[str, ...], words: str = "") -> str:
    """Say that the paper cannot show ``letters`` (in ``words``), and what to do; else nothing."""
    if not letters:
        return ""
    named = ", ".join(_named(each) for each in letters[:_NAMED])
    if len(letters) > _NAMED:
        named = say("{letters} and more", letters=named)
    if words:
        short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        named = say("{letters} in “{words}”", letters=named, words=short)
    return say(
        "The paper cannot show {letters}. Use other letters, such as those of a passport, or leave "
        "it out.",
        letters=named,
    )


def _named(letter: str) -> str:
    """Give a letter and its number, since the screen may not have its shape either."""
    shape = letter if letter.isprintable() else "\ufffd"
    return f"“{shape}” (U+{ord(letter):04X})"


@cache
def _shown() -> frozenset[str]:
    lines = (fonts_folder() / COVERAGE).read_text(encoding="ascii").split()
    ranges = (tuple(int(end, 16) for end in line.split("-")) for line in lines)
    return frozenset(chr(each) for low, high in ranges for each in range(low, high + 1))


def _plain(character: str) -> str:
    if character == "\n" or character in JOINERS:
        return character
    category = unicodedata.category(character)
    if category == "Zs":
        return NO_BREAK if character in _NO_BREAKS or character == NO_BREAK else " "
    if character in "\t\v\f":
        return " "
    return "" if category == "Cc" else character
