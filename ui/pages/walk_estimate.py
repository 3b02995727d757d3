"""Estimates on the card: the number large, the sentence, the people drawn, and what it rests on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.walk_card import Block, EstimateView
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Rule
from ui.widgets.certainty import Certainty
from ui.widgets.columns import FOLDED, SIDE_BY_SIDE
from ui.widgets.icons import KindMark
from ui.widgets.notice import Notice
from ui.widgets.pair import Pair, PairRow
from ui.widgets.pictograph import Pictograph
from ui.widgets.text import Heading, Text

PICTURE, PICTURE_LARGE = 290, 420
LONGEST_NUMBER = 12  # letters: longer words are not printed large


class BlockPanel(QWidget):
    """One estimate, or two arms of one study on one scale."""

    def __init__(self, block: Block, *, titled: bool) -> None:
        """Show ``block``; ``titled`` prints the title of each estimate above it."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("m"))
        if block.heading:
            column.addWidget(Heading(block.heading))
        if block.pair:
            column.addWidget(_PairPanel(block.estimates[0], block.estimates[1], titled=titled))
            return
        for place, each in enumerate(block.estimates):
            if place:
                column.addWidget(Rule())
            column.addWidget(_EstimatePanel(each, titled=titled or len(block.estimates) > 1))


class _EstimatePanel(QWidget):
    def __init__(self, each: EstimateView, *, titled: bool) -> None:
        super().__init__()
        self._box = QBoxLayout(SIDE_BY_SIDE, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme().px("xl"))
        words = QVBoxLayout()
        words.setSpacing(theme().px("m"))
        if titled:
            words.addLayout(title_row(each))
        words.addWidget(_Number(each))
        for text in (each.sentence, each.framing):
            if text:
                words.addWidget(Text(text, "patient"))
        if each.reach:
            words.addWidget(Text(each.reach, "lead"))
        words.addWidget(Facts((each,)))
        words.addStretch(1)
        self._box.addLayout(words, 1)
        if each.drawn:
            self._box.addWidget(_Picture(each), 0, Qt.AlignmentFlag.AlignTop)
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def _on_themed(self) -> None:
        self._box.setDirection(FOLDED if theme().large_text else SIDE_BY_SIDE)


class _PairPanel(QWidget):
    def __init__(self, first: EstimateView, second: EstimateView, *, titled: bool) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("m"))
        if titled:
            column.addLayout(title_row(first))
        told = (first.sentence,) if first.sentence == second.sentence else ()
        for text in told or (first.sentence, second.sentence):
            column.addWidget(Text(text, "patient"))
        pair = Pair()
        pair.show_pair(_row(first, second), _row(second, first))
        column.addWidget(pair)
        column.addWidget(Facts((first, second)))


def _row(each: EstimateView, other: EstimateView) -> PairRow:
    label = each.owner or (each.title if each.title != other.title else say("This option"))
    return PairRow(
        label=label,
        words=each.framing,
        count=each.count,
        out_of=each.scale,
        kind=each.kind,
        number=each.number,
    )


def title_row(each: EstimateView) -> QHBoxLayout:
    """Give the mark and word of the kind, the title, and whose number it is."""
    row = QHBoxLayout()
    row.setSpacing(theme().px("s"))
    row.addWidget(KindMark(each.kind, size=22), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Heading(each.title))
    if each.owner:
        words.addWidget(
            Text(say("This number is for: {option}", option=each.owner), "body", "ink2")
        )
    row.addLayout(words, 1)
    return row


class _Number(QWidget):
    """The number large, with what it is counted out of; words where there is no number."""

    def __init__(self, each: EstimateView) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px("m"))
        large = len(each.number) <= LONGEST_NUMBER
        tone = each.kind if each.kind in {"benefit", "risk"} else "ink"
        number = Text(each.number, "number" if large else "card_title", tone)
        row.addWidget(number, 0 if large else 1)
        if each.out_of:
            out_of = Text(each.out_of, "strong")
            row.addWidget(out_of, 1, Qt.AlignmentFlag.AlignBottom)
        self.setVisible(bool(each.number))


class _Picture(QWidget):
    """The people, and what the filled, hatched and hollow ones mean."""

    def __init__(self, each: EstimateView) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("s"))
        self._people = Pictograph()
        self._people.show_people(
            filled=each.count,
            maybe=each.maybe,
            out_of=each.scale,
            kind=each.kind,
            words=each.picture,
        )
        column.addWidget(self._people)
        if each.maybe:
            column.addWidget(
                Text(say("Hatched: perhaps up to {n} more.", n=each.maybe), "body", "ink2")
            )
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def _on_themed(self) -> None:
        self._people.setFixedWidth(PICTURE_LARGE if theme().large_text else PICTURE)


class Facts(QWidget):
    """Who was studied, by when, how sure, and where it comes from; the same is said once."""

    sourced = Signal(str)

    def __init__(self, estimates: tuple[EstimateView, ...]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("s"))
        told = estimates[:1] if _rest_on_the_same(estimates) else estimates
        for each in told:
            if len(told) > 1:
                column.addWidget(Text(each.owner or each.title, "body_strong"))
            column.addLayout(_grid(each))
            for caution in filter(None, (each.caution,)):
                column.addWidget(Notice(caution))
            source = _Source(each)
            column.addWidget(source)


def _rest_on_the_same(estimates: tuple[EstimateView, ...]) -> bool:
    first = estimates[0]
    return all(
        (each.facts, each.certainty, each.certainty_why, each.source, each.caution)
        == (first.facts, first.certainty, first.certainty_why, first.source, first.caution)
        for each in estimates
    )


def _grid(each: EstimateView) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme().px("l"))
    grid.setVerticalSpacing(theme().px("s"))
    grid.setColumnStretch(1, 1)
    for line in each.facts:
        _add_fact(grid, line.label, (Text(line.text, "row"),))
    certainty = Certainty()
    certainty.show_level(each.certainty)
    _add_fact(grid, say("How sure"), (certainty, Text(each.certainty_why, "row")))
    return grid


def _add_fact(grid: QGridLayout, label: str, widgets: tuple[QWidget, ...]) -> None:
    row = grid.rowCount()
    top = Qt.AlignmentFlag.AlignTop
    grid.addWidget(Text(label, "row", "ink2"), row, 0, top)
    cell = QVBoxLayout()
    cell.setSpacing(2)
    for widget in widgets:
        if not (isinstance(widget, Text) and not widget.text()):
            cell.addWidget(widget)
    grid.addLayout(cell, row, 1)


class _Source(QWidget):
    """A button that opens the source below it."""

    def __init__(self, each: EstimateView) -> None:
        super().__init__()
        self._button = Button(say("Where this comes from"), "link", icon="doc", small=True)
        self._button.setObjectName(f"walk.source.{each.id}")
        self._button.setCheckable(True)
        self._words = Text(each.source, "body", "ink2")
        self._words.hide()
        self._button.toggled.connect(self._words.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._words)
