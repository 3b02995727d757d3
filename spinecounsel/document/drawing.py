"""Lines of text on the canvas: plain strings, and outlines of joined letters."""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.pdfgen.textobject import PDFTextObject

from spinecounsel.document.fonts import font
from spinecounsel.document.lines import Line, Piece
from spinecounsel.document.look import colour
from spinecounsel.document.shaping import outline, unseen
from spinecounsel.document.tagging import TaggedCanvas


def draw_line(paper: TaggedCanvas, line: Line, x: float, y: float) -> None:
    """Draw a line from ``x``, on the baseline ``y``."""
    for piece in _in_one_go(line.seen()):
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
    made: list[Piece] = []
    for piece in pieces:
        if made and _alike(made[-1], piece):
            made[-1] = _together(made[-1], piece)
        else:
            made.append(piece)
    return made


def _alike(one: Piece, other: Piece) -> bool:
    """Whether two pieces can be one: shapes or plain text both, a space with either."""
    drawn = [bool(each.glyphs) for each in (one, other) if each.text.strip()]
    return len(set(drawn)) < 2 and (one.font, one.size, one.colour, one.level) == (
        other.font,
        other.size,
        other.colour,
        other.level,
    )


def _together(left: Piece, right: Piece) -> Piece:
    """Give two pieces as one; from right to left the right one is read first."""
    text = right.text + left.text if left.level % 2 else left.text + right.text
    moved = tuple(replace(each, across=each.across + left.width) for each in right.glyphs)
    width = left.width + right.width
    return replace(left, text=text, width=width, glyphs=left.glyphs + moved)
