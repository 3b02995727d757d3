"""What stands in several options of a record is told in full under the first of them."""

from spinecounsel.frozen import replaced
from spinecounsel.record.record import RecordedEstimate


class Once:
    """Remembers under which option each estimate was told first."""

    def __init__(self) -> None:
        self._places: dict[RecordedEstimate, str] = {}

    def place(self, group: tuple[RecordedEstimate, ...], owner: str) -> str:
        """Give where all of ``group`` was told before; empty for what is told here and now."""
        # Which other one is its pair depends on the company, and is not told.
        plain = [replaced(each, pair="") for each in group]
        if all(each in self._places for each in plain):
            return self._places[plain[0]]
        for each in plain:
            self._places.setdefault(each, owner)
        return ""
