"""Labels that wrap and are never cut: their height follows from their width."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle

from ui.theme.theme import theme
from ui.widgets.flow import ENDLESS, Flow, Run, longest_word, runs_of

WIDEST_WISH = 40  # letters' heights: a label asks for no wider line than this


class Text(QLabel):
    """A sentence or a few.  ``**words**`` are bold.

    ``role`` is one of the type scale (``body``, ``lead``, ``patient`` ...), ``tone`` a colour of
    the theme.
    """

    def __init__(self, text: str = "", role: str = "body", tone: str = "ink") -> None:
        super().__init__()
        self._role = role
        self._tone = tone
        self._runs: tuple[Run, ...] = ()
        self._flow: Flow | None = None
        self._flow_width = -1.0
        self._heights: dict[int, int] = {}  # layouts ask for the same widths again and again
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme().themed.connect(self._on_themed)
        self.setFont(theme().font(role))
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show ``text``; ``**words**`` are bold."""
        self.show_runs(runs_of(text))

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show a sentence whose pieces differ in weight, colour, or are found by a search."""
        if tuple(runs) == self._runs:
            return
        self._runs = tuple(runs)
        super().setText("".join(run.text for run in runs))
        self._forget()

    def set_tone(self, tone: str) -> None:
        """Use another colour of the theme."""
        self._tone = tone
        self.update()

    def set_role(self, role: str) -> None:
        """Use another step of the type scale."""
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
            height = ceil(self._set(inner).height)
            self._heights[width] = height + margins.top() + margins.bottom()
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Give the size it would like."""
        margins = self.contentsMargins()
        one_line = Flow(self._runs, self._role, ENDLESS).width
        widest = theme().font(self._role).pixelSize() * WIDEST_WISH
        width = ceil(min(one_line, widest)) + 1 + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give the least size at which nothing is cut."""
        margins = self.contentsMargins()
        word = ceil(longest_word(self.text(), self._role)) + 1
        most = theme().font(self._role).pixelSize() * 12
        line = ceil(theme().line_height(self._role))
        return QSize(
            min(word, most) + margins.left() + margins.right(),
            line + margins.top() + margins.bottom(),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        inner = self.contentsRect()
        flow = self._set(inner.width())
        free = inner.height() - flow.height
        align = self.alignment()
        top = 0.0 if align & Qt.AlignmentFlag.AlignTop else free
        if align & Qt.AlignmentFlag.AlignVCenter:
            top = free / 2
        tone = self._tone if self.isEnabled() else "ink2"
        place = QPointF(inner.left(), inner.top() + max(0.0, top))
        flow.draw(painter, place, theme().colour(tone))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Set the words anew when what they are set in changes."""
        if event.type() in {QEvent.Type.LayoutDirectionChange, QEvent.Type.ContentsRectChange}:
            self._flow_width = -1.0
            self._heights.clear()
        super().changeEvent(event)

    def _set(self, width: float) -> Flow:
        if self._flow is None or width != self._flow_width:
            align = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
            across = align & Qt.AlignmentFlag.AlignHorizontal_Mask
            self._flow = Flow(
                self._runs, self._role, width, across, right_to_left=self._runs_leftwards()
            )
            self._flow_width = width
        return self._flow

    def _runs_leftwards(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _forget(self) -> None:
        self._flow = None
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
