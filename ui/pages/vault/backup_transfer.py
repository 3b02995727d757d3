"""Records out of the vault in an open form, and in from another vault."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import LineField
from ui.widgets.notice import Notice
from ui.widgets.text import Heading, Text
from ui.widgets.wrapping import Wrapping


class TransferCard(Card):
    """Export and import.

    ``one_asked(number)`` for the records of one patient, ``all_asked()``, ``import_asked()``.
    """

    one_asked = Signal(str)
    all_asked = Signal()
    import_asked = Signal()

    def __init__(self) -> None:
        super().__init__(pad=24, spacing=12)
        self.setObjectName("vault.transfer")
        self._number = LineField(say("Number of the patient"), "vault.transfer.number")
        self._number.written.connect(self._on_written)
        self._one = Button(say("Export this patient ..."))
        self._one.setObjectName("vault.transfer.one")
        self._one.clicked.connect(self._on_one)
        self._all = Button(say("Export all records ..."))
        self._all.setObjectName("vault.transfer.all")
        self._all.clicked.connect(self.all_asked)
        self._import = Button(say("Import ..."))
        self._import.setObjectName("vault.transfer.import")
        self._import.clicked.connect(self.import_asked)
        self._out = Text(
            say(
                "An export holds finished records with their signed documents, in a form that "
                "other programs can read. It can be imported into another vault."
            ),
            "body",
        )
        self._not_out = Text(
            say(
                "Your role does not let you read records, so you cannot export any. Somebody who "
                "may read them and keeps the vault as well can."
            ),
            "body",
        )
        self._open = Notice(say("An export is not encrypted: whoever has the file can read it."))
        self._lay_out()
        self._on_written("")
        self.offer_export(offered=True)

    def offer_export(self, *, offered: bool) -> None:
        """Offer to export, to who may read what goes out; to others, say who can."""
        for part in (self._out, self._open, self._number, self._one, self._all):
            part.setVisible(offered)
        self._not_out.setVisible(not offered)

    def clear(self) -> None:
        """Forget the number."""
        self._number.show_text("")
        self._on_written("")

    def _on_written(self, text: str) -> None:
        self._one.setEnabled(bool(text.strip()))

    def _on_one(self) -> None:
        self.one_asked.emit(self._number.text().strip())

    def _lay_out(self) -> None:
        self.add(Heading(say("Export and import")))
        for part in (self._out, self._not_out, self._open, self._number):
            self.add(part)
        line = QWidget()
        buttons = Wrapping(line, spacing=theme().px("m"))
        for button in (self._one, self._all, self._import):
            buttons.addWidget(button)
        self.add(line)
