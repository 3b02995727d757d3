"""A place to sign with pen, finger or mouse; the strokes are kept as points."""

import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from math import hypot

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from spinecounsel.wording import say, say_count
from ui.theme.theme import theme
from ui.widgets.flow import Flow, Run
from ui.widgets.ink import Dot, draw_end, draw_segment

Points = tuple[tuple[float, float, int, float], ...]
Strokes = tuple[tuple[str, Points], ...]

ASPECT = 3.0  # width over height that it would like
EVEN = 0.5  # the pressure of what has none
LEAST_LENGTH = 0.12  # of the pad's width: shorter is a dot, not a signature
BASE_LINE = 0.76  # of the height
SIDES = 24
FIGURES = 5  # of a point, after the dot


def _now_ms() -> int:
    return time.monotonic_ns() // 1_000_000


class SignaturePad(QWidget):
    """Takes strokes; ``changed`` after each stroke, and when strokes are taken away.

    It never has the focus: whoever signs by keyboard has another way.  Points are x and y from 0 to
    1 of its width and height, milliseconds since the first point, and pressure from 0 to 1.
    ``clock`` gives milliseconds.
    """

    changed = Signal()

    def __init__(self, name: str, *, clock: Callable[[], int] = _now_ms) -> None:
        """Make an empty pad; ``name`` says whose signature it takes."""
        super().__init__()
        self._name, self._clock = name, clock
        self._began: int | None = None
        self._strokes: list[tuple[str, list[Dot]]] = []
        self._device = ""  # of the stroke that is being made
        self._inked: QPixmap | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme().themed.connect(self._ink_anew)
        self._tell()

    def strokes(self) -> Strokes:
        """Give all strokes: (device, points) each; the device is ``pen``, ``touch``, ``mouse``."""
        return tuple((device, tuple(dots)) for device, dots in self._strokes)

    def show_strokes(self, strokes: Sequence[tuple[str, Points]]) -> None:
        """Show strokes that were made before; no signal."""
        self._strokes = [(device, [Dot(*point) for point in points]) for device, points in strokes]
        last = max((dots[-1].t for _, dots in self._strokes if dots), default=None)
        self._began = None if last is None else self._clock() - last
        self._device = ""
        self._ink_anew()

    def aspect(self) -> float:
        """Give the pad's width over its height."""
        return self.width() / max(1, self.height())

    def is_empty(self) -> bool:
        """Tell whether nothing was drawn."""
        return not self._strokes

    def has_signature(self) -> bool:
        """Tell whether more was drawn than a dot or a slip."""
        return sum(self._length(dots) for _, dots in self._strokes) >= LEAST_LENGTH

    def clear(self) -> None:
        """Take all strokes away."""
        if self._strokes:
            self.show_strokes(())
            self.changed.emit()

    def undo(self) -> None:
        """Take the last stroke away."""
        if self._strokes:
            self.show_strokes(self.strokes()[:-1])
            self.changed.emit()

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        return QSize(600, round(600 / ASPECT))

    def minimumSizeHint(self) -> QSize:
        """Give the least size in which one can sign."""
        return QSize(300, 120)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() == Qt.MouseButton.LeftButton and not self._device:
            self._begin("mouse", event.position(), EVEN)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it."""
        if self._device == "mouse":
            self._go_on(event.position(), EVEN)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        if event.button() == Qt.MouseButton.LeftButton and self._device == "mouse":
            self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Take a stroke of the pen with its pressure; accepted, so no mouse event follows."""
        pen = event.pointerType() == QPointingDevice.PointerType.Pen
        device = "pen" if pen else "touch"
        if event.type() == QEvent.Type.TabletPress:
            self._begin(device, event.position(), event.pressure())
        elif event.type() == QEvent.Type.TabletMove and self._device == device:
            self._go_on(event.position(), event.pressure())
        elif event.type() == QEvent.Type.TabletRelease and self._device == device:
            self._end()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Take strokes of a finger too."""
        if isinstance(event, QTouchEvent):
            self._touch(event)
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the strokes in the new size."""
        super().resizeEvent(event)
        self._ink_anew()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        radius = theme().px("radius.control")
        painter.setBrush(theme().colour("sheet"))
        painter.setPen(QPen(theme().colour("edge"), 1.5))
        painter.drawRoundedRect(frame, radius, radius)
        base = self.height() * BASE_LINE
        painter.setPen(QPen(theme().colour("edge"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(SIDES, base), QPointF(self.width() - SIDES, base))
        if self.is_empty() and self.isEnabled():
            self._paint_hint(painter, base)
        painter.drawPixmap(0, 0, self._ink())
        painter.end()

    def _touch(self, event: QTouchEvent) -> None:
        if event.type() == QEvent.Type.TouchCancel or not event.points():
            if self._device == "touch":
                self._end()
            return
        finger = event.points()[0]
        if event.type() == QEvent.Type.TouchBegin:
            self._begin("touch", finger.position(), finger.pressure() or EVEN)
        elif event.type() == QEvent.Type.TouchUpdate and self._device == "touch":
            self._go_on(finger.position(), finger.pressure() or EVEN)
        elif event.type() == QEvent.Type.TouchEnd and self._device == "touch":
            self._end()

    def _begin(self, device: str, place: QPointF, pressure: float) -> None:
        if self._began is None:
            self._began = self._clock()
        self._device = device
        self._strokes.append((device, []))
        self._go_on(place, pressure)

    def _go_on(self, place: QPointF, pressure: float) -> None:
        x = min(1.0, max(0.0, place.x() / max(1, self.width())))
        y = min(1.0, max(0.0, place.y() / max(1, self.height())))
        since = 0 if self._began is None else max(0, self._clock() - self._began)
        dot = Dot(round(x, FIGURES), round(y, FIGURES), since, round(min(1.0, pressure), FIGURES))
        dots = self._strokes[-1][1]
        if dots and (dots[-1].x, dots[-1].y) == (dot.x, dot.y):
            return
        dots.append(dot)
        painter = QPainter(self._ink())
        drawn = draw_segment(painter, dots, len(dots) - 1, self.size(), theme().colour("pen"))
        painter.end()
        if len(self._strokes) == len(dots) == 1:
            self.update()  # the hint goes
        else:
            self.update(drawn)

    def _end(self) -> None:
        self._device = ""
        painter = QPainter(self._ink())
        self.update(draw_end(painter, self._strokes[-1][1], self.size(), theme().colour("pen")))
        painter.end()
        self._tell()
        self.changed.emit()

    def _ink(self) -> QPixmap:
        """Give the picture of all strokes, drawn anew when there is none of this size."""
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if self._inked is None or self._inked.size() != size:
            self._inked = QPixmap(size.expandedTo(QSize(1, 1)))
            self._inked.setDevicePixelRatio(ratio)
            self._inked.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._inked)
            for _, dots in self._strokes:
                for place in range(len(dots)):
                    draw_segment(painter, dots, place, self.size(), theme().colour("pen"))
                draw_end(painter, dots, self.size(), theme().colour("pen"))
            painter.end()
        return self._inked

    def _ink_anew(self) -> None:
        self._inked = None
        self._tell()
        self.update()

    def _paint_hint(self, painter: QPainter, base: float) -> None:
        width = self.width() - 2 * SIDES
        words = Flow(
            (Run(say("Sign here with pen, finger or mouse")),),
            "body",
            width,
            Qt.AlignmentFlag.AlignHCenter,
        )
        room = self.height() - base
        top = base + (room - words.height) / 2 if words.height < room else base - words.height - 4
        words.draw(painter, QPointF(SIDES, top), theme().colour("ink2"))

    def _length(self, dots: Sequence[Dot]) -> float:
        """Give the length of a stroke in widths of the pad."""
        high = 1 / self.aspect()
        return sum(hypot(b.x - a.x, (b.y - a.y) * high) for a, b in pairwise(dots))

    def _tell(self) -> None:
        count = len(self._strokes)
        state = say_count("{n} stroke", "{n} strokes", count) if count else say("empty")
        self.setAccessibleName(f"{self._name}, {state}")
