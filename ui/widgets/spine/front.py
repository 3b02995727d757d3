"""One region of the spine from the front: every vertebra fills one row.

Drawn in a space in which a row is 44 high and x is 0 in the middle; it knows no colour.
"""

from collections.abc import Sequence

from PySide6.QtGui import QPainterPath

from ui.widgets.spine.atlas import atlas, axis
from ui.widgets.spine.line import Point, Shape, Step, path
from ui.widgets.spine.sacrum import coccyx, oval, sacrum_front
from ui.widgets.spine.side import Lies

ROW = 44.0
DISC = ROW * 0.15
BODY = ROW - DISC
LEFT_OF_PATIENT, RIGHT_OF_PATIENT = 1.0, -1.0
"""The patient looks at us: their right is on the left of the picture."""


def front_shapes(
    levels: Sequence[str], marked: Sequence[str], lies: Lies, sides: Sequence[float] = ()
) -> list[Shape]:
    """Give the drawing of ``levels`` from back to front; the arguments are those of its parts."""
    whole = marked if lies is Lies.UNKNOWN else ()
    return [*bone_shapes(levels, whole), *tumour_shapes(levels, marked, lies, sides)]


def bone_shapes(levels: Sequence[str], marked: Sequence[str] = ()) -> list[Shape]:
    """Give the bones of ``levels`` (those of one region, from above); ``marked`` ones look so."""
    rows = {level: ROW * (place + 0.5) for place, level in enumerate(levels)}
    below = [level for level in levels if level[0] in "CTL" and level not in {"C1", "Co"}]
    found = [_disc(level, rows[level]) for level in below]
    if levels[0] == "S1":
        found = sacrum_front(ROW)
    for level, y in rows.items():
        found += _behind(level, y)
    for level, y in reversed(rows.items()):
        found += _before(level, y, marked=level in marked)
    return found


def tumour_shapes(
    levels: Sequence[str], marked: Sequence[str], lies: Lies, sides: Sequence[float] = ()
) -> list[Shape]:
    """Give the tumour, which lies before the bones of ``levels``.

    Args:
        levels: the levels of one region, from above.
        marked: where the tumour is.
        lies: where it lies there; none is drawn where that is not known.
        sides: -1 for the patient's right, 1 for the left, both for both; none for the middle.
    """
    if lies is Lies.UNKNOWN:
        return []
    rows = {level: ROW * (place + 0.5) for place, level in enumerate(levels)}
    return [
        shape
        for level in marked
        if level in rows
        for shape in _tumours(level, rows[level], lies, sides)
    ]


def half_width(levels: Sequence[str]) -> float:
    """Give how far the drawing reaches to each side, with room for a letter there."""
    return {"C": 66.0, "T": 112.0, "L": 98.0, "S": 122.0}[levels[0][0]]


def width_of(level: str) -> float:
    """Give the width of the body of a vertebra, or of what stands for it in the sacrum."""
    if level == "Co":
        return 22.0
    number = int(level[1:]) - 1
    start, step = {"C": (46.0, 1.4), "T": (53.0, 1.75), "L": (76.0, 2.6), "S": (96.0, -16.0)}[
        level[0]
    ]
    return start + step * number


def _disc(level: str, y: float) -> Shape:
    wide, high = width_of(level), y + BODY / 2
    half, bulge = wide * 0.43, wide * 0.475
    steps: list[Step] = [
        ("M", [(-half, high - 3)]),
        ("L", [(half, high - 3)]),
        ("Q", [(bulge, y + ROW / 2), (half, high + DISC + 3)]),
        ("L", [(-half, high + DISC + 3)]),
        ("Q", [(-bulge, y + ROW / 2), (-half, high - 3)]),
    ]
    return Shape("disc", level, path(steps))


def _behind(level: str, y: float) -> list[Shape]:
    """What lies behind the bodies: ribs and side processes."""
    draw = {"C": _neck_side, "T": _chest_side, "L": _low_back_side}.get(level[0])
    if draw is None or level in {"C1", "Co"}:
        return []
    return [shape for side in (-1.0, 1.0) for shape in draw(level, y, side)]


def _before(level: str, y: float, *, marked: bool) -> list[Shape]:
    role = "marked" if marked else "body"
    if level == "C1":
        return [Shape(role, level, atlas(y))]
    if level == "Co":
        return [Shape("coccyx", level, each) for each in coccyx(y - ROW / 2)]
    if level[0] == "S":
        return []
    body = axis(y, BODY) if level == "C2" else _body(level, y)
    return [Shape(role, level, body), *_openings(level, y)]


def _neck_side(level: str, y: float, side: float) -> list[Shape]:
    wide = width_of(level)
    near, far, middle = wide * 0.36, wide * 0.5 + 18, y + 1
    knob: list[Step] = [
        ("M", [(side * near, middle - 8)]),
        ("C", _at(side, (wide * 0.5, middle - 9), (far - 10, middle - 10), (far - 3, middle - 6))),
        ("C", _at(side, (far + 3, middle - 3), (far + 3, middle + 5), (far - 2, middle + 8))),
        ("C", _at(side, (far - 9, middle + 11), (wide * 0.5, middle + 9), (near, middle + 9))),
    ]
    return [
        Shape("process", level, path(knob)),
        Shape("opening", level, oval(side * (wide * 0.5 + 8), middle, 3.4, 4.0)),
    ]


def _chest_side(level: str, y: float, side: float) -> list[Shape]:
    place, wide = int(level[1:]) - 1, width_of(level)
    reach = (25, 26, 26, 25, 24, 23, 22, 21, 19, 16, 12, 9)[place]
    lift = (-5, -6, -7, -8, -8, -8, -7, -6, -5, -3, 0, 2)[place]
    long = (36, 48, 55, 58, 60, 60, 60, 58, 55, 50, 40, 28)[place]
    top, droop, half = y - BODY * 0.30, 5 + (place + 1) * 1.3, wide * 0.5
    rib: list[Step] = [
        ("M", [(side * wide * 0.40, top)]),
        (
            "C",
            _at(
                side,
                (wide * 0.56, top - 6),
                (half + long * 0.55, top - 5),
                (half + long, top + droop),
            ),
        ),
    ]
    middle, tip = y - BODY * 0.14, y - BODY * 0.14 + lift
    out = half + reach
    knob: list[Step] = [
        ("M", [(side * wide * 0.36, middle - 6)]),
        ("C", _at(side, (half, middle - 7), (half + reach * 0.5, tip - 5), (out - 3, tip - 6))),
        ("C", _at(side, (out + 3.5, tip - 6), (out + 3.5, tip + 6), (out - 2, tip + 6))),
        (
            "C",
            _at(side, (half + reach * 0.5, tip + 6), (half, middle + 9), (wide * 0.36, middle + 9)),
        ),
    ]
    line = path(rib, closed=False)
    return [
        Shape("rib-edge", level, line),
        Shape("rib", level, line),
        Shape("process", level, path(knob)),
    ]


def _low_back_side(level: str, y: float, side: float) -> list[Shape]:
    wide, middle = width_of(level), y - BODY * 0.1
    reach = (30, 34, 38, 34, 30)[int(level[1:]) - 1]
    half = wide * 0.5
    out = half + reach
    knob: list[Step] = [
        ("M", [(side * wide * 0.36, middle - 6)]),
        ("C", _at(side, (half, middle - 4), (half + reach * 0.5, middle - 8), (out, middle - 9))),
        ("C", _at(side, (out + 6, middle - 6), (out + 3, middle + 2), (out - 2, middle + 2))),
        (
            "C",
            _at(
                side,
                (half + reach * 0.5, middle + 3),
                (half, middle + 8),
                (wide * 0.36, middle + 9),
            ),
        ),
    ]
    return [Shape("process", level, path(knob))]


def _body(level: str, y: float) -> QPainterPath:
    wide = width_of(level)
    round_, waist, dip = BODY * 0.16, wide * 0.075, BODY * 0.05
    left, right, top, low = -wide / 2, wide / 2, y - BODY / 2, y + BODY / 2
    third = BODY * 0.35
    return path(
        [
            ("M", [(left + round_, top)]),
            ("Q", [(0, top + dip), (right - round_, top)]),
            ("Q", [(right + 1, top), (right, top + round_)]),
            (
                "C",
                [(right - waist, top + third), (right - waist, low - third), (right, low - round_)],
            ),
            ("Q", [(right + 1, low), (right - round_, low)]),
            ("Q", [(0, low - dip), (left + round_, low)]),
            ("Q", [(left - 1, low), (left, low - round_)]),
            ("C", [(left + waist, low - third), (left + waist, top + third), (left, top + round_)]),
            ("Q", [(left - 1, top), (left + round_, top)]),
        ]
    )


def _openings(level: str, y: float) -> list[Shape]:
    """The roots of the arch show through as two ovals, the spinous process as a drop."""
    wide, tip = width_of(level), y + BODY * 0.04
    if level == "C2":
        return []
    roots = [
        Shape("opening", level, oval(side * wide * 0.31, y - BODY * 0.17, wide * 0.062, BODY * 0.2))
        for side in (-1.0, 1.0)
    ]
    drop: list[Step] = [
        ("M", [(0, tip - BODY * 0.14)]),
        ("C", [(-1.2, tip), (-5.4, tip + BODY * 0.12), (-4.6, tip + BODY * 0.28)]),
        ("C", [(-4, tip + BODY * 0.4), (4, tip + BODY * 0.4), (4.6, tip + BODY * 0.28)]),
        ("C", [(5.4, tip + BODY * 0.12), (1.2, tip), (0, tip - BODY * 0.14)]),
    ]
    return [*roots, Shape("opening", level, path(drop))]


def _tumours(level: str, y: float, lies: Lies, sides: Sequence[float]) -> list[Shape]:
    wide = width_of(level)
    if lies is Lies.IN_CORD:
        return [Shape("tumour", level, oval(0, y, 6.5, BODY * 0.46))]
    if lies is Lies.BESIDE_CORD:
        at = 0.0 if len(sides) != 1 else sides[0] * 7
        return [Shape("tumour", level, oval(at, y, 9.0, BODY * 0.36))]
    if level == "C1":
        return [Shape("tumour", level, oval(side * 25, y + 1, 10, 12)) for side in sides or (0.0,)]
    if not sides or level == "Co":
        return [Shape("tumour", level, oval(0, y, min(wide * 0.3, 17), BODY * 0.38))]
    return [Shape("tumour", level, _mass(wide, y, side)) for side in sides]


def _mass(wide: float, y: float, side: float) -> QPainterPath:
    """A mass in one half of the body, beyond its edge."""
    top, low = y - BODY / 2, y + BODY / 2
    return path(
        [
            ("M", [(side * wide * 0.50, top + BODY * 0.1)]),
            (
                "C",
                _at(
                    side,
                    (wide * 0.62, top + BODY * 0.28),
                    (wide * 0.6, low - BODY * 0.2),
                    (wide * 0.49, low - BODY * 0.1),
                ),
            ),
            (
                "C",
                _at(
                    side,
                    (wide * 0.34, low + BODY * 0.02),
                    (wide * 0.12, low - BODY * 0.1),
                    (wide * 0.1, low - BODY * 0.32),
                ),
            ),
            (
                "C",
                _at(
                    side,
                    (wide * 0.06, top + BODY * 0.42),
                    (wide * 0.2, top + BODY * 0.02),
                    (wide * 0.50, top + BODY * 0.1),
                ),
            ),
        ]
    )


def _at(side: float, *points: Point) -> list[Point]:
    return [(side * x, y) for x, y in points]
