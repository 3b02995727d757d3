"""Icons and marks of kinds, drawn from ``resources/icons`` in the colours of the theme."""

import tomllib
from functools import cache

import msgspec
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from spinecounsel.frozen import Frozen
from spinecounsel.paths import resources_folder
from ui.theme.theme import theme
from ui.widgets.vector import path_of

BOX = 24.0  # icons and marks are drawn in a square of this side
ICON_LINE = 2.0


class IconShape(Frozen, frozen=True, kw_only=True):
    """One icon: what is drawn as a line and what is filled."""

    line: str = ""
    fill: str = ""
    mirror: bool = False


class Layer(Frozen, frozen=True, kw_only=True):
    """One layer of a mark; ``fill`` and ``stroke`` are roles of the theme, empty for none."""

    path: str
    fill: str = ""
    stroke: str = ""
    width: float = 1.0
    dash: tuple[float, ...] = ()


@cache
def icon_shapes() -> dict[str, IconShape]:
    """Give all icons by name."""
    text = (resources_folder() / "icons" / "icons.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, IconShape])


@cache
def kind_shapes() -> dict[str, tuple[Layer, ...]]:
    """Give the marks of all kinds by name."""
    text = (resources_folder() / "icons" / "kinds.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, tuple[Layer, ...]])


def draw_icon(
    painter: QPainter, name: str, place: QRectF, colour: QColor, *, line: float = ICON_LINE
) -> None:
    """Draw an icon into the square ``place``; ``KeyError`` for a name that is not known."""
    shape = icon_shapes()[name]
    painter.save()
    _fit(painter, place)
    if shape.mirror and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        painter.translate(BOX, 0)
        painter.scale(-1, 1)
    if shape.fill:
        painter.fillPath(path_of(shape.fill), colour)
    painter.strokePath(path_of(shape.line), _pen(colour, line))
    painter.restore()


def draw_kind(painter: QPainter, kind: str, place: QRectF) -> None:
    """Draw the mark of a kind into the square ``place``; ``KeyError`` for an unknown kind."""
    painter.save()
    _fit(painter, place)
    for layer in kind_shapes()[kind]:
        path = path_of(layer.path)
        if layer.fill:
            painter.fillPath(path, theme().colour(layer.fill))
        if layer.stroke:
            pen = _pen(theme().colour(layer.stroke), layer.width)
            if layer.dash:
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                pen.setDashPattern([part / layer.width for part in layer.dash])
            painter.strokePath(path, pen)
    painter.restore()


def _fit(painter: QPainter, place: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / BOX, place.height() / BOX)


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(
        colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )


def square(centre: QPointF, side: float) -> QRectF:
    """Give the square of ``side`` px round ``centre``."""
    return QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)


class _Engine(QIconEngine):
    """Paints when asked, so that an icon follows the theme without being made again."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        role = "ink2" if mode == QIcon.Mode.Disabled else self._role
        side = min(rect.width(), rect.height())
        place = square(QRectF(rect).center(), side)
        if self._name in icon_shapes():
            draw_icon(painter, self._name, place, theme().colour(role))
        else:
            draw_kind(painter, self._name, place)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)


def icon(name: str, role: str = "ink") -> QIcon:
    """Give an icon (or the mark of a kind) for Qt's own controls, in the colour of ``role``."""
    if name not in icon_shapes() and name not in kind_shapes():
        raise KeyError(name)
    return QIcon(_Engine(name, role))


class KindMark(QWidget):
    """The mark of a kind, or an icon, as a widget that grows with the text."""

    def __init__(self, kind: str, *, size: float = 24, role: str = "ink", word: str = "") -> None:
        """Show ``kind``, ``size`` px at 100 % text.

        ``word`` is its accessible name, empty for decoration.
        """
        super().__init__()
        self._kind = kind
        self._role = role
        self._size = size
        self.setAccessibleName(word)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().themed.connect(self.updateGeometry)

    def show_kind(self, kind: str, word: str = "") -> None:
        """Show another kind."""
        self._kind = kind
        self.setAccessibleName(word)
        self.update()

    def kind(self) -> str:
        """Give the kind that is shown."""
        return self._kind

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        side = round(self._size * theme().text_scale)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which nothing is cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        place = square(QRectF(self.rect()).center(), min(self.width(), self.height()))
        if self._kind in kind_shapes():
            draw_kind(painter, self._kind, place)
        else:
            role = self._role if self.isEnabled() else "ink2"
            draw_icon(painter, self._kind, place, theme().colour(role))
        painter.end()
