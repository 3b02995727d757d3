"""Which options the patient leans to by now: no decision yet, and the card says so."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spinecounsel.viewing.decision import LeaningView, Tick
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.text import Heading, Text
from ui.widgets.wrapping import Wrapping

NONE = "none"


class LeaningCard(Card):
    """Asks what the patient leans to; ``leaned(option, on)``, ``none_chosen(on)``."""

    leaned = Signal(str, bool)
    none_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__(pad=18, spacing=8)
        self.column.setContentsMargins(18, 12, 18, 12)
        self._chips: dict[str, Button] = {}
        self._before = Text("", "lead", "ink2")
        ground = QWidget()
        self._flow = Wrapping(ground, spacing=theme().px("m"))
        self._none = self._chip(NONE, say("None yet"))
        self._none.clicked.connect(self.none_chosen)
        self.add(Heading(say("Which do you lean to now?")))
        self.add(
            Text(say("This is no decision yet. You can lean to some, or to none."), "lead", "ink2")
        )
        self.add(ground)
        self.add(self._before)

    def show_leaning(self, view: LeaningView) -> None:
        """Show what is leaned to."""
        if [option.key for option in view.options] != list(self._chips):
            self._make_chips(view.options)
        for option in view.options:
            self._chips[option.key].setChecked(option.ticked)
        self._none.setChecked(view.none)
        self._before.setText(view.before)
        self._before.setVisible(bool(view.before))

    def follow(self, before: QWidget) -> None:
        """Let the focus come here from ``before``, and go on in order; without options, pass by."""
        if not self._chips:
            return
        for above, below in pairwise([before, *self._chips.values(), self._none]):
            QWidget.setTabOrder(above, below)

    def _make_chips(self, options: Sequence[Tick]) -> None:
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for option in options:
            chip = self._chip(option.key, option.words)
            chip.setProperty("option", option.key)
            chip.clicked.connect(self._on_chip)
            self._chips[option.key] = chip
        self._flow.removeWidget(self._none)
        for chip in (*self._chips.values(), self._none):
            self._flow.addWidget(chip)

    def _chip(self, key: str, words: str) -> Button:
        chip = Button(words, "chip", name=say("I lean to: {what}", what=words))
        chip.setObjectName(f"decision.leaning.{key}")
        chip.setCheckable(True)
        chip.set_icon("", when_checked="check")
        return chip

    def _on_chip(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.leaned.emit(str(self.sender().property("option")), on)
