"""Screens on top of one another, as large as the present one needs."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class PresentStack(QStackedWidget):
    """Asks for the room of the present screen only, not for that of the largest."""

    def sizeHint(self) -> QSize:
        """Give the size that the present screen would like."""
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else QSize()

    def minimumSizeHint(self) -> QSize:
        """Give the least size of the present screen."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else QSize()
