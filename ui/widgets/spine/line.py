"""The line of the spine seen from the side, and how large each vertebra is on it.

Only arithmetic, in a space of about 300 x 1000.  The neck bends forward (left), the chest backward,
the low back forward, the sacrum backward.
"""

import math
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

Point = tuple[float, float]
Step = tuple[str, Sequence[Point]]
Curve = tuple[Point, Point, Point]

CURVE: tuple[Point, ...] = (
    *((121, -14), (117, 8), (111, 36), (104, 64), (102, 92), (107, 120), (119, 150), (136, 182)),
    *((154, 222), (167, 270), (172, 322), (168, 374), (157, 424), (142, 470), (126, 514)),
    *((112, 560), (103, 606), (101, 652), (106, 696), (121, 738), (148, 770), (177, 802)),
    *((198, 838), (207, 876), (203, 910), (188, 936), (166, 952), (148, 960)),
)
"""The middle of the bodies, from the skull down."""

FREE = (
    *(f"C{number}" for number in range(1, 8)),
    *(f"T{number}" for number in range(1, 13)),
    *(f"L{number}" for number in range(1, 6)),
)
"""The vertebrae with discs between them; below come sacrum and coccyx."""

SHEET = (72.0, -18.0, 182.0, 922.0)
"""Left, top, width and height of the drawing."""

SKULL, PROMONTORY = (118.0, 2.0), (116.0, 730.0)
CANAL = 19.0  # width of the canal
GAP = 2.6  # between body and canal
SACRUM = 142.0  # length of the sacrum
SEAMS = (37.0, 69.0, 96.0, 120.0)  # where its five parts grew together, from its top


class Shape(NamedTuple):
    """A piece of the drawing: what it is (``body``, ``disc``, ``cord`` ...) and of which level."""

    role: str
    level: str
    path: QPainterPath


class Size(NamedTuple):
    """A vertebra on the line: arc length of its middle, height, depth, height of the disc below."""

    middle: float
    height: float
    depth: float
    disc: float


class Local:
    """Maps (backward, down), measured from a place on the line, to the sheet."""

    def __init__(self, along: float) -> None:
        line = _line()
        near = max(6, min(len(line) - 7, round(along)))
        above, below = line[near - 6], line[near + 6]
        length = math.dist(above, below)
        self._down = ((below[0] - above[0]) / length, (below[1] - above[1]) / length)
        self._back = (self._down[1], -self._down[0])
        self._origin = line[max(0, min(len(line) - 1, round(along)))]

    def __call__(self, back: float, down: float) -> Point:
        """Give the place on the sheet."""
        return (
            self._origin[0] + self._back[0] * back + self._down[0] * down,
            self._origin[1] + self._back[1] * back + self._down[1] * down,
        )


@cache
def sizes() -> dict[str, Size]:
    """Give the vertebrae from C1 to L5, stretched so that they end at the sacrum."""
    start, end = _along_of(SKULL), _along_of(PROMONTORY)
    plain = {level: _plain_size(level) for level in FREE}
    stretch = (end - start) / sum(height + disc for height, _, disc in plain.values())
    found, along = {}, float(start)
    for level, (height, depth, disc) in plain.items():
        found[level] = Size(along + height * stretch / 2, height * stretch, depth, disc * stretch)
        along += (height + disc) * stretch
    return found


@cache
def sacrum_start() -> float:
    """Give the arc length at which the sacrum begins."""
    last = sizes()[FREE[-1]]
    return last.middle + last.height / 2 + last.disc


def sacrum_depth(below: float) -> float:
    """Give how deep the sacrum is at ``below`` its top."""
    return 42 - 27 * float((below / SACRUM) ** 0.8)


def sacral_middles() -> list[float]:
    """Give how far below the top of the sacrum the middles of its parts are."""
    return [(one + two) / 2 for one, two in pairwise((0.0, *SEAMS, SACRUM))]


def depth_at(along: float) -> float:
    """Give how deep the bodies are at an arc length, without steps."""
    known = [(size.middle, size.depth) for size in sizes().values()]
    if along <= known[0][0]:
        return known[0][1]
    for (above, one), (below, two) in pairwise(known):
        if above <= along <= below:
            return one + (two - one) * (along - above) / (below - above)
    begin = _along_of(PROMONTORY)
    if along > begin:
        return sacrum_depth(max(0.0, min(SACRUM, along - begin)))
    return known[-1][1]


def canal_middle(along: float) -> float:
    """Give how far behind the line the middle of the canal is."""
    return depth_at(along) / 2 + GAP + CANAL / 2


def path(steps: Sequence[Step], *, closed: bool = True) -> QPainterPath:
    """Give the path of ``steps``: M, L, Q or C with their points."""
    made = QPainterPath()
    for letter, places in steps:
        points = [QPointF(x, y) for x, y in places]
        if letter == "M":
            made.moveTo(points[0])
        elif letter == "L":
            made.lineTo(points[0])
        elif letter == "Q":
            made.quadTo(points[0], points[1])
        else:
            made.cubicTo(points[0], points[1], points[2])
    if closed:
        made.closeSubpath()
    return made


def mirrored(start: Point, half: Sequence[Curve], down: float = 0.0) -> QPainterPath:
    """Give the outline whose right half is ``half``, from above to below, moved ``down``."""
    steps: list[Step] = [("M", [(start[0], start[1] + down)])]
    steps += [("C", [(x, y + down) for x, y in curve]) for curve in half]
    corners = [start, *(curve[2] for curve in half)]
    for (one, two, _), end in zip(reversed(half), reversed(corners[:-1]), strict=True):
        steps.append(("C", [(-x, y + down) for x, y in (two, one, end)]))
    return path(steps)


def smooth(points: Sequence[Point]) -> list[Step]:
    """Give curves through the middles of neighbours."""
    steps: list[Step] = [("M", [points[0]])]
    for one, two in pairwise(points[1:]):
        steps.append(("Q", [one, ((one[0] + two[0]) / 2, (one[1] + two[1]) / 2)]))
    steps.append(("L", [points[-1]]))
    return steps


def band(front: Sequence[Point], back: Sequence[Point]) -> QPainterPath:
    """Give the closed band between two edges that run down."""
    return path([*smooth(front), *(("L", [point]) for point in reversed(back))])


def _plain_size(level: str) -> tuple[float, float, float]:
    """Give height, depth and disc of a vertebra before stretching."""
    number = int(level[1:])
    if level == "C1":
        return 9, 20, 2
    if level == "C2":
        return 19, 20, 4.5
    above = number - 1
    if level[0] == "C":
        return 14.2 + 0.35 * (number - 3), 20 + 0.7 * (number - 3), 5.2
    if level[0] == "T":
        return 17.2 + 0.98 * above, 23 + 1.25 * above, 4.1 + 0.2 * above
    return 30.4 + 0.5 * above, 38.5 + 0.9 * above, 9.2 + 0.7 * above


@cache
def _line() -> tuple[Point, ...]:
    """Give points on the line, one unit apart (Catmull-Rom through ``CURVE``)."""
    dense = [*_dense(), CURVE[-1]]
    found, wanted, run = [dense[0]], 1.0, 0.0
    for one, two in pairwise(dense):
        length = math.dist(one, two)
        while run + length >= wanted:
            part = (wanted - run) / length
            found.append((one[0] + (two[0] - one[0]) * part, one[1] + (two[1] - one[1]) * part))
            wanted += 1.0
        run += length
    return tuple(found)


def _dense() -> list[Point]:
    first, last = CURVE[0], CURVE[-1]
    before = (2 * first[0] - CURVE[1][0], 2 * first[1] - CURVE[1][1])
    after = (2 * last[0] - CURVE[-2][0], 2 * last[1] - CURVE[-2][1])
    every = [before, *CURVE, after]
    return [
        (_between(p, 0, step / 40), _between(p, 1, step / 40))
        for p in zip(every, every[1:], every[2:], every[3:], strict=False)
        for step in range(40)
    ]


def _between(points: tuple[Point, Point, Point, Point], axis: int, t: float) -> float:
    a, b, c, d = (point[axis] for point in points)
    cubic = 3 * b - a - 3 * c + d
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + cubic * t**3)


@cache
def _along_of(point: Point) -> int:
    line = _line()
    return min(range(len(line)), key=lambda place: math.dist(line[place], point))
