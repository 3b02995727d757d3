"""The same content by fpdf2."""

from itertools import groupby

from fpdf import FPDF  # type: ignore[import-not-found]

from benchmarks import paper_content
from benchmarks.paper_content import Block
from spinecounsel.document.fonts import BASE, FAMILIES, file_of
from spinecounsel.document.look import (
    BODY,
    BOTTOM,
    MARGIN,
    PART,
    SECTION,
    TITLE,
    TOP,
    TOPIC,
    WIDTH,
    scaled,
)

_LOOKS = {"H1": TITLE, "H2": SECTION, "H3": PART, "H4": TOPIC, "P": BODY, "LI": BODY}


def made(blocks: tuple[Block, ...], size: float) -> bytes:
    """Give the pages, their text ``size`` points high."""
    paper = _Paper(unit="pt", format="A4")
    paper.set_margins(MARGIN, TOP, MARGIN)
    paper.set_auto_page_break(auto=True, margin=BOTTOM)
    for name in FAMILIES:
        paper.add_font(name, "", str(file_of(name)))
        paper.add_font(name, "B", str(file_of(f"{name}-Bold")))
    paper.set_fallback_fonts([name for name in FAMILIES if name != BASE], exact_match=False)
    paper.add_page()
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        if kind == "TR":
            _write_rows(paper, list(run), size)
            continue
        for block in run:
            _write(paper, block, size)
    return bytes(paper.output())


class _Paper(FPDF):  # type: ignore[misc]
    def footer(self) -> None:
        """Write the number of the page."""
        self.set_y(-30)
        self.set_font(BASE, "", 8.5)
        self.cell(0, 10, f"Page {self.page_no()}", align="R")


def _write(paper: FPDF, block: Block, size: float) -> None:
    if block.people:
        _draw_people(paper, block.people)
    elif block.signature:
        y = paper.get_y()
        for from_x, from_y, to_x, to_y in paper_content.lines(block.signature):
            paper.line(MARGIN + from_x, y + from_y, MARGIN + to_x, y + to_y)
        paper.set_y(y + paper_content.PAD[1])
    else:
        look = scaled(_LOOKS[block.kind], size / BODY.size)
        paper.set_font(BASE, "B" if look.bold else "", look.size)
        paper.set_y(paper.get_y() + look.before)
        paper.multi_cell(WIDTH, look.leading, " ".join(block.cells), align="L")
        paper.set_y(paper.get_y() + look.after)


def _draw_people(paper: FPDF, people: tuple[int, int]) -> None:
    """Draw everybody at the right, beside the words before."""
    high = paper_content.height(people)
    top = max(paper.get_y() - high, TOP)
    left = MARGIN + WIDTH - 153
    for x, y, size, filled in paper_content.squares(people):
        paper.rect(left + x, top + high - y - size, size, size, style="F" if filled else "D")


def _write_rows(paper: FPDF, rows: list[Block], size: float) -> None:
    paper.set_font(BASE, "", size)
    with paper.table(width=WIDTH, line_height=size * 1.38, align="L") as table:
        for block in rows:
            row = table.row()
            for cell in block.cells:
                row.cell(cell)
