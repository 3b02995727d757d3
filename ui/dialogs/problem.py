"""The last resort: something in the program itself went wrong."""

import platform
import traceback
from pathlib import Path

import PySide6
from PySide6.QtWidgets import QWidget

from spinecounsel import VERSION
from spinecounsel.wording import say
from ui.dialogs.tall import TallForm
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.lasting import copy_lasting
from ui.widgets.notice import Notice
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping


def describe(error: BaseException) -> str:
    """Give versions and places in the code; never the error's words, which may name a patient."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    versions = (
        f"SpineCounsel {VERSION}, Python {platform.python_version()}, Qt {PySide6.__version__}"
    )
    return "\n".join((type(error).__name__, versions, platform.platform(), *places))


def _waited() -> str:
    return say(
        "This came while the patient’s view was shown. It waited until now: the patient saw "
        "nothing of it."
    )


def show_problem(window: QWidget, error: BaseException, *, waited: bool = False) -> None:
    """Say that the program failed, that the draft is kept, and what to send to whom.

    A second fault while the first is still shown adds nothing.  ``waited`` where it happened in
    front of the patient, and was kept till now.
    """
    if window.findChild(ProblemDialog) is None:
        ProblemDialog(window, describe(error), waited=waited).open()


class ProblemDialog(TallForm):
    """Shows the report of a fault; people go on, or close the program."""

    def __init__(self, window: QWidget, report: str, *, waited: bool) -> None:
        title = say("A fault of the program")
        super().__init__(window, "problem", title, cancel=say("Go on"))
        self._report = report
        self._copied = Text("", "row", "ink2")
        self._copied.setObjectName("problem.copied")
        if waited:
            self.lines.addWidget(Text(_waited()))
        self.lines.addWidget(
            Notice(
                say(
                    "SpineCounsel ran into a fault of its own. Each change is saved as soon as it "
                    "is made, so all that was shown as saved is kept."
                )
            )
        )
        self.lines.addWidget(
            Text(
                say(
                    "You can go on. If something looks wrong, or if this comes again, close the "
                    "program and start it once more."
                )
            )
        )
        self.lines.addWidget(
            Text(
                say(
                    "Please send the report to whoever looks after this computer. It holds nothing "
                    "about the patient:"
                )
            )
        )
        self.lines.addWidget(self._paper())
        self.lines.addWidget(self._actions())
        self.lines.addWidget(self._copied)
        self.finish_lines()
        self.begin_at_cancel()

    def _paper(self) -> Card:
        paper = Card("well", pad=16)
        text = Text(self._report, "label")
        text.setObjectName("problem.report")
        paper.add(text)
        return paper

    def _actions(self) -> QWidget:
        line = QWidget()
        buttons = Wrapping(line, spacing=theme().px("m"))
        copy = Button(say("Copy the report"))
        copy.setObjectName("problem.copy")
        copy.clicked.connect(self._on_copy)
        close = Button(say("Close the program"))
        close.setObjectName("problem.close")
        close.clicked.connect(self._on_close)
        buttons.addWidget(copy)
        buttons.addWidget(close)
        return line

    def _on_copy(self) -> None:
        copy_lasting(self._report)
        self._copied.setText(say("The report was copied."))
        self.fit()

    def _on_close(self) -> None:
        self.accept()
        self._window.window().close()
