"""Options side by side on the patient's screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from spinecounsel.discussion.people import NumberView
from spinecounsel.viewing.patient_table import PatientTable, TableArm, TableCell, TableRow
from ui.patient.measure import Even, Measure
from ui.patient.row import LONGEST_NUMBER, NARROWEST, Cells, row_head
from ui.widgets.card import Rule

GAP = 40  # px as drawn, between columns


def table_sheet(title: str, table: PatientTable, measure: Measure) -> QWidget:
    """Give the sheet; where columns would be too narrow, row by row."""
    sheet = QWidget()
    whole = measure.column(sheet, spacing=20)
    whole.addWidget(measure.text(title, "title"))
    columns, gap = len(table.options) + 1, measure.px(GAP)
    if (measure.room.width() + gap) // columns - gap < measure.px(NARROWEST):
        for row in table.rows:
            whole.addWidget(Rule())
            whole.addLayout(row_head(row, measure))
            cells = Cells(row, table.options, measure, NumberView.NUMBER)
            whole.addLayout(cells.layout())
            _add_who(whole, row, measure)
    else:
        _add_rows(whole, table, measure)
    whole.addStretch(1)
    return sheet


def _add_rows(whole: QBoxLayout, table: PatientTable, measure: Measure) -> None:
    heads = measure.row(spacing=GAP)
    for name in ("", *table.options):
        cell = Even()
        measure.column(cell).addWidget(measure.text(f"**{name}**", "option"))
        heads.addWidget(cell, 1)
    whole.addLayout(heads)
    for row in table.rows:
        whole.addWidget(Rule())
        whole.addLayout(_row(row, measure))
        if row.across is not None:
            arms = measure.row(spacing=72)
            for arm in row.across.arms:
                arms.addLayout(_arm(arm, row.kind, measure))
            arms.addStretch(1)
            whole.addLayout(arms)
        _add_who(whole, row, measure)


def _add_who(whole: QBoxLayout, row: TableRow, measure: Measure) -> None:
    for who in row.who:
        whole.addWidget(measure.text(who, "meta", "ink2"))


def _row(row: TableRow, measure: Measure) -> QLayout:
    line = measure.row(spacing=GAP)
    first = Even()
    head = measure.column(first)
    head.addLayout(row_head(row, measure))
    head.addStretch(1)
    line.addWidget(first, 1)
    for cell in row.cells:
        line.addWidget(_cell(cell, row.kind, measure), 1)
    return line


def _cell(cell: TableCell, kind: str, measure: Measure) -> QWidget:
    place = Even()
    column = measure.column(place, spacing=10)
    for arm in cell.arms:
        column.addLayout(_arm(arm, kind, measure))
    if cell.note:
        column.addWidget(measure.text(cell.note, "meta", "ink2"))
    column.addStretch(1)
    return place


def _arm(arm: TableArm, kind: str, measure: Measure) -> QLayout:
    column = measure.column(spacing=4)
    if arm.title:
        column.addWidget(measure.text(arm.title, "meta", "ink2"))
    words = measure.text(arm.words, "meta")
    if arm.number:
        row = measure.row(spacing=16)
        tone = kind if kind in {"benefit", "risk"} else "ink"
        size = "title" if len(arm.number) <= LONGEST_NUMBER else "option"
        row.addWidget(measure.text(arm.number, size, tone))
        row.addWidget(words, 1)
        column.addLayout(row)
    else:
        column.addWidget(words)
    if arm.span:
        column.addWidget(measure.text(arm.span, "meta", "ink2"))
    column.addWidget(measure.sure(arm.sure), 0, Qt.AlignmentFlag.AlignLeading)
    return column
