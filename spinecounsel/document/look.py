"""How the paper looks: sizes, styles of text, colours by their role."""

from functools import cache

from reportlab.lib.colors import Color, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from spinecounsel.colours import channels, load_scheme
from spinecounsel.frozen import Frozen, replaced

PAGE = A4
MARGIN = 18 * mm
TOP, BOTTOM = 21 * mm, 20 * mm
WIDTH = PAGE[0] - 2 * MARGIN
LABEL = 37 * mm  # the column of labels
HAIRLINE = 0.6


class Style(Frozen, frozen=True, kw_only=True):
    """How a text looks; ``keep`` holds it on the page of what follows."""

    size: float = 10.5
    leading: float = 14.5
    bold: bool = False
    colour: str = "ink"
    before: float = 0
    after: float = 3
    keep: bool = False


BODY = Style()
STRONG = Style(bold=True)
TITLE = Style(size=22, leading=27, bold=True, after=4)
SECTION = Style(size=15.5, leading=20, bold=True, before=15, after=5, colour="action", keep=True)
PART = Style(size=12, leading=16, bold=True, before=9, after=3, keep=True)
TOPIC = Style(size=11, leading=14.5, bold=True, before=5, keep=True)
FINE = Style(size=8.5, leading=11.4, colour="ink2", after=1.5)
LABELS = replaced(BODY, colour="ink2")


@cache
def scaled(style: Style, scale: float) -> Style:
    """Give a style with all its lengths times ``scale``."""
    if scale == 1:
        return style
    return replaced(
        style,
        size=style.size * scale,
        leading=style.leading * scale,
        before=style.before * scale,
        after=style.after * scale,
    )


@cache
def colour(role: str) -> Color:
    """Give the colour of a role of the light theme; the sheet itself is white here."""
    if role == "sheet":
        return white
    red, green, blue = channels(load_scheme("light").role[role])
    return Color(red / 255, green / 255, blue / 255)
