"""Labels that wrap and are never cut: their height follows from their width."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle

from ui.theme.theme import theme
from ui.widgets.flow import ENDLESS, Flow, Run, length_of, longest_word, runs_of
from ui.widgets.glossary import explainer, explains

WIDEST_WISH = 40  # letters' heights: a label asks for no wider line than this


class Text(QLabel):
    """A sentence or a few.  ``**words**`` are bold; words of the glossary can be tapped.

    ``role`` is one of the type scale (``body``, ``lead``, ``patient`` ...), ``tone`` a colour of
    the theme.
    """

    def __init__(self, text: str = "", role: str = "body", tone: str = "ink") -> None:
        super().__init__()
        self._role = role
        self._tone = tone
        self._sentence: str | None = None
        self._runs: tuple[Run, ...] = ()
        self._marked: tuple[Run, ...] | None = None  # with the words that can be tapped
        self._pressed = ""
        self._flow: Flow | None = None
        self._flow_key: tuple[float, Qt.AlignmentFlag, bool] | None = None
        self._heights: dict[int, int] = {}  # layouts ask for the same widths again and again
        self._endless: Flow | None = None  # where no line has to be broken
        self._widest_word: int | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme().themed.connect(self._on_themed)
        self.setFont(theme().font(role))
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show ``text``; ``**words**`` are bold."""
        if text != self._sentence:
            self.show_runs(runs_of(text))
            self._sentence = text

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show a sentence whose pieces differ in weight, colour, or are found by a search."""
        self._sentence = None
        if tuple(runs) == self._runs:
            return
        self._runs = tuple(runs)
        super().setText("".join(run.text for run in runs))
        self._forget()

    def set_tone(self, tone: str) -> None:
        """Use another colour of the theme."""
        if tone != self._tone:
            self._tone = tone
            self.update()

    def set_role(self, role: str) -> None:
        """Use another step of the type scale."""
        if role != self._role:
            self._role = role
            self._on_themed()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height that its words need at ``width``."""
        if width not in self._heights:
            margins = self.contentsMargins()
            inner = width - margins.left() - margins.right()
            endless = self._without_limit()
            flow = endless if inner > endless.width else self._set(inner)
            height = ceil(flow.height)
            self._heights[width] = height + margins.top() + margins.bottom()
        return self._heights[width]

    def setContentsMargins(self, *margins: int) -> None:  # type: ignore[override] # noqa: N802 - Qt's name
        """Leave so much room round the words: left, top, right, bottom."""
        super().setContentsMargins(*margins)
        self._heights.clear()

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        margins = self.contentsMargins()
        widest = theme().size(self._role) * WIDEST_WISH
        one_line = self._without_limit().width
        width = ceil(min(one_line, widest)) + 1 + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which nothing is cut."""
        margins = self.contentsMargins()
        if self._widest_word is None:
            self._widest_word = ceil(longest_word(self.text(), self._role)) + 1
        most = theme().size(self._role) * 12
        line = ceil(theme().line_height(self._role))
        return QSize(
            min(self._widest_word, most) + margins.left() + margins.right(),
            line + margins.top() + margins.bottom(),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        flow = self._set(self.contentsRect().width())
        tone = self._tone if self.isEnabled() else "ink2"
        flow.draw(painter, self._corner(flow), theme().colour(tone))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note which word is pressed; what is no word is left to what stands behind."""
        self._pressed = self._term_at(event.position())[0]
        if not self._pressed:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a word that can be tapped."""
        if self._term_at(event.position())[0]:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the word that was pressed."""
        term, box = self._term_at(event.position())
        pressed, self._pressed = self._pressed, ""
        word = explainer().word(term) if term == pressed else None
        if word is None:
            super().mouseReleaseEvent(event)
            return
        place = QRect(self.mapToGlobal(box.topLeft()), box.size())
        explainer().tapped.emit(self, word, place)

    def _corner(self, flow: Flow) -> QPointF:
        """Give where the words begin."""
        inner = self.contentsRect()
        free = inner.height() - flow.height
        align = self.alignment()
        top = 0.0 if align & Qt.AlignmentFlag.AlignTop else free
        if align & Qt.AlignmentFlag.AlignVCenter:
            top = free / 2
        return QPointF(inner.left(), inner.top() + max(0.0, top))

    def _term_at(self, place: QPointF) -> tuple[str, QRect]:
        """Give the word at a place and the box round it; nothing where none can be tapped."""
        flow = self._set(self.contentsRect().width())
        letter = flow.letter_at(place - self._corner(flow))
        start = 0
        for run in self._marked_runs():
            length = length_of(run)
            if run.term and start <= letter < start + length:
                box = flow.box_of(start, length).translated(self._corner(flow))
                return run.term, box.toAlignedRect()
            start += length
        return "", QRect()

    def _marked_runs(self) -> tuple[Run, ...]:
        if self._marked is None:
            tapped = explains(self, self._role)
            self._marked = explainer().marked(self._runs) if tapped else self._runs
            self.setMouseTracking(any(run.term for run in self._marked))
        return self._marked

    def _without_limit(self) -> Flow:
        """Give its words as they are where no line has to be broken."""
        if self._endless is None:
            self._endless = Flow(self._marked_runs(), self._role, ENDLESS)
        return self._endless

    def _set(self, width: float) -> Flow:
        align = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        across = align & Qt.AlignmentFlag.AlignHorizontal_Mask
        rtl = self._runs_leftwards()
        if self._flow is None or self._flow_key != (width, across, rtl):
            plain = bool(across & Qt.AlignmentFlag.AlignLeft) and not rtl
            if plain and width > self._without_limit().width:
                self._flow = self._without_limit()
            else:
                self._flow = Flow(self._marked_runs(), self._role, width, across, right_to_left=rtl)
            self._flow_key = (width, across, rtl)
        return self._flow

    def _runs_leftwards(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _forget(self) -> None:
        self._flow = None
        self._marked = None
        self._endless = None
        self._widest_word = None
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _on_themed(self) -> None:
        self.setFont(theme().font(self._role))
        self._forget()


class PageTitle(Text):
    """The question or title that a page begins with."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, "page_title")


class Heading(Text):
    """The title of a card or a group."""

    def __init__(self, text: str = "", role: str = "heading") -> None:
        super().__init__(text, role)
