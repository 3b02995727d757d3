"""A table that runs over pages, with its head on each of them."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from spinecounsel.document.flow import Stack
from spinecounsel.document.tagging import Drawn

_ROOMY = 400.0  # a row that finds no room in as much is divided


class Running(Drawn):
    """A head and rows below it.

    ``again`` is the head as it stands on the pages that follow, where nobody has to hear it: its
    texts belong to nodes of the kind ``Artifact``.  A table no higher than ``whole`` is not
    divided, and of another one ``least`` rows stay together on either side.
    """

    whole = 0.0
    least = 1

    def __init__(self, head: Flowable, again: Flowable, rows: Sequence[Flowable]) -> None:
        super().__init__()
        self._head, self._again, self._rows = head, again, list(rows)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Wrap head and rows, as far as there is room: what lies beyond is split off first."""
        self.width, self.height = width, self._head.wrap(width, height)[1]
        for row in self._rows:
            self.height += row.wrap(width, height)[1]
            if self.height > height + 1e-6:
                break
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Give two tables; nothing where too few rows find room."""
        if self.wrap(width, self.whole)[1] <= self.whole:
            return [self] if self.height <= height else []
        room = height - self._head.wrap(width, height)[1]
        left = room + 1e-6
        for place, row in enumerate(self._rows):
            left -= row.wrap(width, height)[1]
            if left < 0:
                if place:
                    return self._between(place, must=height > _ROOMY)
                parts = row.split(width, room) if height > _ROOMY else []
                return self._parted(parts[:1], [*parts[1:], *self._rows[1:]]) if parts else []
        return [self]

    def draw(self) -> None:
        """Draw the head, then each row."""
        y = self.height
        for each in (self._head, *self._rows):
            y -= each.height
            each.drawOn(self.canv, 0, y)

    def title_again(self, title: Flowable) -> None:
        """Put a title above the head where the table goes on."""
        self._again = Stack([title, self._again])

    def _between(self, place: int, *, must: bool) -> list[Flowable]:
        """Give two tables with ``place`` rows in the first one, or less; ``must`` if at all."""
        fewer = min(place, len(self._rows) - self.least)
        if fewer >= self.least:
            place = fewer
        elif not must:
            return []
        return self._parted(self._rows[:place], self._rows[place:])

    def _parted(self, rows: list[Flowable], others: list[Flowable]) -> list[Flowable]:
        first = Running(self._head, self._again, rows)
        rest = Running(self._again, self._again, others)
        first.spaceBefore, rest.spaceAfter = self.getSpaceBefore(), self.getSpaceAfter()
        for part in (first, rest):
            part.least = self.least
        return [first, rest]
