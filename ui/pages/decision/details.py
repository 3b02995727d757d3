"""What belongs to the answer: options and place, reasons, the patient's own words."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.decision import DecisionView, Tick
from spinecounsel.wording import say
from ui.pages.decision.place import PlacePart
from ui.theme.theme import theme
from ui.widgets.card import Card
from ui.widgets.check_row import CheckRow
from ui.widgets.choice import Choice, ChoiceOption
from ui.widgets.field import NoteField
from ui.widgets.text import Heading, Text


class DetailsCard(Card):
    """Asks for what belongs to the answer.

    ``option_ticked(id, on)``, ``level_toggled(level, on)``, ``side_chosen(key)``,
    ``why_chosen(key)``, ``reasoned(text)``, ``worded(text)``.
    """

    option_ticked = Signal(str, bool)
    level_toggled = Signal(str, bool)
    side_chosen = Signal(str)
    why_chosen = Signal(str)
    reasoned = Signal(str)
    worded = Signal(str)

    def __init__(self) -> None:
        super().__init__(pad=18, spacing=10)
        self._rows: dict[str, _OptionRow] = {}
        self._why_keys: list[str] = []
        self._title, self._sentence = Heading(), Text("", "lead", "ink2")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme().px("s"))
        self._place = PlacePart()
        self._place.level_toggled.connect(self.level_toggled)
        self._place.side_chosen.connect(self.side_chosen)
        self._whys = Choice((), name=say("Why the decision waits"))
        self._whys.chosen.connect(self.why_chosen)
        self._reason = NoteField("", "decision.reason", lines=2)
        self._reason.written.connect(self.reasoned)
        self._words = NoteField(say("In your own words, if you like"), "decision.words", lines=2)
        self._words.written.connect(self.worded)
        self._follows = Text("", "patient")
        self.add(self._title)
        self.add(self._sentence)
        self.column.addLayout(self._list)
        for part in (self._place, self._whys, self._follows, self._reason, self._words):
            self.add(part)

    def show_details(self, view: DecisionView) -> None:
        """Show what was said; what is being written stays as it is."""
        self._title.setText(view.title)
        self._sentence.setText(view.sentence)
        new = [option.key for option in view.options] != list(self._rows)
        if new:
            self._make_rows(view.options)
        for option in view.options:
            self._rows[option.key].setChecked(option.ticked)
        self._place.show_place(view)
        self._show_whys(view)
        self._reason.label.setText(view.reason_name)
        self._reason.edit.setAccessibleName(view.reason_name)
        self._reason.setVisible(bool(view.reason_name))
        self._reason.show_words(view.reason)
        self._words.show_words(view.words)
        self._follows.setText(view.follows)
        self._follows.setVisible(bool(view.follows))

    def follow(self, before: QWidget) -> None:
        """Let the focus come here from ``before``, and go down in order."""
        whys = [self._whys.row_of(key) for key in self._why_keys]
        fields = (self._reason.edit, self._words.edit)
        stops = [before, *self._rows.values(), *self._place.stops(), *whys, *fields]
        for above, below in pairwise(stops):
            QWidget.setTabOrder(above, below)

    def _show_whys(self, view: DecisionView) -> None:
        self._whys.setVisible(bool(view.whys))
        self._why_keys = [key for key, _ in view.whys]
        self._whys.show_options([ChoiceOption(key, words) for key, words in view.whys])
        for key in self._why_keys:
            self._whys.row_of(key).setObjectName(f"decision.why.{key}")
        self._whys.show_chosen(view.why)

    def _make_rows(self, options: Sequence[Tick]) -> None:
        old, self._rows = self._rows, {}
        for option in options:
            row = old.pop(option.key, None) or self._new_row(option)
            row.show_words(option.words, option.remark)
            self._rows[option.key] = row
            self._list.addWidget(row)
        for row in old.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _new_row(self, option: Tick) -> "_OptionRow":
        row = _OptionRow(option)
        row.ticked.connect(self.option_ticked)
        return row


class _OptionRow(CheckRow):
    ticked = Signal(str, bool)

    def __init__(self, option: Tick) -> None:
        super().__init__(option.words, option.remark, frame="card")
        self._key = option.key
        self.setObjectName(f"decision.option.{option.key}")
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.ticked.emit(self._key, on)
