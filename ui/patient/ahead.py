"""What may lie ahead, on the patient's screen: columns side by side, each read from above."""

from collections.abc import Sequence
from itertools import combinations, pairwise

from PySide6.QtWidgets import QLayout, QWidget

from spinecounsel.viewing.patient_ahead import Column, PatientAhead, Told
from ui.patient.measure import Measure
from ui.widgets.card import Rule

BESIDE = 3  # columns in a row


def ahead_sheet(title: str, ahead: PatientAhead, measure: Measure) -> QWidget:
    """Give the sheet."""
    sheet = QWidget()
    whole = measure.column(sheet, spacing=8)
    whole.addWidget(measure.text(ahead.option, "option", "ink2"))
    whole.addWidget(measure.text(title, "title"))
    whole.addWidget(measure.text(ahead.caution, "legend", "ink2"))
    whole.addSpacing(measure.px(20))
    row = measure.row(spacing=60)
    for group in _groups(ahead.columns):
        below = measure.column(spacing=36)
        for column in group:
            below.addLayout(_column(column, measure))
        below.addStretch(1)
        row.addLayout(below, 1)
    whole.addLayout(row)
    whole.addStretch(1)
    return sheet


def _groups(columns: Sequence[Column]) -> list[Sequence[Column]]:
    """Give three groups about as long, in order; each is read from above."""
    if len(columns) <= BESIDE:
        return [[column] for column in columns]
    lengths = [_length(column) for column in columns]
    breaks = min(
        combinations(range(1, len(columns)), BESIDE - 1),
        key=lambda at: max(sum(lengths[a:b]) for a, b in pairwise((0, *at, len(columns)))),
    )
    return [columns[a:b] for a, b in pairwise((0, *breaks, len(columns)))]


def _length(column: Column) -> int:
    """Give about how much room a column takes, in letters."""
    told = sum(len("".join(each.sentences)) + 40 * len(each.sentences) for each in column.told)
    return 120 + told + sum(40 for each in column.told if each.title)


def _column(column: Column, measure: Measure) -> QLayout:
    lines = measure.column(spacing=18)
    lines.addWidget(measure.text(f"**{column.title}**", "sentence"))
    if column.words:
        lines.addWidget(measure.text(column.words, "legend"))
    lines.addWidget(Rule())
    for told in column.told:
        lines.addLayout(_told(told, measure))
    return lines


def _told(told: Told, measure: Measure) -> QLayout:
    words = measure.column(spacing=2)
    if told.title:
        words.addWidget(measure.text(f"**{told.title}**", "legend"))
    for sentence in told.sentences:
        words.addWidget(measure.text(sentence, "legend"))
    return words
