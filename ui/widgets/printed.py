"""Words and marks set below each other in one widget: for tables, where each cell has many of them.

A label for each would be laid out and painted on its own, and a table has hundreds.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.certainty import WORD_GAP, certainty_word, discs_width, draw_discs
from ui.widgets.flow import ENDLESS, Flow, Run, longest_word, runs_of
from ui.widgets.icons import draw_icon, draw_kind, kind_shapes

WIDEST_WORD = 12  # sizes of the letters: a word that is wider is broken
KEPT = 64  # pictures of marks
LIKED = 240  # px, a width that suits a cell


class Pads(NamedTuple):
    """Room at the edges, px, and between two pieces."""

    side: int
    top: int
    between: int


class Piece(Protocol):
    """Something that is printed across the width."""

    def words(self) -> str:
        """Give what it says."""
        ...

    def least(self) -> float:
        """Give the least width at which nothing is cut."""
        ...

    def height(self, width: float) -> float:
        """Give the height that it needs at ``width``."""
        ...

    def draw(self, painter: QPainter, place: QRectF, *, leftwards: bool) -> None:
        """Draw it at the top of ``place``; ``leftwards`` where one reads from the right."""
        ...


class Words:
    """A sentence or a few that wrap; ``**words**`` are bold.  Roles and tones as for ``Text``.

    The pieces of a sentence can also be given as they are.
    """

    def __init__(self, text: str | Sequence[Run], role: str = "body", tone: str = "ink") -> None:
        self._runs = runs_of(text) if isinstance(text, str) else tuple(text)
        self.role, self.tone = role, tone
        self._flows: dict[tuple[float, bool], Flow] = {}

    def words(self) -> str:
        """Give the sentence."""
        return "".join(run.text for run in self._runs)

    def natural(self) -> float:
        """Give the width of the sentence in one line."""
        return self._flow(ENDLESS).width + 1

    def least(self) -> float:
        """Give the width of its widest word."""
        most = theme().font(self.role).pixelSize() * WIDEST_WORD
        return min(ceil(longest_word(self.words(), self.role)) + 1, most)

    def height(self, width: float) -> float:
        """Give the height of its lines."""
        return self._flow(width).height

    def draw(self, painter: QPainter, place: QRectF, *, leftwards: bool) -> None:
        """Draw it."""
        flow = self._flow(place.width(), leftwards=leftwards)
        flow.draw(painter, place.topLeft(), theme().colour(self.tone))

    def _flow(self, width: float, *, leftwards: bool = False) -> Flow:
        """Give its lines; the same widths are asked for again and again."""
        key = (width, leftwards)
        if key not in self._flows:
            align = Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft
            self._flows[key] = Flow(self._runs, self.role, width, align, right_to_left=leftwards)
        return self._flows[key]


class Marked:
    """The mark of a kind, or an icon, ``size`` px at 100 % text, and words beside it."""

    def __init__(self, mark: str, size: float, words: Words, *, gap: int) -> None:
        self._mark, self._size, self._words, self._gap = mark, size, words, gap

    def words(self) -> str:
        """Give the words."""
        return self._words.words()

    def least(self) -> float:
        """Give the width of the mark and the widest word."""
        return self._before() + self._words.least()

    def height(self, width: float) -> float:
        """Give the height of the mark or of the words."""
        return max(self._side(), self._words.height(width - self._before()))

    def draw(self, painter: QPainter, place: QRectF, *, leftwards: bool) -> None:
        """Draw it."""
        side, before = self._side(), self._before()
        left = place.right() - side if leftwards else place.left()
        picture = _mark_picture(self._mark, side, look(), ratio_of(painter))
        painter.drawPixmap(QPointF(left, place.top()), picture)
        beside = place.adjusted(0, 0, -before, 0) if leftwards else place.adjusted(before, 0, 0, 0)
        self._words.draw(painter, beside, leftwards=leftwards)

    def _side(self) -> int:
        return round(self._size * theme().text_scale)

    def _before(self) -> int:
        return self._side() + self._gap


class Line:
    """A line across, between what does not belong together."""

    def words(self) -> str:
        """Give nothing: it says nothing."""
        return ""

    def least(self) -> float:
        """Give no least width."""
        return 0

    def height(self, _width: float) -> float:
        """Give the room that it has."""
        return 9

    def draw(self, painter: QPainter, place: QRectF, *, leftwards: bool) -> None:  # noqa: ARG002
        """Draw it, from edge to edge whichever way one reads."""
        middle = QRectF(place.left(), place.top() + 4, place.width(), 1)
        painter.fillRect(middle, theme().colour("edge"))


class Sure:
    """How sure something is: the discs, ``disc`` px at 100 % text, and the word where wanted."""

    def __init__(self, level: str, *, disc: float = 10, word: bool) -> None:
        self._level, self._disc = level, disc
        self._word = Words(certainty_word(level), "body_strong") if word else None

    def words(self) -> str:
        """Give the level in words."""
        return say("How sure: {word}", word=certainty_word(self._level))

    def least(self) -> float:
        """Give the width it has."""
        discs = discs_width(self._side())
        return discs + WORD_GAP + self._word.least() if self._word else discs

    def height(self, _width: float) -> float:
        """Give the height it has."""
        return max(self._side(), self._word.height(ENDLESS) if self._word else 0)

    def draw(self, painter: QPainter, place: QRectF, *, leftwards: bool) -> None:
        """Draw it."""
        side, high = self._side(), self.height(place.width())
        wide = discs_width(side)
        left = place.right() - wide if leftwards else place.left()
        corner = QPointF(left, place.top() + (high - side) / 2)
        picture = _discs_picture(self._level, side, look(), ratio_of(painter), leftwards=leftwards)
        painter.drawPixmap(corner, picture)
        if self._word:
            past = wide + WORD_GAP
            beside = place.adjusted(0, 0, -past, 0) if leftwards else place.adjusted(past, 0, 0, 0)
            self._word.draw(painter, beside, leftwards=leftwards)

    def _side(self) -> float:
        return self._disc * theme().text_scale


class Printed(QWidget):
    """Shows pieces below each other; its height follows from its width.

    Its accessible name says all of them, whoever shows them gives it.
    """

    def __init__(self, pads: Pads) -> None:
        super().__init__()
        self._pads = pads
        self._pieces: tuple[Piece, ...] = ()
        # Layouts ask for the same widths again and again, and what was shown is shown again.
        self._laid: dict[tuple[tuple[Piece, ...], int], _Laid] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show these from now on."""
        self._pieces = tuple(pieces)
        self.updateGeometry()
        self.update()

    def pieces(self) -> tuple[Piece, ...]:
        """Give what is shown."""
        return self._pieces

    def heightForWidth(self, width: int) -> int:
        """Give the height that all pieces need at ``width``."""
        return self.height_of(self._pieces, width)

    def height_of(self, pieces: tuple[Piece, ...], width: int) -> int:
        """Give the height that ``pieces`` would need at ``width``."""
        return self._lay(pieces, width).height

    def sizeHint(self) -> QSize:
        """Give the size it would like; its height follows from its width."""
        return QSize(LIKED, 2 * self._pads.top)

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which nothing is cut."""
        widest = max((each.least() for each in self._pieces), default=0)
        return QSize(ceil(widest) + 2 * self._pads.side, 2 * self._pads.top)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        self.paint_ground(painter)
        leftwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for piece, place in self.places():
            piece.draw(painter, place, leftwards=leftwards)
        painter.end()

    def paint_ground(self, painter: QPainter) -> None:
        """Draw what stands behind the pieces: nothing."""

    def places(self) -> tuple[tuple[Piece, QRectF], ...]:
        """Give where each piece stands."""
        return self._lay(self._pieces, self.width()).places

    def _lay(self, pieces: tuple[Piece, ...], width: int) -> "_Laid":
        if (pieces, width) not in self._laid:
            self._laid[pieces, width] = _laid(pieces, self._pads, width)
        return self._laid[pieces, width]


class _Laid(NamedTuple):
    """Pieces below each other: the height of all, and where each stands."""

    height: int
    places: tuple[tuple[Piece, QRectF], ...]


def _laid(pieces: tuple[Piece, ...], pads: Pads, width: int) -> _Laid:
    places: list[tuple[Piece, QRectF]] = []
    top, wide = float(pads.top), width - 2 * pads.side
    for piece in pieces:
        high = piece.height(wide)
        places.append((piece, QRectF(pads.side, top, wide, high)))
        top += high + pads.between
    below = pads.between if pieces else 0
    return _Laid(ceil(top - below) + pads.top, tuple(places))


def look() -> tuple[str, float]:
    """Give what pictures depend on: colours and size of text."""
    return theme().scheme, theme().text_scale


def ratio_of(painter: QPainter) -> float:
    """Give how many dots of the screen are drawn for a px."""
    return painter.device().devicePixelRatioF()


@lru_cache(maxsize=KEPT)
def _mark_picture(mark: str, side: int, _look: tuple[str, float], ratio: float) -> QPixmap:
    """Draw a mark once."""
    picture, painter = _blank(QSize(side, side), ratio)
    box = QRectF(0, 0, side, side)
    if mark in kind_shapes():
        draw_kind(painter, mark, box)
    else:
        draw_icon(painter, mark, box, theme().colour("ink"))
    painter.end()
    return picture


@lru_cache(maxsize=KEPT)
def _discs_picture(
    level: str, side: float, _look: tuple[str, float], ratio: float, *, leftwards: bool
) -> QPixmap:
    """Draw the discs of a level once."""
    picture, painter = _blank(QSize(ceil(discs_width(side)), ceil(side)), ratio)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_discs(painter, level, QPointF(), side, leftwards=leftwards)
    painter.end()
    return picture


def _blank(size: QSize, ratio: float) -> tuple[QPixmap, QPainter]:
    picture = QPixmap((QSizeF(size) * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture, QPainter(picture)
