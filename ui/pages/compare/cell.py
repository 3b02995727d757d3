"""One cell of the comparison: a number with its people drawn, words, or that it is not known."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from spinecounsel.viewing.compare_cells import CompareCell, CompareRow, Link, Whose
from spinecounsel.viewing.compare_words import arm_title, empty_word, link_words, range_words
from spinecounsel.wording import say
from ui.pages.compare.number import OutOf
from ui.theme.theme import theme
from ui.widgets.printed import Line, Marked, Pads, Piece, Printed, Sure, Words

TINTS = ("benefit", "risk")
PADS = Pads(side=14, top=10, between=4)
MARKS = {
    Link.SAME_STUDY: "link",
    Link.TWO_GROUPS: "link",
    Link.OTHER_PEOPLE: "people",
}


class CellPanel(Printed):
    """Shows a ``CompareCell``; joined cells have the tint of their kind and say what joins them.

    ``name`` is the option's, shown where the table has no heads.
    """

    def __init__(self, cell: CompareCell, row: CompareRow, *, name: str) -> None:
        super().__init__(PADS)
        self._cell, self._row, self._name = cell, row, name
        self._tint = f"{row.kind}_soft" if cell.joined and row.kind in TINTS else ""
        self._numbers = [
            OutOf(arm, _tone(arm, row), self)
            for arm in cell.arms
            if cell.estimate and arm.kind == "number"
        ]
        self._details, self._elsewhere = False, ""
        # What is one tap away is there and gone again: pieces and names are made once.
        self._made: dict[bool, tuple[Piece, ...]] = {}
        self._beyond: dict[str, Words] = {}
        self._names: dict[tuple[bool, str], str] = {}
        self._show()

    def show_details(self, *, details: bool) -> None:
        """Say who was studied, or why nothing is known; or no longer."""
        if details != self._details:
            self._details = details
            self._show()

    def show_elsewhere(self, words: str) -> None:
        """Say the numbers that belong with this one and are not in sight; empty for none."""
        if words != self._elsewhere:
            self._elsewhere = words
            self._show()

    def height_with(self, width: int, *, details: bool) -> int:
        """Give the height that it needs at ``width`` with or without what is one tap away."""
        return self.height_of(self._printed(details=details), width)

    def place_people(self) -> None:
        """Put the people beside their numbers; whoever places the cell asks for that."""
        if not self._numbers:
            return
        leftwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for piece, place in self.places():
            if isinstance(piece, OutOf):
                piece.place_people(place, leftwards=leftwards)

    def paint_ground(self, painter: QPainter) -> None:
        """Draw the tint, and the line before the cell."""
        if self._tint:
            painter.fillRect(self.rect(), theme().colour(self._tint))
        leftwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = self.width() - 1 if leftwards else 0
        painter.fillRect(QRect(edge, 0, 1, self.height()), theme().colour("line"))

    def _show(self) -> None:
        self.show_pieces(self._printed(details=self._details))
        key = (self._details, self._elsewhere)
        if key not in self._names:
            self._names[key] = self._whole_name()
        self.setAccessibleName(self._names[key])

    def _whole_name(self) -> str:
        more = _details(self._cell) if self._details else ()
        said = (spoken(self._cell), *more, self._elsewhere)
        whole = ". ".join(each.removesuffix(".") for each in said if each)
        about = ", ".join(filter(None, (self._name, self._row.title)))
        return f"{about}. {whole}"

    def _printed(self, *, details: bool) -> tuple[Piece, ...]:
        """Give what is printed with or without what is one tap away."""
        if details not in self._made:
            self._made[details] = tuple(self._told(details=details))
        if not self._elsewhere:
            return self._made[details]
        if self._elsewhere not in self._beyond:
            self._beyond[self._elsewhere] = Words(self._elsewhere, "label")
        return (*self._made[details], self._beyond[self._elsewhere])

    def _told(self, *, details: bool) -> Iterator[Piece]:
        cell = self._cell
        if self._name:
            yield Words(self._name, "body_strong")
        if cell.estimate:
            yield from self._arms(details=details)
        else:
            yield from self._without(details=details)
        if cell.link is not Link.NONE:
            words = Words(link_words(cell.link), "label")
            yield Marked(MARKS[cell.link], 18, words, gap=6)

    def _without(self, *, details: bool) -> Iterator[Piece]:
        """Say that there is no number; why is said on asking."""
        cell = self._cell
        mark = "not_known" if cell.kind == "not known" else "does_not_apply"
        words = Words(empty_word(cell) or cell.sentence, "body", "ink2")
        yield Marked(mark, 20, words, gap=theme().px("s"))
        if details and empty_word(cell):
            yield Words(cell.sentence, "label", "ink2")

    def _arms(self, *, details: bool) -> Iterator[Piece]:
        """Say of each arm its number and people, or its sentence; then how sure that is."""
        cell, row = self._cell, self._row
        numbers = iter(self._numbers)
        for arm in cell.arms:
            if arm.whose is Whose.OTHER:
                yield Line()
                yield Marked("people", 18, Words(arm_title(arm), "label", "ink2"), gap=6)
            elif title := arm_title(arm):
                yield Words(title, "label", "ink2")
            yield next(numbers) if arm.kind == "number" else Words(arm.text, "body")
            if arm.span and not row.span:
                yield Words(arm.span, "label", "ink2")
            if arm.company:
                yield Words(arm.company, "label", "ink2")
            yield Sure(arm.certainty, word=details)
            if details:
                yield from (Words(words, "body") for words in _sentences(arm))
                yield from (Words(words, "label", "ink2") for words in _origin(arm))


def spoken(cell: CompareCell) -> str:
    """Give a cell in words, for a screen reader."""
    if not cell.estimate:
        word = empty_word(cell)
        return " ".join(filter(None, (f"{word}." if word else "", cell.sentence)))
    named = ((arm_title(arm), arm.text) for arm in cell.arms)
    told = [f"{title[:1].upper()}{title[1:]}: {text}" if title else text for title, text in named]
    sure = say("How sure: {word}", word=cell.certainty)
    return ". ".join(filter(None, (*told, sure, link_words(cell.link))))


def _details(cell: CompareCell) -> Iterator[str]:
    """Give what is one tap away, of all arms."""
    for arm in cell.arms if cell.estimate else ():
        yield from _sentences(arm)
        yield from _origin(arm)


def _sentences(cell: CompareCell) -> list[str]:
    """Give both sides of a number in words."""
    return [each for each in (cell.sentence if cell.kind == "number" else "", cell.framing) if each]


def _origin(cell: CompareCell) -> list[str]:
    """Give the range, the people, the source."""
    spread = range_words(cell)
    label = (
        spread[:1].upper() + spread[1:],
        say("Who: {people}", people=cell.people),
        say("Source: {source}", source=cell.source) if cell.source else "",
    )
    return [each for each in label if each]


def _tone(arm: CompareCell, row: CompareRow) -> str:
    """Give the colour of a number; that of people who had something else is not the row's."""
    if arm.whose is Whose.OTHER:
        return "ink2"
    return row.kind if row.kind in TINTS else "ink"
