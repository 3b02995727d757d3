"""Options side by side on the patient's screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from spinecounsel.viewing.patient_table import PatientTable, TableArm, TableCell, TableRow
from ui.patient.measure import TOP, Measure
from ui.widgets.card import Rule

LONGEST_NUMBER = 9  # letters that are printed large


def table_sheet(title: str, table: PatientTable, measure: Measure) -> QWidget:
    """Give the sheet."""
    sheet = QWidget()
    whole = measure.column(sheet, spacing=20)
    whole.addWidget(measure.text(title, "title"))
    heads = measure.row(spacing=40)
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
        for who in row.who:
            whole.addWidget(measure.text(who, "meta", "ink2"))
    whole.addStretch(1)
    return sheet


def _row(row: TableRow, measure: Measure) -> QLayout:
    line = measure.row(spacing=40)
    first = Even()
    head = measure.column(first, spacing=4)
    title = measure.row(spacing=12)
    if row.kind in {"benefit", "risk"}:
        title.addWidget(measure.mark(row.kind, 36), 0, TOP)
    title.addWidget(measure.text(f"**{row.title}**", "legend"), 1)
    head.addLayout(title)
    if row.span:
        head.addWidget(measure.text(row.span, "meta", "ink2"))
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


class Even(QWidget):
    """A cell that is as wide as the others, whatever is in it."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
