"""Lines of text on the canvas: plain strings, and outlines of joined letters."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from reportlab.pdfgen.textobject import PDFTextObject

from spinecounsel.document.fonts import font
from spinecounsel.document.lines import Line, Piece
from spinecounsel.document.look import colour
from spinecounsel.document.shaping import Glyph, outline, unseen
from spinecounsel.document.tagging import TaggedCanvas


def draw_line(paper: TaggedCanvas, line: Line, x: float, y: float) -> None:
    """Draw a line from ``x``, on the baseline ``y``."""
    draw_lines(paper, ((line, x, y),))


def draw_lines(paper: TaggedCanvas, lines: Iterable[tuple[Line, float, float]]) -> None:
    """Draw lines, each from its x on its baseline."""
    plain: list[tuple[Sequence[Piece], float, float]] = []
    for line, x, y in lines:
        pieces = line.seen()
        if any(piece.glyphs for piece in pieces):
            _draw_shaped(paper, pieces, x, y)
        else:
            plain.append((pieces, x, y))
    if plain:
        paper.draw_plain(_operators(paper, plain))


def _operators(
    paper: TaggedCanvas, lines: Sequence[tuple[Sequence[Piece], float, float]]
) -> Iterator[str]:
    """Give what draws plain lines: a text object of ReportLab for each would take far longer."""
    last: tuple[str, float, str] | None = None
    for pieces, x, y in lines:
        yield f"1 0 0 1 {x:.2f} {y:.2f} Tm"
        letters: list[str] = []
        for piece in pieces:
            for name, text in paper.encoded(piece.font, piece.text):
                look = (name, piece.size, piece.colour)
                if look != last:
                    if letters:
                        yield f"({''.join(letters)}) Tj"
                    yield f"{name} {piece.size:.2f} Tf {_fill(piece.colour)}"
                    letters, last = [], look
                letters.append(text)
        if letters:
            yield f"({''.join(letters)}) Tj"


@cache
def _fill(role: str) -> str:
    here = colour(role)
    return f"{here.red:.4f} {here.green:.4f} {here.blue:.4f} rg"


def _draw_shaped(paper: TaggedCanvas, pieces: Sequence[Piece], x: float, y: float) -> None:
    """Draw a line with joined letters in it."""
    for piece in _in_one_go(pieces):
        paper.setFillColor(colour(piece.colour))
        text = paper.beginText(x, y)
        text.setFont(piece.font, piece.size)
        if piece.glyphs:
            _draw_joined(paper, piece, text)
        else:
            text.textOut(piece.text)
            paper.drawText(text)
        x += piece.width


def _draw_joined(paper: TaggedCanvas, piece: Piece, text: PDFTextObject) -> None:
    """Draw shapes, and their letters unseen."""
    x, y = text.getCursor()
    for glyph in piece.glyphs:
        place = (x + glyph.across, y + glyph.up, glyph.scale)
        paper.draw_outline(f"{glyph.font}{glyph.number}", outline(glyph.font, glyph.number), place)
    letters = unseen(piece.font, piece.text, right_to_left=piece.level % 2 == 1)
    wide = font(piece.font).stringWidth(letters, piece.size)
    text.setTextRenderMode(3)  # unseen
    text.setHorizScale(100 * piece.width / wide if wide else 100)
    text.textOut(letters)
    text.setHorizScale(100)
    text.setTextRenderMode(0)
    paper.drawText(text)


def _in_one_go(pieces: Sequence[Piece]) -> list[Piece]:
    """Join neighbours that are drawn alike, so that a line of plain text is one string."""
    runs: list[list[Piece]] = []
    joined: bool | None = None  # whether the last run has shapes; None while it is only space
    for piece in pieces:
        shapes = bool(piece.glyphs) if piece.text.strip() else None
        fits = None in {joined, shapes} or joined == shapes
        if runs and fits and _look(runs[-1][0]) == _look(piece):
            runs[-1].append(piece)
            joined = joined if shapes is None else shapes
        else:
            runs.append([piece])
            joined = shapes
    return [_together(run) for run in runs]


def _look(piece: Piece) -> tuple[str, float, str, int]:
    return piece.font, piece.size, piece.colour, piece.level


def _together(run: list[Piece]) -> Piece:
    """Give pieces as one; from right to left the last one is read first."""
    first = run[0]
    glyphs: list[Glyph] = []
    x = 0.0
    for piece in run:
        glyphs += [replace(each, across=each.across + x) for each in piece.glyphs]
        x += piece.width
    read = reversed(run) if first.level % 2 else run
    text = "".join(piece.text for piece in read)
    return replace(first, text=text, width=x, glyphs=tuple(glyphs))
