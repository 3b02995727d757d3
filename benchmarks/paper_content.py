"""The content of a document as others can make it: words, rows and pictures in reading order.

It is read back from the document itself, so that it is always the same content.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reportlab.lib.units import mm

from spinecounsel.document import passages
from spinecounsel.document.pictograph import grid
from spinecounsel.record.record import ConsentRecord
from spinecounsel.record.signature import Signature

_CROWD = re.compile(r"Picture of ([\d,]+) people: (\d+) are filled in")
Stretch = tuple[float, float, float, float]
PAD = (82 * mm, 21 * mm)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or row (its ``cells``); or a picture."""

    kind: str
    cells: tuple[str, ...]
    people: tuple[int, int] | None = None
    signature: Signature | None = None


def content(document: bytes, record: ConsentRecord) -> tuple[Block, ...]:
    """Give what a document holds."""
    drawn = iter([each for each in record.signatures if each.strokes])
    made = []
    for each in passages(document):
        if each.kind != "Figure":
            made.append(Block(each.kind, each.cells))
        elif found := _CROWD.match(each.text):
            out_of, count = (int(number.replace(",", "")) for number in found.groups())
            made.append(Block("Crowd", each.cells, people=(count, out_of)))
        elif each.text.startswith("Signature"):
            made.append(Block("Signature", each.cells, signature=next(drawn)))
        else:
            made.append(Block("P", each.cells))
    return tuple(made)


def squares(people: tuple[int, int]) -> Iterator[tuple[float, float, float, bool]]:
    """Give x, y (from below) and width of each person, and whether it is filled."""
    count, out_of = people
    layout = grid(out_of)
    size = layout.pitch * 0.8
    for number in range(out_of):
        yield (*layout.place(number), size, number < count)


def height(people: tuple[int, int]) -> float:
    """Give the height of a picture of people."""
    return grid(people[1]).height


def lines(signature: Signature) -> Iterator[Stretch]:
    """Give the lines of a signature in its box, y from above."""
    wide, high = PAD
    for stroke in signature.strokes:
        for (x, y, *_), (to_x, to_y, *_) in pairwise(stroke.points):
            yield x * wide, y * high, to_x * wide, to_y * high
