"""An answer from 0 to 100 between two words, by pointer and keyboard; none is an answer too."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.text import Text

MOST, MIDDLE, STEP, LEAP = 100, 50, 1, 10


class Scale(QWidget):
    """Shows the line with ``low`` and ``high`` at its ends, and the answer below.

    ``scored`` carries 0 to 100, or None when a person took the answer back.  The line is named
    ``<place>.score``, the button that takes the answer back ``<place>.clear``.
    """

    scored = Signal(object)

    def __init__(self, name: str, low: str, high: str, *, place: str) -> None:
        super().__init__()
        self._line = _Line(say("{name} From {low} to {high}", name=name, low=low, high=high))
        self._line.setObjectName(f"{place}.score")
        self._line.scored.connect(self.scored)
        self._answer = Text("", "body_strong")
        self._clear = Button(
            "", "quiet", icon="clear", name=say("Take this answer back"), small=True
        )
        self._clear.setObjectName(f"{place}.clear")
        self._clear.clicked.connect(self._on_clear)
        right = Text(high, "row")
        right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.setSpacing(theme().px("s"))
        row.addWidget(Text(low, "row"), 1)
        row.addWidget(self._answer)
        row.addWidget(self._clear)
        row.addWidget(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addLayout(row)
        kept = self._clear.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(kept)
        self.show_score(None)

    def show_score(self, score: int | None) -> None:
        """Show an answer, or that there is none; no signal."""
        self._line.show_score(score)
        words = say("No answer") if score is None else say("{n} of 100", n=score)
        self._answer.setText(words)
        self._answer.set_tone("ink2" if score is None else "ink")
        self._line.setAccessibleDescription(words)
        if score is None and self._clear.hasFocus():
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._clear.setVisible(score is not None)

    def _on_clear(self) -> None:
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scored.emit(None)


class _Line(QSlider):
    """The line with its mark; the mark is there only when there is an answer."""

    scored = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, MOST)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._score: int | None = None
        self.valueChanged.connect(self._answer)  # a screen reader may set it
        theme().themed.connect(self.updateGeometry)

    def show_score(self, score: int | None) -> None:
        """Show an answer, or none."""
        self._score = score
        with QSignalBlocker(self):
            self.setValue(MIDDLE if score is None else score)
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        return QSize(280, max(theme().px("size.target_min"), round(32 * theme().text_scale)))

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which it can be used."""
        return QSize(200, self.sizeHint().height())

    def ringed_part(self) -> QRect:
        """The focus ring goes round the whole line."""
        return self.rect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key; the first step from no answer goes to the middle."""
        steps = {
            Qt.Key.Key_Right: STEP,
            Qt.Key.Key_Up: STEP,
            Qt.Key.Key_Left: -STEP,
            Qt.Key.Key_Down: -STEP,
            Qt.Key.Key_PageUp: LEAP,
            Qt.Key.Key_PageDown: -LEAP,
            Qt.Key.Key_Home: -MOST,
            Qt.Key.Key_End: MOST,
        }
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._answer(None)
        elif key not in steps:
            event.ignore()
        elif self._score is None and abs(steps[key]) < MOST:
            self._answer(MIDDLE)
        else:
            sideways = key in {Qt.Key.Key_Left, Qt.Key.Key_Right}
            turn = -1 if sideways and self._is_mirrored() else 1
            now = MIDDLE if self._score is None else self._score
            self._answer(now + turn * steps[key])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the mark where the pointer is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._answer(self._at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the mark follow the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._answer(self._at(event.position().x()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.setPen(QPen(theme().colour("edge"), 2))
        painter.drawLine(QPointF(self._x_of(0), middle), QPointF(self._x_of(MOST), middle))
        for value in range(0, MOST + 1, LEAP):
            long = 9 if value in {0, MIDDLE, MOST} else 5
            across = self._x_of(value)
            painter.drawLine(QPointF(across, middle - long), QPointF(across, middle + long))
        if self._score is not None:
            self._paint_mark(painter, QPointF(self._x_of(self._score), middle))
        painter.end()

    def _paint_mark(self, painter: QPainter, centre: QPointF) -> None:
        start = QPointF(self._x_of(0), centre.y())
        painter.setPen(QPen(theme().colour("action"), 5))
        painter.drawLine(start, centre)
        side = 2 * self._radius()
        place = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        painter.setPen(QPen(theme().colour("sheet"), 2))
        painter.setBrush(theme().colour("action"))
        painter.drawEllipse(place)

    def _answer(self, score: int | None) -> None:
        kept = None if score is None else max(0, min(MOST, score))
        if kept != self._score:
            self.show_score(kept)
            self.scored.emit(kept)

    def _radius(self) -> float:
        return 12 * theme().text_scale

    def _x_of(self, value: int) -> float:
        inset = self._radius() + 2
        part = (self.width() - 2 * inset) * value / MOST
        return self.width() - inset - part if self._is_mirrored() else inset + part

    def _at(self, across: float) -> int:
        inset = self._radius() + 2
        part = (across - inset) / max(1.0, self.width() - 2 * inset)
        return round(MOST * (1 - part if self._is_mirrored() else part))

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft
