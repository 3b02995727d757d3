"""The section on people: oneself, the others, and what keeps the vault to them."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spinecounsel.viewing.people import PeopleView
from spinecounsel.wording import say
from ui.pages.people.row import PersonCard
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, column
from ui.widgets.text import Heading, Text
from ui.widgets.wrapping import Wrapping


class PeopleSection(QWidget):
    """Shows a ``PeopleView``.

    ``add_asked()``; ``roles_asked(id)``, ``passphrase_asked(id)``, ``factor_off_asked(id)``,
    ``remove_asked(id)`` of somebody; ``own_passphrase_asked()``, ``own_factor_asked()`` on or off;
    ``code_asked()`` for a new recovery code, ``rekey_asked()`` for another key of the vault.
    ``told()`` when something was said in ``said``, which may lie out of view.
    """

    add_asked = Signal()
    roles_asked = Signal(str)
    passphrase_asked = Signal(str)
    factor_off_asked = Signal(str)
    remove_asked = Signal(str)
    own_passphrase_asked = Signal()
    own_factor_asked = Signal()
    code_asked = Signal()
    rekey_asked = Signal()
    told = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("people")
        self._cards: list[PersonCard] = []
        self._sentence = Text("", "lead")
        self._trail = Text("", "body", "ink2")
        self._trail.setObjectName("people.trail")
        self._code_words = Text("", "body", "ink2")
        self.said = Text("", "body_strong")
        self.said.setObjectName("people.said")
        self._add = self._button("add", Button(say("Add somebody"), "primary"), self.add_asked)
        self._own_passphrase = self._button(
            "own_passphrase", Button(say("Change my passphrase")), self.own_passphrase_asked
        )
        self._own_factor = self._button("own_factor", Button(""), self.own_factor_asked)
        self._code = self._button("code", Button(say("Make a new recovery code")), self.code_asked)
        self._rekey = self._button(
            "rekey", Button(say("Give the vault another key")), self.rekey_asked
        )
        self._own, self._keys = Card(spacing=12), Card(spacing=12)
        self._list = QWidget()
        self._rows = column(self._list, spacing=theme().px("m"))
        self._lay_out()
        self.clear()

    def show_view(self, view: PeopleView) -> None:
        """Show the people; a card stays as long as its person does."""
        self._sentence.setText(view.sentence)
        self._code_words.setText(view.code)
        self._trail.setText(view.trail)
        self._trail.setVisible(bool(view.trail))
        idents = [row.id for row in view.rows]
        if idents != [card.ident for card in self._cards]:
            self._fill(idents)
        for card, row in zip(self._cards, view.rows, strict=True):
            card.show_row(row, keeps_people=view.keeps_people)
        self._own_factor.setText(
            say("Switch my second factor off")
            if view.own_second_factor
            else say("Use a second factor")
        )
        for part in (self._add, self._keys):
            part.setVisible(view.keeps_people)
        self._own.show()

    def say(self, sentence: str) -> None:
        """Say what was done, or why not; empty for nothing."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        if sentence:
            self.told.emit()

    def set_busy(self, *, busy: bool) -> None:
        """Take nothing while the vault is given another key."""
        self.setEnabled(not busy)

    def clear(self) -> None:
        """Show nobody."""
        self.say("")
        self._sentence.setText("")
        self._fill([])
        for part in (self._own, self._keys, self._add, self._trail):
            part.hide()

    def _button(self, ident: str, button: Button, signal: SignalInstance) -> Button:
        button.setObjectName(f"people.{ident}")
        button.clicked.connect(signal)
        return button

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme().px("l"))
        self._own.add(Heading(say("Yourself")))
        self._own.add(_row_of(self._own_passphrase, self._own_factor))
        self._keys.add(Heading(say("Recovery code and key")))
        self._keys.add(self._code_words)
        self._keys.add(
            Text(
                say(
                    "Another key is for when somebody may have copied files of the vault: all of "
                    "it is encrypted anew. Passphrases and the code stay, and so do old backups "
                    "with their old key."
                ),
                "body",
                "ink2",
            )
        )
        self._keys.add(_row_of(self._code, self._rekey))
        people = (self._sentence, self._trail, self.said, self._list, _row_of(self._add))
        for part in (*people, self._own, self._keys):
            lines.addWidget(part)

    def _fill(self, idents: list[str]) -> None:
        for card in self._cards:
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []
        for ident in idents:
            card = PersonCard(ident)
            card.roles_asked.connect(self.roles_asked)
            card.passphrase_asked.connect(self.passphrase_asked)
            card.factor_off_asked.connect(self.factor_off_asked)
            card.remove_asked.connect(self.remove_asked)
            self._cards.append(card)
            self._rows.addWidget(card)
            card.show()  # at once, not with the next layout


def _row_of(*buttons: Button) -> QWidget:
    line = QWidget()
    row = Wrapping(line, spacing=theme().px("m"))
    for button in buttons:
        row.addWidget(button)
    return line
