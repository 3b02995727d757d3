"""Handwriting as it was made: smooth lines, wider where the pen pressed harder."""

from reportlab.pdfgen.canvas import Canvas

from spinecounsel.document.look import colour
from spinecounsel.document.tagging import draw_path
from spinecounsel.record.signature import Signature, Stroke

_THINNEST, _PRESSED, _STEP = 0.7, 1.5, 0.25
_NEAR = 0.4  # points nearer than this to the last one add nothing on paper

Point = tuple[float, float, float]


def paint_signature(signature: Signature, canvas: Canvas, width: float, height: float) -> None:
    """Draw the strokes of ``signature`` as large as they fit, at the lower left."""
    scale = min(width / signature.aspect, height)
    canvas.saveState()
    canvas.setStrokeColor(colour("pen"))
    canvas.setFillColor(colour("pen"))
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for stroke in signature.strokes:
        _paint_stroke(canvas, _points(stroke, scale * signature.aspect, scale))
    canvas.restoreState()


def _points(stroke: Stroke, width: float, height: float) -> list[Point]:
    """Give the points on paper with the width of the pen, without those too near to matter."""
    made: list[Point] = []
    for x, y, _, pressure in stroke.points:
        point = (x * width, (1 - y) * height, _pen(pressure))
        if not made or abs(point[0] - made[-1][0]) + abs(point[1] - made[-1][1]) >= _NEAR:
            made.append(point)
    return made


def _pen(pressure: float) -> float:
    """Give the width of the line, in few steps so that lines stay long."""
    wide = _THINNEST + _PRESSED * min(max(pressure, 0), 1)
    return round(wide / _STEP) * _STEP


def _paint_stroke(canvas: Canvas, points: list[Point]) -> None:
    if len(points) == 1:
        x, y, wide = points[0]
        canvas.circle(x, y, max(wide, 1) * 0.7, stroke=0, fill=1)
    place = 0
    while place < len(points) - 1:
        x, y, wide = points[place]
        path = [f"{wide:.2f} w {x:.2f} {y:.2f} m"]
        while place < len(points) - 1 and points[place][2] == wide:
            path.append(
                "{:.2f} {:.2f} {:.2f} {:.2f} {:.2f} {:.2f} c".format(*_curve(points, place))
            )
            place += 1
        draw_path(canvas, [*path, "S"])


def _curve(points: list[Point], place: int) -> tuple[float, float, float, float, float, float]:
    """Give the curve from one point to the next that runs on smoothly (Catmull and Rom)."""
    before, here = points[max(place - 1, 0)], points[place]
    there, after = points[place + 1], points[min(place + 2, len(points) - 1)]
    return (
        here[0] + (there[0] - before[0]) / 6,
        here[1] + (there[1] - before[1]) / 6,
        there[0] - (after[0] - here[0]) / 6,
        there[1] - (after[1] - here[1]) / 6,
        there[0],
        there[1],
    )
