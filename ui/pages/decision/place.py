"""Where the decision holds: levels of the spine as chips, and the patient's side."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.decision import DecisionView, Tick
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.segments import Segments
from ui.widgets.text import Text

MOST_IN_A_ROW, MOST_IN_A_LARGE_ROW = 6, 4


class PlacePart(QWidget):
    """Asks for levels and side; ``level_toggled(level, on)``, ``side_chosen(key)`` or empty."""

    level_toggled = Signal(str, bool)
    side_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._chips: dict[str, Button] = {}
        self._sides: Segments | None = None
        self._side_buttons: list[Button] = []
        self._level_name = Text(say("Level of the spine"), "control")
        self._grid = QGridLayout()
        self._grid.setSpacing(theme().px("m"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(6)
        self._column.addWidget(self._level_name)
        self._column.addLayout(self._grid)
        self._column.addWidget(Text(say("Your side"), "control"))
        theme().themed.connect(self._place)

    def show_place(self, view: DecisionView) -> None:
        """Show levels and side; it hides where they are not asked."""
        self.setVisible(bool(view.sides))
        if not view.sides:
            return
        if [level.key for level in view.levels] != list(self._chips):
            self._make_chips(view.levels)
        for level in view.levels:
            self._chips[level.key].setChecked(level.ticked)
        self._level_name.setVisible(bool(view.levels))
        if self._sides is None:
            self._sides = self._make_sides(view.sides)
        self._sides.show_chosen(view.side)

    def stops(self) -> list[QWidget]:
        """Give what the focus goes through, in order."""
        return [*self._chips.values(), *self._side_buttons]

    def _make_chips(self, levels: Sequence[Tick]) -> None:
        for chip in self._chips.values():
            self._grid.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for level in levels:
            chip = Button(level.words, "chip", name=say("Level {level}", level=level.words))
            chip.setObjectName(f"decision.level.{level.key}")
            chip.setCheckable(True)
            chip.set_icon("", when_checked="check")
            chip.setProperty("level", level.key)
            chip.clicked.connect(self._on_chip)
            self._chips[level.key] = chip
        self._place()

    def _make_sides(self, sides: Sequence[tuple[str, str]]) -> Segments:
        made = Segments(sides, name=say("Your side"), may_clear=True)
        for key, _ in sides:
            made.button(key).setObjectName(f"decision.side.{key}")
            self._side_buttons.append(made.button(key))
        made.chosen.connect(self.side_chosen)
        self._column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeading)
        return made

    def _place(self) -> None:
        wide = MOST_IN_A_LARGE_ROW if theme().large_text else MOST_IN_A_ROW
        for place, chip in enumerate(self._chips.values()):
            self._grid.addWidget(chip, place // wide, place % wide)
        self._grid.setColumnStretch(MOST_IN_A_ROW, 1)

    def _on_chip(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.level_toggled.emit(str(self.sender().property("level")), on)
