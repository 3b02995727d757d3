"""The last resort: something in the program itself went wrong."""

import platform
import traceback
from pathlib import Path

import PySide6
from PySide6.QtWidgets import QMessageBox, QWidget

from spinecounsel import VERSION
from spinecounsel.wording import say
from ui.dialogs.messages import message_box, show_box
from ui.theme.theme import theme
from ui.widgets.icons import icon


def describe(error: BaseException) -> str:
    """Give versions and places in the code; never the error's words, which may name a patient."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    versions = (
        f"SpineCounsel {VERSION}, Python {platform.python_version()}, Qt {PySide6.__version__}"
    )
    return "\n".join((type(error).__name__, versions, platform.platform(), *places))


def show_problem(window: QWidget, error: BaseException) -> None:
    """Say that the program failed, that the draft is kept, and what to send to whom.

    A second fault while the first is still shown adds nothing.
    """
    if window.findChild(QMessageBox, "problem") is not None:
        return
    box = message_box(
        window,
        "problem",
        say(
            "SpineCounsel ran into a fault of its own. Everything up to the last saved draft is "
            "kept. Please close the program and start it again. If it happens again, send the "
            "details below to whoever looks after this computer. They hold nothing about the "
            "patient."
        ),
    )
    side = theme().px("glyph.mark") * 2
    box.setIconPixmap(icon("warning").pixmap(side, side))
    box.setDetailedText(describe(error))
    box.addButton(say("Close"), QMessageBox.ButtonRole.AcceptRole)
    show_box(box)
