"""A number on the card, in the way that the patient likes to see it: printed, people, or a bar."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from spinecounsel.viewing.walk_blocks import EstimateView
from ui.theme.theme import theme
from ui.widgets.bar import Bar, draw_range
from ui.widgets.card import column
from ui.widgets.pair import PairRow
from ui.widgets.people import BOX, People, State
from ui.widgets.pictograph import THOUSAND, Pictograph
from ui.widgets.text import Text

PICTURE, LARGE_PICTURE = 300, 380  # px: the people beside the words
WIDE_PICTURE = 560  # px: a thousand people, below them
LONG = 8  # letters of a number that leave room for words on its line
NUMBERED = ("benefit", "risk")


def pair_row(each: EstimateView, *, label: str = "", words: str = "") -> PairRow:
    """Give what is drawn of an estimate on a scale."""
    return PairRow(
        label=label,
        words=words,
        filled=each.filled,
        out_of=each.out_of,
        kind=each.kind,
        number=each.number,
        maybe=each.maybe,
        least=each.least,
    )


class Number(QWidget):
    """The number large, and what it is out of; ``both`` adds the other side.

    They stand on one line, but not where the number is words ("fewer than 1").
    """

    def __init__(self, each: EstimateView, *, both: bool = False) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px("m"))
        grid.setVerticalSpacing(theme().px("s"))
        grid.setColumnStretch(1, 1)
        tone = each.kind if each.kind in NUMBERED else "ink"
        lines = [(each.number, each.beside, tone)]
        if both:
            lines.append((each.rest, each.rest_beside, "ink2"))
        self._beside = [Text(beside, "heading") for _, beside, _ in lines]
        self._below = any(len(number) > LONG for number, _, _ in lines)
        for place, (number, _, shade) in enumerate(lines):
            text, beside = Text(number, "number", shade), self._beside[place]
            if self._below:
                grid.addWidget(text, 2 * place, 0, 1, 2)
                grid.addWidget(beside, 2 * place + 1, 0, 1, 2)
            else:
                grid.addWidget(text, place, 0, Qt.AlignmentFlag.AlignTrailing)
                grid.addWidget(beside, place, 1, Qt.AlignmentFlag.AlignBottom)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def _on_themed(self) -> None:
        raised = max(0, round(_below_line("number") - _below_line("heading")))
        raised = 0 if self._below else raised
        for text in self._beside:
            text.setContentsMargins(0, 0, 0, raised)


def _below_line(role: str) -> float:
    """Give how far the letters' line is above the lower end of a line of text, px."""
    metrics = QFontMetricsF(theme().font(role))
    return (theme().line_height(role) - metrics.height()) / 2 + metrics.descent()


class PeoplePicture(QWidget):
    """The people, and where some are hatched, what that means."""

    def __init__(self, each: EstimateView) -> None:
        super().__init__()
        self._wide = each.out_of >= THOUSAND
        self._people = Pictograph()
        self._people.show_people(
            filled=each.filled,
            maybe=each.maybe,
            out_of=each.out_of,
            kind=each.kind,
            words=each.picture,
        )
        whole = column(self, spacing=theme().px("s"))
        whole.addWidget(self._people)
        if each.maybe_words:
            whole.addWidget(_Legend(each.kind, each.maybe_words))
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def _on_themed(self) -> None:
        wide = WIDE_PICTURE if self._wide else LARGE_PICTURE if theme().large_text else PICTURE
        self._people.setFixedSize(wide, self._people.heightForWidth(wide))


class BarPicture(QWidget):
    """The bar, and where a part is hatched, what that means."""

    def __init__(self, each: EstimateView) -> None:
        super().__init__()
        bar = Bar()
        bar.show_bar(pair_row(each), unit=each.unit, words=each.picture)
        whole = column(self, spacing=theme().px("s"))
        whole.addWidget(bar)
        if each.span:
            whole.addWidget(_Legend(each.kind, each.span, bar=True))


class _Legend(QWidget):
    """What is hatched, beside a piece of it."""

    def __init__(self, kind: str, words: str, *, bar: bool = False) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px("s"))
        row.addWidget(_MaybeMark(kind, bar=bar), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(words, "row"), 1)


class _MaybeMark(QWidget):
    """One hatched person, or a piece of a hatched bar."""

    def __init__(self, kind: str, *, bar: bool) -> None:
        super().__init__()
        self._kind, self._bar = kind, bar
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().themed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Give the size it has."""
        return self._size().toSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        if self._bar:
            draw_range(painter, QRectF(QPointF(0, 0), self._size()), self._kind)
        else:
            ratio = self.devicePixelRatioF()
            picture = People().picture(State.MAYBE, self._kind, self._size(), ratio)
            painter.drawPixmap(QPointF(0, 0), picture)
        painter.end()

    def _size(self) -> QSizeF:
        return BOX * (theme().px("glyph.icon") / BOX.height() * 1.2)
