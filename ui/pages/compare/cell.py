"""One cell of the comparison: a number with its people drawn, words, or that it is not known."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spinecounsel.viewing.compare import CompareCell, CompareRow
from spinecounsel.wording import say
from ui.theme.theme import theme
from ui.widgets.certainty import Certainty
from ui.widgets.icons import KindMark
from ui.widgets.mini_pictograph import MiniPictograph
from ui.widgets.text import Text

TINTS = ("benefit", "risk")
LONGEST_NUMBER = 9  # letters that are printed large
OUT_OF_HEAD = 100  # what the head of the table counts out of


class CellPanel(QFrame):
    """Shows a ``CompareCell``; joined cells have the tint of their kind and say "same study".

    ``name`` is the option's, shown where the table has no heads; ``details`` says who was studied.
    """

    def __init__(self, cell: CompareCell, row: CompareRow, *, name: str, details: bool) -> None:
        super().__init__()
        tinted = cell.joined and row.kind in TINTS
        self.setProperty("kind", f"cell-{row.kind}" if tinted else "cell")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(4)
        if name:
            column.addWidget(Text(name, "body_strong"))
        if cell.kind == "not known":
            column.addLayout(_not_known(cell, details=details))
        else:
            titled = cell.partner is not None
            column.addWidget(_Arm(cell, row.kind, titled=titled, details=details))
            if cell.partner is not None:
                column.addWidget(_Arm(cell.partner, row.kind, titled=True, details=details))
        if row.joined and cell.joined:
            column.addLayout(_badge(say("Same study")))
        column.addStretch(1)
        self.setAccessibleName(", ".join(filter(None, (name, row.title, spoken(cell)))))


def spoken(cell: CompareCell) -> str:
    """Give a cell in words, for a screen reader."""
    if cell.kind == "not known":
        return " ".join((say("Not known."), cell.sentence))
    sure = say("How sure: {word}", word=cell.certainty)
    arms = [cell, *([cell.partner] if cell.partner else [])]
    told = [f"{arm.title}: {arm.text}" for arm in arms]
    return ". ".join((*told, sure))


class _Arm(QWidget):
    """One arm: its number and people, or its sentence; then how sure that is."""

    def __init__(self, cell: CompareCell, kind: str, *, titled: bool, details: bool) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if titled:
            column.addWidget(Text(cell.title, "label", "ink2"))
        if cell.kind == "number":
            column.addLayout(_number(cell, kind))
        else:
            column.addWidget(Text(cell.text, "body"))
        certainty = Certainty(disc=10, word=details)
        certainty.show_level(cell.certainty)
        column.addWidget(certainty)
        if details:
            for words in (cell.sentence if cell.kind == "number" else "", cell.framing):
                if words:
                    column.addWidget(Text(words, "body"))
            column.addWidget(Text(say("Who: {people}", people=cell.people), "label", "ink2"))


def _number(cell: CompareCell, kind: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme().px("s"))
    tone = kind if kind in TINTS else "ink"
    large = len(cell.number) <= LONGEST_NUMBER
    row.addWidget(Text(cell.number, "number_cell" if large else "strong", tone))
    if cell.drawn:
        people = MiniPictograph()
        people.show_people(filled=cell.count, out_of=cell.out_of, kind=kind, words=cell.text)
        row.addWidget(people, 0, Qt.AlignmentFlag.AlignVCenter)
    # The head of the table says "out of 100 people": anything else stands beside its number.
    if not cell.drawn or cell.out_of != OUT_OF_HEAD:
        row.addWidget(Text(cell.rest, "body"), 1)
    else:
        row.addStretch(1)
    return row


def _not_known(cell: CompareCell, *, details: bool) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    row = QHBoxLayout()
    row.setSpacing(theme().px("s"))
    row.addWidget(KindMark("not_known", size=20), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(say("Not known"), "body", "ink2"), 1)
    column.addLayout(row)
    if details:
        column.addWidget(Text(cell.sentence, "label", "ink2"))
    return column


def _badge(words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(KindMark("link", size=18), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(words, "label"), 1)
    return row
