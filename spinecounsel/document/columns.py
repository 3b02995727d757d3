"""Two columns that run over pages, as high as one another where they end."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from spinecounsel.document.flow import Whole
from spinecounsel.document.tagging import Drawn

GAP = 15.0
LOOSE = 2  # of ``keepWithNext``: the next item may be at the top of the next column
_LEAST = 64.0  # columns begin only where there is as much room
_WIDOW = 100.0  # what is lower than this is not left alone on a page
_UNEVEN = 16.0  # a difference in height that is worth dividing a text for
_STEP = 6.0
_EDGE = 1e-6  # lengths are sums of many
_ANY = 1e6  # height: what finds no room is divided later

Run = list[Flowable]


class Chapter(Whole):
    """The heading of a chapter in a column; ``again`` stands over the next pages, if anything."""

    again: Flowable | None = None


class Columns(Drawn):
    """A head over the whole width, and items below it in two columns.

    An item with ``keepWithNext`` stays with the one after it, or on the page of the one after it
    where it is ``LOOSE``.  ``again`` is the head where the columns run on, over another page, until
    a chapter begins in them; ``page`` is the height of a whole one.
    """

    def __init__(
        self,
        items: Sequence[Flowable],
        page: float,
        head: Flowable | None = None,
        again: Flowable | None = None,
    ) -> None:
        super().__init__()
        self._items, self._page = list(items), page
        self._head, self._again = head, again
        self._spread: Spread | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Make the columns as high as one another, if they find room at all."""
        wide = column_of(width)
        half = _tall(self._items, wide) / 2
        self.width, self.height = width, half + _across(self._head, width)
        if self.height <= height + _EDGE:
            self._spread = Spread(_balanced(self._items, wide, half), self._head)
            self.height = self._spread.wrap(width, height)[1]
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Give the columns of one page, and the rest; nothing where too little finds room."""
        room = height - _across(self._head, width)
        is_whole_page = height > self._page - 1
        if room < _LEAST and not is_whole_page:
            return []
        left, right, rest = self._filled(width, room, torn=is_whole_page)
        if rest and room > _WIDOW * 3 and _tall(rest, column_of(width)) < _WIDOW:
            # The last lines would be alone on a page: they get company from this one.
            left, right, rest = self._filled(width, room - _WIDOW, torn=is_whole_page)
        if not left:
            return []
        first = Spread((left, right), self._head)
        first.spaceBefore, first.spaceAfter = self.getSpaceBefore(), self.getSpaceAfter()
        if not rest:
            return [first]
        begun = [each.again for each in left + right if isinstance(each, Chapter)]
        again = begun[-1] if begun else self._again
        head = None if isinstance(rest[0], Chapter) else again
        others = Columns(rest, self._page, head, again)
        others.spaceAfter = self.getSpaceAfter()
        return [first, others]

    def _filled(self, width: float, room: float, *, torn: bool) -> tuple[Run, Run, Run]:
        made = _Columnist(column_of(width), room, torn=torn)
        left, rest = made.filled(self._items, loose=True)
        return (left, *made.filled(rest))

    def draw(self) -> None:
        """Draw the columns as they were balanced."""
        if self._spread:
            self._spread.drawOn(self.canv, 0, 0)


class Spread(Drawn):
    """A head, and two columns below it whose items are chosen."""

    def __init__(self, columns: tuple[Run, Run], head: Flowable | None) -> None:
        super().__init__()
        self._columns, self._head = columns, head

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Wrap all items."""
        tall = max(_tall(each, column_of(width)) for each in self._columns)
        self.width, self.height = width, _across(self._head, width) + tall
        return self.width, self.height

    def draw(self) -> None:
        """Draw the head, then column after column."""
        top = self.height
        if self._head:
            self._head.drawOn(self.canv, 0, top - self._head.height)
            top -= self._head.height + self._head.getSpaceAfter()
        for x, column in zip((0, column_of(self.width) + GAP), self._columns, strict=True):
            y = top
            for place, each in enumerate(column):
                y -= each.height + _gap(column, place)
                each.drawOn(self.canv, x, y)


class _Columnist:
    """Fills columns of one size; ``torn`` where what finds no room finds none elsewhere."""

    def __init__(self, width: float, room: float, *, torn: bool) -> None:
        self._width, self._room, self._torn = width, room + _EDGE, torn
        self._loose = False

    def filled(self, items: Run, *, loose: bool = False) -> tuple[Run, Run]:
        """Give the items that find room in a column, and the others.

        ``loose`` where the others may follow on the same page.
        """
        placed: Run = []
        used = 0.0
        self._loose = loose
        for chain in _chains(items, loose=loose):
            more = [*placed[-1:], *chain]
            tall = _tall(more, self._width) - (placed[-1].height if placed else 0)
            if used + tall > self._room:
                return self._divided(placed, used, chain, items[len(placed) :])
            placed += chain
            used += tall
        return placed, []

    def _divided(self, placed: Run, used: float, chain: Run, items: Run) -> tuple[Run, Run]:
        """Give what of a chain still finds room below ``placed``, and the others."""
        above = placed[-1:]
        room = self._room - used + (above[0].height if above else 0)
        tall = [_tall([*above, *chain[: at + 1]], self._width) for at in range(len(chain))]
        place = next(at for at, each in enumerate(tall) if each > room)
        may = self._loose or not getattr(chain[place], "on_page", False)
        must = not placed and self._torn
        parts: Run = self._parts(chain[place], room - tall[place]) if may or must else []
        if not parts and must:
            return (chain[:place], items[place:]) if place else (items[:1], items[1:])
        if not parts:
            return placed, items
        return [*placed, *chain[:place], parts[0]], [*parts[1:], *items[place + 1 :]]

    def _parts(self, item: Flowable, over: float) -> Run:
        """Divide an item that is too high by ``-over``; nothing where that cannot be."""
        left = item.height + over
        parts: Run = item.split(self._width, left) if left > 0 else []
        if len(parts) != 2:
            return []
        parts[1].keepWithNext = getattr(item, "keepWithNext", 0)
        return parts


def column_of(width: float) -> float:
    """Give the width of a column."""
    return (width - GAP) / 2


def _across(head: Flowable | None, width: float) -> float:
    return head.wrap(width, _ANY)[1] + head.getSpaceAfter() if head else 0


def _gap(run: Sequence[Flowable], place: int) -> float:
    """Give the room above an item; none above the first one."""
    return max(run[place - 1].getSpaceAfter(), run[place].getSpaceBefore()) if place else 0


def _tall(run: Sequence[Flowable], width: float) -> float:
    return sum(each.wrap(width, _ANY)[1] + _gap(run, place) for place, each in enumerate(run))


def _chains(items: Sequence[Flowable], *, loose: bool = False) -> Iterator[Run]:
    """Give the items that stay together, together."""
    chain: Run = []
    for each in items:
        chain.append(each)
        if getattr(each, "keepWithNext", 0) in {0, LOOSE if loose else 0}:
            yield chain
            chain = []
    if chain:
        yield chain


def _balanced(items: Run, width: float, half: float) -> tuple[Run, Run]:
    """Divide items between chains, or inside one where that evens them out."""
    cut, used = 0, 0.0
    for chain in _chains(items, loose=True):
        taller = used + _tall(chain, width)
        if cut and taller - half > half - used:
            break
        cut, used = cut + len(chain), taller
    left, right = items[:cut], items[cut:]
    highest = max(_tall(left, width), _tall(right, width))
    room = half
    while room < highest - _UNEVEN:
        made = _Columnist(width, room, torn=False)
        first, rest = made.filled(items, loose=True)
        second, rest = made.filled(rest)
        if first and not rest:
            return first, second
        room += _STEP
    return left, right
