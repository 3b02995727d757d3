"""One cell of the comparison: a number with its people drawn, words, or that it is not known."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.compare_cells import CompareCell, CompareRow, Link
from spinecounsel.viewing.compare_words import arm_title, link_words, range_words
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.certainty import Certainty
from ui.widgets.icons import KindMark
from ui.widgets.mini_pictograph import MiniPictograph
from ui.widgets.text import Text

TINTS = ("benefit", "risk")
LONGEST_NUMBER = 9  # letters that are printed large
OUT_OF_HEAD = 100  # what the head of the table counts out of
MARKS = {
    Link.SAME_STUDY: "link",
    Link.TWO_GROUPS: "link",
    Link.OTHER_PEOPLE: "people",
}


class CellPanel(QFrame):
    """Shows a ``CompareCell``; joined cells have the tint of their kind and say what joins them.

    ``name`` is the option's, shown where the table has no heads.
    """

    def __init__(self, cell: CompareCell, row: CompareRow, *, name: str) -> None:
        super().__init__()
        tinted = cell.joined and row.kind in TINTS
        self.setProperty("kind", f"cell-{row.kind}" if tinted else "cell")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(4)
        if name:
            column.addWidget(Text(name, "body_strong"))
        self._parts: list[_Part] = [_Without(cell)] if not cell.estimate else _arms(cell, row)
        for part in self._parts:
            column.addWidget(part)
        if cell.link is not Link.NONE:
            column.addLayout(_badge(MARKS[cell.link], link_words(cell.link)))
        self._elsewhere = Text("", "label")
        self._elsewhere.hide()
        column.addWidget(self._elsewhere)
        column.addStretch(1)
        self.setAccessibleName(", ".join(filter(None, (name, row.title, spoken(cell)))))

    def show_details(self, *, details: bool) -> None:
        """Say who was studied, or why nothing is known; or no longer."""
        for part in self._parts:
            part.show_details(details=details)

    def show_elsewhere(self, words: str) -> None:
        """Say the numbers that belong with this one and are not in sight; empty for none."""
        self._elsewhere.setText(words)
        self._elsewhere.setVisible(bool(words))


def spoken(cell: CompareCell) -> str:
    """Give a cell in words, for a screen reader."""
    if not cell.estimate:
        word = _word(cell)
        return " ".join(filter(None, (f"{word}." if word else "", cell.sentence)))
    told = [f"{title}: {arm.text}" if (title := arm_title(arm)) else arm.text for arm in cell.arms]
    sure = say("How sure: {word}", word=cell.certainty)
    return ". ".join(filter(None, (*told, sure, link_words(cell.link))))


class _Part(QWidget):
    """Something in a cell of which more can be said; that is made when it is first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self._made: list[QWidget] | None = None

    def show_details(self, *, details: bool) -> None:
        """Show the rest, or hide it."""
        if self._made is None:
            if not details:
                return
            self._made = self.details()
            for each in self._made:
                self.column.addWidget(each)
        for each in self._made:
            each.setVisible(details)

    def details(self) -> list[QWidget]:
        """Give what is one tap away."""
        raise NotImplementedError


class _Arm(_Part):
    """One arm: its number and people, or its sentence; then how sure that is."""

    def __init__(self, cell: CompareCell, kind: str, *, title: str, span: str) -> None:
        super().__init__()
        self._cell = cell
        if title:
            self.column.addWidget(Text(title, "label", "ink2"))
        if cell.kind == "number":
            self.column.addLayout(_number(cell, kind))
        else:
            self.column.addWidget(Text(cell.text, "body"))
        if span:
            self.column.addWidget(Text(span, "label", "ink2"))
        self._sure = _sure(cell, word=False)
        self.column.addWidget(self._sure)

    def show_details(self, *, details: bool) -> None:
        """Say how sure in words, the sentence, who, and from where."""
        super().show_details(details=details)
        self._sure.setVisible(not details)

    def details(self) -> list[QWidget]:
        """Give both sides in words, the range, the people, the source."""
        return [_sure(self._cell, word=True), *_details(self._cell)]


class _Without(_Part):
    """That there is no number; why is said on asking."""

    def __init__(self, cell: CompareCell) -> None:
        super().__init__()
        self._cell = cell
        mark = "not_known" if cell.kind == "not known" else "does_not_apply"
        row = QHBoxLayout()
        row.setSpacing(theme().px("s"))
        row.addWidget(KindMark(mark, size=20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(_word(cell) or cell.sentence, "body", "ink2"), 1)
        self.column.addLayout(row)

    def details(self) -> list[QWidget]:
        """Give why nothing is known, where that is not said already."""
        return [Text(self._cell.sentence, "label", "ink2")] if _word(self._cell) else []


def _arms(cell: CompareCell, row: CompareRow) -> list[_Part]:
    titled = cell.partner is not None or bool(cell.owner) or row.across is cell
    return [
        _Arm(
            arm,
            row.kind,
            title=arm_title(arm) if titled else "",
            span="" if row.span else arm.span,
        )
        for arm in cell.arms
    ]


def _sure(cell: CompareCell, *, word: bool) -> Certainty:
    certainty = Certainty(disc=10, word=word)
    certainty.show_level(cell.certainty)
    return certainty


def _details(cell: CompareCell) -> list[Text]:
    """Give what is one tap away: both sides in words, the range, the people, the source."""
    spread = range_words(cell)
    body = (cell.sentence if cell.kind == "number" else "", cell.framing)
    label = (
        spread[:1].upper() + spread[1:],
        say("Who: {people}", people=cell.people),
        say("Source: {source}", source=cell.source) if cell.source else "",
    )
    return [
        *(Text(words, "body") for words in body if words),
        *(Text(words, "label", "ink2") for words in label if words),
    ]


def _number(cell: CompareCell, kind: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme().px("s"))
    tone = kind if kind in TINTS else "ink"
    large = len(cell.number) <= LONGEST_NUMBER
    row.addWidget(Text(cell.number, "number_cell" if large else "strong", tone))
    if cell.drawn:
        people = MiniPictograph()
        people.show_people(
            filled=cell.count, maybe=cell.maybe, out_of=cell.out_of, kind=kind, words=cell.text
        )
        people.show_range(cell.low, cell.high)
        row.addWidget(people, 0, Qt.AlignmentFlag.AlignVCenter)
    # The head of the table says "out of 100 people": anything else stands beside its number.
    if not cell.drawn or cell.out_of != OUT_OF_HEAD:
        row.addWidget(Text(cell.rest, "body"), 1)
    else:
        row.addStretch(1)
    return row


def _word(cell: CompareCell) -> str:
    """Give the words for having no number; a sentence that says it itself needs no more."""
    return say("Not known") if cell.kind == "not known" else ""


def _badge(mark: str, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(KindMark(mark, size=18), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(words, "label"), 1)
    return row
