"""The rows of a copy's list of numbers: other pages name them instead of telling them again."""

from collections.abc import Iterable
from itertools import pairwise

from spinecounsel.document.characters import NO_BREAK
from spinecounsel.document.shown import shown
from spinecounsel.record.kinds import DocumentKind
from spinecounsel.record.record import ConsentRecord, RecordedEstimate
from spinecounsel.wording import say


class Rows:
    """Knows the row of each estimate that a copy shows, by its id."""

    def __init__(self, record: ConsentRecord) -> None:
        every = shown(record, DocumentKind.COPY)
        self._places = {each.id: place for place, each in enumerate(every, 1)}

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._places)

    def name(self, estimate: str) -> str:
        """Name the row of an estimate; empty where the copy has none."""
        place = self._places.get(estimate)
        return bracketed(place) if place else ""

    def names(self, estimates: Iterable[RecordedEstimate]) -> str:
        """Name the rows of several: those that follow one another by the first and the last."""
        places = sorted({self._places[each.id] for each in estimates})
        runs: list[list[int]] = [places[:1]]
        for before, place in pairwise(places):
            if place - before == 1:
                runs[-1].append(place)
            else:
                runs.append([place])
        return ", ".join(part for run in runs for part in _parts(run))


def bracketed(place: int) -> str:
    """Give the number of a row as it stands everywhere in a copy."""
    return f"[{place}]"


def _parts(run: list[int]) -> list[str]:
    """Give the numbers of a run, or its ends where it is longer than two."""
    if len(run) > 2:
        words = say("{first} to {last}", first=bracketed(run[0]), last=bracketed(run[-1]))
        return [words.replace(" ", NO_BREAK)]
    return [bracketed(place) for place in run]
