"""What stands side by side is chosen here: options, and questions that matter."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.compare_choice import CompareChoice, Pick
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.check_row import CheckRow
from ui.widgets.columns import Columns
from ui.widgets.scroll import Scroll
from ui.widgets.slices import Slices
from ui.widgets.text import Heading, Text

ROWS_AT_ONCE = 12  # more than a window shows


class Chooser(Scroll):
    """Shows what can be chosen.

    ``option_picked(id, chosen)``, ``row_picked(concept, chosen)``; ``main_asked()`` for the main
    questions, ``matters_asked()`` for those of what the patient said matters.
    """

    option_picked = Signal(str, bool)
    row_picked = Signal(str, bool)
    main_asked = Signal()
    matters_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("compare.chooser")
        self._choice: CompareChoice | None = None
        self._rows: dict[tuple[str, str], CheckRow] = {}
        self._full = Text("", "body", "ink2")
        self._main = self._button("main", say("Main questions"))
        self._matters = self._button("matters", say("Only what matters to me"), icon="star")
        self._main.clicked.connect(self.main_asked)
        self._matters.clicked.connect(self.matters_asked)
        self._options, self._questions = Card(pad=16, spacing=2), Card(pad=16, spacing=2)
        self._quick = QWidget()
        quick = QHBoxLayout(self._quick)
        quick.setContentsMargins(0, 4, 0, 4)
        quick.setSpacing(theme().px("m"))
        quick.addWidget(self._main)
        quick.addWidget(self._matters)
        quick.addStretch(1)
        for card, kept in ((self._options, self._full), (self._questions, self._quick)):
            card.add(Heading(say("Options") if card is self._options else say("Questions")))
            card.add(kept)
        columns = Columns([[self._options], [self._questions]], shares=(2, 3))
        ground = QWidget()
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(6, 6, 12, 12)
        inside.addWidget(columns)
        inside.addStretch(1)
        self.setWidget(ground)
        self._rest = Slices(self)
        self._offered: tuple[str, ...] = ()
        self._asked: tuple[tuple[str, ...], ...] = ()

    def show_choice(self, choice: CompareChoice) -> None:
        """Show what can be chosen; rows are made once it is seen."""
        self._choice = choice
        if self.isVisible():
            self._show_choice(choice)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rows only now: most of the time nobody sees them."""
        if self._choice is not None:
            self._show_choice(self._choice)
        super().showEvent(event)

    def _show_choice(self, choice: CompareChoice) -> None:
        offered = tuple(pick.id for pick in choice.options)
        if offered != self._offered:
            self._offered = offered
            self._fill_options(choice)
        asked = tuple(tuple(pick.id for pick in group.picks) for group in choice.groups)
        if asked != self._asked:
            self._asked = asked
            self._forget("row", self._questions)
            self._rest.take(self._question_steps(choice), until=self._fills_window)
        picks = [("option", pick) for pick in choice.options]
        picks += [("row", pick) for group in choice.groups for pick in group.picks]
        for what, pick in picks:
            if (what, pick.id) in self._rows:  # the others come, as they are then, in a moment
                self._show(what, pick)
        self._full.setText(choice.full)
        self._full.setVisible(bool(choice.full))
        self._main.setEnabled(not choice.main)
        self._matters.setVisible(choice.matters)

    def _fill_options(self, choice: CompareChoice) -> None:
        self._forget("option", self._options)
        for place, pick in enumerate(choice.options, start=1):
            self._options.column.insertWidget(place, self._row("option", pick))

    def _fills_window(self) -> bool:
        return len(self._rows) - len(self._offered) >= ROWS_AT_ONCE

    def _question_steps(self, choice: CompareChoice) -> Iterator[None]:
        """Make one row after the other."""
        for number, group in enumerate(choice.groups):
            heading = Text(group.heading, "label", "ink2")
            heading.setContentsMargins(0, 12, 0, 0)
            heading.setProperty("what", "row")
            self._questions.add(heading)
            for place in range(len(group.picks)):
                pick = (self._choice or choice).groups[number].picks[place]
                self._questions.add(self._row("row", pick))
                self._show("row", pick)
                yield

    def _forget(self, what: str, card: Card) -> None:
        """Take the rows of a card away, and their headings."""
        for place in reversed(range(card.column.count())):
            item = card.column.itemAt(place)
            widget = item.widget() if item else None
            if widget and widget.property("what") == what:
                card.column.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._rows = {key: row for key, row in self._rows.items() if key[0] != what}

    def _row(self, what: str, pick: Pick) -> CheckRow:
        row = CheckRow(pick.title, pick.sentence)
        row.setObjectName(f"compare.{what}.{pick.id}")
        row.title.set_role("body_strong")
        row.sentence.set_role("label")
        row.setProperty("what", what)
        row.setProperty("pick", pick.id)
        row.clicked.connect(self._on_clicked)
        self._rows[what, pick.id] = row
        return row

    def _show(self, what: str, pick: Pick) -> None:
        row = self._rows[what, pick.id]
        row.show_words(pick.title, pick.sentence)
        row.setChecked(pick.chosen)
        row.setEnabled(pick.allowed)

    def _on_clicked(self, checked: bool) -> None:  # noqa: FBT001 - a Qt slot
        row = self.sender()
        signal = self.option_picked if row.property("what") == "option" else self.row_picked
        signal.emit(str(row.property("pick")), checked)

    def _button(self, what: str, words: str, *, icon: str = "") -> Button:
        button = Button(words, "secondary", icon=icon, small=True)
        button.setObjectName(f"compare.{what}")
        return button
