"""The two vertebrae at the top of the neck from the front, which look like no other."""

from PySide6.QtGui import QPainterPath

from ui.widgets.spine.line import Curve, mirrored

_RING: tuple[Curve, ...] = (
    ((10, -3), (13, -10), (20, -12)),
    ((26, -13), (31, -13), (34, -9)),
    ((41, -7), (52, -8), (55, -3)),
    ((57, 4), (50, 7), (44, 6)),
    ((40, 6), (38, 10), (34, 13)),
    ((28, 18), (20, 18), (15, 13)),
    ((12, 9), (7, 8), (0, 9)),
)
_PEG: tuple[Curve, ...] = (
    ((6, -53), (10, -48), (9.5, -40)),
    ((9, -34), (8, -29), (10.5, -25)),
    ((17, -26), (29, -23), (31, -13)),
    ((31, -7), (23, -3), (22.5, 3)),
    ((22.5, 9), (24, 12), (23, 17)),
    ((16, 15.5), (8, 15), (0, 15)),
)


def atlas(y: float) -> QPainterPath:
    """Give C1: the front arch, the two masses that carry the skull, and the side processes."""
    return mirrored((0, -1), _RING, y)


def axis(y: float, height: float) -> QPainterPath:
    """Give C2 with its peg, which stands up behind the arch of C1; bodies are ``height`` high."""
    return mirrored((0, -53), _PEG, y + (height - 36) / 2)
