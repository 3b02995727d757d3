"""The bones of the spine from the side: bodies, discs, processes, sacrum, coccyx."""

import math
from functools import cache

from PySide6.QtGui import QPainterPath

from ui.widgets.spine.line import (
    CANAL,
    FREE,
    GAP,
    SACRUM,
    SEAMS,
    Local,
    Point,
    Shape,
    Size,
    Step,
    band,
    path,
    sacrum_depth,
    sacrum_start,
    sizes,
)


@cache
def bones() -> tuple[Shape, ...]:
    """Give processes, discs, bodies and coccyx, from back to front."""
    processes = [Shape("process", level, _process(level)) for level in reversed(FREE)]
    discs = [Shape("disc", level, _disc(level)) for level in FREE[1:]]
    bodies = [Shape("body", level, _body_of(level)) for level in FREE]
    return (*processes, *discs, *bodies, *_seams(), *_coccyx())


def _body_of(level: str) -> QPainterPath:
    size = sizes()[level]
    here = Local(size.middle)
    if level == "C1":
        return path(_arch_of_c1(here))
    if level == "C2":
        return path(_peg_of_c2(here))
    wedge = {"T": 0.035, "L": -0.03, "C": -0.02}[level[0]]
    return _body(here, size.height, size.depth, wedge)


def _body(here: Local, height: float, depth: float, wedge: float = 0.0) -> QPainterPath:
    round_, waist, dip = min(height, depth) * 0.17, depth * 0.07, height * 0.07
    front, back = -depth / 2, depth / 2
    low, high = height / 2 * (1 - wedge), height / 2 * (1 + wedge)  # half, in front and behind
    middle = (low + high) / 2
    return path(
        [
            ("M", [here(front + round_, -low)]),
            ("Q", [here(0, -middle + dip), here(back - round_, -high)]),
            ("Q", [here(back, -high), here(back, -high + round_)]),
            ("Q", [here(back - waist, 0), here(back, high - round_)]),
            ("Q", [here(back, high), here(back - round_, high)]),
            ("Q", [here(0, middle - dip), here(front + round_, low)]),
            ("Q", [here(front, low), here(front, low - round_)]),
            ("Q", [here(front + waist * 1.5, 0), here(front, -low + round_)]),
            ("Q", [here(front, -low), here(front + round_, -low)]),
        ]
    )


def _arch_of_c1(here: Local) -> list[Step]:
    """The front arch, a small oval before the peg of C2."""
    return [
        ("M", [here(-14, -4.5)]),
        ("C", [here(-9, -6), here(-7, -3), here(-7, 0)]),
        ("C", [here(-7, 4), here(-9.5, 6), here(-14, 4.5)]),
        ("C", [here(-16.5, 3), here(-16.5, -3), here(-14, -4.5)]),
    ]


def _peg_of_c2(here: Local) -> list[Step]:
    return [
        ("M", [here(-9, 9.5)]),
        ("C", [here(-10.5, 4), here(-9, -3), here(-5, -8)]),
        ("C", [here(-5, -14), here(-5.4, -20), here(-3.6, -24)]),
        ("C", [here(-2, -27), here(3, -27), here(4.4, -23.5)]),
        ("C", [here(6, -19), here(5, -13), here(6.5, -8)]),
        ("C", [here(10, -4), here(9, 4), here(10, 9.5)]),
        ("Q", [here(0, 7.6), here(-9, 9.5)]),
    ]


def _disc(level: str) -> QPainterPath:
    size = sizes()[level]
    above, half = Local(size.middle), size.height / 2
    place = FREE.index(level)
    if level == FREE[-1]:
        below, depth, under = Local(sacrum_start() + 12), 41.0, 12.0
    else:
        next_ = sizes()[FREE[place + 1]]
        below, depth, under = Local(next_.middle), next_.depth, next_.height / 2

    def bulge(side: float) -> Point:
        one, two = above(size.depth * side, half), below(depth * side, -under)
        return ((one[0] + two[0]) / 2, (one[1] + two[1]) / 2)

    edge = 0.43
    return path(
        [
            ("M", [above(-size.depth * edge, half - 1.5)]),
            ("L", [above(size.depth * edge, half - 1.5)]),
            ("Q", [bulge(0.54), below(depth * edge, -under + 1.5)]),
            ("L", [below(-depth * edge, -under + 1.5)]),
            ("Q", [bulge(-0.56), above(-size.depth * edge, half - 1.5)]),
        ]
    )


class _Spike:
    """Measures of a spinous process, and a map along and across it."""

    def __init__(self, level: str, size: Size) -> None:
        number = int(level[1:])
        self.length, angle, self.root, self.tip, self._down = _spike(level[0], number, size.height)
        self.angle = math.radians(angle)
        self._start = size.depth / 2 + GAP + CANAL + 0.6
        self._here = Local(size.middle)

    def __call__(self, along: float, across: float) -> Point:
        cos, sin = math.cos(self.angle), math.sin(self.angle)
        back = self._start + cos * along - sin * across
        return self._here(back, self._down + sin * along + cos * across)


def _spike(part: str, number: int, height: float) -> tuple[float, float, float, float, float]:
    """Give length, angle below the normal, thickness at root and tip, and where the root sits."""
    place = number - 1
    if part == "C":
        length = (8, 25, 18, 18, 20, 25, 35)[place]
        angle = (4, 14, 14, 16, 18, 20, 20)[place]
        if number <= 2:
            return length, angle, (9, 14)[place], (7, 11.5)[place], (0, 1)[place]
        return length, angle, 11.5, 7.4, height * 0.1
    if part == "T":
        length = (39, 42, 46, 50, 54, 57, 57, 54, 48, 41, 34, 31)[place]
        angle = (22, 30, 38, 45, 51, 55, 56, 53, 45, 34, 20, 8)[place]
        return length, angle, 15 + 0.5 * number, 6.6 + 2.4 * max(0, number - 9), height * 0.02
    length, angle = (36, 38, 38, 35, 28)[place], (0, -3, -4, -2, 4)[place]
    return length, angle, 20, 25.5 - 0.9 * number, height * 0.22


def _process(level: str) -> QPainterPath:
    at = _Spike(level, sizes()[level])
    return path(_hatchet(at) if level[0] == "L" else _spear(at))


def _hatchet(at: _Spike) -> list[Step]:
    """A narrow neck and a tall blade, the lower corner longer."""
    length, root, tip = at.length, at.root, at.tip
    round_, waist = min(tip * 0.5, 5.0), root * 0.40
    return [
        ("M", [at(0, -root * 0.5)]),
        (
            "C",
            [at(length * 0.16, -waist), at(length * 0.4, -waist), at(length * 0.58, -tip * 0.44)],
        ),
        ("L", [at(length - round_, -tip * 0.5)]),
        ("Q", [at(length, -tip * 0.5), at(length, -tip * 0.5 + round_)]),
        (
            "C",
            [at(length + 1, 0), at(length, tip * 0.2), at(length + 0.5, tip * 0.5 - round_ * 0.2)],
        ),
        ("Q", [at(length, tip * 0.58), at(length - round_, tip * 0.56)]),
        ("C", [at(length * 0.56, tip * 0.46), at(length * 0.4, waist), at(0, root * 0.5)]),
        ("Q", [at(-2.6, 0), at(0, -root * 0.5)]),
    ]


def _spear(at: _Spike) -> list[Step]:
    length, root, tip = at.length, at.root, at.tip
    round_, lean = min(tip * 0.5, 5.0), root * 0.5 * math.tan(at.angle)
    far = length + round_ * 0.5
    return [
        ("M", [at(-lean * 0.55, -root * 0.5)]),
        (
            "C",
            [
                at(length * 0.24, -root * 0.40),
                at(length * 0.56, -tip * 0.58),
                at(length - round_, -tip / 2),
            ],
        ),
        ("C", [at(far, -tip / 2), at(far, tip / 2), at(length - round_, tip / 2)]),
        (
            "C",
            [
                at(length * 0.56, tip * 0.58),
                at(length * 0.26, root * 0.42),
                at(lean * 0.75, root * 0.5),
            ],
        ),
        ("Q", [at(-2.6, 0), at(-lean * 0.55, -root * 0.5)]),
    ]


@cache
def sacrum() -> Shape:
    """One outline: smooth in front, a row of low bumps behind."""
    start, steps = sacrum_start(), [place * SACRUM / 40 for place in range(41)]
    front = [Local(start + below)(-sacrum_depth(below) / 2, 0) for below in steps]
    front[0] = Local(start + 3)(-sacrum_depth(0) / 2, 0)
    front.insert(0, Local(start)(-sacrum_depth(0) / 2 + 4, 0))
    back = [Local(start)(sacrum_depth(0) / 2 + GAP + CANAL + 3, 0)]
    for below in steps:
        part = below / SACRUM
        if below >= 5:
            bump = 3.6 * math.sin((below - 5) / 27 * math.pi) ** 2 * (1 - part)
            wall = (GAP + CANAL + 9) * (1 - part**1.7) * (1 - 0.2 * part)
            back.append(Local(start + below)(sacrum_depth(below) / 2 + wall + bump, 0))
    return Shape("sacrum", "S", band(front, back))


def _seams() -> list[Shape]:
    found = []
    for below in SEAMS:
        here, half = Local(sacrum_start() + below), sacrum_depth(below) / 2 - 1.5
        steps: list[Step] = [("M", [here(-half, 0)]), ("Q", [here(0, 1.6), here(half, 0)])]
        found.append(Shape("seam", "S", path(steps, closed=False)))
    return found


def _coccyx() -> list[Shape]:
    found, along = [], sacrum_start() + SACRUM + 2.5
    for height, depth in ((14.0, 13.0), (12.0, 10.4), (10.0, 8.4), (8.5, 6.4)):
        found.append(Shape("coccyx", "Co", _body(Local(along + height / 2), height, depth)))
        along += height + 1.8
    return found
