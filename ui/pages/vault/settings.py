"""What the clinic sets: who it is, when consent is talked through again, idle time, the look."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spinecounsel.viewing.settings import CONFIRM_AFTER, IDLE, JURISDICTION, SettingsView
from spinecounsel.wording import say
from ui.pages.vault.clinic_form import ClinicForm
from ui.pages.vault.parts import half, line
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, column
from ui.widgets.field import LineField
from ui.widgets.look import Look
from ui.widgets.text import Heading, Text


class SettingsSection(QWidget):
    """Shows a ``SettingsView``; ``clinic`` is the form of the clinic, ``look`` that of the look.

    ``given(key, typed)`` when a field was left, ``keeping_asked()`` for the rule on keeping.
    """

    given = Signal(str, str)
    keeping_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("vault.settings")
        self.clinic = ClinicForm("vault.settings.clinic")
        self.look = Look("vault.settings", helps=False)
        self._fields = {
            JURISDICTION: LineField(
                say("Country or state whose law the clinic works under"),
                "vault.settings.jurisdiction",
            ),
            CONFIRM_AFTER: LineField(
                say("Days after which a consent is talked through again (empty for never)"),
                "vault.settings.confirm_after",
                on_paper=False,
            ),
            IDLE: LineField(
                say("Minutes until the vault locks itself (1 to 30)"),
                "vault.settings.idle",
                on_paper=False,
            ),
        }
        for key, field in self._fields.items():
            field.left.connect(partial(self._on_left, key))
        self._keeping = Text("", "body")
        self._go = Button(say("Show the rule on keeping"))
        self._go.setObjectName("vault.settings.keeping")
        self._go.clicked.connect(self.keeping_asked)
        self._lay_out()

    def show_view(self, view: SettingsView) -> None:
        """Show what is set, or what is wrong with what was written."""
        for key, field in self._fields.items():
            shown = view.fields[key]
            field.show_words(shown.text, shown.problem, shown.remark)
        self._keeping.setText(view.keeping)

    def _on_left(self, key: str) -> None:
        self.given.emit(key, self._fields[key].text())

    def _lay_out(self) -> None:
        cards = (
            _card(
                say("The clinic"),
                say("Name and logo stand at the top of each paper that is sealed from now on."),
                self.clinic,
            ),
            _card(
                say("Consent, talked through again"),
                say(
                    "Each paper of a consent says from which day on the clinic asks for it, and so "
                    "does the list of consultations. Nothing is blocked by it."
                ),
                half(self._fields[CONFIRM_AFTER]),
            ),
            _card(
                say("The law"),
                say(
                    "It stands in each record as you write it. The program works out nothing from "
                    "it and gives no legal advice."
                ),
                half(self._fields[JURISDICTION]),
            ),
            *self._other_cards(),
        )
        lines = column(self, spacing=theme().px("l"))
        for card in cards:
            lines.addWidget(card)

    def _other_cards(self) -> tuple[Card, ...]:
        """Give what is about the vault and this computer, not about paper."""
        return (
            _card(
                say("When nobody is there"),
                say("The vault is locked when nobody has touched keys, pointer or screen."),
                half(self._fields[IDLE]),
            ),
            _card(say("How long records are kept"), "", self._keeping, line(self._go)),
            _card(
                say("Text size and colours"),
                say("They hold for this computer, whoever works with it."),
                line(self.look),
            ),
        )


def _card(title: str, words: str, *parts: QWidget) -> Card:
    card = Card(pad=24, spacing=12)
    card.add(Heading(title))
    if words:
        card.add(Text(words, "body", "ink2"))
    for part in parts:
        card.add(part)
    return card
