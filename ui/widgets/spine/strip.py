"""A strip of the drawn spine that is pressed as a whole."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.widgets.pressing import UP_DOWN, press_by


class Strip(QAbstractButton):
    """A region or a level; the drawing below paints it and moves the focus by the arrow keys."""

    def __init__(self, name: str, drawing: QWidget) -> None:
        super().__init__(drawing)
        self._drawing = drawing
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def enterEvent(self, _event: object) -> None:
        """Show that the pointer is here."""
        self._drawing.update()

    def leaveEvent(self, _event: object) -> None:
        """Show that the pointer has gone."""
        self._drawing.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it; up and down belong to the drawing."""
        if not press_by(self, event, others=UP_DOWN):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint nothing: the drawing does."""
