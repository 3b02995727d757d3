"""Switching one's own second factor on and off."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from spinecounsel.wording import say
from ui.dialogs.form import FormField, field_of, label_of
from ui.dialogs.tall import TallForm
from ui.widgets.squares import SquaresPicture
from ui.widgets.text import Text


class FactorOnDialog(TallForm):
    """Shows a secret as a QR code and as letters; ``given(code)`` with what it makes."""

    def __init__(
        self,
        window: QWidget,
        secret: str,
        squares: tuple[tuple[bool, ...], ...],
        given: Callable[[str], None],
    ) -> None:
        title = say("Second factor for yourself")
        super().__init__(window, "factor_on", title, say("Switch it on"))
        self._given = given
        each = FormField("factor_on.code", say("The 6 digits that it shows now"))
        self._field = field_of(each, self._on_use)
        letters = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
        picture = SquaresPicture(squares, say("QR code for an authenticator"))
        self.lines.addWidget(
            Text(
                say(
                    "Open an authenticator on your phone and let it read this picture, or type "
                    "the letters below. From then on the vault asks for its 6 digits after your "
                    "passphrase."
                ),
                "body",
            )
        )
        self.lines.addWidget(picture, 0, Qt.AlignmentFlag.AlignLeading)
        self.lines.addWidget(Text(letters, "strong"))
        self.lines.addWidget(label_of(each, self._field))
        self.lines.addWidget(self._field)
        self.lines.addWidget(
            Text(
                say(
                    "If the phone is lost, an administrator can switch this off, or the recovery "
                    "code opens the vault."
                ),
                "body",
                "ink2",
            )
        )
        self.finish_lines()
        self._field.setFocus()

    def on_use(self) -> None:
        """Hand the digits on."""
        self.show_busy(say("Checking ..."))
        self._given(self._field.text())


class FactorOffDialog(TallForm):
    """Asks for the passphrase before one's own second factor is switched off."""

    def __init__(self, window: QWidget, given: Callable[[str], None]) -> None:
        title = say("Switch the second factor off?")
        super().__init__(window, "factor_off", title, say("Switch it off"))
        self._given = given
        each = FormField("factor_off.passphrase", say("Your passphrase"), hidden=True)
        self._field = field_of(each, self._on_use)
        self.lines.addWidget(
            Text(say("Your passphrase alone opens the vault afterwards."), "body", "ink2")
        )
        self.lines.addWidget(label_of(each, self._field))
        self.lines.addWidget(self._field)
        self.finish_lines()
        self._field.setFocus()

    def on_use(self) -> None:
        """Hand it on."""
        self.show_busy(say("Checking ..."))
        self._given(self._field.text())
