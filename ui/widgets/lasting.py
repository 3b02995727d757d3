"""What may stay on the clipboard: words of the program that hold nothing of a patient."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

MAY_STAY = "application/x-spinecounsel-may-stay"


def copy_lasting(text: str) -> None:
    """Copy ``text``, to be left there until something else is copied."""
    data = QMimeData()
    data.setText(text)
    data.setData(MAY_STAY, b"yes")
    QGuiApplication.clipboard().setMimeData(data)
