"""One row of the comparison on the patient's screen: what it asks, and each option's answer."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from spinecounsel.discussion.people import NumberView
from spinecounsel.viewing.patient_table import PatientRow, TableArm, TableCell, TableRow
from ui.patient.measure import TOP, Crowd, Even, Measure
from ui.widgets.card import Rule

LONGEST_NUMBER = 9  # letters that are printed large
GAP = 56  # px as drawn, between options
NARROWEST = 250  # px as drawn: with less, names of options are cut
WIDEST = 300  # px as drawn, of drawn people
HIGHEST = 0.3  # the share of the height of the room that is about the most of drawn people


def row_sheet(row: PatientRow, measure: Measure) -> QWidget:
    """Give the sheet."""
    sheet = QWidget()
    whole = measure.column(sheet, spacing=12)
    whole.addWidget(measure.text(row.question, "title"))
    whole.addLayout(row_head(row.row, measure))
    whole.addWidget(Rule())
    whole.addSpacing(measure.px(12))
    cells = Cells(row.row, row.options, measure, NumberView(row.numbers))
    whole.addLayout(cells.layout())
    whole.addSpacing(measure.px(12))
    for who in row.row.who:
        whole.addWidget(measure.text(who, "meta", "ink2"))
    whole.addStretch(1)
    return sheet


def row_head(row: TableRow, measure: Measure) -> QLayout:
    """Say what was counted, and over which time."""
    line = measure.row(spacing=16)
    if row.kind in {"benefit", "risk"}:
        line.addWidget(measure.mark(row.kind, 36), 0, TOP)
    words = measure.column(spacing=2)
    words.addWidget(measure.text(f"**{row.title}**", "legend"))
    if row.span:
        words.addWidget(measure.text(row.span, "meta", "ink2"))
    line.addLayout(words, 1)
    return line


class Cells:
    """Lays options out side by side, as many in a line as there is room for.

    ``numbers`` says how the numbers are shown; people of all options are drawn in one size.
    """

    def __init__(
        self, row: TableRow, names: Sequence[str], measure: Measure, numbers: NumberView
    ) -> None:
        self._names, self._row, self._measure = names, row, measure
        self._numbered = numbers is not NumberView.WORDS
        self._drawn = numbers in {NumberView.PEOPLE, NumberView.BAR}
        gap, width = measure.px(GAP), measure.room.width()
        cells = row.cells or tuple(filter(None, (row.across,)))
        self._columns = min(
            sum(_columns(cell) for cell in cells),
            max(1, (width + gap) // (measure.px(NARROWEST) + gap)),
        )
        column = (width - gap * (self._columns - 1)) // self._columns
        high = round(HIGHEST * measure.room.height())
        self._crowd = min(measure.px(WIDEST), column, high)

    def layout(self) -> QLayout:
        """Give the options, or what stands across all of them."""
        if self._row.across is not None:
            return self._arms(self._row.across)
        measure = self._measure
        lines, line, room = measure.column(spacing=36), measure.row(spacing=GAP), self._columns
        lines.addLayout(line)
        for name, cell in zip(self._names, self._row.cells, strict=True):
            wide = min(_columns(cell), self._columns)
            if wide > room:
                self._fill(line, room)
                line, room = measure.row(spacing=GAP), self._columns
                lines.addLayout(line)
            line.addWidget(self._cell(name, cell), wide)
            room -= wide
        self._fill(line, room)
        return lines

    def _fill(self, line: QBoxLayout, columns: int) -> None:
        """Let a line that is not full have the columns of the others."""
        for _ in range(columns):
            line.addWidget(Even(), 1)

    def _cell(self, name: str, cell: TableCell) -> QWidget:
        measure, place = self._measure, Even()
        column = measure.column(place, spacing=12)
        column.addWidget(measure.text(f"**{name}**", "option"))
        column.addLayout(self._arms(cell))
        column.addStretch(1)
        return place

    def _arms(self, cell: TableCell) -> QLayout:
        """Give what was counted, arm beside arm; without any, why there is nothing."""
        measure = self._measure
        whole, arms = measure.column(spacing=12), measure.row(spacing=GAP)
        if any(arm.title for arm in cell.arms):
            titles = measure.row(spacing=GAP)
            for arm in cell.arms:
                titles.addWidget(self._title(arm), 1)
            whole.addLayout(titles)
        for arm in cell.arms:
            place = Even()
            measure.column(place).addLayout(self._arm(arm))
            arms.addWidget(place, 1)
        whole.addLayout(arms)
        if cell.note:
            small = "meta" if cell.arms else "legend"
            whole.addWidget(measure.text(cell.note, small, "ink2"))
        return whole

    def _title(self, arm: TableArm) -> QWidget:
        """Say what tells an arm apart; those beside each other begin below at the same height."""
        place = Even()
        column = self._measure.column(place)
        column.addWidget(self._measure.text(arm.title, "meta", "ink2"))
        column.addStretch(1)
        return place

    def _arm(self, arm: TableArm) -> QLayout:
        measure = self._measure
        column = measure.column(spacing=8)
        if arm.number and self._numbered:
            size = "title" if len(arm.number) <= LONGEST_NUMBER else "option"
            tone = self._row.kind if self._row.kind in {"benefit", "risk"} else "ink"
            number = measure.row(spacing=16)
            number.addWidget(measure.text(arm.number, size, tone))
            number.addWidget(measure.text(arm.words, "meta"), 1)
            column.addLayout(number)
        else:
            column.addWidget(measure.text(arm.plain, "meta"))
        if arm.out_of and self._drawn:
            column.addWidget(self._people(arm))
        if arm.framing:
            column.addWidget(measure.text(arm.framing, "meta"))
        if arm.span:
            column.addWidget(measure.text(arm.span, "meta", "ink2"))
        column.addWidget(measure.sure(arm.sure), 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        return column

    def _people(self, arm: TableArm) -> Crowd:
        crowd = self._measure.crowd(WIDEST)
        crowd.show_people(
            filled=arm.filled,
            maybe=arm.maybe,
            out_of=arm.out_of,
            kind=self._row.kind,
            words=arm.plain,
        )
        crowd.setFixedSize(QSize(self._crowd, crowd.heightForWidth(self._crowd)))
        return crowd


def _columns(cell: TableCell) -> int:
    return max(1, len(cell.arms))
