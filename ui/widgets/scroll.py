"""The one scrolling area: as wide as its place, never sideways."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget


class Scroll(QScrollArea):
    """Scrolls what is higher than its place; what is inside wraps to the width.

    Tab passes it by, for the keys of what has the focus inside scroll it too.  Where nothing inside
    can have the focus, it takes the focus itself, and ``name`` says what it holds.
    """

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setViewport(QWidget())  # to one that it made itself, Qt's classes are all matched
        self.setAccessibleName(name)
        if not name:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def setWidget(self, widget: QWidget) -> None:  # noqa: N802 - Qt's name
        """Hold ``widget``; its ground is that of the area, or a page would be painted twice."""
        widget.setAttribute(Qt.WidgetAttribute.WA_Resized)  # or Qt would measure it for nothing
        super().setWidget(widget)
        widget.setAutoFillBackground(False)

    def make_room(self, *changed: QWidget) -> None:
        """Make room at once for what is inside and wants another height, such as ``changed``.

        Qt does that from the inside outwards: all would be placed in the room of before, and then
        once more for each layout round it.
        """
        asked: set[QWidget] = set()
        for widget in changed:
            inside: QWidget | None = widget
            while inside is not None and inside is not self.viewport() and inside not in asked:
                inside.updateGeometry()
                asked.add(inside)
                inside = inside.parentWidget()
        QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))


def clear_ground(scroll: QScrollArea) -> None:
    """Let what stands behind ``scroll`` be the ground of what it holds."""
    for part in (scroll.widget(), scroll.viewport()):
        if part is not None:
            part.setAutoFillBackground(False)
