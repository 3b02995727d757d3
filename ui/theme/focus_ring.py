"""The one focus ring of the program: 3 px of ``focus``, 3 px away from the control it is for.

Style sheets cannot paint outside a widget, so the ring is a widget of its own above it.  It belongs
to what the control scrolls with, so it is clipped as the control is.
"""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget

RADIUS_PROPERTY = (
    "ring_radius"  # a widget that is not rounded as a button is says so by this property
)
AROUND_PROPERTY = "ring_around"  # a frame that has the ring when a field inside it has the focus
_MOVES = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.LayoutRequest,
        QEvent.Type.ParentChange,
        QEvent.Type.EnabledChange,
        QEvent.Type.ZOrderChange,
    }
)


@runtime_checkable
class Ringed(Protocol):
    """A widget of which only a part has the ring: a row's box, for example."""

    def ringed_part(self) -> QRect:
        """Give the part, in the widget's coordinates."""


class FocusRing(QObject):
    """Follows the focus of ``app``; ``colour`` and ``px`` are the theme's."""

    def __init__(
        self, app: QApplication, colour: Callable[[str], QColor], px: Callable[[str], int]
    ) -> None:
        super().__init__(app)
        self._colour = colour
        self._px = px
        self._frame: _Frame | None = None
        self._watched: list[QWidget] = []
        self._target: QWidget | None = None
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._unwatch()
        self._target = None
        if new is None or (isinstance(new, QScrollArea) and not new.accessibleName()):
            self._drop()
            return
        self._target = _ringed(new)
        host = _host(self._target)
        if host is self._target:
            self._drop()
            return
        self._watch(self._target, host)
        self._move_to(host)
        self._place()

    def _watch(self, target: QWidget, host: QWidget) -> None:
        widget: QWidget | None = target
        while widget is not None and widget is not host:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()

    def _unwatch(self) -> None:
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()

    def _move_to(self, host: QWidget) -> None:
        frame = self._frame
        if frame is None or not shiboken6.isValid(frame) or frame.parentWidget() is not host:
            self._drop()
            self._frame = _Frame(host, self._colour, self._px)

    def _drop(self) -> None:
        if self._frame is not None and shiboken6.isValid(self._frame):
            self._frame.hide()
            self._frame.deleteLater()
        self._frame = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep the ring where the control is."""
        if event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        frame, target = self._frame, self._target
        if frame is None or target is None:
            return
        if not (shiboken6.isValid(frame) and shiboken6.isValid(target)):
            self._frame = self._target = None
            return
        host = frame.parentWidget()
        if host is None or not target.isVisibleTo(host) or not host.isAncestorOf(target):
            frame.hide()
            return
        part = target.ringed_part() if isinstance(target, Ringed) else target.rect()
        inner = part.translated(target.mapTo(host, QPoint(0, 0)))
        radius = target.property(RADIUS_PROPERTY)
        frame.surround(inner, self._px("radius.control") if radius is None else int(radius))


class _Frame(QWidget):
    """The ring itself: nothing but a line, and it lets every click through."""

    def __init__(
        self, host: QWidget, colour: Callable[[str], QColor], px: Callable[[str], int]
    ) -> None:
        super().__init__(host)
        self.setObjectName("focus-ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._colour = colour
        self._px = px
        self._radius = 0

    def surround(self, inner: QRect, radius: int) -> None:
        """Stand round ``inner``, whose corners have ``radius``."""
        out = self._px("line.focus") + self._px("line.focus_gap")
        self._radius = radius
        self.setGeometry(inner.adjusted(-out, -out, out, out))
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        gap, line = self._px("line.focus_gap"), self._px("line.focus")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        self._stroke(painter, whole, from_edge=line + gap / 2, width=gap, role="sheet")
        self._stroke(painter, whole, from_edge=line / 2, width=line, role="focus")
        painter.end()

    def _stroke(
        self, painter: QPainter, whole: QRectF, *, from_edge: float, width: float, role: str
    ) -> None:
        out = self._px("line.focus") + self._px("line.focus_gap")
        path = QPainterPath()
        radius = self._radius + out - from_edge
        path.addRoundedRect(
            whole.adjusted(from_edge, from_edge, -from_edge, -from_edge), radius, radius
        )
        painter.strokePath(path, QPen(self._colour(role), width))


def _ringed(widget: QWidget) -> QWidget:
    """Give the widget that the ring goes round: the frame of a field, else the widget itself."""
    outer = widget.parentWidget()
    while outer is not None and not isinstance(outer, QAbstractScrollArea):
        if outer.property(AROUND_PROPERTY):
            return outer
        outer = outer.parentWidget()
    return widget


def _host(widget: QWidget) -> QWidget:
    """Give what the ring belongs to: the contents of the nearest scroll area, else the window."""
    inner = widget
    outer = widget.parentWidget()
    while outer is not None and not inner.isWindow():
        above = outer.parentWidget()
        if isinstance(above, QScrollArea) and outer is above.viewport():
            return inner if inner is not widget else widget
        inner, outer = outer, above
    return inner
