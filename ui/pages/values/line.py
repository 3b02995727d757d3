"""One line of the table: a number or a sentence; pressed as a whole, it opens its card."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout

from spinecounsel.viewing.values_fit import FitLine
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.flow import Run
from ui.widgets.icons import draw_icon, draw_kind
from ui.widgets.text import Text

TONES = {"benefit": "benefit", "risk": "risk"}
MARK, EDGE, GAP = 20, 6, 8


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
        texts = _texts(line, details=details)
        self._kind = line.kind
        self._first_line = texts[0].minimumSizeHint().height()
        self._lay_out(texts)
        words = ". ".join(text.text().rstrip(".") for text in texts)
        self.setAccessibleName(f"{line.kind_word}: {words}")
        self.setAccessibleDescription(say("Opens its card"))
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        layout = self.layout()
        return layout.totalSizeHint() if layout else QSize()

    def event(self, event: QEvent) -> bool:
        """Draw it anew when the pointer comes and goes."""
        if event.type() in {QEvent.Type.HoverEnter, QEvent.Type.HoverLeave}:
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()  # they scroll
        else:
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
        painter.end()

    def _lay_out(self, texts: list[Text]) -> None:
        # The marks are drawn, not widgets: a table has hundreds of lines.
        side = self._side()
        words = QVBoxLayout(self)
        words.setContentsMargins(EDGE + side + GAP, EDGE, EDGE + side + GAP, EDGE)
        words.setSpacing(2)
        for text in texts:
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.addWidget(text)
        words.addStretch(1)

    def _side(self) -> int:
        return round(MARK * theme().text_scale)

    def _beside_words(self, *, at_end: bool) -> QRectF:
        """Give the place of a mark before or behind the first line."""
        side = self._side()
        right = at_end is (self.layoutDirection() == Qt.LayoutDirection.LeftToRight)
        left = self.width() - EDGE - side if right else EDGE
        return QRectF(left, EDGE + max(0, (self._first_line - side) // 2), side, side)

    def _on_clicked(self) -> None:
        self.asked.emit(self._topic)


def _texts(line: FitLine, *, details: bool) -> list[Text]:
    tone = TONES.get(line.kind, "")
    texts = [Text(f"{line.beside}:", "body_strong")] if line.beside else []
    if line.number:
        texts += [_coloured(line.number, tone), Text(line.text, "row")]
    else:
        texts.append(_coloured(line.text, tone))
    if line.span:
        texts.append(Text(line.span, "label", "ink2"))
    if details:
        texts += [Text(line.studied, "label", "ink2"), Text(line.sure, "label", "ink2")]
    return texts


def _coloured(sentence: str, tone: str) -> Text:
    """Give a sentence whose bold parts are numbers: larger, and in the colour of the kind."""
    text = Text("", "cell")
    text.show_runs(
        [
            Run(part, bold=True, tone=tone, larger=True) if place % 2 else Run(part)
            for place, part in enumerate(sentence.split("**"))
            if part
        ]
    )
    return text
