"""Estimates on the card, in layers: what is said, the number or picture, and what it rests on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.discussion.people import NumberView
from spinecounsel.viewing.walk_blocks import Block, EstimateView
from spinecounsel.wording import say
from ui.pages.walk.facts import Facts
from ui.pages.walk.figure import BarPicture, Number, PeoplePicture, pair_row
from ui.theme.theme import theme
from ui.widgets.bar import BarPair
from ui.widgets.card import Rule, column
from ui.widgets.columns import SIDE_BY_SIDE
from ui.widgets.icons import KindMark
from ui.widgets.pair import Pair
from ui.widgets.pictograph import THOUSAND
from ui.widgets.text import Heading, Text


class BlockPanel(QWidget):
    """One estimate, or two arms of one study, seen as ``numbers`` says.

    ``titled`` prints whose title it is.
    """

    def __init__(self, block: Block, numbers: NumberView, *, titled: bool) -> None:
        super().__init__()
        whole = column(self, spacing=theme().px("m"))
        if block.heading:
            whole.addWidget(Text(block.heading, "strong", "ink2"))
        if titled:
            whole.addWidget(_Title(block))
        if block.pair or (block.barred and numbers is NumberView.BAR):
            whole.addWidget(_PairPanel(block, numbers))
        elif len(block.estimates) > 1:
            for place, each in enumerate(block.estimates):
                if place:
                    whole.addWidget(Rule())
                whole.addWidget(_EstimatePanel(each, numbers, None, named=True))
            whole.addWidget(Facts(block))
        else:
            whole.addWidget(_EstimatePanel(block.estimates[0], numbers, Facts(block)))


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
    """What is said, the number in one of its ways, and what it rests on; people stand beside."""

    def __init__(
        self,
        each: EstimateView,
        numbers: NumberView,
        facts: Facts | None,
        *,
        named: bool = False,
    ) -> None:
        super().__init__()
        box = QBoxLayout(SIDE_BY_SIDE, self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme().px("xl"))
        words = QVBoxLayout()
        words.setSpacing(theme().px("m"))
        said: list[Text] = [Heading(each.name)] if named else []
        said += [Text(text, "patient") for text in (each.sentence, each.framing) if text]
        figures = _figures(each, numbers)
        parts = [*said, *figures, *([facts] if facts is not None else [])]
        for part in parts:
            part.setParent(self)  # in the order in which they are heard
        for part in parts:
            if not (isinstance(part, PeoplePicture) and each.out_of < THOUSAND):
                words.addWidget(part)
        words.addStretch(1)
        box.addLayout(words, 1)
        for part in figures:
            if isinstance(part, PeoplePicture) and each.out_of < THOUSAND:
                box.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)


def _figures(each: EstimateView, numbers: NumberView) -> list[QWidget]:
    """Give the number as it is liked, what is drawn of it last."""
    if numbers is NumberView.WORDS:
        return []
    if not each.number:
        return [Text(each.missing, "row", "ink2")]
    found: list[QWidget] = [Number(each, both=numbers is NumberView.NUMBER)]
    if each.reach:
        found.append(Text(each.reach, "strong"))
    if numbers is NumberView.PEOPLE and each.drawn:
        found.append(PeoplePicture(each))
    elif numbers is NumberView.BAR and each.barred:
        found.append(BarPicture(each))
    return found


class _PairPanel(QWidget):
    """Both sentences, both arms on one scale or beside each other, and what they rest on."""

    def __init__(self, block: Block, numbers: NumberView) -> None:
        super().__init__()
        whole = column(self, spacing=theme().px("m"))
        for text in dict.fromkeys(each.sentence for each in block.estimates):
            whole.addWidget(Text(text, "patient"))
        if numbers in {NumberView.PEOPLE, NumberView.BAR}:
            pair = Pair() if numbers is NumberView.PEOPLE else BarPair()
            whole.addWidget(_drawn(block.estimates, pair))
        elif numbers is NumberView.NUMBER or any(each.framing for each in block.estimates):
            whole.addWidget(_Arms(block.estimates, numbers))
        whole.addWidget(Facts(block))


class _Arms(QWidget):
    """Two arms beside each other in words, with their numbers where they are wanted.

    What is the same of both stands on one line; below each other when the text is large.
    """

    def __init__(self, estimates: Sequence[EstimateView], numbers: NumberView) -> None:
        super().__init__()
        self._arms = [_arm(each, numbers) for each in estimates]
        for arm in self._arms:
            for part in arm:
                part.setParent(self)  # one arm is heard to its end before the other
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px("xl"))
        self._grid.setVerticalSpacing(theme().px("m"))
        theme().themed.connect(self._on_themed)
        self._on_themed()

    def _on_themed(self) -> None:
        folded = theme().large_text
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if folded else 1)
        for place, arm in enumerate(self._arms):
            for line, part in enumerate(arm):
                row = line + place * len(arm) if folded else line
                across = 0 if folded else place
                self._grid.addWidget(part, row, across, Qt.AlignmentFlag.AlignTop)


def _arm(each: EstimateView, numbers: NumberView) -> list[QWidget]:
    """Give one arm, line by line; a line that it has not is hidden, for the other may have it."""
    framing, reach = Text(each.framing, "patient"), Text(each.reach, "strong")
    for part in (framing, reach):
        if not part.text():
            part.hide()  # to show one that has no parent yet would open a window of its own
    name = Heading(each.name)
    if numbers is NumberView.WORDS:
        return [name, framing]
    return [name, framing, Number(each, both=True), reach]


def _drawn(estimates: Sequence[EstimateView], pair: Pair) -> Pair:
    """Draw both arms on one scale."""
    first, second = estimates
    titled = first.title not in {second.title, first.name}
    rows = [
        pair_row(
            each,
            label=each.name,
            words="\n".join(filter(None, (each.title if titled else "", each.framing, each.reach))),
        )
        for each in estimates
    ]
    pair.show_pair(*rows, unit=first.unit)
    return pair
