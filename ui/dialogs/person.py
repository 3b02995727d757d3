"""Somebody who is to open the vault, and what somebody may do there."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from spinecounsel.letters import cannot_show, undrawn
from spinecounsel.viewing.unlock import first_passphrase, new_passphrase
from spinecounsel.wording import say
from ui.dialogs.form import FormField, field_of, label_of
from ui.dialogs.tall import TallForm
from ui.theme.theme import theme
from ui.widgets.card import column
from ui.widgets.check_row import CheckRow
from ui.widgets.text import Text

RoleWords = Mapping[str, tuple[str, str]]


class RoleRows(QWidget):
    """The roles as check boxes, each with what it may do."""

    def __init__(self, words: RoleWords, ident: str, chosen: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._rows = {key: CheckRow(title, sentence) for key, (title, sentence) in words.items()}
        lines = column(self, spacing=theme().px("s"))
        for key, row in self._rows.items():
            row.setObjectName(f"{ident}.role.{key}")
            row.setChecked(key in chosen)
            lines.addWidget(row)

    def first(self) -> QWidget:
        """Give the first of the boxes."""
        return next(iter(self._rows.values()))

    def chosen(self) -> tuple[str, ...]:
        """Give the roles that are ticked."""
        return tuple(key for key, row in self._rows.items() if row.isChecked())


class NewPersonDialog(TallForm):
    """Asks for name, title, roles and a first passphrase; ``given`` is called with the four."""

    def __init__(
        self,
        window: QWidget,
        words: RoleWords,
        given: Callable[[str, str, tuple[str, ...], str], None],
    ) -> None:
        super().__init__(window, "person_new", say("Add somebody"), say("Add"))
        self._given = given
        fields = (
            FormField("person_new.name", say("Name")),
            FormField("person_new.title", say("What stands beside the name in records")),
            FormField("person_new.passphrase", first_passphrase()),
        )
        self._name, self._title, self._passphrase = (
            field_of(each, self._on_use) for each in fields
        )
        self._roles = RoleRows(words, "person_new")
        for each, field in zip(fields[:2], (self._name, self._title), strict=True):
            self.lines.addWidget(label_of(each, field))
            self.lines.addWidget(field)
        self.lines.addWidget(Text(say("What may this person do?"), "control"))
        self.lines.addWidget(self._roles)
        self.lines.addWidget(label_of(fields[2], self._passphrase))
        self.lines.addWidget(self._passphrase)
        self.lines.addWidget(
            Text(
                say(
                    "Tell it to this person. It opens the vault once: then it has to be changed, "
                    "so that nobody else knows it."
                ),
                "body",
                "ink2",
            )
        )
        self.finish_lines()
        self._name.setFocus()

    def on_use(self) -> None:
        """Hand on what was typed."""
        name, title = self._name.text().strip(), self._title.text().strip()
        if sentence := cannot_show(undrawn(name + title)):
            self.say_refused(sentence)
            return
        self.show_busy(say("Adding ..."))
        self._given(name, title, self._roles.chosen(), self._passphrase.text())

    def say_refused(self, sentence: str) -> None:
        """Say why it was not done, and lead to the place where it can be put right."""
        super().say_refused(sentence)
        if not self._name.text().strip():
            self.lead_to(self._name)
        elif not self._roles.chosen():
            self.lead_to(self._roles.first())
        elif not self._passphrase.text():
            self.lead_to(self._passphrase)


class RolesDialog(TallForm):
    """Asks for the roles of ``name``; ``given(roles)``."""

    def __init__(
        self,
        window: QWidget,
        words: RoleWords,
        name: str,
        roles: tuple[str, ...],
        given: Callable[[tuple[str, ...]], None],
    ) -> None:
        title = say("What may {name} do?", name=name)
        super().__init__(window, "person_roles", title, say("Change it"))
        self._given = given
        self._roles = RoleRows(words, "person_roles", roles)
        self.lines.addWidget(self._roles)
        self.finish_lines()

    def on_use(self) -> None:
        """Hand on what is ticked."""
        self.show_busy(say("Changing ..."))
        self._given(self._roles.chosen())


class GivePassphraseDialog(TallForm):
    """Asks for a new passphrase for ``name``, who forgot the old one; ``given(passphrase)``."""

    def __init__(self, window: QWidget, name: str, given: Callable[[str], None]) -> None:
        title = say("A new passphrase for {name}", name=name)
        super().__init__(window, "person_passphrase", title, say("Set it"))
        self._given = given
        each = FormField("person_passphrase.new", new_passphrase())
        self._field = field_of(each, self._on_use)
        self.lines.addWidget(
            Text(
                say(
                    "The old one opens nothing from now on. Tell {name} the new one: it opens the "
                    "vault once, then it has to be changed.",
                    name=name,
                ),
                "body",
                "ink2",
            )
        )
        self.lines.addWidget(label_of(each, self._field))
        self.lines.addWidget(self._field)
        self.finish_lines()
        self._field.setFocus()

    def on_use(self) -> None:
        """Hand it on."""
        self.show_busy(say("Setting it ..."))
        self._given(self._field.text())
