"""The same content by plain Platypus: paragraphs, tables, pictures; no tags, no seal."""

import io
from functools import cache
from itertools import groupby
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFontFamily
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from benchmarks import paper_content
from benchmarks.paper_content import Block
from spinecounsel.document.fonts import BASE, Fonts, font
from spinecounsel.document.look import (
    BODY,
    BOTTOM,
    MARGIN,
    PAGE,
    PART,
    SECTION,
    TITLE,
    TOP,
    TOPIC,
    WIDTH,
    scaled,
)
from spinecounsel.document.look import Style as Look
from spinecounsel.document.pictograph import WIDTH as CROWD

_LOOKS = {"H1": TITLE, "H2": SECTION, "H3": PART, "H4": TOPIC, "P": BODY, "LI": BODY}
_GRID = TableStyle(
    [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, -1), 0.5, "grey")]
)


def made(blocks: tuple[Block, ...], size: float) -> bytes:
    """Give the pages, their text ``size`` points high."""
    for name in (BASE, f"{BASE}-Bold"):
        font(name)
    registerFontFamily(BASE, normal=BASE, bold=f"{BASE}-Bold")
    out = io.BytesIO()
    template = SimpleDocTemplate(
        out,
        pagesize=PAGE,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=TOP,
        bottomMargin=BOTTOM,
    )
    template.build(_story(blocks, size), onFirstPage=_foot, onLaterPages=_foot)
    return out.getvalue()


def _story(blocks: tuple[Block, ...], size: float) -> list[Flowable]:
    fonts = Fonts()
    story: list[Flowable] = []
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        found = list(run)
        if kind == "TR":
            rows = [[_text(fonts, cell, "P", size) for cell in block.cells] for block in found]
            wide = len(rows[0])
            story.append(Table(rows, [WIDTH / wide] * wide, style=_GRID, repeatRows=1))
            continue
        for block in found:
            picture = _picture(block)
            if picture is None:
                story.append(_text(fonts, " ".join(block.cells), kind, size))
            else:  # beside the words before it
                words = story.pop()
                story.append(Table([[words, picture]], [WIDTH - CROWD - 9, CROWD + 9], style=_GRID))
    return story


def _picture(block: Block) -> Flowable | None:
    if block.people:
        return _Crowd(block.people)
    return _Signature(block) if block.signature else None


def _text(fonts: Fonts, words: str, kind: str, size: float) -> Paragraph:
    """Give a paragraph; words with letters that its font lacks are set in another one."""
    style = _style(kind, size)
    bold = _LOOKS[kind].bold
    parts = []
    for word in words.split(" "):
        faces = fonts.faces(word, bold=bold)
        parts.append(
            "".join(
                escape(part)
                if name == style.fontName
                else f"<font name='{name}'>{escape(part)}</font>"
                for name, part in faces
            )
        )
    return Paragraph(" ".join(parts), style)


@cache
def _style(kind: str, size: float) -> ParagraphStyle:
    look: Look = scaled(_LOOKS[kind], size / BODY.size)
    return ParagraphStyle(
        kind,
        fontName=f"{BASE}-Bold" if look.bold else BASE,
        fontSize=look.size,
        leading=look.leading,
        spaceBefore=look.before,
        spaceAfter=look.after,
        keepWithNext=look.keep,
    )


class _Crowd(Flowable):
    def __init__(self, people: tuple[int, int]) -> None:
        super().__init__()
        self._people = people
        self.width, self.height = CROWD, paper_content.height(people)

    def draw(self) -> None:
        """Draw everybody, the filled ones and the others each as one path."""
        for wanted in (True, False):
            path = self.canv.beginPath()
            for x, y, size, filled in paper_content.squares(self._people):
                if filled is wanted:
                    path.rect(x, y, size, size)
            self.canv.drawPath(path, fill=wanted, stroke=not wanted)


class _Signature(Flowable):
    def __init__(self, block: Block) -> None:
        super().__init__()
        self._block = block
        self.width, self.height = CROWD, paper_content.PAD[1]

    def draw(self) -> None:
        """Draw the strokes as lines."""
        assert self._block.signature  # noqa: S101 - only such blocks come here
        lines = paper_content.lines(self._block.signature)
        self.canv.lines(
            [(x, self.height - y, to_x, self.height - to_y) for x, y, to_x, to_y in lines]
        )


def _foot(canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.setFont(BASE, 8.5)
    canvas.drawRightString(PAGE[0] - MARGIN, 30, f"Page {document.page}")
