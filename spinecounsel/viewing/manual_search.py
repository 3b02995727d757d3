"""Searching the manual: every word has to be found; accents and capitals do not count."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import groupby
from typing import NamedTuple

from spinecounsel.frozen import Frozen
from spinecounsel.viewing.manual import Chapter, Manual
from spinecounsel.viewing.manual_text import Block, Kind, plain

BEFORE, LONGEST = 40, 150  # letters of what is shown: before the first found word, and in all
TITLE, HEADING, TEXT = 0, 1, 2


class Piece(Frozen, frozen=True, kw_only=True):
    """A piece of a line; ``found`` where it is what was searched for."""

    text: str
    found: bool = False
    bold: bool = False


class Found(Frozen, frozen=True, kw_only=True):
    """A place: the chapter, the block to begin at, the title, and the line it was found in."""

    chapter: str
    block: int
    title: str
    line: tuple[Piece, ...]


class Answer(Frozen, frozen=True, kw_only=True):
    """How many places there are, and the first of them."""

    count: int
    first: tuple[Found, ...]


class _Part(NamedTuple):
    """A part of a chapter: the heading, where it begins, its lines, and all of it folded."""

    chapter: Chapter
    heading: str
    start: int
    lines: tuple[tuple[int, str], ...]
    folded: str


def words_of(query: str) -> tuple[str, ...]:
    """Give the words to search for."""
    return tuple(dict.fromkeys(folded(query).split()))


class Index:
    """A manual made ready to be searched at each letter that is typed."""

    def __init__(self, manual: Manual) -> None:
        self._parts = [part for chapter in manual.chapters for part in _parts_of(chapter)]

    def search(self, query: str, most: int) -> Answer:
        """Give the places where all words of ``query`` stand, titles first, ``most`` at most."""
        words = words_of(query)
        if not words:
            return Answer(count=0, first=())
        found = [part for part in self._parts if all(word in part.folded for word in words)]
        found.sort(key=partial(_rank, words=words))
        first = tuple(_found(part, words) for part in found[:most])
        return Answer(count=len(found), first=first)


def pieces(text: str, words: Sequence[str]) -> tuple[Piece, ...]:
    """Cut a line with its marks into pieces, so that what was found can be shown."""
    made: list[Piece] = []
    for place, part in enumerate(text.split("**")):
        marked = _marked(part, words)
        for found, letters in groupby(zip(part, marked, strict=True), key=lambda each: each[1]):
            shown = "".join(letter for letter, _ in letters)
            made.append(Piece(text=shown, found=found, bold=place % 2 == 1))
    return tuple(made)


def folded(text: str) -> str:
    """Give ``text`` in small letters without accents."""
    return "".join(map(_fold, text))


@cache
def _fold(letter: str) -> str:
    parts = unicodedata.normalize("NFKD", letter.casefold())
    return "".join(each for each in parts if not unicodedata.combining(each))


def _marked(text: str, words: Sequence[str]) -> list[bool]:
    """Tell of each letter whether it is of a word that was found."""
    origin = [place for place, letter in enumerate(text) for _ in _fold(letter)]
    whole, marked = folded(text), [False] * len(text)
    for word in words:
        start = whole.find(word)
        while start >= 0:
            for place in origin[start : start + len(word)]:
                marked[place] = True
            start = whole.find(word, start + len(word))
    return marked


def _rank(part: _Part, words: Sequence[str]) -> int:
    for rank, line in ((TITLE, part.chapter.title), (HEADING, part.heading)):
        if all(word in folded(line) for word in words):
            return rank
    return TEXT


def _found(part: _Part, words: Sequence[str]) -> Found:
    """Show the line that has most of the words."""
    place, line = max(part.lines, key=lambda each: sum(word in folded(each[1]) for word in words))
    heading = f"{part.chapter.title}: {part.heading}" if part.heading else part.chapter.title
    return Found(
        chapter=part.chapter.id,
        block=place,
        title=heading,
        line=pieces(_shortened(line, words), words),
    )


def _shortened(line: str, words: Sequence[str]) -> str:
    """Give a line that fits a list, with the first found word in it."""
    marked = _marked(line, words)
    first = marked.index(True) if True in marked else 0
    start = 0
    if len(line) > LONGEST and first > BEFORE:
        start = line.rfind(" ", 0, first - BEFORE // 2) + 1
    end = len(line)
    if end - start > LONGEST:
        end = line.rfind(" ", start, start + LONGEST)
        end = start + LONGEST if end <= start else end
    return f"{'… ' if start else ''}{line[start:end]}{' …' if end < len(line) else ''}"


def _parts_of(chapter: Chapter) -> Iterator[_Part]:
    heading, start = "", 0
    lines: list[tuple[int, str]] = []
    for place, block in enumerate(chapter.blocks):
        if block.kind is Kind.PART:
            if lines or heading:
                yield _part(chapter, heading, start, lines)
            heading, start, lines = block.text, place, []
        else:
            lines.append((place, _line(block)))
    yield _part(chapter, heading, start, lines)


def _part(chapter: Chapter, heading: str, start: int, lines: list[tuple[int, str]]) -> _Part:
    shown = tuple(lines) or ((start, heading),)
    whole = "\n".join((chapter.title, heading, *(line for _, line in shown)))
    return _Part(chapter, heading, start, shown, folded(whole))


def _line(block: Block) -> str:
    return plain(f"{block.mark}: {block.text}" if block.kind is Kind.KEY else block.text)
