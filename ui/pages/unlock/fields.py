"""The fields of the first page, each below its label."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from spinecounsel.letters import undrawn
from spinecounsel.passphrases import SHORTEST
from spinecounsel.viewing.unlock import new_passphrase
from spinecounsel.wording import say
from ui.theme.focus_ring import AROUND_PROPERTY
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.field import PickField
from ui.widgets.text import Text

_SECRETS = ("passphrase", "fresh", "repeat")


class UnlockFields(QWidget):
    """All fields that the page can ask for; ``show_asked`` shows some of them.

    ``returned()`` by Enter in any of them, ``typed()`` when name or role change, ``person_picked``
    carries an id.
    """

    returned = Signal()
    typed = Signal()
    person_picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._labels = {
            "name": say("Your name"),
            "role": say("Your role"),
            "recovery": say("Recovery code, 7 groups of 5"),
            "passphrase": say("Passphrase"),
            "fresh": new_passphrase(),
            "repeat": say("The passphrase once more"),
            "code": say("The 6 digits that your authenticator shows"),
        }
        self.lines = {key: self._line(key) for key in self._labels}
        self.lines["role"].setAccessibleName(say("Your role, for instance spine surgeon"))
        self.lines["passphrase"].setProperty("role", "bare")
        self.person = PickField(say("Who are you?"), "unlock.person", ())
        self.person.chosen.connect(self.person_picked)
        self.show_secrets = self._show_button()
        self._parts: dict[str, QWidget] = {}
        self._passphrase_label = Text(self._labels["passphrase"], "control")
        self._lay_out()

    def show_asked(self, asked: frozenset[str], passphrase: str) -> None:
        """Show these fields; ``passphrase`` is what stands above that one."""
        self._passphrase_label.setText(passphrase)
        self.lines["passphrase"].setAccessibleName(passphrase)
        for key, part in self._parts.items():
            part.setVisible(key in asked)

    def value(self, key: str) -> str:
        """Give what was typed into a field."""
        return self.lines[key].text()

    def forget(self) -> None:
        """Empty what is secret."""
        for key in (*_SECRETS, "recovery", "code"):
            self.lines[key].clear()
        self.show_secrets.setChecked(False)

    def at_fault(self, asked: frozenset[str]) -> QLineEdit:
        """Give the field to mend after a refusal: what is empty or differs, else the secret."""
        twice = "fresh" if "fresh" in asked else "passphrase"
        if "name" in asked and (not self.value("name").strip() or undrawn(self.value("name"))):
            return self.lines["name"]
        if "role" in asked and undrawn(self.value("role")):
            return self.lines["role"]
        if "repeat" in asked and self.value("repeat") != self.value(twice):
            return self.lines["repeat"]
        if "recovery" in asked and len(self.value("fresh")) >= SHORTEST:
            return self.lines["recovery"]
        return self.lines["code" if "code" in asked else twice]

    def _line(self, key: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(f"unlock.{key}")
        line.setAccessibleName(self._labels[key])
        if key in _SECRETS:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        line.returnPressed.connect(self.returned)
        if key in {"name", "role"}:
            line.textChanged.connect(self.typed)
        return line

    def _show_button(self) -> Button:
        show = Button(say("Show"), "quiet", icon="eye", name=say("Show the passphrase"), small=True)
        show.setObjectName("unlock.show")
        show.setCheckable(True)
        show.toggled.connect(self._on_show_toggled)
        return show

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("m"))
        self._parts["person"] = self.person
        column.addWidget(self.person)
        for key in ("name", "role", "recovery", "passphrase", "fresh", "repeat", "code"):
            part = self._of_passphrase() if key == "passphrase" else self._below(key)
            self._parts[key] = part
            column.addWidget(part)

    def _of_passphrase(self) -> QWidget:
        """Give the field for the passphrase with its button inside."""
        frame = QFrame()
        frame.setProperty("kind", "field")
        frame.setProperty(AROUND_PROPERTY, True)  # noqa: FBT003 - Qt's own order
        row = QHBoxLayout(frame)
        row.setContentsMargins(14, 0, 6, 0)
        row.addWidget(self.lines["passphrase"], 1)
        row.addWidget(self.show_secrets)
        self._passphrase_label.setBuddy(self.lines["passphrase"])
        return _group(self._passphrase_label, frame)

    def _below(self, key: str) -> QWidget:
        label = Text(self._labels[key], "control")
        label.setBuddy(self.lines[key])
        return _group(label, self.lines[key])

    def _on_show_toggled(self, shown: bool) -> None:  # noqa: FBT001 - a Qt slot
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for key in _SECRETS:
            self.lines[key].setEchoMode(mode)


def _group(label: QWidget, field: QWidget) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px("s"))
    column.addWidget(label)
    column.addWidget(field)
    return part
