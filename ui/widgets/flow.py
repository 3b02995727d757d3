"""Text set in lines of a given width: for labels and buttons that wrap and are never cut."""

from collections.abc import Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from ui.theme.theme import theme

ENDLESS = 1_000_000.0
LINE_END = "\N{LINE SEPARATOR}"


class Run(NamedTuple):
    """A piece of a sentence; ``tone`` is a colour of the theme, empty for the sentence's own.

    ``term`` is the word of the glossary that it is explained under, empty for none.
    """

    text: str
    bold: bool = False
    tone: str = ""
    found: bool = False
    larger: bool = False
    term: str = ""


def runs_of(sentence: str) -> tuple[Run, ...]:
    """Give the runs of a sentence in which ``**...**`` is bold."""
    return tuple(
        Run(part, bold=place % 2 == 1) for place, part in enumerate(sentence.split("**")) if part
    )


def length_of(run: Run) -> int:
    """Give how many of Qt's letters a run has: those beyond the first plane count twice."""
    return len(run.text.encode("utf-16-le")) // 2


class Flow:
    """A sentence set in lines.

    ``width`` is that of the widest line, ``height`` that of all, in px.
    """

    def __init__(
        self,
        runs: Sequence[Run],
        role: str,
        width: float,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        *,
        right_to_left: bool = False,
    ) -> None:
        font = theme().font(role)
        self._natural = theme().metrics(role).height()
        words = "".join(run.text for run in runs).replace("\n", LINE_END)
        self._layout = QTextLayout(words, font)
        self._layout.setCacheEnabled(True)
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if right_to_left:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        self._layout.setTextOption(option)
        self._layout.setFormats(_formats(runs, font))
        self.width = 0.0
        self.height = self._set_lines(max(1.0, width), theme().line_height(role))

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return self._layout.lineCount()

    def draw(self, painter: QPainter, place: QPointF, colour: QColor) -> None:
        """Draw all lines with the upper left corner at ``place``."""
        painter.setPen(colour)
        self._layout.draw(painter, place)

    def letter_at(self, point: QPointF) -> int:
        """Give the place of the letter at ``point`` (from the upper left corner), -1 for none."""
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            box = line.naturalTextRect()
            if box.top() <= point.y() < box.bottom() and box.left() <= point.x() < box.right():
                on = QTextLine.CursorPosition.CursorOnCharacter
                return int(line.xToCursor(point.x(), on))
        return -1

    def box_of(self, start: int, length: int) -> QRectF:
        """Give the box round ``length`` letters from ``start``, as far as they are in one line."""
        line = self._layout.lineForTextPosition(start)
        end = min(start + length, line.textStart() + line.textLength())
        left, right = sorted(_across(line, place) for place in (start, end))
        return QRectF(left, line.y(), right - left, line.height())

    def _set_lines(self, width: float, pitch: float) -> float:
        top = 0.0
        self._layout.beginLayout()
        line = self._layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            # A line with larger or foreign letters is given the room that they need.
            room = pitch if line.height() <= self._natural + 1 else max(pitch, line.height())
            line.setPosition(QPointF(0, top + (room - line.height()) / 2))
            self.width = max(self.width, line.naturalTextWidth())
            top += room
            line = self._layout.createLine()
        self._layout.endLayout()
        return top


def _across(line: QTextLine, place: int) -> float:
    """Give where a letter stands, px from the left; Qt for Python gives its place with it."""
    x, _place = cast("tuple[float, int]", line.cursorToX(place))
    return x


def _formats(runs: Sequence[Run], font: QFont) -> list[QTextLayout.FormatRange]:
    formats: list[QTextLayout.FormatRange] = []
    start = 0
    for run in runs:
        piece = QTextLayout.FormatRange()
        piece.start, piece.length = start, length_of(run)
        start += piece.length
        if run != Run(run.text):
            piece.format = _format(run, font)
            formats.append(piece)
    return formats


def _format(run: Run, font: QFont) -> QTextCharFormat:
    made = QTextCharFormat()
    if run.bold or run.found:
        made.setFontWeight(QFont.Weight.Bold)
    if run.larger:
        made.setProperty(QTextCharFormat.Property.FontPixelSize, round(font.pixelSize() * 1.2))
    if run.tone:
        made.setForeground(theme().colour(run.tone))
    if run.found:
        made.setBackground(theme().colour("mark"))
        made.setFontUnderline(True)
        made.setUnderlineColor(theme().colour("action"))
    if run.term:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        made.setUnderlineColor(theme().colour("action"))
    return made


def longest_word(text: str, role: str) -> float:
    """Give the width of the widest word of ``text``, px."""
    metrics = theme().metrics(role, bold=True)  # a word may be a bold run
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)
