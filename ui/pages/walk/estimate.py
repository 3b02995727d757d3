"""Estimates on the card: the number large, the sentence, and the people drawn."""

from PySide6.QtCore import QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from spinecounsel.viewing.walk_blocks import Block, EstimateView
from spinecounsel.wording import say
from ui.pages.walk.facts import Facts
from ui.theme.theme import theme
from ui.widgets.card import Rule, column
from ui.widgets.columns import SIDE_BY_SIDE
from ui.widgets.icons import KindMark
from ui.widgets.pair import Pair, PairRow
from ui.widgets.people import BOX, People, State
from ui.widgets.pictograph import THOUSAND, Pictograph
from ui.widgets.text import Heading, Text

PICTURE, LARGE_PICTURE = 300, 380  # px: the people beside the words
WIDE_PICTURE = 560  # px: a thousand people, below them


class BlockPanel(QWidget):
    """One estimate, or two arms of one study; ``titled`` prints whose title it is."""

    def __init__(self, block: Block, *, titled: bool) -> None:
        super().__init__()
        whole = column(self, spacing=theme().px("m"))
        if block.heading:
            whole.addWidget(Text(block.heading, "strong", "ink2"))
        if titled:
            whole.addWidget(_Title(block))
        if block.pair:
            whole.addWidget(_PairPanel(block))
        elif len(block.estimates) > 1:
            for place, each in enumerate(block.estimates):
                if place:
                    whole.addWidget(Rule())
                whole.addWidget(_EstimatePanel(each, None, named=True))
            whole.addWidget(Facts(block))
        else:
            whole.addWidget(_EstimatePanel(block.estimates[0], Facts(block)))


class _Title(QWidget):
    """Mark, word and title, and whose number it is when it is that of another option."""

    def __init__(self, block: Block) -> None:
        super().__init__()
        first = block.estimates[0]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px("s"))
        row.addWidget(KindMark(first.kind, size=22), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Heading(say("{kind}: {title}", kind=first.kind_word, title=first.title)))
        if len(block.estimates) == 1 and first.owner:
            words.addWidget(Text(say("From: {option}", option=first.owner), "body", "ink2"))
        row.addLayout(words, 1)


class _EstimatePanel(QWidget):
    """A number, what it means, and what it rests on; the people stand beside it."""

    def __init__(self, each: EstimateView, facts: Facts | None, *, named: bool = False) -> None:
        super().__init__()
        box = QBoxLayout(SIDE_BY_SIDE, self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme().px("xl"))
        words = QVBoxLayout()
        words.setSpacing(theme().px("m"))
        if named:
            words.addWidget(Heading(each.name))
        if each.number:
            words.addWidget(_Number(each))
        for text in filter(None, (each.reach, each.sentence, each.framing)):
            words.addWidget(Text(text, "strong" if text == each.reach else "patient"))
        wide = each.out_of >= THOUSAND
        if each.drawn and wide:
            words.addWidget(_Picture(each, wide=True))
        if facts is not None:
            words.addWidget(facts)
        words.addStretch(1)
        box.addLayout(words, 1)
        if each.drawn and not wide:
            box.addWidget(_Picture(each, wide=False), 0, Qt.AlignmentFlag.AlignTop)


class _PairPanel(QWidget):
    """Both sentences, both arms on one scale, and what they rest on."""

    def __init__(self, block: Block) -> None:
        super().__init__()
        first, second = block.estimates
        whole = column(self, spacing=theme().px("m"))
        for text in dict.fromkeys((first.sentence, second.sentence)):
            whole.addWidget(Text(text, "patient"))
        pair = Pair()
        titles = first.title not in {second.title, first.name}
        pair.show_pair(_row(first, titled=titles), _row(second, titled=titles), unit=first.unit)
        whole.addWidget(pair)
        whole.addWidget(Facts(block))


def _row(each: EstimateView, *, titled: bool) -> PairRow:
    words = (each.title if titled else "", each.framing, each.reach)
    return PairRow(
        label=each.name,
        words="\n".join(filter(None, words)),
        filled=each.filled,
        out_of=each.out_of,
        kind=each.kind,
        number=each.number,
    )


class _Number(QWidget):
    """The number large, and what it is out of on the same line."""

    def __init__(self, each: EstimateView) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px("m"))
        tone = each.kind if each.kind in {"benefit", "risk"} else "ink"
        self._beside = Text(each.beside, "heading")
        row.addWidget(Text(each.number, "number", tone))
        row.addWidget(self._beside, 1, Qt.AlignmentFlag.AlignBottom)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def _on_themed(self) -> None:
        raised = _below_line("number") - _below_line("heading")
        self._beside.setContentsMargins(0, 0, 0, max(0, round(raised)))


def _below_line(role: str) -> float:
    """Give how far the letters' line is above the lower end of a line of text, px."""
    metrics = QFontMetricsF(theme().font(role))
    return (theme().line_height(role) - metrics.height()) / 2 + metrics.descent()


class _Picture(QWidget):
    """The people, and where some are hatched, what that means."""

    def __init__(self, each: EstimateView, *, wide: bool) -> None:
        super().__init__()
        self._wide = wide
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
        if each.maybe:
            whole.addLayout(_legend(each))
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def _on_themed(self) -> None:
        wide = WIDE_PICTURE if self._wide else LARGE_PICTURE if theme().large_text else PICTURE
        self._people.setFixedWidth(wide)


def _legend(each: EstimateView) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme().px("s"))
    row.addWidget(_MaybeMark(each.kind), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(say("perhaps up to {n} more", n=each.maybe), "row"), 1)
    return row


class _MaybeMark(QWidget):
    """One hatched person."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().themed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Give the size it has."""
        return self._size().toSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        picture = People().picture(State.MAYBE, self._kind, self._size(), ratio)
        painter.drawPixmap(QPointF(0, 0), picture)
        painter.end()

    def _size(self) -> QSizeF:
        return BOX * (theme().px("glyph.icon") / BOX.height() * 1.2)
