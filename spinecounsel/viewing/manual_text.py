"""A chapter of the manual: from a few marks of Markdown to blocks that a page can show.

``# title``, ``## part``, paragraphs, ``- `` and ``1. `` lists, ``> `` warnings, ``![words](file)``,
a line ``[words](chapter)`` that leads to another chapter, four blanks before a command, and a line
``@keys`` for all keys of the program.  Inside a line, ``**words**`` are what a control is called
and backquotes hold what is typed; both are shown bold.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from spinecounsel.frozen import Frozen
from spinecounsel.viewing.keys import keys_view


class Kind(StrEnum):
    """What a block is."""

    PART = "part"
    WORDS = "words"
    ITEM = "item"
    WARNING = "warning"
    PICTURE = "picture"
    LINK = "link"
    COMMAND = "command"
    KEY = "key"


class Block(Frozen, frozen=True, kw_only=True):
    """A piece of a chapter.

    ``mark`` is the sign or number of an item, or the keys; ``target`` the file of a picture, or
    the id of a chapter.
    """

    kind: Kind
    text: str
    mark: str = ""
    target: str = ""


_TITLE = "# "
_PART = "## "
_KEYS = "@keys"
_ITEM = re.compile(r"(?:-|(\d+)\.) +(.+)", re.DOTALL)
_PICTURE = re.compile(r"!\[([^\]]+)\]\(([\w.-]+)\)")
_LINK = re.compile(r"\[([^\]]+)\]\(([\w-]+)\)")
_TYPED = re.compile(r"`([^`]+)`")


def read_chapter(text: str, *, mac: bool = False) -> tuple[str, tuple[Block, ...]]:
    """Give the title of a chapter and its blocks; ``ValueError`` where it begins without one."""
    head, *paragraphs = re.split(r"\n{2,}", text.strip("\n"))
    if not head.startswith(_TITLE):
        raise ValueError(f"a chapter begins with its title, not with {head[:40]!r}")
    blocks = [block for each in paragraphs for block in _blocks(each, mac=mac)]
    return head.removeprefix(_TITLE).strip(), tuple(blocks)


def plain(text: str) -> str:
    """Give a line without its marks."""
    return text.replace("**", "")


def _blocks(paragraph: str, *, mac: bool) -> Iterator[Block]:
    if paragraph == _KEYS:
        yield from _keys(mac=mac)
    elif paragraph.startswith("    "):
        lines = "\n".join(line.strip() for line in paragraph.splitlines())
        yield Block(kind=Kind.COMMAND, text=f"**{lines}**")
    elif _ITEM.match(paragraph):
        for item in re.split(r"\n(?=(?:-|\d+\.) )", paragraph):
            yield _item(item)
    else:
        for each in _lines(paragraph):
            yield _line(each)


def _lines(paragraph: str) -> Iterator[str]:
    """Give what stands for itself line by line, and anything else as one."""
    lines = paragraph.splitlines()
    alone = all(_LINK.fullmatch(line) or _PICTURE.fullmatch(line) for line in lines)
    yield from lines if alone else [" ".join(line.strip() for line in lines)]


def _line(line: str) -> Block:
    if found := _PICTURE.fullmatch(line):
        return Block(kind=Kind.PICTURE, text=found[1], target=found[2])
    if found := _LINK.fullmatch(line):
        return Block(kind=Kind.LINK, text=found[1], target=found[2])
    if line.startswith(_PART):
        return Block(kind=Kind.PART, text=line.removeprefix(_PART))
    if line.startswith("> "):
        return Block(kind=Kind.WARNING, text=_shown(line.replace("> ", "")))
    return Block(kind=Kind.WORDS, text=_shown(line))


def _item(item: str) -> Block:
    found = _ITEM.fullmatch(item)
    if found is None:
        raise ValueError(f"not an item of a list: {item[:40]!r}")
    mark = f"{found[1]}." if found[1] else "•"
    return Block(kind=Kind.ITEM, mark=mark, text=_shown(" ".join(found[2].split())))


def _keys(*, mac: bool) -> Iterator[Block]:
    for group in keys_view(mac=mac):
        yield Block(kind=Kind.PART, text=group.title)
        for line in group.lines:
            yield Block(kind=Kind.KEY, mark=line.keys, text=line.words)


def _shown(text: str) -> str:
    """Show what is typed bold, like what a control is called."""
    return _TYPED.sub(r"**\1**", text)
