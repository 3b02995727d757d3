"""Where in the spine: the whole of it, and beside it one region to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.card import Card, Rule
from ui.widgets.spine.overview import Region, SpineOverview
from ui.widgets.spine.region import SpineRegion
from ui.widgets.spine.side import Lies

FIRST = 1  # the chest: where most of the spine is


class SpinePicker(Card):
    """Shows the levels that are chosen; ``toggled`` carries one that was pressed.

    Which region is seen is the picker's own affair: it follows the levels when they are all new.
    """

    toggled = Signal(str)

    def __init__(self, regions: Sequence[Region], *, place: str) -> None:
        super().__init__(pad=0, spacing=0)
        self._regions = {region.id: region for region in regions}
        self._seen = regions[FIRST]
        self._marked: tuple[str, ...] = ()
        self._lies, self._sides = Lies.UNKNOWN, tuple[float, ...]()
        self.overview = SpineOverview(regions, place=place)
        self.region = SpineRegion(regions, place=place)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.overview)
        row.addWidget(Rule(down=True))
        row.addWidget(self.region, 1)
        self.add(both, 1)
        self.overview.region_chosen.connect(self._on_region_chosen)
        self.region.toggled.connect(self.toggled)
        self.region.left_by.connect(self._on_left_by)
        self.region.show_region(self._seen)

    def show_marks(self, marked: Sequence[str], lies: Lies, sides: Sequence[float] = ()) -> None:
        """Show the chosen levels and where the tumour lies there; sides: -1 right, 1 left."""
        new = tuple(marked)
        if new and not set(new) & set(self._marked):
            self._seen = next(each for each in self._regions.values() if new[0] in each.levels)
        self._marked, self._lies, self._sides = new, lies, tuple(sides)
        self._show()

    def first(self) -> QWidget:
        """Give the row to begin with: the first that is chosen, else the first."""
        here = [level for level in self._seen.levels if level in self._marked]
        return self.region.button_of(here[0] if here else self._seen.levels[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the overview be as wide as its drawing, and leave the larger part to the region."""
        super().resizeEvent(event)
        wide = self.overview.width_for(self.height() - 2)
        self.overview.setFixedWidth(min(wide, round(self.width() * 0.45)))

    def _show(self) -> None:
        self.region.show_region(self._seen)
        self.region.show_marks(self._marked, self._lies, self._sides)
        self.overview.show_marks(self._marked, self._lies, self._seen.id)

    def _on_region_chosen(self, ident: str) -> None:
        self._seen = self._regions[ident]
        self._show()

    def _on_left_by(self, move: int) -> None:
        every = list(self._regions.values())
        there = every.index(self._seen) + move
        if 0 <= there < len(every):
            self._seen = every[there]
            self._show()
            self.region.button_of(self._seen.levels[0 if move > 0 else -1]).setFocus(
                Qt.FocusReason.TabFocusReason
            )
