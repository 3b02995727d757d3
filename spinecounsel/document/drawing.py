"""Lines of text on the canvas: plain strings, and shapes of joined letters one by one."""

from collections.abc import Sequence

from spinecounsel.document.lines import Line, Piece
from spinecounsel.document.look import colour
from spinecounsel.document.tagging import TaggedCanvas


def draw_line(paper: TaggedCanvas, line: Line, x: float, y: float) -> None:
    """Draw a line from ``x``, on the baseline ``y``."""
    pieces = line.seen()
    if not any(piece.glyphs for piece in pieces):
        _draw_pieces(paper, pieces, x, y)
        return
    with paper.spoken_as("".join(piece.text for piece in line.pieces)):
        _draw_pieces(paper, pieces, x, y)


def _draw_pieces(paper: TaggedCanvas, pieces: Sequence[Piece], x: float, y: float) -> None:
    text = paper.beginText(x, y)
    for piece in _joined(pieces):
        text.setFont(piece.font, piece.size)
        text.setFillColor(colour(piece.colour))
        at = x
        for glyph in piece.glyphs:
            text.setTextOrigin(at + glyph.across, y + glyph.up)
            text.textOut(glyph.character)
            at += glyph.advance
        x += piece.width
        if piece.glyphs:
            text.setTextOrigin(x, y)
        else:
            text.textOut(piece.text)
    paper.drawText(text)


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Join neighbours that are drawn alike, so that a line of plain text is one string."""
    made: list[Piece] = []
    for piece in pieces:
        last = made[-1] if made else None
        if last and not (last.glyphs or piece.glyphs) and _alike(last, piece):
            whole = last.text + piece.text
            wide = last.width + piece.width
            made[-1] = Piece(whole, piece.font, piece.size, piece.colour, piece.level, wide)
        else:
            made.append(piece)
    return made


def _alike(one: Piece, other: Piece) -> bool:
    return (one.font, one.size, one.colour, one.level) == (
        other.font,
        other.size,
        other.colour,
        other.level,
    )
