"""Backups that are made by themselves: where, how often, and which are kept."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spinecounsel.viewing.backup import BackupView, rule_choices
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import PickField
from ui.widgets.text import Heading, Text
from ui.widgets.wrapping import Wrapping


class RuleCard(Card):
    """Shows the rule.

    ``folder_asked()`` to choose its folder, ``off_asked()`` to make none by itself,
    ``numbers_changed(days, last, months)``.
    """

    folder_asked = Signal()
    off_asked = Signal()
    numbers_changed = Signal(int, int, int)

    def __init__(self) -> None:
        super().__init__(pad=24, spacing=12)
        self.setObjectName("vault.backup.rule")
        self._words = Text("", "body")
        self._folder = Text("", "body_strong")
        self._folder.setObjectName("vault.backup.folder")
        self._choose = Button(say("Choose the folder ..."))
        self._choose.setObjectName("vault.backup.choose")
        self._choose.clicked.connect(self.folder_asked)
        self._off = Button(say("Make none by itself"), "quiet")
        self._off.setObjectName("vault.backup.off")
        self._off.clicked.connect(self.off_asked)
        self._numbers = QWidget()
        days, last, months = rule_choices()
        self._fields = (
            PickField(say("Make one"), "vault.backup.days", days),
            PickField(say("Keep the newest"), "vault.backup.last", last),
            PickField(say("And one a month, for"), "vault.backup.months", months),
        )
        self._kept = (0, 0, 0)
        for place, field in enumerate(self._fields):
            field.chosen.connect(partial(self._on_chosen, place))
        self._lay_out()

    def show_view(self, view: BackupView) -> None:
        """Show the rule as it stands."""
        self._words.setText(view.rule)
        self._folder.setText(view.folder)
        for part in (self._folder, self._off, self._numbers):
            part.setVisible(bool(view.folder))
        self._kept = (view.days, view.last, view.months)
        for field, number in zip(self._fields, self._kept, strict=True):
            field.show_key(str(number))

    def _on_chosen(self, place: int, key: str) -> None:
        numbers = list(self._kept)
        numbers[place] = int(key)
        self.numbers_changed.emit(*numbers)

    def _lay_out(self) -> None:
        self.add(Heading(say("By itself")))
        self.add(self._words)
        self.add(self._folder)
        line = QWidget()
        buttons = Wrapping(line, spacing=theme().px("m"))
        buttons.addWidget(self._choose)
        buttons.addWidget(self._off)
        self.add(line)
        row = Wrapping(self._numbers, spacing=theme().px("l"))
        for field in self._fields:
            row.addWidget(field)
        self.add(self._numbers)
