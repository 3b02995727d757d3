"""How large everything on the patient's screen is: drawn for 1920 x 1080, scaled as a whole."""

from math import ceil

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.theme import SIZED, theme
from ui.widgets.certainty import Certainty
from ui.widgets.icons import KindMark
from ui.widgets.pictograph import Pictograph
from ui.widgets.text import Text

DRAWING = 0.46  # the share of the width that a drawing beside words takes
WIDTH, HEIGHT = 1920, 1080  # px, what the measures are drawn for
ENLARGED = 1.75  # the smallest type here, in that of the console
TOP = Qt.AlignmentFlag.AlignTop


class Measure:
    """Gives parts in a ``scale``: 1.0 is as drawn.  Parts do not change; a new scale, new parts.

    ``room`` is what a sheet has without being scrolled, px.
    """

    def __init__(self, scale: float, room: QSize) -> None:
        self._scale, self.room = scale, room

    def px(self, drawn: float) -> int:
        """Give a measure in px."""
        return round(drawn * self._scale)

    def within(self, drawn: QSize) -> "Measure":
        """Give a measure for a drawing that takes a part of the width and all of the height.

        Large text does not make it larger than the room, ``drawn`` being its size as drawn.
        """
        wide = DRAWING * self.room.width() / drawn.width()
        return Measure(min(self._scale, wide, self.room.height() / drawn.height()), self.room)

    def warning(self, words: str) -> QFrame:
        """Give a box with the warning sign and a sentence."""
        box = QFrame()
        box.setProperty("kind", "warning")
        row = self.row(box, spacing=20)
        row.setContentsMargins(self.px(24), self.px(14), self.px(24), self.px(14))
        row.addWidget(self.mark("warning", 40))
        row.addWidget(self.text(f"**{words}**", "legend"), 1)
        return box

    def text(self, words: str, kind: str, tone: str = "ink") -> Text:
        """Give words in a ``second_*`` type (``title``, ``sentence`` ...)."""
        return Text(words, self.role(kind), tone)

    def mark(self, kind: str, side: float) -> KindMark:
        """Give the mark of a kind, ``side`` px as drawn."""
        return KindMark(kind, size=side * self._scale / theme().text_scale)

    def sure(self, level: str) -> Certainty:
        """Give how sure something is."""
        disc = 26 * self._scale / theme().text_scale
        sure = Certainty(disc=disc, role=self.role("meta"))
        sure.show_level(level)
        return sure

    def column(self, parent: QWidget | None = None, *, spacing: float = 0) -> QVBoxLayout:
        """Give a column without margins."""
        made = QVBoxLayout() if parent is None else QVBoxLayout(parent)
        self._bare(made, spacing)
        return made

    def row(self, parent: QWidget | None = None, *, spacing: float = 0) -> QHBoxLayout:
        """Give a row without margins."""
        made = QHBoxLayout() if parent is None else QHBoxLayout(parent)
        self._bare(made, spacing)
        return made

    def crowd(self, width: float) -> "Crowd":
        """Give room for drawn people, ``width`` px or more."""
        return Crowd(self.px(width))

    def enlarged(self, drawing: QWidget) -> "Enlarged":
        """Give a drawing made for the console, as much larger as words are here."""
        return Enlarged(drawing, ENLARGED * self._scale / theme().text_scale)

    def _bare(self, box: QBoxLayout, spacing: float) -> None:
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(self.px(spacing))

    def role(self, kind: str) -> str:
        """Give the type role of this scale."""
        return f"second_{kind}{SIZED}{self._scale:.3f}"


class Crowd(Pictograph):
    """People that fill the room they are given."""

    def __init__(self, least: int) -> None:
        super().__init__()
        policy = QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, policy)
        self._least = QSize(least, self.heightForWidth(least))

    def hasHeightForWidth(self) -> bool:
        """Take any height: the people are drawn as large as both sides allow."""
        return False

    def sizeHint(self) -> QSize:
        """Ask for the least size: what is left over is given anyway."""
        return self._least

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which people are told apart."""
        return self._least


class Even(QWidget):
    """A cell that is as wide as the others, whatever is in it."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class Enlarged(QWidget):
    """Shows a drawing of the console larger than it would be there; no picture is stretched."""

    def __init__(self, drawing: QWidget, factor: float) -> None:
        super().__init__()
        self._drawing, self._factor = drawing, factor
        drawing.setParent(self)
        drawing.hide()
        self.setAccessibleName(drawing.accessibleName())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that the drawing needs."""
        inner = self._drawing.heightForWidth(int(width / self._factor))
        return ceil(inner * self._factor)

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        return self._drawing.sizeHint() * self._factor

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which it is read."""
        return self._drawing.minimumSizeHint() * self._factor

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        self._drawing.resize(self.size() / self._factor)
        painter = QPainter(self)
        painter.scale(self._factor, self._factor)
        self._drawing.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        painter.end()
