"""The last resort: something in the program itself went wrong."""

import platform
import traceback

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from spinecounsel.wording import say


def describe(error: BaseException) -> str:
    """Give versions and places in the code; never the error's words, which may name a patient."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [
        f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames
    ]
    head = f"{type(error).__name__}\nPython {platform.python_version()}, Qt {PySide6.__version__}"
    return "\n".join((head, platform.platform(), *places))


def show_problem(window: QWidget, error: BaseException) -> None:
    """Say that the program failed, that the draft is kept, and what to send to whom."""
    box = QMessageBox(window)
    box.setObjectName("problem")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(
        say(
            "SpineCounsel ran into a fault of its own. Everything up to the last saved draft is "
            "kept. Please close the program and start it again. If it happens again, send the "
            "details below to whoever looks after this computer. They hold nothing about the "
            "patient."
        )
    )
    box.setDetailedText(describe(error))
    box.addButton(say("Close"), QMessageBox.ButtonRole.AcceptRole)
    box.open()
