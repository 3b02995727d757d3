"""Which letters the bundled fonts can draw, read from the fonts themselves.

    python -m tests.helpers.letters

writes it beside the fonts, where the program reads it.
"""

import unicodedata

from spinecounsel.document.fonts import FAMILIES, font
from spinecounsel.letters import COVERAGE, JOINERS, NO_BREAK
from spinecounsel.paths import fonts_folder


def drawn():
    """Give the letters that some font has in each weight; nobody knows what private ones mean."""
    weights = (
        set().union(*(font(family + weight).face.charToGlyph for family in FAMILIES))
        for weight in ("", "-Bold")
    )
    both = {chr(each) for each in set.intersection(*weights)} | {" ", "\n", NO_BREAK, *JOINERS}
    return {each for each in both if unicodedata.category(each) not in {"Cc", "Co"} or each == "\n"}


def ranges(letters):
    """Give the lines of the file."""
    found = []
    for each in sorted(map(ord, letters)):
        if found and found[-1][1] == each - 1:
            found[-1][1] = each
        else:
            found.append([each, each])
    return "".join(f"{low:X}-{high:X}\n" for low, high in found)


if __name__ == "__main__":
    (fonts_folder() / COVERAGE).write_text(ranges(drawn()), encoding="ascii")
