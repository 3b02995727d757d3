"""The marks of kinds and other small signs, from the same drawings as on screen."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from spinecounsel.document.look import colour
from spinecounsel.paths import resources_folder

if TYPE_CHECKING:
    from spinecounsel.document.tagging import TaggedCanvas

BOX = 24
STAR = 11.0
_TOKEN = re.compile(r"([A-Za-z])|(-?(?:\d+\.?\d*|\.\d+))")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "O": 3, "R": 5}


def draw_mark(canvas: Canvas, name: str, x: float, y: float, size: float) -> None:
    """Draw the mark of a kind (``resources/icons/kinds.toml``); (x, y) is its lower left corner."""

    def paint() -> None:
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        for layer in _kinds()[name]:
            _draw_layer(canvas, layer)

    scale = (size / BOX, -size / BOX)
    cast("TaggedCanvas", canvas).draw_again(f"mark_{name}", paint, scale, x, y + size)


def draw_star(canvas: Canvas, x: float, y: float) -> None:
    """Draw the star of what matters to the patient, as a sign of a small text."""

    def paint() -> None:
        canvas.setFillColor(colour("action"))
        canvas.drawPath(_path(canvas, _star()), stroke=0, fill=1)

    scale = (STAR / BOX, -STAR / BOX)
    cast("TaggedCanvas", canvas).draw_again("star", paint, scale, x - 1, y + STAR - 2.2)


def draw_discs(canvas: Canvas, filled: int, x: float, y: float, size: float) -> None:
    """Draw four discs, ``filled`` of them full; (x, y) is the lower left corner of the first."""

    def paint() -> None:
        canvas.setStrokeColor(colour("ink2"))
        canvas.setFillColor(colour("ink2"))
        canvas.setLineWidth(0.12)
        for place in range(4):
            middle = 0.5 + place * 1.25
            canvas.circle(middle, 0.5, 0.43, stroke=1, fill=int(place < filled))

    cast("TaggedCanvas", canvas).draw_again(f"discs_{filled}", paint, (size, size), x, y)


@cache
def _kinds() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((resources_folder() / "icons" / "kinds.toml").read_text("utf-8"))


@cache
def _star() -> str:
    icons = tomllib.loads((resources_folder() / "icons" / "icons.toml").read_text("utf-8"))
    return str(icons["star"]["line"])


def _draw_layer(canvas: Canvas, layer: dict[str, Any]) -> None:
    fill, stroke = layer.get("fill", ""), layer.get("stroke", "")
    if fill:
        canvas.setFillColor(colour(fill))
    if stroke:
        canvas.setStrokeColor(colour(stroke))
        canvas.setLineWidth(layer.get("width", 1))
        canvas.setDash(layer.get("dash", []))
    path = _path(canvas, layer["path"])
    canvas.drawPath(path, stroke=int(bool(stroke)), fill=int(bool(fill)))


def _path(canvas: Canvas, text: str) -> PDFPathObject:
    path = canvas.beginPath()
    x = y = 0.0
    for letter, numbers in _commands(text):
        x, y = _step(path, letter, numbers, (x, y))
    return path


def _step(
    path: PDFPathObject, letter: str, n: list[float], here: tuple[float, float]
) -> tuple[float, float]:
    """Do one command of a path and give where the pen then is."""
    x, y = here if letter.islower() else (0.0, 0.0)
    match letter.upper():
        case "M" | "L":
            here = (x + n[0], y + n[1])
            (path.moveTo if letter.upper() == "M" else path.lineTo)(*here)
        case "H" | "V":
            here = (x + n[0], here[1]) if letter.upper() == "H" else (here[0], y + n[0])
            path.lineTo(*here)
        case "C":
            here = (x + n[4], y + n[5])
            path.curveTo(x + n[0], y + n[1], x + n[2], y + n[3], *here)
        case "O":
            path.circle(*n)
        case "R":
            path.roundRect(*n)
        case _:
            path.close()
    return here


def _commands(text: str) -> Iterator[tuple[str, list[float]]]:
    letter, numbers = "", list[float]()
    for found in _TOKEN.finditer(text):
        if found[1]:
            letter = found[1]
            if letter in "zZ":
                yield letter, []
            continue
        numbers.append(float(found[2]))
        if len(numbers) == _COUNTS[letter.upper()]:
            yield letter, numbers
            numbers = []
            letter = {"M": "L", "m": "l"}.get(letter, letter)
