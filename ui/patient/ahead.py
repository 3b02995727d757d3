"""What may lie ahead, on the patient's screen: columns side by side, each read from above."""

from collections.abc import Sequence
from itertools import combinations, pairwise

from PySide6.QtWidgets import QLayout, QWidget

from spinecounsel.viewing.patient_ahead import Column, PatientAhead, Told
from ui.patient.measure import Even, Measure
from ui.widgets.card import Rule

BESIDE = 3  # columns in a row
GAP = 60  # px as drawn


def ahead_sheet(title: str, ahead: PatientAhead, measure: Measure) -> QWidget:
    """Give the sheet."""
    sheet = QWidget()
    whole = measure.column(sheet, spacing=8)
    whole.addWidget(measure.text(ahead.option, "option", "ink2"))
    whole.addWidget(measure.text(title, "title"))
    whole.addWidget(
        measure.text(ahead.caution, "legend", "ink2")
        if ahead.columns
        else measure.text(ahead.caution, "sentence")
    )
    whole.addSpacing(measure.px(20))
    whole.addLayout(_abreast(ahead, measure) if ahead.abreast else _columns(ahead, measure))
    whole.addStretch(1)
    return sheet


def _abreast(ahead: PatientAhead, measure: Measure) -> QLayout:
    """Tell each thing in all stories side by side, and once below who was studied."""
    whole = measure.column(spacing=12)
    heads = [_head(column, measure) for column in ahead.columns]
    whole.addLayout(_beside(heads, measure))
    lines = [{told.key: told for told in column.told} for column in ahead.columns]
    for key in max(lines, key=len):
        here = [line.get(key) for line in lines]
        first = next(told for told in here if told is not None)
        row = measure.column(spacing=2)
        row.addWidget(Rule())
        row.addSpacing(measure.px(8))
        row.addWidget(measure.text(f"**{first.title}**", "legend"))
        row.addLayout(_beside([_sentences(told, measure) for told in here], measure))
        row.addWidget(measure.text(first.studied, "meta", "ink2"))
        whole.addLayout(row)
    return whole


def _beside(parts: Sequence[QWidget], measure: Measure) -> QLayout:
    row = measure.row(spacing=GAP)
    for part in parts:
        row.addWidget(part, 1)
    return row


def _head(column: Column, measure: Measure) -> QWidget:
    head = Even()
    words = measure.column(head)
    words.addWidget(measure.text(f"**{column.title}**", "sentence"))
    words.addWidget(measure.text(column.words, "legend"))
    words.addStretch(1)
    return head


def _sentences(told: Told | None, measure: Measure) -> QWidget:
    place = Even()
    words = measure.column(place, spacing=2)
    for sentence in told.sentences if told is not None else ():
        words.addWidget(measure.text(sentence, "legend"))
    words.addStretch(1)
    return place


def _columns(ahead: PatientAhead, measure: Measure) -> QLayout:
    """Tell of one part of the time after the other."""
    row = measure.row(spacing=GAP)
    for group in _groups(ahead.columns):
        below = measure.column(spacing=36)
        for column in group:
            below.addLayout(_column(column, measure))
        below.addStretch(1)
        row.addLayout(below, 1)
    return row


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
    told = sum(
        len("".join((*each.sentences, each.studied))) + 40 * len(each.sentences)
        for each in column.told
    )
    return 120 + told + sum(40 for each in column.told if each.title)


def _column(column: Column, measure: Measure) -> QLayout:
    lines = measure.column(spacing=18)
    lines.addWidget(measure.text(f"**{column.title}**", "sentence"))
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
    if told.studied:
        words.addWidget(measure.text(told.studied, "meta", "ink2"))
    return words
