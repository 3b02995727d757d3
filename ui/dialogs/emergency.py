"""Reading records in an emergency, without the role for it: said first why, noted for good."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from spinecounsel.wording import say
from ui.dialogs.tall import TallForm
from ui.widgets.choice import Choice, ChoiceOption
from ui.widgets.text import Text


class EmergencyDialog(TallForm):
    """Asks why; ``given(key)`` with the reason that was chosen."""

    def __init__(
        self, window: QWidget, reasons: Sequence[tuple[str, str]], given: Callable[[str], None]
    ) -> None:
        title = say("Read records in an emergency")
        super().__init__(window, "emergency", title, say("Read records now"))
        self._given, self._chosen = given, ""
        self.lines.addWidget(
            Text(
                say(
                    "Your role does not let you read consultations. In an emergency you can, until "
                    "the vault is locked. It is noted in the trail for good, and so is all that "
                    "you do then."
                ),
                "body",
            )
        )
        choice = Choice([ChoiceOption(*each) for each in reasons], name=say("Why?"))
        choice.setObjectName("emergency.reason")
        choice.chosen.connect(self._on_chosen)
        self.lines.addWidget(Text(say("Why?"), "control"))
        self.lines.addWidget(choice)
        self.finish_lines()

    def on_use(self) -> None:
        """Hand the reason on."""
        if not self._chosen:
            self.say_refused(say("Please choose why."))
            return
        self.show_busy(say("Noting it ..."))
        self._given(self._chosen)

    def _on_chosen(self, key: str) -> None:
        self._chosen = key
