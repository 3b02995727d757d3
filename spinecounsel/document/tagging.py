"""The structure of the paper: what is a heading, a row, a figure; and a canvas that tells which.

The sheet makes the tree of nodes in reading order while it makes the flowables.  A flowable that is
drawn opens a marked-content sequence for its node; ``finish`` then writes the tree into the file.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, ClassVar, cast

from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from spinecounsel.document.look import PAGE

Step = tuple[str, tuple[float, ...]]
_ROOM = (-5000, -5000, 10000, 10000)  # an outline is never cut: more than any shape needs


@dataclass(frozen=True, slots=True)
class Content:
    """A marked-content sequence: page (from 0) and its number there."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Area:
    """A place on a page (from 0) that answers to the pointer, in points from its lower left.

    A link where there is a ``url``, else the field that the seal goes into.
    """

    page: int
    box: tuple[float, float, float, float]
    url: str = ""


@dataclass(slots=True)
class Node:
    """An element of the structure tree; ``kind`` is a standard type such as ``P`` or ``TD``."""

    kind: str
    alt: str = ""
    actual: str = ""
    title: str = ""
    ident: str = ""
    attributes: dict[str, dict[str, Any]] = field(default_factory=dict)
    children: list["Node | Content | Area"] = field(default_factory=list)

    def child(self, kind: str, **more: Any) -> "Node":
        """Add and give an element inside this one."""
        made = Node(kind, **more)
        self.children.append(made)
        return made


class TaggedCanvas(Canvas):
    """A canvas on which everything is either a node's content or decoration."""

    page: ClassVar[tuple[float, float]] = PAGE
    _code: list[str]  # ReportLab's: what is drawn on the page so far
    _doc: Any
    _escape: Any

    def __init__(self, base_font: str, *args: Any, **kwargs: Any) -> None:
        # Else every page names a Helvetica that is not embedded.
        super().__init__(*args, **(kwargs | {"initialFontName": base_font}))
        self.base_font = base_font
        self._numbers = 0
        self._open = False
        self._shapes: dict[str, list[str]] = {}
        self._encoded: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}

    @contextmanager
    def content(self, node: Node) -> Iterator[None]:
        """Mark what is drawn inside as the content of ``node``.

        A node of the kind ``Artifact`` stands in no tree: nobody has to hear it.
        """
        if node.kind == "Artifact":
            with self.decoration("Pagination"):
                yield
            return
        node.children.append(Content(self.getPageNumber() - 1, self._numbers))
        opening = f"/{node.kind} <</MCID {self._numbers}>> BDC"
        self._numbers += 1
        with self._marked(opening):
            yield

    @contextmanager
    def decoration(self, kind: str = "Layout") -> Iterator[None]:
        """Mark what is drawn inside as decoration that nobody has to hear."""
        with self._marked(f"/Artifact <</Type /{kind}>> BDC"):
            yield

    def encoded(self, font: str, text: str) -> tuple[tuple[str, str], ...]:
        """Give a text as it stands in the page: parts, each with the name of its part of a font."""
        key = (font, text)
        if key not in self._encoded:
            made: Any = getFont(font)
            self._encoded[key] = tuple(
                (str(made.getSubsetInternalName(part, self._doc)), str(self._escape(codes)))
                for part, codes in made.splitString(text, self._doc)
            )
        return self._encoded[key]

    def draw_plain(self, operators: Iterable[str]) -> None:
        """Draw text by its operators."""
        self._code += ("BT", *operators, "ET")

    def draw_outline(
        self, name: str, steps: tuple[Step, ...], place: tuple[float, float, float]
    ) -> None:
        """Fill an outline at ``place`` (x, y, scale); ``name`` is the same for the same one."""
        if name not in self._shapes:
            lines = [" ".join([*(f"{at:.0f}" for at in n), step]) for step, n in steps]
            self._shapes[name] = [*lines, "f"]
        x, y, scale = place
        self._draw_shape(name, (scale, scale), x, y)

    def draw_again(
        self, name: str, paint: Callable[[], None], scale: tuple[float, float], x: float, y: float
    ) -> None:
        """Draw what ``paint`` draws at 0, scaled and moved; it is called once for each ``name``."""
        if name not in self._shapes:
            before, self._code = self._code, []
            paint()
            self._shapes[name], self._code = self._code, before
        self._draw_shape(name, scale, x, y)

    def _draw_shape(self, name: str, scale: tuple[float, float], x: float, y: float) -> None:
        across, up = scale
        self._code.append(f"q {across:.5f} 0 0 {up:.5f} {x:.3f} {y:.3f} cm")
        self.doForm(name)
        self._code.append("Q")

    @contextmanager
    def _marked(self, opening: str) -> Iterator[None]:
        if self._open:
            raise RuntimeError("marked content lies inside marked content")
        self._code.append(opening)
        self._open = True
        yield
        self._code.append("EMC")
        self._open = False

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End the page; its head and foot are a form that is drawn when all pages are counted."""
        with self.decoration("Pagination"):
            self.doForm(furniture_name(self.getPageNumber()))
        super().showPage()
        self._numbers = 0

    def save(self) -> None:
        """End the last page, draw head and foot of each, and write the file."""
        if self._code:
            self.showPage()
        pages = self.getPageNumber() - 1
        for number in range(1, pages + 1):
            self.beginForm(furniture_name(number), 0, 0, *self.page)
            self.furniture(number, pages)
            self.endForm()
        for name, code in self._shapes.items():
            self.beginForm(name, *_ROOM)
            self._code.extend(code)
            self.endForm()
        self._code = []  # endForm leaves some behind, which would become an empty page
        super().save()

    def furniture(self, number: int, pages: int) -> None:
        """Draw head and foot of page ``number`` of ``pages``."""
        raise NotImplementedError


def draw_squares(
    canvas: Canvas, corners: Sequence[tuple[float, float]], size: float, *, fill: bool
) -> None:
    """Draw squares from their lower left corners, filled or outlined.

    Written as they are: a picture of 1,000 people would take most of the time of a page else.
    """
    side = f"{size:.3f}"
    squares = " ".join(f"{x:.3f} {y:.3f} {side} {side} re" for x, y in corners)
    draw_path(canvas, (squares, "f" if fill else "S"))


def draw_path(canvas: Canvas, operators: Iterable[str]) -> None:
    """Draw a path by its operators."""
    code: list[str] = vars(canvas)["_code"]  # ReportLab's: what is drawn on the page so far
    code.extend(operators)


def furniture_name(number: int) -> str:
    """Give the name of the form with head and foot of a page."""
    return f"furniture{number}"


class Drawn(Flowable):
    """A flowable that knows its canvas is a tagged one."""

    @property
    def paper(self) -> TaggedCanvas:
        """Give the canvas; only while it is drawn."""
        return cast("TaggedCanvas", self.canv)
