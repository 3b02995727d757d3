"""Backups of the vault: made now or by a rule, checked; and records that leave or come in."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from spinecounsel.viewing.backup import BackupView
from spinecounsel.wording import say
from ui.pages.vault.backup_rule import RuleCard
from ui.pages.vault.backup_transfer import TransferCard
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, column
from ui.widgets.notice import Notice
from ui.widgets.text import Heading, Text
from ui.widgets.wrapping import Wrapping


class BackupSection(QWidget):
    """Shows a ``BackupView``; ``rule`` and ``transfer`` are its other cards.

    ``make_asked()``, ``check_asked()``, ``stop_asked()``; ``told()`` when there is something
    new in ``news``, which may lie out of view.
    """

    make_asked = Signal()
    check_asked = Signal()
    stop_asked = Signal()
    told = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("vault.backup")
        self.rule, self.transfer = RuleCard(), TransferCard()
        self._sentence = Text("", "lead")
        self._problem = Notice()
        self._make = self._button("make", say("Make a backup now ..."), self.make_asked)
        self._make.set_role("primary")
        self._check = self._button("check", say("Check a backup ..."), self.check_asked)
        self._course = Text("", "body_strong")
        self._course.setObjectName("vault.backup.course")
        self._stop = self._button("stop", say("Stop"), self.stop_asked)
        self.said = Text("", "row")
        self.said.setObjectName("vault.backup.said")
        self._lay_out()
        self.clear()

    def show_view(self, view: BackupView) -> None:
        """Show how the backups stand."""
        self._sentence.setText(view.sentence)
        self._problem.show_sentence(view.problem)
        self.rule.show_view(view)

    @property
    def news(self) -> QWidget:
        """Where it stands what is going on, or what was done."""
        return self.said if self._course.isHidden() else self._course

    def show_course(self, words: str) -> None:
        """Say how far long work is; empty when none is under way."""
        begins = bool(words) and self._course.isHidden()
        self._course.setText(words)
        for part in (self._course, self._stop):
            part.setVisible(bool(words))
        for button in (self._make, self._check):
            button.setEnabled(not words)
        self.transfer.setEnabled(not words)
        self.rule.setEnabled(not words)
        if begins:
            self.told.emit()

    def say(self, sentence: str) -> None:
        """Say what was done, or why not; empty for nothing."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        if sentence:
            self.told.emit()

    def clear(self) -> None:
        """Say nothing any more: paths and names may be those of patients."""
        self.say("")
        self.show_course("")
        self.transfer.clear()

    def initial_focus(self) -> QWidget:
        """Give the control to begin with."""
        return self._make

    def _button(self, ident: str, words: str, signal: SignalInstance) -> Button:
        button = Button(words)
        button.setObjectName(f"vault.backup.{ident}")
        button.clicked.connect(signal)
        return button

    def _lay_out(self) -> None:
        card = Card(pad=24, spacing=12)
        card.add(Heading(say("Backup")))
        card.add(self._sentence)
        card.add(self._problem)
        card.add(
            Text(
                say(
                    "A backup is one encrypted file. Only the passphrases and the recovery code "
                    "of this vault open it. It is read back before it is called good."
                ),
                "body",
                "ink2",
            )
        )
        line = QWidget()
        buttons = Wrapping(line, spacing=theme().px("m"))
        for button in (self._make, self._check):
            buttons.addWidget(button)
        card.add(line)
        under_way = QWidget()
        row = Wrapping(under_way, spacing=theme().px("m"))
        row.addWidget(self._course)
        row.addWidget(self._stop)
        card.add(under_way)
        card.add(self.said)
        lines = column(self, spacing=theme().px("l"))
        for part in (card, self.rule, self.transfer):
            lines.addWidget(part)
