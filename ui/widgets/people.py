"""People as marks: filled, hatched (perhaps) or hollow, drawn once for a size and then copied."""

from enum import IntEnum

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from ui.theme.theme import theme
from ui.widgets.vector import path_of

BOX = QSizeF(22, 27)
PERSON = (
    "O11 6.3 5.1M11 13.4c-5.7 0-9.6 3.6-9.6 9.3v1.9c0 1.2.8 2 2 2h15.2c1.2 0 2-.8 2-2v-1.9"
    "c0-5.7-3.9-9.3-9.6-9.3z"
)
HATCH, HATCH_LINE = 4.2, 1.7  # distance and width of the lines, in units of the box
DOT = 10.0  # side of the box of a small mark, for a thousand people
_TONES = {"benefit": ("benefit", "benefit_soft"), "risk": ("risk", "risk_soft")}


class State(IntEnum):
    """What a mark says of its person."""

    HOLLOW = 0
    MAYBE = 1
    FILLED = 2


def state_of(place: int, filled: int, maybe: int) -> State:
    """Give the state of the person at ``place``: first those filled, then those perhaps."""
    if place < filled:
        return State.FILLED
    return State.MAYBE if place < filled + maybe else State.HOLLOW


def tone_of(kind: str) -> QColor:
    """Give the colour of a kind: ``benefit``, ``risk``, else that of what is neither."""
    return theme().colour(_TONES.get(kind, ("ink2", "well"))[0])


def soft_tone_of(kind: str) -> QColor:
    """Give the ground of a kind."""
    return theme().colour(_TONES.get(kind, ("ink2", "well"))[1])


class People:
    """Gives the marks of one widget as pictures; ``forget`` when size or theme change."""

    def __init__(self) -> None:
        self._pictures: dict[tuple[State, str, float, float, float, bool], QPixmap] = {}

    def forget(self) -> None:
        """Draw all anew when they are next asked for."""
        self._pictures.clear()

    def picture(
        self, state: State, kind: str, size: QSizeF, ratio: float, *, dots: bool = False
    ) -> QPixmap:
        """Give the mark in a box of ``size``: a person, or one of many small ``dots``."""
        key = (state, kind, size.width(), size.height(), ratio, dots)
        if key not in self._pictures:
            self._pictures[key] = _drawn(state, kind, size, ratio, dots=dots)
        return self._pictures[key]


def _drawn(state: State, kind: str, size: QSizeF, ratio: float, *, dots: bool) -> QPixmap:
    picture = QPixmap((size * ratio).toSize().expandedTo(QSize(1, 1)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QSizeF(DOT, DOT) if dots else BOX
    painter.scale(size.width() / box.width(), size.height() / box.height())
    if dots:
        _draw_dot(painter, state, kind)
    else:
        _draw_person(painter, state, kind)
    painter.end()
    return picture


def _draw_person(painter: QPainter, state: State, kind: str) -> None:
    path = path_of(PERSON)
    if state is State.HOLLOW:
        painter.strokePath(path, QPen(theme().colour("hollow"), 1.5))
    elif state is State.FILLED:
        painter.fillPath(path, tone_of(kind))
    else:
        _hatch(painter, path, kind)
        painter.strokePath(path, QPen(tone_of(kind), 1.3))


def _hatch(painter: QPainter, path: QPainterPath, kind: str) -> None:
    painter.save()
    painter.setClipPath(path)
    painter.fillRect(QRectF(0, 0, BOX.width(), BOX.height()), soft_tone_of(kind))
    painter.setPen(QPen(tone_of(kind), HATCH_LINE))
    high, step = BOX.height(), HATCH * 2**0.5
    across = -high
    while across < BOX.width():
        painter.drawLine(QPointF(across, high), QPointF(across + high, 0))
        across += step
    painter.restore()


def _draw_dot(painter: QPainter, state: State, kind: str) -> None:
    centre = QPointF(DOT / 2, DOT / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    if state is State.FILLED:
        painter.setBrush(tone_of(kind))
        painter.drawEllipse(centre, 4.6, 4.6)
    elif state is State.MAYBE:
        painter.setBrush(soft_tone_of(kind))
        painter.setPen(QPen(tone_of(kind), 1.8))
        painter.drawEllipse(centre, 3.6, 3.6)
    else:
        painter.setBrush(theme().colour("hollow"))
        painter.drawEllipse(centre, 1.9, 1.9)
