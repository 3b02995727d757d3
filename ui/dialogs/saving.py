"""Where to save a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from spinecounsel.wording import say


def ask_where(
    window: QWidget, ident: str, name: str, chosen: Callable[[str], None], *, title: str = ""
) -> None:
    """Let people choose where to save ``name``; ``ident`` names the dialog.

    The dialog asks before a file that is there is replaced, and begins in the documents' folder.
    """
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    suffix = Path(name).suffix
    kinds = f"{suffix[1:].upper()} (*{suffix})"
    dialog = QFileDialog(window, title or say("Save as PDF"), folder, kinds)
    dialog.setObjectName(ident)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix[1:])
    dialog.selectFile(name)
    dialog.fileSelected.connect(chosen)
    dialog.open()
