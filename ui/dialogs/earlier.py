"""The earlier states of a draft, one below the other."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.earlier import EarlierRow, EarlierView
from spinecounsel.wording import say
from ui.dialogs.tall import TallForm
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Rule
from ui.widgets.text import Text


class EarlierDialog(TallForm):
    """Shows an ``EarlierView``; ``taken(number)`` when a state is to be the present one again.

    It stays open until ``accept()``; ``say_refused`` shows why that was not done.
    """

    def __init__(self, window: QWidget, view: EarlierView, taken: Callable[[int], None]) -> None:
        super().__init__(window, "earlier", say("Earlier states of this draft"))
        self._taken = taken
        self.lines.addWidget(Text(view.sentence, "body", "ink2"))
        for row in view.rows:
            self.lines.addWidget(Rule())
            self.lines.addWidget(self._row(row))
        self.finish_lines()

    def _row(self, row: EarlierRow) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("s"))
        column.addWidget(Text(row.when, "strong"))
        column.addWidget(Text(row.facts, "row"))
        column.addWidget(Text(row.options, "body", "ink2"))
        if row.number:
            name = say("Take back: {when}", when=row.when)
            button = Button(say("Take this state back"), name=name, small=True)
            button.setObjectName(f"earlier.take.{row.number}")
            button.setProperty("number", row.number)
            button.clicked.connect(self._on_taken)
            column.addWidget(button)
        return part

    def _on_taken(self) -> None:
        self.show_busy(say("Taking it back ..."))
        self._taken(self.sender().property("number"))
