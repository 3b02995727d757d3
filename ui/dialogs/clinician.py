"""Who leads the consultations from now on: the name that stands in each record."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.text import Heading, Text

WIDTH = 480  # px at 100 % text


class ClinicianDialog(QDialog):
    """Asks for name and role; ``given(name, role)`` is called when there is a name."""

    def __init__(
        self, window: QWidget, name: str, role: str, given: Callable[[str, str], None]
    ) -> None:
        super().__init__(window)
        self.setObjectName("clinician")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Who is signing in?"))
        self._given = given
        self._name = self._field("clinician.name", say("Your name"), name)
        self._role = self._field("clinician.role", say("Your role"), role)
        self._use = Button(say("Use this name"), "primary")
        self._use.setObjectName("clinician.use")
        self._use.clicked.connect(self._on_use)
        self._name.textChanged.connect(self._on_typed)
        self._lay_out()
        self._on_typed()

    def _field(self, ident: str, label: str, text: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setObjectName(ident)
        field.setAccessibleName(label)
        field.returnPressed.connect(self._on_use)
        return field

    def _lay_out(self) -> None:
        cancel = Button(say("Cancel"))
        cancel.setObjectName("clinician.cancel")
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(theme().px("m"))
        column.addWidget(Heading(say("Who is signing in?"), "card_title"))
        column.addWidget(
            Text(say("This name stands in each record that is begun."), "body", "ink2")
        )
        for words, field in ((say("Your name"), self._name), (say("Your role"), self._role)):
            label = QLabel(words)
            label.setFont(theme().font("control"))
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
        column.addSpacing(theme().px("s"))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme().px("m"))
        buttons.addWidget(self._use)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(round(WIDTH * theme().text_scale))

    def _on_typed(self) -> None:
        self._use.setEnabled(bool(self._name.text().strip()))

    def _on_use(self) -> None:
        if self._use.isEnabled():
            self._given(self._name.text().strip(), self._role.text().strip())
            self.accept()


def ask_clinician(
    window: QWidget, name: str, role: str, *, given: Callable[[str, str], None]
) -> None:
    """Ask who leads the consultations from now on, beginning with who did so far."""
    ClinicianDialog(window, name, role, given).open()
