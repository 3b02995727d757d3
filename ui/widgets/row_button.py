"""Rows that are pressed as a whole: the base of large choices, check rows and lists."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout

from ui.theme.theme import theme
from ui.widgets.icons import draw_kind
from ui.widgets.pressing import UP_DOWN, press_by
from ui.widgets.text import Text


class RowButton(QAbstractButton):
    """A row with a mark in front, a title, and a sentence below; all of it can be pressed.

    ``frame``: ``none`` (a row of a list) or ``card`` (stands alone, with a border).
    """

    def __init__(self, title: str, sentence: str = "", *, frame: str = "none") -> None:
        super().__init__()
        self._frame = frame
        self._mark_size = 28.0
        self.title = _quiet(Text(title, "strong"))
        self.sentence = _quiet(Text(sentence, "row", "ink2"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # drawn anew when the pointer comes or goes
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.row = QHBoxLayout(self)
        self.row.setSpacing(12)
        self.words = QVBoxLayout()
        self.words.setSpacing(3)
        self.words.addWidget(self.title)
        self.words.addWidget(self.sentence)
        self.row.addLayout(self.words, 1)
        theme().themed.connect(self._on_themed)
        self._on_themed()
        self.show_words(title, sentence)

    def show_words(self, title: str, sentence: str = "") -> None:
        """Show another title and sentence (``**words**`` are bold)."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(self.sentence.text())

    def mark(self) -> str:
        """Give the kind of the mark in front; ``""`` for none."""
        return ""

    def ringed_part(self) -> QRect:
        """The focus ring goes round the mark of a list's row, and round the whole of a card."""
        return self.rect() if self._frame == "card" or not self.mark() else self._mark_place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it; arrow keys belong to the list."""
        if not press_by(self, event, others=UP_DOWN):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        return self.row.totalSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        if self.mark():
            self._paint_mark(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        chosen = self.isChecked() and self._frame == "card"
        hover = (self.underMouse() or self.isDown()) and self.isEnabled()
        ground = "action_soft" if chosen else "well" if hover else ""
        if self._frame == "card":
            width = theme().px("line.chosen") if chosen else 1.5
            half = width / 2
            path = QPainterPath()
            path.addRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 10, 10)
            painter.fillPath(path, theme().colour(ground or "sheet"))
            painter.strokePath(path, QPen(theme().colour("action" if chosen else "edge"), width))
        elif ground:
            inner = self.rect().adjusted(1, 1, -1, -1)
            painter.fillRect(inner, theme().colour(ground))

    def _paint_mark(self, painter: QPainter) -> None:
        draw_kind(painter, self.mark(), QRectF(self._mark_place()))

    def _mark_side(self) -> int:
        return round(self._mark_size * theme().text_scale)

    def _mark_place(self) -> QRect:
        side = self._mark_side()
        first, high = round(theme().line_height("strong")), self.title.height()
        line = high if high < first * 3 // 2 else first  # beside the first line of several
        top = self.title.mapTo(self, QPoint(0, 0)).y() + (line - side) // 2
        left = self._mark_left()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - side
        return QRect(left, top, side, side)

    def _mark_left(self) -> int:
        return 18

    def _on_themed(self) -> None:
        front = 18 + (self._mark_side() + 14 if self.mark() else 0)
        pad = 13
        self.row.setContentsMargins(front, pad, 18, pad)
        self.setMinimumHeight(theme().px("size.target_min"))


def _quiet(text: Text) -> Text:
    text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return text
