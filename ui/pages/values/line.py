"""One line of the table: a number or a sentence; pressed as a whole, it opens its card."""

from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from spinecounsel.viewing.values_fit import FitLine
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.flow import Run
from ui.widgets.icons import draw_icon, draw_kind
from ui.widgets.pressing import UP_DOWN, press_by
from ui.widgets.printed import Words

TONES = {"benefit": "benefit", "risk": "risk"}
MARK, EDGE, GAP, BETWEEN = 20, 6, 8, 2
LIKED = 240  # px, a width that suits a line


class LineButton(QAbstractButton):
    """Shows a line; ``asked`` carries the key of its topic when it is pressed."""

    asked = Signal(str)

    def __init__(self, line: FitLine, *, details: bool) -> None:
        super().__init__()
        self._topic = line.topic
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(theme().px("size.target_min"))
        self._texts = _texts(line, details=details)
        self._heights: dict[int, int] = {}
        self._kind = line.kind
        words = ". ".join(text.words().rstrip(".") for text in self._texts)
        self.setAccessibleName(f"{line.kind_word}: {words}")
        self.setAccessibleDescription(say("Opens its card"))
        self.clicked.connect(self._on_clicked)

    def words(self) -> str:
        """Give what stands on it."""
        return "\n".join(text.words() for text in self._texts)

    def heightForWidth(self, width: int) -> int:
        """Give the height that its words need at ``width``."""
        if width not in self._heights:
            inner = width - 2 * self._before()
            high = sum(text.height(inner) for text in self._texts)
            self._heights[width] = ceil(high) + BETWEEN * (len(self._texts) - 1) + 2 * EDGE
        return max(self._heights[width], self.minimumHeight())

    def sizeHint(self) -> QSize:
        """Give the size it would like; its height follows from its width."""
        return QSize(LIKED, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which nothing is cut."""
        widest = max(text.least() for text in self._texts)
        return QSize(ceil(widest) + 2 * self._before(), self.minimumHeight())

    def event(self, event: QEvent) -> bool:
        """Draw it anew when the pointer comes and goes."""
        if event.type() in {QEvent.Type.HoverEnter, QEvent.Type.HoverLeave}:
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it."""
        if not press_by(self, event, others=UP_DOWN):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground below the pointer, the mark of the kind, and the arrow to its card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("well"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        draw_kind(painter, self._kind, self._beside_words(at_end=False))
        draw_icon(painter, "next", self._beside_words(at_end=True), theme().colour("action"))
        leftwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        top, wide = float(EDGE), self.width() - 2 * self._before()
        for text in self._texts:
            high = text.height(wide)
            place = QRectF(self._before(), top, wide, high)
            text.draw(painter, place, leftwards=leftwards)
            top += high + BETWEEN
        painter.end()

    def _before(self) -> int:
        """Give the room that the marks take at each side."""
        return EDGE + self._side() + GAP

    def _side(self) -> int:
        return round(MARK * theme().text_scale)

    def _beside_words(self, *, at_end: bool) -> QRectF:
        """Give the place of a mark before or behind the first line."""
        side = self._side()
        right = at_end is (self.layoutDirection() == Qt.LayoutDirection.LeftToRight)
        left = self.width() - EDGE - side if right else EDGE
        first = ceil(theme().line_height(self._texts[0].role))
        return QRectF(left, EDGE + max(0, (first - side) // 2), side, side)

    def _on_clicked(self) -> None:
        self.asked.emit(self._topic)


def _texts(line: FitLine, *, details: bool) -> list[Words]:
    tone = TONES.get(line.kind, "")
    texts = [Words(f"{line.beside}:", "body_strong")] if line.beside else []
    if line.number:
        texts += [_coloured(line.number, tone), Words(line.text, "row")]
    else:
        texts.append(_coloured(line.text, tone))
    if line.span:
        texts.append(Words(line.span, "label", "ink2"))
    if details:
        texts += [Words(line.studied, "label", "ink2"), Words(line.sure, "label", "ink2")]
    return texts


def _coloured(sentence: str, tone: str) -> Words:
    """Give a sentence whose bold parts are numbers: larger, and in the colour of the kind."""
    runs = [
        Run(part, bold=True, tone=tone, larger=True) if place % 2 else Run(part)
        for place, part in enumerate(sentence.split("**"))
        if part
    ]
    return Words(runs, "cell")
