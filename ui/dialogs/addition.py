"""Adding to a finished record: in words, or that consent was taken back."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from spinecounsel.wording import say
from ui.dialogs.tall import TallForm
from ui.theme.theme import theme
from ui.widgets.field import LineField, NoteField, PickField
from ui.widgets.text import Text

Choices = tuple[tuple[str, str], ...]
Given = Callable[[dict[str, str], str], None]


class AdditionDialog(TallForm):
    """Asks what is to be added, and for the passphrase; ``given(words, passphrase)`` then.

    It stays open until ``accept()``; ``say_refused`` shows why nothing was added.
    """

    def __init__(self, window: QWidget, ident: str, title: str, use: str, given: Given) -> None:
        super().__init__(window, ident, title, use)
        self._given = given
        self._passphrase = LineField(
            say("Your passphrase, once more"), f"{ident}.passphrase", on_paper=False
        )
        edit = self._passphrase.edit
        assert isinstance(edit, QLineEdit)  # noqa: S101 - a field of one line
        self._edit = edit
        self._edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._edit.returnPressed.connect(self._on_use)

    def on_use(self) -> None:
        """Hand all on."""
        if not self._passphrase.text():
            self.say_refused(say("Type your passphrase: with it you sign."))
            self._edit.setFocus()
            return
        self.show_busy(say("Making the paper and sealing ..."))
        self._given(self.words(), self._passphrase.text())

    def words(self) -> dict[str, str]:
        """Give what was typed and chosen."""
        raise NotImplementedError

    def done(self, result: int) -> None:
        """Close, with no passphrase left in the field."""
        self._passphrase.show_text("")
        super().done(result)

    def end(self) -> None:
        """Put the passphrase below all other fields."""
        self.lines.addWidget(
            Text(
                say(
                    "You sign with your passphrase. The record itself is not changed, and what is "
                    "added stays for good."
                ),
                "body",
                "ink2",
            )
        )
        self.lines.addWidget(self._passphrase)
        self.finish_lines()


class AddendumDialog(AdditionDialog):
    """Asks for a text."""

    def __init__(self, window: QWidget, given: Given) -> None:
        title = say("Add to this record")
        super().__init__(window, "addendum", title, say("Add and seal"), given)
        self._text = NoteField(say("What is added"), "addendum.text", lines=5)
        self.lines.addWidget(self._text)
        self.end()

    def words(self) -> dict[str, str]:
        """Give the text."""
        return {"text": self._text.text()}


class WithdrawalDialog(AdditionDialog):
    """Asks who took the consent back, when and how it was told, and for words if there are any."""

    def __init__(
        self, window: QWidget, who: Choices, ways: Choices, now: tuple[str, str], given: Given
    ) -> None:
        title = say("Consent withdrawn")
        super().__init__(window, "withdrawal", title, say("Note it and seal"), given)
        self._who = PickField(say("Who took the consent back?"), "withdrawal.who", who)
        self._name = LineField(say("Name of the person who decides"), "withdrawal.name")
        self._day = LineField(say("Day it was told"), "withdrawal.day")
        self._time = LineField(say("Time"), "withdrawal.time")
        self._how = PickField(say("How was it told?"), "withdrawal.how", ways)
        self._words = NoteField(
            say("In their own words, if they want to (nobody has to give a reason)"),
            "withdrawal.words",
            lines=2,
        )
        self._keys = {"who": who[0][0], "how": ways[0][0]}
        self._patient = who[0][0]
        self._day.show_text(now[0])
        self._time.show_text(now[1])
        self._who.chosen.connect(self._on_who)
        self._how.chosen.connect(self._on_how)
        self._lay_out()

    def words(self) -> dict[str, str]:
        """Give all that was typed and chosen."""
        return self._keys | {
            "name": "" if self._keys["who"] == self._patient else self._name.text().strip(),
            "day": self._day.text(),
            "time": self._time.text(),
            "words": self._words.text().strip(),
        }

    def _lay_out(self) -> None:
        self.lines.addWidget(
            Text(say("Everybody may take their consent back at any time."), "body", "ink2")
        )
        self.lines.addWidget(self._who)
        self.lines.addWidget(self._name)
        self._name.hide()
        row = QHBoxLayout()
        row.setSpacing(theme().px("l"))
        row.addWidget(self._day, 3)
        row.addWidget(self._time, 2)
        self.lines.addLayout(row)
        self.lines.addWidget(self._how)
        self.lines.addWidget(self._words)
        self.end()

    def _on_who(self, key: str) -> None:
        self._keys["who"] = key
        self._name.setVisible(key != self._patient)
        self.fit()

    def _on_how(self, key: str) -> None:
        self._keys["how"] = key
