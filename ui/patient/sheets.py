"""What stands on the patient's screen: a calm page, a list, where the tumour is, a card."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from spinecounsel.viewing.patient import PatientView, Point, Screen
from spinecounsel.viewing.patient_place import PlaceView, PlainScore
from ui.patient.ahead import ahead_sheet
from ui.patient.card import card_sheet
from ui.patient.measure import TOP, Measure
from ui.patient.place import SpinePicture
from ui.patient.row import row_sheet
from ui.patient.table import table_sheet
from ui.widgets.card import Rule

CENTRE = Qt.AlignmentFlag.AlignHCenter
BRAND, CALM_WIDTH = 132, 1480  # px as drawn
BESIDE_FROM = 6  # so many points or more stand in two columns


def make_sheet(view: PatientView, measure: Measure) -> QWidget:
    """Give the sheet of ``view``, the signs that need help at once below it."""
    sheet = _made(view, measure)
    layout = sheet.layout()
    if view.red_flag and isinstance(layout, QBoxLayout):
        layout.addSpacing(measure.px(24))
        layout.addWidget(measure.warning(view.red_flag))
    return sheet


def _made(view: PatientView, measure: Measure) -> QWidget:
    if view.card is not None:
        sheet = card_sheet(view.card, measure)
    elif view.ahead is not None:
        sheet = ahead_sheet(view.title, view.ahead, measure)
    elif view.table is not None:
        sheet = table_sheet(view.title, view.table, measure)
    elif view.row is not None:
        sheet = row_sheet(view.row, measure)
    elif view.place is not None:
        sheet = _place(view.title, view.place, measure)
    elif view.screen is Screen.LIST:
        sheet = _list(view, measure)
    else:
        sheet = _calm(view.title, measure)
    return sheet


def _calm(title: str, measure: Measure) -> QWidget:
    """The brand, and one question or sentence."""
    sheet = QWidget()
    column = measure.column(sheet, spacing=56)
    column.addStretch(2)
    column.addWidget(measure.mark("brand", BRAND), 0, CENTRE)
    if title:
        words = measure.text(title, "title")
        words.setAlignment(CENTRE)
        words.setMaximumWidth(measure.px(CALM_WIDTH))
        row = measure.row()
        row.addStretch(1)
        row.addWidget(words, 100)
        row.addStretch(1)
        column.addLayout(row)
    column.addStretch(3)
    return sheet


def _list(view: PatientView, measure: Measure) -> QWidget:
    sheet = QWidget()
    column = measure.column(sheet, spacing=44)
    column.addStretch(1)
    column.addWidget(measure.text(view.title, "title"))
    half = -(-len(view.points) // 2)
    groups = [view.points]
    if len(view.points) >= BESIDE_FROM:
        groups = [view.points[:half], view.points[half:]]
    both = measure.row(spacing=72)
    for group in groups:
        part = measure.column(spacing=32)
        for point in group:
            part.addLayout(_point(point, measure))
        part.addStretch(1)
        both.addLayout(part, 1)
    column.addLayout(both)
    if view.foot:
        column.addWidget(measure.text(view.foot, "option", "ink2"))
    column.addStretch(2)
    return sheet


def _point(point: Point, measure: Measure) -> QLayout:
    words = measure.column(spacing=4)
    words.addWidget(measure.text(f"**{point.title}**" if point.text else point.title, "sentence"))
    if point.text:
        words.addWidget(measure.text(point.text, "option"))
    return words


def _place(title: str, place: PlaceView, measure: Measure) -> QWidget:
    sheet = QWidget()
    both = measure.row(sheet, spacing=72)
    both.addWidget(SpinePicture(place, measure), 1, TOP)
    words = measure.column(spacing=28)
    words.addStretch(1)
    words.addWidget(measure.text(title, "title"))
    words.addWidget(measure.text(place.words, "sentence"))
    for score in place.scores:
        words.addWidget(Rule())
        words.addLayout(_score(score, measure))
    words.addStretch(1)
    both.addLayout(words, 1)
    return sheet


def _score(score: PlainScore, measure: Measure) -> QLayout:
    column = measure.column(spacing=8)
    column.addWidget(measure.text(score.question, "legend", "ink2"))
    column.addWidget(measure.text(score.answer, "option"))
    limits = measure.row(spacing=14)
    limits.addWidget(measure.mark("info", 30), 0, TOP)
    limits.addWidget(measure.text(score.limits, "meta", "ink2"), 1)
    column.addLayout(limits)
    return column
