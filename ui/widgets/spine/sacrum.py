"""Sacrum and coccyx from the front; x is 0 in the middle, the top is at 0."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from ui.widgets.spine.line import Curve, Shape, Step, mirrored, path

_EDGE: tuple[Curve, ...] = (
    ((30, 9), (44, 7), (47, 4)),
    ((52, 12), (62, 9), (74, 12)),
    ((88, 14), (98, 22), (97, 34)),
    ((96, 52), (88, 68), (86, 86)),
    ((84, 104), (70, 112), (62, 128)),
    ((54, 146), (50, 160), (42, 176)),
    ((34, 192), (28, 198), (24, 210)),
    ((22, 218), (14, 219), (0, 219)),
)
_HOLES = ((38.0, 8.0, 6.2), (33.0, 7.0, 5.6), (27.5, 6.0, 5.0), (22.0, 5.0, 4.2))
_TAIL = ((12.0, 11.0), (9.0, 9.5), (6.5, 8.0), (4.5, 6.5))


def sacrum_front(row: float) -> list[Shape]:
    """Give the sacrum over five rows: disc above, outline, lines where the parts grew, openings."""
    found = [_disc(), Shape("sacrum", "S1", mirrored((0, 9), _EDGE))]
    for number, (across, wide, high) in enumerate(_HOLES, 1):
        y = row * number
        found.append(Shape("seam", f"S{number}", _seam(across - wide * 0.7, y)))
        both = [oval(side * across, y, wide, high) for side in (-1, 1)]
        found += [Shape("opening", f"S{number}", each) for each in both]
    return found


def coccyx(top: float) -> list[QPainterPath]:
    """Give the four small bones below the sacrum."""
    found, y = [], top + 1.0
    for half, high in _TAIL:
        made = QPainterPath()
        made.addRoundedRect(-half, y, half * 2, high - 1.2, high * 0.4, high * 0.4)
        found.append(made)
        y += high
    return found


def oval(x: float, y: float, across: float, down: float) -> QPainterPath:
    """Give an ellipse round (x, y)."""
    made = QPainterPath()
    made.addEllipse(QPointF(x, y), across, down)
    return made


def _disc() -> Shape:
    steps: list[Step] = [
        ("M", [(-44, -4)]),
        ("L", [(44, -4)]),
        ("Q", [(49, 1), (45, 8)]),
        ("Q", [(0, 13), (-45, 8)]),
        ("Q", [(-49, 1), (-44, -4)]),
    ]
    return Shape("disc", "S1", path(steps))


def _seam(half: float, y: float) -> QPainterPath:
    return path([("M", [(-half, y)]), ("Q", [(0, y + 3), (half, y)])], closed=False)
