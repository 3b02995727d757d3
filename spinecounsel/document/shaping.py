"""Letters that join: their shapes by HarfBuzz, drawn as outlines.

The shapes lie under the letters themselves, which are set unseen and as wide, in the order of the
eye: a shape has no letter of its own (one mark may be the dots of many), so text drawn with shapes
alone is lost to search, copying and reading aloud.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from spinecounsel.document.fonts import file_of, font
from spinecounsel.document.tagging import Step

if TYPE_CHECKING:
    import uharfbuzz  # type: ignore[import-untyped]


@dataclass(frozen=True, slots=True)
class Glyph:
    """A shape by its number in a font, and where it lies; ``scale`` from its units to points."""

    font: str
    number: int
    across: float
    up: float
    scale: float


def shaped(
    name: str, text: str, size: float, *, right_to_left: bool
) -> tuple[tuple[Glyph, ...], float]:
    """Give the shapes of ``text`` from left to right, and their width."""
    import uharfbuzz

    shaper = _shaper(name)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    uharfbuzz.shape(shaper, buffer)
    scale = size / shaper.face.upem
    made, x = [], 0.0
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        across, up = x + place.x_offset * scale, place.y_offset * scale
        made.append(Glyph(name, info.codepoint, across, up, scale))
        x += place.x_advance * scale
    return tuple(made), x


@cache
def outline(name: str, number: int) -> tuple[Step, ...]:
    """Give the outline of a shape: move, line, curve and close, in units of the font."""
    import uharfbuzz

    steps: list[Step] = []
    drawing = uharfbuzz.DrawFuncs()
    drawing.set_move_to_func(lambda x, y, _: steps.append(("m", (x, y))))
    drawing.set_line_to_func(lambda x, y, _: steps.append(("l", (x, y))))
    drawing.set_quadratic_to_func(lambda *at: steps.append(("c", _cubic(steps[-1], at[:4]))))
    drawing.set_cubic_to_func(lambda *at: steps.append(("c", at[:6])))
    drawing.set_close_path_func(lambda _: steps.append(("h", ())))
    _shaper(name).draw_glyph(number, drawing, None)
    return tuple(steps)


def unseen(name: str, text: str, *, right_to_left: bool) -> str:
    """Give the letters of ``text`` that the font has, in the order of the eye."""
    from bidi.mirror import MIRRORED  # type: ignore[import-untyped]

    letters = [each for each in text if ord(each) in font(name).face.charToGlyph]
    if right_to_left:
        letters = [MIRRORED.get(each, each) for each in reversed(letters)]
    return "".join(letters)


@cache
def _shaper(name: str) -> "uharfbuzz.Font":
    import uharfbuzz

    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(file_of(name).read_bytes())))


def _cubic(last: Step, at: tuple[float, ...]) -> tuple[float, ...]:
    """Give a curve with one control point, from where the pen is, as one with two."""
    *_, x, y = last[1]
    middle_x, middle_y, end_x, end_y = at
    return (
        x + (middle_x - x) * 2 / 3,
        y + (middle_y - y) * 2 / 3,
        end_x + (middle_x - end_x) * 2 / 3,
        end_y + (middle_y - end_y) * 2 / 3,
        end_x,
        end_y,
    )
