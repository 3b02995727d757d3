"""Paints the shapes of the spine: what each role looks like in the colours of the theme."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen

from ui.theme.theme import theme
from ui.widgets.spine.line import Shape


class Style(NamedTuple):
    """Roles of the theme (empty for none), the line's width in px, and how opaque it is.

    A line with ``grows`` is as wide in the drawing as elsewhere: it grows with it.
    """

    fill: str
    stroke: str
    width: float = 1.0
    opacity: float = 1.0
    grows: bool = False


ANATOMY: Mapping[str, Style] = {
    "body": Style("bone", "bone_edge", 1.1),
    "sacrum": Style("bone", "bone_edge", 1.1),
    "coccyx": Style("bone", "bone_edge", 1.1),
    "process": Style("bone2", "bone_edge"),
    "disc": Style("disc", "disc_edge", 0.7),
    "canal": Style("canal", "canal_edge", 0.8),
    "cord": Style("cord", "cord_edge", 0.9),
    "nerve": Style("", "cord_edge", 0.95, 0.85),
    "seam": Style("", "bone_edge", 0.8, 0.7),
    "tumour": Style("tumour", "tumour_edge", 0.9),
    "marked": Style("action_soft", "action", 2.0),
    "rib-edge": Style("", "bone_edge", 9.0, 0.42, grows=True),
    "rib": Style("", "bone", 7.4, grows=True),
    "opening": Style("bone2", "bone_edge", 0.8, 0.9),
}
ART: Mapping[str, Style] = {
    "body": Style("sheet", "edge", 1.3),
    "sacrum": Style("sheet", "edge", 1.3),
    "coccyx": Style("sheet", "edge", 1.3),
    "process": Style("paper", "edge", 1.3),
    "disc": Style("well", "edge", 0.9),
    "canal": Style("action_soft", ""),
    "cord": Style("action", ""),
    "nerve": Style("", "action", 1.1),
    "seam": Style("", "edge", 0.6),
}


def paint_shapes(
    painter: QPainter, shapes: Iterable[Shape], styles: Mapping[str, Style] = ANATOMY
) -> None:
    """Paint ``shapes`` in their order; the painter is already moved and scaled to the drawing."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in shapes:
        style = styles[shape.role]
        painter.setOpacity(style.opacity)
        if style.fill:
            painter.fillPath(shape.path, theme().colour(style.fill))
        if style.stroke:
            painter.strokePath(shape.path, _pen(style))
    painter.restore()


def _pen(style: Style) -> QPen:
    pen = QPen(
        theme().colour(style.stroke),
        style.width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )
    pen.setCosmetic(not style.grows)
    return pen
