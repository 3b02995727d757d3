"""Words set in fonts, and lines of words: broken at spaces only, in any script."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from spinecounsel.document.characters import (
    NO_BREAK,
    cleaned,
    clusters,
    in_order_of_the_eye,
    is_joined,
    levels,
)
from spinecounsel.document.fonts import Fonts, plain_width
from spinecounsel.document.look import Style
from spinecounsel.document.shaping import Glyph, shaped

_WORD = re.compile(r"[^ \n]*(?: +|\n|$)")
Spans = tuple[tuple[str, Style], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that are drawn in one go; ``glyphs`` only where letters join."""

    text: str
    font: str
    size: float
    colour: str
    level: int
    width: float
    glyphs: tuple[Glyph, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A word and the space behind it, with their widths; ``last`` where a line ends by itself."""

    pieces: tuple[Piece, ...]
    space: tuple[Piece, ...]
    width: float
    hanging: float
    last: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one line, and its direction; ``width`` is without the space at its end."""

    words: tuple[Word, ...]
    base: int
    width: float

    @property
    def hanging(self) -> float:
        """Give the width of the space at its end."""
        return self.words[-1].hanging if self.words else 0

    def seen(self) -> tuple[Piece, ...]:
        """Give all pieces from left to right; the space at the end has the line's own level."""
        pieces = [piece for word in self.words for piece in (*word.pieces, *word.space)]
        own = len(pieces) - (len(self.words[-1].space) if self.words else 0)
        of_line = [piece.level if at < own else self.base for at, piece in enumerate(pieces)]
        if not any(of_line):
            return tuple(pieces)
        return tuple(pieces[place] for place in in_order_of_the_eye(of_line))


def _word(pieces: tuple[Piece, ...], space: tuple[Piece, ...], *, last: bool = False) -> Word:
    width = sum(piece.width for piece in pieces)
    return Word(pieces, space, width, sum(piece.width for piece in space), last)


def _line(words: list[Word], base: int) -> Line:
    whole = sum(word.width + word.hanging for word in words)
    return Line(tuple(words), base, whole - (words[-1].hanging if words else 0))


class Typesetter:
    """Sets text in the fonts of one document."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._made: dict[tuple[str, str, float, str, int], Piece] = {}
        self._known: dict[Style, dict[str, Word]] = {}

    def words(self, spans: Spans) -> tuple[tuple[Word, ...], int]:
        """Give the words of a paragraph, and its direction (0 or 1)."""
        clean = [(cleaned(text), style) for text, style in spans]
        whole = "".join(text for text, _ in clean).rstrip()
        base, *each = levels(whole)
        if not any(each):
            return tuple(self._plain_words(clean, len(whole))), 0
        styles = [style for text, style in clean for _ in text]
        made = []
        for found in _WORD.finditer(whole):
            start, end = found.span()
            if start < end:
                letters = zip(found.group(), styles[start:end], each[start:end], strict=True)
                made.append(self._word(list(letters)))
        return tuple(made), base

    def _plain_words(self, spans: Sequence[tuple[str, Style]], length: int) -> list[Word]:
        """Give the words of the first letters, all from left to right; ``length`` says how many.

        A word that runs over into another span is one.
        """
        made: list[Word] = []
        is_open = False
        last = None
        for whole, style in spans:
            text = whole[:length]
            length -= len(text)
            known = self._known.setdefault(style, {})
            for letters in filter(None, _WORD.findall(text)):
                word = known.get(letters) or self._known_word(letters, style)
                if is_open:
                    before = made.pop()
                    if not word.pieces and last:
                        # A blank that is drawn by itself at the end of a line is not read.
                        word = self._known_word(letters, last)
                    word = self._spaced(before.pieces + word.pieces, word.space, last=word.last)
                made.append(word)
                is_open = not word.space
            last = style
        return made

    def _known_word(self, text: str, style: Style) -> Word:
        """Give a word of one style from left to right; most words come many times."""
        known = self._known.setdefault(style, {})
        if text not in known:
            letters = text.rstrip(" \n")
            rest = " " * (len(text) - len(letters))
            space = self._known_word(rest, style).space if letters and rest else ()
            space = space or self._run(rest, style, 0)
            pieces = self._run(letters, style, 0)
            known[text] = self._spaced(pieces, space, last=text.endswith("\n"))
        return known[text]

    def lines(
        self, words: tuple[Word, ...], base: int, width: float, first: float = 0
    ) -> tuple[Line, ...]:
        """Break words into lines no wider than ``width``, the first as much more as ``first``."""
        made: list[Line] = []
        line: list[Word] = []
        room = width + first
        for word in self._fitting(words, width):
            if line and word.width > room:
                made.append(_line(line, base))
                line, room = [], width
            line.append(word)
            room -= word.width + word.hanging
            if word.last:
                made.append(_line(line, base))
                line, room = [], width
        return (*made, _line(line, base)) if line else tuple(made)

    def one_line(self, text: str, style: Style, width: float) -> Line:
        """Give ``text`` as one line no wider than ``width``, cut with an ellipsis."""
        lines = self.lines(*self.words(((text, style),)), width)
        if len(lines) < 2:
            return lines[0] if lines else _line([], 0)
        (dots,), _ = self.words((("…", style),))
        first, *_ = self.lines(*self.words(((text, style),)), width - dots.width)
        return _line([*first.words, dots], first.base)

    def _word(self, letters: list[tuple[str, Style, int]]) -> Word:
        word = [each for each in letters if each[0] not in " \n"]
        rest = letters[len(word) :]
        # A line that ends by itself is parted from the next one for who copies or hears it.
        space = self._pieces([(" ", *each[1:]) for each in rest])
        return self._spaced(self._pieces(word), space, last=any(each[0] == "\n" for each in rest))

    def _spaced(self, pieces: tuple[Piece, ...], space: tuple[Piece, ...], *, last: bool) -> Word:
        """Give a word and the space behind it."""
        if space and pieces and pieces[-1].glyphs:
            # In the font of the joined letters before it: they are one string for who copies it.
            like = pieces[-1]
            space = tuple(
                self._piece(each.text, like.font, each.size, each.colour, each.level)
                for each in space
            )
        return _word(pieces, space, last=last)

    def _pieces(self, letters: list[tuple[str, Style, int]]) -> tuple[Piece, ...]:
        made: list[Piece] = []
        for (style, level), run in groupby(letters, key=lambda each: each[1:]):
            made += self._run("".join(each[0] for each in run), style, level)
        return tuple(made)

    def _run(self, text: str, style: Style, level: int) -> tuple[Piece, ...]:
        """Give letters of one style and level, in the fonts that have them."""
        if not text:
            return ()
        faces = self._fonts.faces(text, bold=style.bold)
        return tuple(
            self._piece(part, name, style.size, style.colour, level) for name, part in faces
        )

    def _piece(self, text: str, name: str, size: float, colour: str, level: int) -> Piece:
        key = (text, name, size, colour, level)
        if key not in self._made:
            self._made[key] = _piece(*key)
        return self._made[key]

    def _fitting(self, words: tuple[Word, ...], width: float) -> list[Word]:
        made: list[Word] = []
        for word in words:
            made.extend([word] if word.width <= width else self._cut(word, width))
        return made

    def _cut(self, word: Word, width: float) -> list[Word]:
        """Cut a word that is wider than a whole line, between letters."""
        rows: list[list[Piece]] = [[]]
        for piece in word.pieces:
            text = ""
            room = width - sum(each.width for each in rows[-1])
            for cluster in clusters(piece.text):
                if (text or rows[-1]) and self._like(piece, text + cluster).width > room:
                    rows[-1] += [self._like(piece, text)] if text else []
                    rows.append([])
                    text, room = "", width
                text += cluster
            rows[-1].append(self._like(piece, text))
        cut = [_word(tuple(row), ()) for row in rows[:-1]]
        return [*cut, _word(tuple(rows[-1]), word.space, last=word.last)]

    def _like(self, piece: Piece, text: str) -> Piece:
        return self._piece(text, piece.font, piece.size, piece.colour, piece.level)


def _piece(text: str, name: str, size: float, colour: str, level: int) -> Piece:
    if level % 2 or is_joined(text):
        plain = text.replace(NO_BREAK, " ")
        glyphs, width = shaped(name, plain, size, right_to_left=level % 2 == 1)
        return Piece(text, name, size, colour, level, width, glyphs)
    return Piece(text, name, size, colour, level, plain_width(name, text) * size)
