"""The whole spine from the side, cut through the middle: bodies, discs, processes, canal and cord.

It knows no colour: shapes carry roles.
"""

import math
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from PySide6.QtGui import QPainterPath

from ui.widgets.spine.bones import bones, sacrum
from ui.widgets.spine.line import (
    CANAL,
    FREE,
    GAP,
    SACRUM,
    Local,
    Point,
    Shape,
    Step,
    band,
    canal_middle,
    depth_at,
    path,
    sacral_middles,
    sacrum_depth,
    sacrum_start,
    sizes,
    smooth,
)


class Lies(StrEnum):
    """Where the tumour lies at its level; ``UNKNOWN`` marks the whole vertebra instead."""

    BONE = "bone"
    BESIDE_CORD = "beside the cord"
    IN_CORD = "in the cord"
    UNKNOWN = "not known"


def side_shapes(levels: Sequence[str] = (), lies: Lies = Lies.BONE) -> list[Shape]:
    """Give the drawing from back to front, with a tumour at each of ``levels``."""
    cord, bony = cord_shapes(levels, lies), bony_shapes(levels, lies)
    return [*ground_shapes(), *cord, *bones(), *bony]


def ground_shapes() -> list[Shape]:
    """Give what lies behind all else."""
    return [sacrum(), _canal()]


def cord_shapes(levels: Sequence[str], lies: Lies) -> list[Shape]:
    """Give what lies in the canal: cord, nerves, and a tumour that is there."""
    inside = [] if lies is Lies.BONE else _tumours(levels, lies)
    return [_cord(tuple(levels), lies), *_nerves(), *inside]


def bony_shapes(levels: Sequence[str], lies: Lies) -> list[Shape]:
    """Give the tumours that lie in the bones."""
    return _tumours(levels, lies) if lies is Lies.BONE else []


@cache
def middles() -> dict[str, Point]:
    """Give the middle of each level on the sheet."""
    found = {level: Local(size.middle)(0, 0) for level, size in sizes().items()}
    for number, below in enumerate(sacral_middles(), 1):
        found[f"S{number}"] = Local(sacrum_start() + below)(0, 0)
    found["Co"] = Local(sacrum_start() + SACRUM + 26)(0, 0)
    return found


def _canal_end() -> float:
    return sacrum_start() + 84


@cache
def _canal() -> Shape:
    start, end = sacrum_start(), _canal_end()
    front, back = [], []
    for place in range(91):
        along = 2.0 + (end - 2.0) * place / 90
        narrow = max(0.0, (along - start) / (end - start)) ** 1.6  # inside the sacrum
        here, wall = Local(along), depth_at(along) / 2 + GAP
        front.append(here(wall, 0))
        back.append(here(wall + CANAL * (1 - 0.86 * narrow), 0))
    return Shape("canal", "canal", band(front, back))


def _cone() -> float:
    """Where the cord ends."""
    size = sizes()["L1"]
    return size.middle + size.height / 2 + 4


@cache
def _cord(levels: tuple[str, ...], lies: Lies) -> Shape:
    """Two swellings, pressed in (or swollen) at the tumour, ending as a cone at L1 to L2."""
    cone = _cone()
    marked = [sizes()[level].middle for level in levels if level in FREE]
    pressed = {Lies.BONE: 5.6, Lies.BESIDE_CORD: 4.4, Lies.IN_CORD: 0.0, Lies.UNKNOWN: 0.0}[lies]
    swollen = 5.0 if lies is Lies.IN_CORD else 0.0
    front, back = [], []
    for place in range(161):
        along = 2.0 + (cone - 2.0) * place / 160
        near = max((math.exp(-(((along - at) / 13) ** 2)) for at in marked), default=0.0)
        width = _cord_width(along, cone) + swollen * near
        middle, here = canal_middle(along), Local(along)
        front.append(here(middle - width / 2 + pressed * near, 0))
        back.append(here(middle + width / 2 + pressed * 0.42 * near, 0))
    return Shape("cord", "cord", band(front, back))


def _cord_width(along: float, cone: float) -> float:
    arms, legs = sizes()["C5"].middle, sizes()["T11"].middle + 12
    width = 9.2 + 2.2 * math.exp(-(((along - arms) / 42) ** 2))
    width += 2.2 * math.exp(-(((along - legs) / 40) ** 2))
    return width * min(1.0, float(max(0.04, (cone - along) / 46) ** 0.8))


@cache
def _nerves() -> tuple[Shape, ...]:
    """The nerves below the cone."""
    start, cone, end = sacrum_start(), _cone(), _canal_end()
    found = []
    for strand in (-2, -1, 0, 1, 2):
        points = []
        for place in range(30):
            along = cone - 14 + (end - 8 - abs(strand) * 12 - cone) * place / 29
            spread = 0.55 + 0.45 * min(1.0, place / 9)
            narrow = 1 - 0.5 * max(0.0, (along - start) / (end - start))
            middle = depth_at(along) / 2 + GAP + CANAL / 2 * narrow
            points.append(Local(along)(middle + strand * 2.3 * spread * narrow, 0))
        found.append(Shape("nerve", "nerve", path(smooth(points), closed=False)))
    return tuple(found)


def _tumours(levels: Sequence[str], lies: Lies) -> list[Shape]:
    return [shape for level in levels if (shape := _tumour(level, lies)) is not None]


def _tumour(level: str, lies: Lies) -> Shape | None:
    if lies is Lies.UNKNOWN:
        return None
    if level not in FREE:
        return Shape("tumour", level, _blob(*_below(level)))
    size = sizes()[level]
    here = Local(size.middle)
    if lies is Lies.BONE:
        return Shape("tumour", level, path(_bulging(here, size.height, size.depth)))
    middle = size.depth / 2 + GAP + CANAL / 2
    if lies is Lies.BESIDE_CORD:
        return Shape("tumour", level, _blob(here, middle - 5.2, 4.6, min(11.0, size.height * 0.5)))
    return Shape("tumour", level, _blob(here, middle, 4.4, min(13.0, size.height * 0.6)))


def _below(level: str) -> tuple[Local, float, float, float]:
    if level == "Co":
        return Local(sacrum_start() + SACRUM + 22), 0.0, 6.5, 11.0
    below = sacral_middles()[int(level[1:]) - 1]
    return Local(sacrum_start() + below), 1.0, sacrum_depth(below) * 0.34, 9.5


def _blob(here: Local, back: float, wide: float, high: float) -> QPainterPath:
    """A round mass, a little uneven."""
    bow = 0.56
    return path(
        [
            ("M", [here(back, -high)]),
            (
                "C",
                [
                    here(back + wide * bow * 1.2, -high),
                    here(back + wide, -high * bow),
                    here(back + wide, 0),
                ],
            ),
            ("C", [here(back + wide, high * bow), here(back + wide * bow, high), here(back, high)]),
            (
                "C",
                [
                    here(back - wide * bow * 1.1, high),
                    here(back - wide, high * bow),
                    here(back - wide, 0),
                ],
            ),
            (
                "C",
                [here(back - wide, -high * bow), here(back - wide * bow, -high), here(back, -high)],
            ),
        ]
    )


def _bulging(here: Local, height: float, depth: float) -> list[Step]:
    """In the back half of the body, bulging into the canal."""
    back = depth * 0.5
    return [
        ("M", [here(-depth * 0.06, -height * 0.16)]),
        (
            "C",
            [
                here(depth * 0.06, -height * 0.46),
                here(depth * 0.34, -height * 0.42),
                here(back, -height * 0.34),
            ],
        ),
        (
            "C",
            [
                here(back + 8.2, -height * 0.36),
                here(back + 10.4, height * 0.08),
                here(back + 6.6, height * 0.36),
            ],
        ),
        (
            "C",
            [
                here(back + 1, height * 0.5),
                here(depth * 0.2, height * 0.46),
                here(depth * 0.06, height * 0.36),
            ],
        ),
        (
            "C",
            [
                here(-depth * 0.08, height * 0.26),
                here(-depth * 0.16, height * 0.04),
                here(-depth * 0.06, -height * 0.16),
            ],
        ),
    ]
