"""The foot of a page: whose paper it is, and the number of the record, which is never cut."""

from spinecounsel.document.drawing import draw_line
from spinecounsel.document.lines import Typesetter
from spinecounsel.document.look import Style
from spinecounsel.document.tagging import TaggedCanvas
from spinecounsel.frozen import Frozen
from spinecounsel.wording import say

_NUMBER = 0.45  # of what the record's number leaves free, for a long hospital number
_GAP = 0.6  # two spaces, in sizes of the letters


class Whose(Frozen, frozen=True, kw_only=True):
    """The patient's name and hospital number, and words with the number of the record.

    ``practice`` says that nobody real is meant: then each page says so.
    """

    practice: bool = False
    name: str
    number: str = ""
    record: str = ""


def draw_whose(
    canvas: TaggedCanvas,
    setter: Typesetter,
    whose: Whose,
    style: Style,
    place: tuple[float, float, float],
) -> None:
    """Draw them at ``place`` (x, y, room): name and hospital number as far as there is room.

    That it is a practice comes first, and is never cut.

    In lines of their own: a name may run from right to left.
    """
    x, y, room = place
    if whose.practice:
        practice = setter.one_line(say("Practice  ·"), style, room)
        draw_line(canvas, practice, x, y)
        beside = practice.width + style.size * _GAP
        x, room = x + beside, room - beside
    record = setter.one_line(_behind(whose.record), style, room)
    room -= record.width
    number = setter.one_line(_behind(whose.number), style, room * _NUMBER)
    name = setter.one_line(whose.name, style, room - number.width)
    for line in (name, number, record):
        draw_line(canvas, line, x, y)
        x += line.width


def _behind(words: str) -> str:
    return f"  ·  {words}" if words else ""
