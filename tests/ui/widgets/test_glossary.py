"""A word of the glossary is underlined, and a tap on it asks what it means; nothing else does."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from spinecounsel.viewing.glossary import NO_GLOSSARY, glossary_of
from tests.helpers.packs import shipped_pack
from ui.widgets.glossary import explainer
from ui.widgets.row_button import RowButton
from ui.widgets.text import Text

SENTENCE = "Rays are aimed at the **tumour** and, 🫀 later, at the spinal cord. The tumour shrinks."


@pytest.fixture(autouse=True)
def _glossary():
    explainer().use(glossary_of(shipped_pack()))
    yield
    explainer().use(NO_GLOSSARY)


@pytest.fixture
def tapped():
    heard = []

    def on_tapped(widget, word, place):
        heard.append((word.term, place))

    explainer().tapped.connect(on_tapped)
    yield heard
    explainer().tapped.disconnect(on_tapped)


def shown(qtbot, widget, width=400):
    qtbot.addWidget(widget)
    widget.resize(width, 300)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def tap_all_over(widget, step=6):
    for y in range(2, widget.height(), step):
        for x in range(2, widget.width(), step):
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(x, y))


def test_each_word_is_tapped_where_it_stands_and_only_there(qtbot, tapped):
    text = shown(qtbot, Text(SENTENCE, "patient"))
    text.setAlignment(Qt.AlignmentFlag.AlignTop)
    tap_all_over(text)
    assert {term for term, _ in tapped} == {"Tumour", "Spinal cord"}
    places = dict(tapped)
    on_screen = QRect(text.mapToGlobal(QPoint()), text.size())
    assert all(on_screen.contains(place) for place in places.values())
    assert places["Tumour"].width() < places["Spinal cord"].width() < text.width() / 2
    assert places["Tumour"].width() >= 20
    assert "**" not in text.text()


def test_a_press_that_ends_elsewhere_is_no_tap(qtbot, tapped):
    text = shown(qtbot, Text("Tumour and words that follow it", "patient"))
    text.setAlignment(Qt.AlignmentFlag.AlignTop)
    QTest.mousePress(text, Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    QTest.mouseRelease(text, Qt.MouseButton.LeftButton, pos=QPoint(380, 12))
    assert tapped == []


@pytest.mark.parametrize("role", ["body", "label", "lead", "page_title"])
def test_what_is_not_said_to_the_patient_has_no_words_to_tap(qtbot, tapped, role):
    tap_all_over(shown(qtbot, Text("Tumour", role)))
    assert tapped == []


def test_a_word_on_a_button_presses_the_button(qtbot, tapped):
    row = shown(qtbot, RowButton("The tumour", "Near the spinal cord"))
    with qtbot.waitSignal(row.clicked):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.title.geometry().center())
    assert not any(run.term for text in (row.title, row.sentence) for run in text._marked_runs())
    assert tapped == []


def test_the_hand_shows_over_a_word(qtbot):
    text = shown(qtbot, Text("Tumour here", "patient"))
    text.setAlignment(Qt.AlignmentFlag.AlignTop)
    QTest.mouseMove(text, QPoint(20, 12))
    QApplication.processEvents()
    assert text.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(text, QPoint(390, 200))
    QApplication.processEvents()
    assert text.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_marked_sentence_takes_no_more_room(qtbot):
    marked = Text(SENTENCE, "patient")
    widths = (120, 240, 360, 700)
    heights = [marked.heightForWidth(width) for width in widths]
    explainer().use(NO_GLOSSARY)
    assert heights == [Text(SENTENCE, "patient").heightForWidth(width) for width in widths]
